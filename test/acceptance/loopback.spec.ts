import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { memoryServer } from '../memory-server.js';

let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  app = await memoryServer({ TAVOLO_URL: 'https://tavolo.example.org' });
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
});
afterAll(() => app.close());

type Headers = Readonly<Record<string, string>>;

async function ask(method: string, path: string, headers: Headers) {
  const request = httpRequest({ host: '127.0.0.1', port, method, path, headers });
  request.end();
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
}

/** The first line that comes back of a handshake, and what follows its headers. */
async function upgrade(headers: Headers, path = '/graphql') {
  const socket = connect(port, '127.0.0.1');
  const given = {
    ...{ host: `127.0.0.1:${String(port)}`, connection: 'Upgrade', upgrade: 'websocket' },
    ...{ 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' },
    ...{ 'sec-websocket-protocol': 'graphql-transport-ws', ...headers },
  };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  socket.write([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return chunk.toString();
}

const paths = [
  ['GET', '/'],
  ['GET', '/health/live'],
  ['GET', '/altair/'],
  ['GET', '/nowhere'],
  ['GET', '/graphql?query=%7B__typename%7D'],
  ['POST', '/graphql'],
  ['POST', '/documents'],
  ['POST', '/operations/rebuild'],
  ['PUT', '/demo/clock'],
  ['DELETE', '/demo/clock'],
] as const;
const own = () => `http://127.0.0.1:${String(port)}`;

describe('a name that leads here but is not of this machine', () => {
  it.each(paths)('is refused: %s %s', async (method, path) => {
    for (const host of ['evil.example', `evil.example:${String(port)}`, '127.0.0.1.evil.example']) {
      const { status, body } = await ask(method, path, { host });
      expect([status, JSON.parse(body)]).toMatchObject([403, { code: 'FORBIDDEN' }]);
    }
  });

  it.each(['127.0.0.1', 'localhost', 'LocalHost:8080', '[::1]:4000'])(
    'is none of ours: %s',
    async (host) => {
      expect((await ask('GET', '/health/live', { host })).status).toBe(200);
    },
  );

  it('is refused in the language of who asks', async () => {
    const of = async (language: string) =>
      (await ask('GET', '/', { host: 'evil.example', 'accept-language': language })).body;
    expect(await of('it')).toContain('Questo server risponde solo');
    expect(await of('en')).toContain('This server answers only');
  });
});

describe('a page of another site', () => {
  const others = () => [
    ...['http://evil.example', 'null', 'https://evil.example', `${own()}.evil.example`],
    ...['http://localhost:1', 'http://127.0.0.1', `https://127.0.0.1:${String(port)}`],
    ...[`${own()}, ${own()}`, 'http://tavolo.example.org', 'https://tavolo.example.org:8443'],
    'https://x.tavolo.example.org',
  ];

  it.each(paths)('is refused: %s %s', async (method, path) => {
    for (const origin of others()) {
      expect((await ask(method, path, { origin })).status).toBe(403);
    }
  });

  it('is none of ours: the playground, by any name of this machine', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const origin = `http://${name}:${String(port)}`;
      expect((await ask('GET', '/health/live', { origin })).status).toBe(200);
    }
  });

  it('is none that came through the proxy, by the address at which browsers know this server', async () => {
    const origin = 'https://tavolo.example.org';
    expect((await ask('GET', '/health/live', { origin })).status).toBe(200);
    expect((await ask('GET', '/', { origin, host: 'tavolo.example.org' })).status).toBe(403);
    expect(await upgrade({ origin })).toMatch(/^HTTP\/1\.1 101 /);
  });

  it('gets no WebSocket: not by its origin, not by a name of its own', async () => {
    for (const headers of [...others().map((origin) => ({ origin })), { host: 'evil.example' }]) {
      const answer = await upgrade(headers);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain('"code":"FORBIDDEN"');
    }
    expect(await upgrade({})).toMatch(/^HTTP\/1\.1 101 /);
    expect(await upgrade({ origin: own() })).toMatch(/^HTTP\/1\.1 101 /);
  });
});

it('a WebSocket to any other path is answered, not left hanging', async () => {
  expect(await upgrade({}, '/elsewhere')).toMatch(/^HTTP\/1\.1 404 /);
});
