import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import { processProjections } from '@tavolo/process/projections';
import { inlineWriter, startProjections } from '@tavolo/projection';
import type { Projections } from '@tavolo/projection';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { quietJournal } from '../../../../test/quiet-journal.js';
import { takenFrom } from '../stores/taken-read-model.js';
import { serveReadModelCopies } from './read-model-copies.js';

const KEY = 'k'.repeat(43);
const layout = 'asked for by a program';

let folder: string;
let projections: Projections;
let http: FastifyInstance;
let state: string;
let difference: string | null;
/** What a copy waits for, and who is told that it was begun. */
let gate: Promise<unknown>;
let begun: () => void;
/** Where the copy is said to lie. */
let placed: (path: string) => string;
const others: Server[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  const writer = inlineWriter({ projections: processProjections, source: new MemoryEventStore() });
  projections = await startProjections({ folder, writer });
  [state, difference] = ['live', null];
  [gate, begun, placed] = [Promise.resolve(), () => undefined, (path) => path];
  http = fastify();
  serveReadModelCopies(http, {
    projections: {
      copy: async () => {
        begun();
        await gate;
        return placed(await projections.copy());
      },
      differenceFrom: () => Promise.resolve(difference),
      status: () => ({ ...projections.status(), state: state as 'live' }),
    },
    ...{ key: KEY, journal: quietJournal() },
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const other of others.splice(0)) {
    other.closeAllConnections();
    other.close();
  }
  await http.close();
  await projections.close();
  rmSync(folder, { recursive: true });
});

const address = () =>
  new URL(`http://127.0.0.1:${String((http.server.address() as AddressInfo).port)}`);
let takes = 0;

/** A machine that does other work too is slow, not silent. */
const PATIENCE_MS = 60_000;

async function take(
  replicas: readonly URL[],
  key = KEY,
  patienceMs = PATIENCE_MS,
): Promise<string | null> {
  const path = join(folder, `taken-${String((takes += 1))}`);
  return await takenFrom({ replicas, key }, patienceMs)({ layout, path });
}

/** Resolves when no copy lies there any more. */
async function untilGone(): Promise<void> {
  while (readdirSync(folder).some((name) => name.startsWith('copy'))) await turn();
}

/** A replica that answers as a test has it. */
async function another(answer: Parameters<typeof createServer>[1]): Promise<URL> {
  const server = createServer(answer);
  others.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
}

describe('a copy of the read model', () => {
  it('is given to who has the key of the replicas, and nothing of it stays', async () => {
    expect(await take([address()])).toBeNull();
    await expect(untilGone()).resolves.toBeUndefined();
  });

  it('is kept from who has another key or none, on the machine of the server too', async () => {
    for (const key of ['x'.repeat(43), '']) {
      expect(await take([address()], key)).toContain('who shows the key of the replicas only');
    }
    const { statusCode } = await http.inject({ method: 'POST', url: '/operations/read-model' });
    expect(statusCode).toBe(401);
    const without = fastify();
    serveReadModelCopies(without, { projections, key: null, journal: quietJournal() });
    const none = await without.inject({ method: 'POST', url: '/operations/read-model' });
    expect(none.statusCode).toBe(404);
    await without.close();
  });

  it('is refused to another version in a sentence, and while the log is not read to its end', async () => {
    difference = 'plans is of version 7 here and of version 8 where it is asked for';
    expect(await take([address()])).toBe(
      `${address().origin}: The read model is of another version of the program: ${difference}.`,
    );
    [state, difference] = ['catchingUp', null];
    expect(await take([address()])).toContain('has not read the log to its end yet');
  });

  it('is made for one at a time', async () => {
    const [opened, started] = [Promise.withResolvers(), Promise.withResolvers()];
    [gate, begun] = [opened.promise, () => started.resolve(null)];
    const first = take([address()]);
    await started.promise;
    expect(await take([address()])).toContain('Another copy is being made');
    opened.resolve(null);
    expect(await first).toBeNull();
    await untilGone();
    expect(await take([address()])).toBeNull();
  });

  it('that cannot be made keeps nobody from the next one', async () => {
    const lost: string[] = [];
    placed = (path) => `${String(lost.push(path))} is not there`;
    expect(await take([address()])).toContain('it answered 500');
    placed = (path) => path;
    expect(await take([address()])).toBeNull();
    rmSync(lost[0] ?? '');
  });

  it('is taken from the next one where the first gives none: away, silent, half, elsewhere', async () => {
    const half = await another((_request, response) => {
      response.writeHead(200, { 'content-length': 10 }).write('half');
      response.destroy();
    });
    const silent = await another(() => undefined);
    const elsewhere = await another((_request, response) => {
      response.writeHead(307, { location: address().href }).end();
    });
    const odd = await another((_request, response) => response.writeHead(500).end('<html>'));
    const away = new URL('http://127.0.0.1:1');
    const poor = [away, silent, half, elsewhere, odd];
    expect(await take([...poor, address()], KEY, 5_000)).toBeNull();
    const reason = (await take(poor, KEY, 1_000)) ?? '';
    expect(reason.split('; ')).toHaveLength(5);
    expect(reason).toContain('it said nothing for 1 s');
    expect(reason).toContain('it answered 500');
  });
});
