export { withAsOf } from './as-of.js';
export { AuditModule } from './audit.module.js';
export { Moments } from './moments.js';
export type { Resolved } from './moments.js';
