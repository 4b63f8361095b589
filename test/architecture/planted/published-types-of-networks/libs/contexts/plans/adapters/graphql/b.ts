import { A } from '../../../networks/adapters/graphql/a.types.js'; export const b = A;
