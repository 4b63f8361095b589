import { everybody } from '../../demo-issuer/src/provider.js';
export const believed = everybody;
