import { describeEventStoreContract } from '../event-store.contract.js';
import { MemoryEventStore } from './memory-event-store.js';

describeEventStoreContract('memory', ({ now }) => {
  const store = new MemoryEventStore(now);
  return Promise.resolve({ store, dispose: () => store.close() });
});
