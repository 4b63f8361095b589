export { Jobs } from './jobs.js';
export type { Job, JobKind, JobState, Work } from './jobs.js';
export { Machine } from './machine.js';
export type { Behind, MachineState, Operated, Queue } from './machine.js';
export { OperationsModule } from './operations.module.js';
export { isEqual } from './operations.resolver.js';
