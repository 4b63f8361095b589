export { canonicalJson, normalised, NotCanonical } from './canonical-json.js';
export { dayBefore, daysAfter } from './days.js';
export { accept, refuse, rules, warnings } from './decider.js';
export { entry } from './entry.js';
export type { Catalogue, Decider, Decision, Details, Refusal, Rule, RuleId } from './decider.js';
export type {
  Actor,
  Brand,
  Cents,
  Command,
  DataOf,
  Instant,
  Json,
  LocalDate,
  MandateRef,
  Message,
  OrganisationId,
  PartialDate,
  PersonRef,
  Sha256,
} from './message.js';
export { apportion, sum } from './money.js';
export type { Weighed } from './money.js';
export { sentencesOf, stateWords } from './state-words.js';
