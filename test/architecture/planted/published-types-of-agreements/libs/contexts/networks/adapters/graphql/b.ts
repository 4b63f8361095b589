import { A } from '../../../agreements/adapters/graphql/a.types.js'; export const b = A;
