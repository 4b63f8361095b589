export {
  DocumentDamaged,
  DocumentTooLarge,
  PrivateStore,
  UnusablePrivateStore,
} from './private-store.js';
export type { CalendarLink, DocumentInfo } from './private-store.js';
export { MemoryPrivateStore } from './memory/memory-private-store.js';
export { SqlitePrivateStore } from './sqlite/sqlite-private-store.js';
