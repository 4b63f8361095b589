import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { closeSync, writeFileSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage, Client } from '@tavolo/demo';
import type { Acting } from '@tavolo/demo';
import { asked, mutationOf, positionOf } from './asked.js';
import { atRest } from './ground.js';
import { failedStart, forget, real, startServer } from './server.js';
import type { RunningServer } from './server.js';

const stageOf = ({ url }: RunningServer) =>
  new Stage({ client: new Client(url), tell: () => undefined });

async function founderOf(server: RunningServer): Promise<Acting> {
  const { instance } = await stageOf(server).ask<Founded>(
    '{ instance { founderMandate founder { id } } }',
  );
  return { person: instance.founder.id, mandate: instance.founderMandate };
}

interface Founded {
  readonly instance: { readonly founderMandate: string; readonly founder: { readonly id: string } };
}

async function register(server: RunningServer, as: Acting, input: object) {
  const document = mutationOf('registerPartner');
  const { body } = await asked(server.url, { document, variables: { input }, as });
  return body.data?.registerPartner?.receipt;
}

const statusOf = async (server: RunningServer, id: unknown) => {
  const { partner } = await stageOf(server).ask<{ partner: { status: string } | null }>(
    'query ($id: ID!) { partner(id: $id) { status } }',
    { id },
  );
  return partner?.status;
};

describe.each(['SIGTERM', 'SIGKILL'] as const)('a server that was ended by %s', (signal) => {
  it('has everything that it acknowledged when it starts again, and finishes what was begun', async () => {
    const first = await startServer();
    const as = await founderOf(first);
    const input = { commandId: randomUUID(), name: 'Ente che resta', kind: 'OTHER' };
    const receipt = await register(first, as, input);
    await first.stop(signal); // The process that registers the partner may not have run yet.

    const second = await startServer({ folder: first.folder });
    const stage = stageOf(second);
    const what = { it: 'è registrato', en: 'it is registered' };
    await stage.until(
      what,
      () => statusOf(second, receipt?.stream),
      (status) => status === 'REGISTERED',
    );
    await atRest(stage, second.url);
    const before = await positionOf(second.url);
    expect(await register(second, as, input)).toEqual({ ...receipt, repeated: true });
    expect(await positionOf(second.url)).toBe(before);
    await second.stop();
    forget(second);
  }, 120_000);
});

const PROTOCOL = 'graphql-transport-ws';

/** A request of which half has come; `answered` is all that comes back until the connection ends. */
function halfAsked(url: string): Readonly<{ answered: Promise<string>; finish: () => void }> {
  const { host, port } = new URL(url);
  const body = JSON.stringify({ query: '{ instance { id } }' });
  const head = [
    ...['POST /graphql HTTP/1.1', `Host: ${host}`, 'Connection: close'],
    ...['Content-Type: application/json', `Content-Length: ${String(body.length)}`],
  ];
  const connection = connect(Number(port), '127.0.0.1');
  connection.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`);
  const chunks = Array.fromAsync(connection as AsyncIterable<Buffer>);
  return {
    answered: chunks.then((all) => Buffer.concat(all).toString()),
    finish: () => connection.write(body.slice(10)),
  };
}

describe('a data folder', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    forget(server);
  });

  it('is one server’s: a second one ends with a sentence, and the first goes on', async () => {
    const { code, output } = await failedStart({ folder: server.folder });
    expect(code).toBe(2);
    expect(output).toMatch(/^tavolo: .*(in use|another|already)/im);
    expect(output).not.toMatch(/^\s+at /m);
    expect(await positionOf(server.url)).not.toBe('');
  }, 120_000);

  it('is let go of in good order: what was begun is answered, subscriptions end, and it ends with 0', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, PROTOCOL);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    const ended = once(socket, 'close') as Promise<[CloseEvent]>;
    const { answered, finish } = halfAsked(server.url);
    expect(await positionOf(server.url)).not.toBe(''); // It has read what came before this.
    const stopped = server.stop();
    expect((await ended)[0].code).toBe(1001);
    finish();
    expect(await answered).toMatch(/^HTTP\/1.1 200 OK[^]*"data":\{"instance"/u);
    expect(await stopped).toBe(0);
    expect(server.output.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 120_000);

  it('is the demo’s or its user’s for ever', async () => {
    await server.stop();
    const { code, output } = await failedStart({ folder: server.folder, ...real() });
    expect(code).toBe(2);
    expect(output).toMatch(/^tavolo: .*stays a demo for ever/m);
    server = await startServer({ folder: server.folder });
  }, 120_000);
});

describe('a log that cannot be used is left byte for byte, and said so', () => {
  let good: RunningServer;
  const folders: string[] = [];
  beforeAll(async () => {
    good = await startServer();
    await register(good, await founderOf(good), { name: 'Ente', kind: 'OTHER' });
    await atRest(stageOf(good), good.url);
    await good.stop();
  }, 120_000);
  afterAll(() => {
    for (const folder of [good.folder, ...folders]) rmSync(folder, { recursive: true });
  });

  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'tavolo-'));
    folders.push(made);
    return made;
  };
  const overwritten = (place: number, bytes: Buffer) => (log: string) => {
    copyFileSync(join(good.folder, 'log.db'), log);
    const descriptor = openSync(log, 'r+');
    writeSync(descriptor, bytes, 0, bytes.length, place);
    closeSync(descriptor);
  };

  it.each([
    {
      what: 'a text file',
      make: (log: string) => writeFileSync(log, 'Caro diario, oggi piove.\n'),
    },
    { what: 'an empty file', make: (log: string) => writeFileSync(log, '') },
    {
      what: 'the database of another program',
      make: (log: string) => {
        const db = new DatabaseSync(log);
        db.exec('CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES (1)');
        db.close();
      },
    },
    { what: 'a damaged head', make: overwritten(0, Buffer.alloc(40, 0xff)) },
    { what: 'a damaged page', make: overwritten(4096, Buffer.alloc(4096, 0xa5)) },
    { what: 'a log of a newer version', make: overwritten(60, Buffer.from([0, 0, 0, 99])) },
  ])(
    '$what',
    async ({ make }) => {
      const data = folder();
      const log = join(data, 'log.db');
      make(log);
      const hash = () => createHash('sha256').update(readFileSync(log)).digest('hex');
      const before = hash();
      const { code, output } = await failedStart({ folder: data });
      expect(code).toBe(2);
      expect(output).toMatch(/^tavolo: .*log\.db/m);
      expect(output).not.toMatch(/^\s+at /m);
      expect(hash()).toBe(before);
      expect(readdirSync(data).filter((name) => !name.startsWith('log.db'))).toEqual([]);
    },
    30_000,
  );
});
