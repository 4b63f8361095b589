export {
  AppendOutcomeUnknown,
  AppendTooLarge,
  categoryOf,
  CorruptIdempotency,
  EventStore,
  InvalidAppend,
  MAX_APPEND_BYTES,
  START,
  StoreInUse,
  StoreUnavailable,
  StreamTombstoned,
  UnusableStore,
  WrongExpectedRevision,
} from './event-store.js';
export type {
  Appended,
  Basis,
  DocumentRef,
  EventReader,
  ExpectedRevision,
  Filter,
  JsonObject,
  Meta,
  NewEvent,
  Position,
  RecordedEvent,
  ShortenedStream,
  Shortening,
  Signal,
  StreamMeta,
  StreamRead,
  Uuid,
} from './event-store.js';
export type { EventStoreDbOptions } from './eventstoredb/connection.js';
export { MemoryEventStore } from './memory/memory-event-store.js';
export { mustKeepAll } from './retention.js';
export type { RetentionMark } from './retention.js';
export { SharedReading } from './shared-reading.js';
export { placeCopy, SqliteSnapshot } from './sqlite/snapshot.js';
export { checkLog } from './sqlite/data-file.js';
export { takeLock } from './sqlite/lock.js';
export { SqliteEventReader } from './sqlite/sqlite-event-reader.js';
export type { SqliteReaderOptions } from './sqlite/sqlite-event-reader.js';
export { SqliteEventStore } from './sqlite/sqlite-event-store.js';
export type { SqliteOptions } from './sqlite/sqlite-event-store.js';
