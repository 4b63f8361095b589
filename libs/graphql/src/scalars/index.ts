export { Cents, centsFrom, Sha256, sha256From } from './amounts.js';
export { asGraphql, BadForm, scalarOf } from './bad-form.js';
export {
  Instant,
  instantFrom,
  LocalDate,
  localDateFrom,
  PartialDate,
  partialDateFrom,
} from './dates.js';
export { resolveDeadline } from './deadline.js';
