import { A } from '../../../plans/adapters/graphql/a.types.js'; export const b = A;
