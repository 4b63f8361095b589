export { ActGuard } from './act-guard.js';
export type { Act } from './act-guard.js';
export { Clock, dayOf, SystemClock } from './clock.js';
export { CommandGateway } from './command-gateway.js';
export type {
  Around,
  Circumstances,
  Discreet,
  Discretion,
  Message,
  Sender,
} from './command-gateway.js';
export type { OnRefused } from './sender.js';
export { CommandQueue } from './command-queue.js';
export { CommandIndex } from './command-index.js';
export type { Earlier } from './command-index.js';
export { commonRules } from './common.rules.js';
export { Correlations } from './correlations.js';
export { refused } from './envelope.js';
export type { Answer, Envelope, Receipt } from './envelope.js';
export { Busy, OutcomeUnknown, TooManyCommands, UpgradePending } from './errors.js';
export { Gatekeeper } from './gatekeeper.js';
export type { Admission, Admitted } from './gatekeeper.js';
export { derivedId, Instance } from './instance.js';
export type { InstanceFacts } from './instance.js';
export { mandateRefusal } from './kept-out.js';
export { Mandates } from './mandates.js';
export type { Mandate, MandateSource } from './mandates.js';
export { Rehearsal } from './rehearsal.js';
export { commandOf, CommandRequest } from './request.js';
export type { Aggregate, AnyEvent, Asked, Grounded } from './request.js';
export { NoSnapshots, Snapshots, SqliteSnapshots } from './snapshots.js';
export { StoreTransactions } from './store-transactions.js';
export { Transactions } from './transactions.js';
export type { Loaded } from './transactions.js';
export { upcast } from './upcasters.js';
export { Visibility } from './visibility.js';
export type { Upcaster, Upcasters } from './upcasters.js';
