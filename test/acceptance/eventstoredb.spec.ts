import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import { Emulator } from '../../libs/event-store/test/emulator/emulator.js';
import { failedStart, forget, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavolo } from './tavolo.js';

describe('a server whose log lies in EventStoreDB', () => {
  const engine = new MemoryEventStore();
  const emulator = new Emulator(engine);
  let server: RunningServer;
  const env = () => ({
    TAVOLO_EVENTSTOREDB: emulator.connectionString,
    TAVOLO_EVENTSTOREDB_NAMESPACE: 'tavolo.',
  });
  const start = async (folder?: string) =>
    await startServer({ env: env(), ...(folder !== undefined && { folder }) });

  beforeAll(async () => {
    await emulator.start();
    server = await start();
  });
  afterAll(async () => {
    await server.stop();
    forget(server);
    emulator.stop();
    await engine.close();
  });

  it('runs the three journeys, and has all of it after it was killed', async () => {
    const told = await tavolo('demo', '--narrate', '--url', server.url);
    expect(told).toMatchObject({ code: 0 });
    const before = await Array.fromAsync(engine.readAll(), ({ stream, id }) => ({ stream, id }));
    expect(before.length).toBeGreaterThan(100);
    expect(before.every(({ stream }) => stream.startsWith('tavolo.'))).toBe(true);
    await server.stop('SIGKILL');
    server = await start(server.folder);
    const again = await tavolo('demo', '--narrate', '--journey', '1', '--url', server.url);
    expect(again).toMatchObject({ code: 0 });
    const after = await Array.fromAsync(engine.readAll({ max: before.length }));
    expect(after.map(({ stream, id }) => ({ stream, id }))).toEqual(before);
  });

  it('is one of a folder: a second one there is refused, wherever the log lies', async () => {
    const { code, output } = await failedStart({
      ...{ folder: server.folder, env: env(), words: ['--demo=empty'] },
    });
    expect(code).toBe(2);
    expect(output).toContain('is in use by another running Tavolo');
  });

  it.each([
    ['esdb://127.0.0.1:1?tls=false', '', 'EventStoreDB does not answer'],
    ['mysql://x', '', 'TAVOLO_EVENTSTOREDB is no connection string of EventStoreDB'],
    ['esdb://127.0.0.1:1?tls=false', 'Lombardia', 'TAVOLO_EVENTSTOREDB_NAMESPACE is Lombardia'],
  ])('does not start on %s with the namespace «%s»: %s', async (address, namespace, sentence) => {
    const { code, output } = await failedStart({
      words: ['--demo=empty'],
      env: { TAVOLO_EVENTSTOREDB: address, TAVOLO_EVENTSTOREDB_NAMESPACE: namespace },
    });
    expect(code).toBe(2);
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/^\s+at /mu);
  });
});
