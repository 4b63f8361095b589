export { AccessModule } from './access.module.js';
export { FOUNDER_MANDATE, FoundedInstance, OtherKindOfInstance } from './founding.js';
export type { Founding, FoundingIds } from './founding.js';
export { INSTANCE_STREAM } from './instance.js';
export { People } from './people.js';
