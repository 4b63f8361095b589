import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { describeEventStoreContract } from '../../libs/event-store/src/event-store.contract.js';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { tavolo } from '../acceptance/tavolo.js';

// Only by `npm run test:eventstoredb`, which sees to it that there is a server.
const connectionString = process.env.TAVOLO_TEST_EVENTSTOREDB ?? '';
const namespace = () => `test.${randomUUID().replaceAll('-', '')}.`;

describeEventStoreContract('the adapter of EventStoreDB on a real server', () => {
  const store = new EventStoreDbEventStore({ connectionString, namespace: namespace() });
  return Promise.resolve({ store, hasOwnClock: true, dispose: () => store.close() });
});

describe('a server whose log lies in a real EventStoreDB', () => {
  const env = {
    TAVOLO_EVENTSTOREDB: connectionString,
    TAVOLO_EVENTSTOREDB_NAMESPACE: namespace(),
  };
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ env });
  });
  afterAll(async () => {
    await server.stop();
    forget(server);
  });

  it('runs the three journeys, and again after it was killed', async () => {
    expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject({ code: 0 });
    await server.stop('SIGKILL');
    server = await startServer({ env, folder: server.folder });
    expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject({ code: 0 });
  });
});
