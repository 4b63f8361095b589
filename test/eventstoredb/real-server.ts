import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { describeEventStoreContract } from '../../libs/event-store/src/event-store.contract.js';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { tavolo } from '../acceptance/tavolo.js';

/** Streams of a test of its own: others on that server are left alone. */
export const namespace = (): string => `test.${randomUUID().replaceAll('-', '')}.`;

/** Contract, journeys and a killed server, on an EventStoreDB that is there when the tests begin. */
export function describeRealServer(name: string, connectionString: () => string): void {
  describeEventStoreContract(`the adapter on ${name}`, () => {
    const options = { connectionString: connectionString(), namespace: namespace() };
    const store = new EventStoreDbEventStore(options);
    return Promise.resolve({ store, hasOwnClock: true, dispose: () => store.close() });
  });

  describe(`a server whose log lies in ${name}`, () => {
    const own = namespace();
    const env = () => ({
      TAVOLO_EVENTSTOREDB: connectionString(),
      TAVOLO_EVENTSTOREDB_NAMESPACE: own,
    });
    let server: RunningServer;

    beforeAll(async () => {
      server = await startServer({ env: env() });
    });
    afterAll(async () => {
      await server.stop();
      forget(server);
    });

    it('runs the three journeys, and again after it was killed', async () => {
      expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject({ code: 0 });
      await server.stop('SIGKILL');
      server = await startServer({ env: env(), folder: server.folder });
      expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject({ code: 0 });
    });
  });
}
