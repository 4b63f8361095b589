export { Replicas } from './replicas.js';
export type { Wish } from './replicas.js';
export { TimedHouse } from './timed-house.js';
export { awaitedAfter, OpenRows } from './open-rows.js';
export { someone, specificationFor } from './specification.js';
export { OpenDoor } from './open-door.js';
