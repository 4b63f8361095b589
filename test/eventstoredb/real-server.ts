import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { describeEventStoreContract } from '../../libs/event-store/src/event-store.contract.js';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { tavolo } from '../acceptance/tavolo.js';

/** Streams of a test of its own: others on that server are left alone. */
export const namespace = (): string => `test.${randomUUID().replaceAll('-', '')}.`;

/** What the journeys come to; what went wrong stands in `err`. */
const TOLD = { code: 0, err: '' };

/** Contract, journeys and a killed server, on an EventStoreDB that is there when the tests begin. */
export function describeRealServer(name: string, connectionString: () => string): void {
  describeEventStoreContract(`the adapter on ${name}`, () => {
    const options = { connectionString: connectionString(), namespace: namespace() };
    const store = new EventStoreDbEventStore(options);
    return Promise.resolve({
      store,
      hasOwnClock: true,
      isShared: true,
      dispose: () => store.close(),
    });
  });

  describe(`a server whose log lies in ${name}`, () => {
    const own = namespace();
    const env = () => ({
      TAVOLO_EVENTSTOREDB: connectionString(),
      TAVOLO_EVENTSTOREDB_NAMESPACE: own,
    });
    let server: RunningServer;
    let store: EventStoreDbEventStore;

    beforeAll(async () => {
      store = new EventStoreDbEventStore({ connectionString: connectionString(), namespace: own });
      server = await startServer({ env: env() });
    });
    afterAll(async () => {
      await server.stop();
      await store.close();
      forget(server);
    });

    it('runs the three journeys, and has all of it after it was killed', async () => {
      expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject(TOLD);
      await server.stop('SIGKILL');
      const before = await Array.fromAsync(store.readAll());
      expect(before.length).toBeGreaterThan(100);
      server = await startServer({ env: env(), folder: server.folder });
      // What a process had still to do it does after the start: that comes behind.
      expect(await Array.fromAsync(store.readAll({ max: before.length }))).toEqual(before);
      expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject(TOLD);
      const all = await Array.fromAsync(store.readAll());
      expect(all.slice(0, before.length)).toEqual(before);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const next = new Map<string, number>();
      for (const { stream, revision } of all) {
        expect([stream, revision]).toEqual([stream, next.get(stream) ?? 0]);
        next.set(stream, revision + 1);
      }
    });
  });
}
