import { A } from '../../../programmes/adapters/graphql/a.types.js'; export const b = A;
