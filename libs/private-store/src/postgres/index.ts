export { PostgresBallotBoxes } from './postgres-ballot-boxes.js';
export { PostgresLeases } from './postgres-leases.js';
export { PostgresPrivateRows } from './postgres-private-rows.js';
export { PostgresPrivateStore } from './postgres-private-store.js';
export { PostgresSessions } from './postgres-sessions.js';
