export {
  DocumentDamaged,
  DocumentTooLarge,
  PrivateStore,
  PrivateStoreFull,
  PrivateStoreUnavailable,
  UnusablePrivateStore,
} from './private-store.js';
export type {
  AccountBinding,
  CalendarLink,
  DocumentInfo,
  HeldAccount,
  KeptTrace,
  ReadingTrace,
  TraceQuery,
} from './private-store.js';
export { MemoryPrivateStore } from './memory/memory-private-store.js';
export { PrivateRows } from './private-rows.js';
export type { Cell, PrivateRow } from './private-rows.js';
export { SqlitePrivateRows } from './sqlite/sqlite-private-rows.js';
export { SqlitePrivateStore } from './sqlite/sqlite-private-store.js';
export { BallotBoxes } from './ballot-boxes.js';
export type { BallotBox, BallotPaper, PaperPut } from './ballot-boxes.js';
export type { Resealed, SealingKeys } from './box-keys.js';
export { MemoryBallotBoxes } from './memory/memory-ballot-boxes.js';
export { BrokenSeal, markOf, newSealingKey, seal } from './seal.js';
export { sealStream, unseal, unsealStream } from './seal.js';
export { SqliteBallotBoxes } from './sqlite/sqlite-ballot-boxes.js';
export { KeptSessions } from './kept-sessions.js';
export type { KeptSession } from './kept-sessions.js';
export { MemorySessions } from './memory/memory-sessions.js';
export { SqliteSessions } from './sqlite/sqlite-sessions.js';
export { Leases } from './leases.js';
export type { Lease } from './leases.js';
export { MemoryLeases } from './memory/memory-leases.js';
export { SqliteLeases } from './sqlite/sqlite-leases.js';
