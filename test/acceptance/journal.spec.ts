import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClient } from 'graphql-ws';
import { askerOf, founderOf, READER } from '../asking.js';
import type { Ask } from '../asking.js';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';
import { readJournal } from '../quiet-journal.js';

const NOW = '2026-11-27T10:00:00.000Z';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const json = { 'content-type': 'application/json' };
const { journal, lines } = readJournal(NOW);

let app: NestFastifyApplication;
let url: string;
let ask: Ask;
let founder: Record<string, string>;

beforeAll(async () => {
  const perMinute = { person: 10_000, address: 60 };
  app = await memoryServer({}, { perMinute }, { journal });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  ask = askerOf(app);
  founder = await founderOf(ask);
});
afterAll(() => app.close());
beforeEach(() => {
  lines.length = 0;
});

type Line = Readonly<Record<string, unknown>>;
const noted = (event?: string) =>
  lines
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => event === undefined || line.event === event);

describe('what is refused by its form alone', () => {
  const graphql = (payload: string, headers: Record<string, string> = json) =>
    ({ method: 'POST', url: '/graphql', payload, headers }) as const;
  it.each([
    ['a body that is no JSON', 400, graphql('{')],
    ['no body', 400, graphql('')],
    ['a body with a prototype of its own', 400, graphql('{"__proto__":{"a":1}}')],
    ['a body that is a list', 400, graphql('[]')],
    ['a body that is no object', 400, graphql('"a"')],
    ['a body without an operation', 400, graphql('{}')],
    ['variables that are no object', 400, graphql('{"query":"{ __typename }","variables":3}')],
    ['what a form of another site could send', 400, graphql('a', { 'content-type': 'text/plain' })],
    ['a mutation by GET', 405, { url: '/graphql?query=mutation%7B__typename%7D', headers: json }],
    [
      'another answer than JSON',
      406,
      graphql('{"query":"{ __typename }"}', { ...json, accept: 'text/csv' }),
    ],
    ['a body that is too long', 413, graphql(JSON.stringify({ query: '#'.repeat(300_000) }))],
    ['a body of another type', 415, graphql('<a/>', { 'content-type': 'application/xml' })],
    ['a type that cannot be read', 415, graphql('a', { 'content-type': 'xx' })],
    ['an address with nothing there', 404, { url: '/nowhere' }],
    ['a method that an address does not take', 405, { method: 'PUT', url: '/graphql' }],
    ['an address that cannot be read', 400, { url: '/%E0%A4%A' }],
    ['no JSON beside GraphQL', 400, { ...graphql('{'), url: '/operations/rebuild' }],
    ['no JSON where one signs out', 400, { ...graphql('{'), url: '/session/logout' }],
    ['a file that is not there', 404, { url: '/altair/none.js' }],
  ] as const)('is answered in the language of who asks: %s', async (_what, status, request) => {
    const sentenceIn = async (language: string) => {
      const headers = { ...('headers' in request && request.headers), 'accept-language': language };
      const answer = await app.inject({ ...request, headers });
      expect([answer.statusCode, answer.headers['x-request-id']]).toStrictEqual([
        status,
        expect.stringMatching(UUID),
      ]);
      const { message, errors, extensions } = answer.json<{
        message?: string;
        errors?: readonly { message: string; extensions: object }[];
        extensions?: object;
      }>();
      if (errors) expect(extensions).toHaveProperty('requestId', answer.headers['x-request-id']);
      expect(errors?.[0]?.extensions ?? {}).not.toHaveProperty('it');
      return message ?? errors?.[0]?.message ?? '';
    };
    const [it, en] = [await sentenceIn('it'), await sentenceIn('en')];
    expect(it).toMatch(/^[A-ZÀÈÉ].{15,}\.$/u);
    expect(en).toMatch(/^[A-Z].{15,}\.$/u);
    expect(it).not.toBe(en);
    expect(`${it}${en}`).not.toMatch(/Cannot|FST_|CSRF|batching|Body is/u);
  });

  it('says which methods an address takes', async () => {
    const { headers } = await app.inject({ method: 'PUT', url: '/graphql' });
    expect(headers.allow).toBe('GET, POST');
  });

  it.each([
    ['headers that are too long', `GET / HTTP/1.1\nHost: a\nX: ${'a'.repeat(20_000)}\n\n`, 431],
    ['what is no HTTP', 'GARBAGE\n\n', 400],
  ])('is answered on the wire in both languages: %s', async (...[, request, status]) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(request.replaceAll('\n', '\r\n'));
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    const [head = '', body = ''] = chunk.toString().split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `, 'u'));
    expect(head).toMatch(/\r\nx-request-id: [0-9a-f-]{36}/iu);
    expect((JSON.parse(body) as { message: string }).message).toMatch(/\. – .+\.$/u);
  });
});

describe('the journal', () => {
  const REGISTER = `mutation { registerPerson(input: { name: "Nome Segreto" }) {
    __typename ... on Refusal { code } } }`;

  it('has the time in UTC, by the clock that it was given, and the id that the answer has', async () => {
    const answer = await app.inject({ url: '/nowhere' });
    expect(noted()).toStrictEqual([
      {
        ...{ level: 'info', time: NOW, event: 'request.refused', address: '127.0.0.1' },
        ...{ requestId: answer.headers['x-request-id'], method: 'GET', route: null },
        ...{ status: 404, codes: ['NOT_FOUND'] },
      },
    ]);
  });

  it('names a login that is refused, by which it is and why, and never what was sent', async () => {
    const header = (await bearer(READER)).authorization ?? '';
    const forged = `${header.slice(0, -6)}AAAAAA`;
    await ask('{ __typename }', {}, { authorization: forged });
    expect(noted('login.refused')).toMatchObject([
      { by: 'token', reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', address: '127.0.0.1' },
    ]);
    expect(noted('login.refused')[0]?.requestId).toMatch(UUID);
    lines.length = 0;
    const cookie = `__Host-tavolo=${'x'.repeat(43)}`;
    await app.inject({ url: '/schema.graphql', headers: { cookie } });
    expect(noted('login.refused')).toMatchObject([{ by: 'session', reason: 'SessionEnded' }]);
    lines.length = 0;
    const code = '/session/callback?code=geheim&state=geheim';
    await app.inject({ url: code, headers: { cookie: '__Host-tavolo-login=geheim' } });
    expect(noted('login.refused')).toMatchObject([{ by: 'session', reason: 'LoginFailed' }]);
    expect(lines.join('')).not.toMatch(/geheim|xxx|AAAAAA/u);
  });

  it('names a login that is taken once, and not every request of it', async () => {
    const headers = await bearer('person-00000000-0000-4000-8000-00000000000b');
    await ask('{ __typename }', {}, headers);
    await ask('{ __typename }', {}, headers);
    expect(noted()).toMatchObject([
      {
        ...{ event: 'login.accepted', by: 'token', assurance: 'substantial' },
        person: 'person-00000000-0000-4000-8000-00000000000b',
      },
    ]);
  });

  it('names an act that is refused: who, under which mandate, by which rule, and not its content', async () => {
    const mandate = { 'tavolo-mandate': 'partner-none#1' };
    const { data } = await ask(REGISTER, {}, { ...founder, ...mandate });
    expect(data?.registerPerson).toHaveProperty('code', 'MandateUnknown');
    expect(noted('act.refused')).toMatchObject([
      { person: expect.stringMatching(/^person-/u), mandate: 'partner-none#1', rule: 'X-3' },
    ]);
    expect(lines.join('')).not.toContain('Nome Segreto');
  });

  it('names what is refused before it runs, over a WebSocket too', async () => {
    const out = await app.inject({
      ...{ method: 'POST', url: '/graphql', payload: { query: '{ boards { totalCount } }' } },
    });
    expect(noted('request.refused')).toMatchObject([
      { requestId: out.headers['x-request-id'], status: 401, codes: ['UNAUTHENTICATED'] },
    ]);
    lines.length = 0;
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql` });
    await new Promise<void>((resolve) => {
      const done = () => {
        resolve();
      };
      client.subscribe(
        { query: '{ boards { totalCount } }' },
        { next: done, error: done, complete: done },
      );
    });
    await client.dispose();
    expect(noted('request.refused')).toMatchObject([
      { method: 'WEBSOCKET', address: '127.0.0.1', codes: ['UNAUTHENTICATED'] },
    ]);
  });

  it('has one line for each thing, whatever stands in it: no line break begins another', async () => {
    const injected = 'a\r\n{"level":"info","event":"login.accepted","person":"person-eve"}\u2028';
    await app.inject({
      ...{
        method: 'POST',
        url: '/graphql',
        headers: { 'accept-language': injected.replaceAll(/[\r\n\u2028]/gu, ' ') },
      },
      payload: { query: `{ ${JSON.stringify(injected)} }`, operationName: injected },
    });
    await app.inject({ url: `/nowhere/${encodeURIComponent(injected)}` });
    new Logger('part').error(new Error(injected));
    new Logger(injected).warn(injected);
    new Logger('part').error({ requestId: injected, error: new Error(injected) });
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) {
      expect(line).toMatch(/^\{[^\r\n]*\}\n$/u);
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
    expect(noted('login.accepted')).toStrictEqual([]);
  });

  it('names the part that says something, with the error and where it was thrown', () => {
    new Logger('part').error({ requestId: 'r', error: new TypeError('broken') });
    new Logger('other').warn('a sentence');
    expect(noted()).toMatchObject([
      {
        ...{ level: 'error', part: 'part', requestId: 'r', time: NOW },
        error: { type: 'TypeError', message: 'broken', stack: expect.stringContaining(' at ') },
      },
      { level: 'warn', part: 'other', message: 'a sentence' },
    ]);
  });

  it('has the address of no calendar and of no invitation: both are secrets', async () => {
    await app.inject({ url: '/calendar/geheim.ics' });
    await app.inject({ url: '/session/invitation/geheim' });
    expect(noted('request.refused')).toMatchObject([
      { route: '/calendar/:file', status: 404 },
      { route: '/session/invitation/:token', status: 403 },
    ]);
    expect(lines.join('')).not.toContain('geheim');
  });

  it('names a limit that is reached once, however often it is run into', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 70 },
        async () => (await app.inject({ url: '/health/live' })).statusCode,
      ),
    );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(1);
    expect(noted('limit.reached')).toMatchObject([
      { limit: 'requests', address: '127.0.0.1', requestId: expect.stringMatching(UUID) },
    ]);
  });
});
