export { withAsOf } from './as-of.js';
export { AuditModule } from './audit.module.js';
export { Moments } from './moments.js';
export type { Resolved } from './moments.js';
export { differences } from './difference.js';
export { Event, JsonScalar, ObjectChange } from './history.types.js';
export { ReadableLog } from './readable-log.js';
export { eventOf } from './recorded-events.js';
