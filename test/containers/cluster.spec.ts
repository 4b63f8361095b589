import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { forget, startServer } from '../acceptance/server.js';
import { tavolo } from '../acceptance/tavolo.js';
import { describeRealServer, namespace } from '../eventstoredb/real-server.js';
import { startNodes } from './eventstoredb.js';
import type { Containers } from './eventstoredb.js';

// Only by `npm run test:containers`, which sees to it that there is a Docker engine.
let nodes: Containers;
beforeAll(async () => {
  nodes = await startNodes(3);
}, 300_000);
afterAll(() => nodes.stop());

describeRealServer('three nodes', () => nodes.connectionString);

describe('three nodes, whose leader is stopped in the middle of a journey', () => {
  it('lose nothing that was written, and serve again without a restart', async () => {
    const { connectionString } = nodes;
    const own = namespace();
    const store = new EventStoreDbEventStore({ connectionString, namespace: own });
    const server = await startServer({
      env: { TAVOLO_EVENTSTOREDB: connectionString, TAVOLO_EVENTSTOREDB_NAMESPACE: own },
    });
    const leaving = new AbortController();
    const written: string[] = [];
    // From the log itself: the journey is under way when its first facts are there.
    const journey = tavolo('demo', '--narrate', '--url', server.url);
    for await (const signal of store.subscribe({ signal: leaving.signal })) {
      if (signal.kind === 'event') written.push(signal.event.id);
      if (written.length === 50) break;
    }
    leaving.abort();
    const stopped = await nodes.leader();
    await stopped.container.stop();
    await journey; // It may be told that the log is away; what it was told is written is there.
    await expect(ready(server.url)).resolves.toBe(true);
    expect(await tavolo('demo', '--narrate', '--url', server.url)).toMatchObject({ code: 0 });
    const found = await Array.fromAsync(store.readAll(), ({ id }) => id as string);
    expect(written.filter((id) => !found.includes(id))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    await server.stop();
    forget(server);
    await store.close();
  }, 300_000);
});

/** Asked until it is: each question waits for the log a while by itself. */
async function ready(url: string): Promise<boolean> {
  for (let attempt = 1; attempt <= 60; attempt += 1) {
    const { ok } = await fetch(`${url}/health/ready`);
    if (ok) return true;
  }
  return false;
}
