export { someone, specificationFor } from './specification.js';
