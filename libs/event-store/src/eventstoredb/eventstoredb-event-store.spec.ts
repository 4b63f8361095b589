import { Emulator } from '../../test/emulator/emulator.js';
import { describeEventStoreContract } from '../event-store.contract.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

describeEventStoreContract('the adapter of EventStoreDB on the emulator', async ({ now }) => {
  const engine = new MemoryEventStore(now);
  const server = await new Emulator(engine).start();
  const { connectionString } = server;
  const store = new EventStoreDbEventStore({ connectionString, firstPauseMs: 1 });
  return {
    store,
    dispose: async () => {
      await store.close();
      server.stop();
      await engine.close();
    },
  };
});
