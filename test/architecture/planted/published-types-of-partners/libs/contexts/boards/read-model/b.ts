import { A } from '../../partners/adapters/graphql/a.types.js'; export const b = A;
