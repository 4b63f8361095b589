import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventStoreContract } from '../event-store.contract.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describeEventStoreContract('sqlite', async ({ now }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-events-'));
  const store = await SqliteEventStore.open(join(folder, 'events.db'), { now });
  return {
    store,
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
