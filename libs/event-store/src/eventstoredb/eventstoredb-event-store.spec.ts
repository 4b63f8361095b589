import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Emulator } from '../../test/emulator/emulator.js';
import { describeEventStoreContract } from '../event-store.contract.js';
import { SqliteEventStore } from '../sqlite/sqlite-event-store.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

describeEventStoreContract('the adapter of EventStoreDB on the emulator', async ({ now }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-events-'));
  const engine = await SqliteEventStore.open(join(folder, 'events.db'), { now });
  const server = await new Emulator(engine).start();
  const { connectionString } = server;
  const store = new EventStoreDbEventStore({ connectionString, firstPauseMs: 1 });
  return {
    store,
    dispose: async () => {
      await store.close();
      server.stop();
      await engine.close();
      await rm(folder, { recursive: true });
    },
  };
});
