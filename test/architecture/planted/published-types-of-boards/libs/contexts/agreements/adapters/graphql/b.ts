import { A } from '../../../boards/adapters/graphql/a.types.js'; export const b = A;
