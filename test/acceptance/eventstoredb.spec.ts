import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import type { EmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import { failedStart, forget, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavolo, tavoloWith } from './tavolo.js';

/** All three in the long form (`npm run test:soak`). */
const journeys = process.env.TAVOLO_SOAK === '1' ? [] : ['--journey', '1'];

describe('a server whose log lies in EventStoreDB', () => {
  let emulated: EmulatedLog;
  let server: RunningServer;
  const env = () => ({
    TAVOLO_EVENTSTOREDB: emulated.emulator.connectionString,
    TAVOLO_EVENTSTOREDB_NAMESPACE: 'tavolo.',
  });
  const start = async (folder?: string) =>
    await startServer({ env: env(), ...(folder !== undefined && { folder }) });

  beforeAll(async () => {
    emulated = await startEmulatedLog();
    server = await start();
  });
  afterAll(async () => {
    await server.stop();
    forget(server);
    await emulated.close();
  });

  it('runs the journeys, and has all of it after it was killed', async () => {
    const told = await tavolo('demo', '--narrate', ...journeys, '--url', server.url);
    expect(told).toMatchObject({ code: 0 });
    const before = await Array.fromAsync(emulated.engine.readAll(), ({ stream, id }) => ({
      stream,
      id,
    }));
    expect(before.length).toBeGreaterThan(100);
    expect(before.every(({ stream }) => stream.startsWith('tavolo.'))).toBe(true);
    await server.stop('SIGKILL');
    server = await start(server.folder);
    const after = await Array.fromAsync(emulated.engine.readAll({ max: before.length }));
    expect(after.map(({ stream, id }) => ({ stream, id }))).toEqual(before);
  });

  it('X-1: does not start on a log of which something may go, and does when all of it stays', async () => {
    const namespace = { TAVOLO_EVENTSTOREDB_NAMESPACE: 'other.' };
    const store = new EventStoreDbEventStore({
      ...{ connectionString: emulated.emulator.connectionString, namespace: 'other.' },
    });
    const once = () => failedStart({ words: ['--demo=empty'], env: { ...env(), ...namespace } });
    await store.setStreamMeta('agreement-1', { maxAgeSeconds: 3_600 });
    const { code, output } = await once();
    expect(code).toBe(2);
    expect(output).toMatch(
      /^tavolo: il log perde eventi.*agreement-1 \(\$maxAge\).*· the log loses/mu,
    );
    expect(output).not.toMatch(/^\s+at /mu);
    const all = await Array.fromAsync(store.readAll());
    expect(all).toEqual([]); // Nothing was founded there.
    await store.setStreamMeta('agreement-1', {});
    const started = await startServer({ env: { ...env(), ...namespace } });
    await started.stop();
    forget(started);
    await store.close();
  });

  it('is founded there, too, and not in the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
    const before = await Array.fromAsync(emulated.engine.readAll());
    const settings = { ...env(), TAVOLO_EVENTSTOREDB_NAMESPACE: 'body.' };
    const words = ['--name', 'Ente', '--issuer', 'https://issuer.example', '--subject', 'one'];
    const ended = await tavoloWith(settings, 'init', '--data', folder, ...words);
    expect(ended).toMatchObject({ code: 0, err: '' });
    const founded = (await Array.fromAsync(emulated.engine.readAll())).slice(before.length);
    expect(founded.map(({ stream }) => stream.split('.')[0])).toContain('body');
    expect(existsSync(join(folder, 'log.db'))).toBe(false);
    rmSync(folder, { recursive: true });
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
