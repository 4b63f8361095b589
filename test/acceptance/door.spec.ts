import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReadModel } from '@tavolo/projection';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { askerOf, founderOf } from '../asking.js';
import type { Ask } from '../asking.js';
import { memoryServer } from '../memory-server.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INTROSPECTION = '{ __schema { types { name } } }';
const many = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');
const parents = (levels: number) =>
  `{ networks(first: 1) { edges { node { ${'parent { '.repeat(levels)}id${' }'.repeat(levels)} } } } }`;

let app: NestFastifyApplication;
let url: string;
let ask: Ask;
let client: Client;
let founder: Record<string, string>;
let logged: jest.SpiedFunction<Logger['error']>;

beforeAll(async () => {
  logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  app = await memoryServer();
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  ask = askerOf(app);
  founder = await founderOf(ask);
  client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { ...founder, 'accept-language': 'en' },
  });
});
afterAll(async () => {
  await client.dispose();
  await app.close();
});
afterEach(() => {
  logged.mockClear();
});

interface Said {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

/** The first error over HTTP, with the status. */
async function overHttp(query: string, variables: object = {}) {
  const { status, errors } = await ask(query, variables, founder);
  return { status, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message ?? '' };
}

/** The first error over a WebSocket, in whichever message it came. */
async function overSocket(query: string, variables: Record<string, unknown> = {}) {
  const said = await new Promise<readonly Said[]>((resolve, reject) => {
    let found: readonly Said[] = [];
    client.subscribe(
      { query, variables },
      {
        next: ({ errors = [] }) => (found = errors as unknown as readonly Said[]),
        error: (errors) =>
          Array.isArray(errors) ? resolve(errors as readonly Said[]) : reject(errors as Error),
        complete: () => resolve(found),
      },
    );
  });
  return { code: said[0]?.extensions.code, message: said[0]?.message ?? '', said: said[0] };
}

describe('the limits of one request', () => {
  const cases: readonly (readonly [what: string, within: string, beyond: string])[] = [
    ['fields within fields', parents(12), parents(13)],
    [
      'aliases',
      `{ ${many(30, (n) => `a${String(n)}: __typename`)} }`,
      `{ ${many(31, (n) => `a${String(n)}: instance { id }`)} }`,
    ],
    [
      'directives',
      `{ ${many(20, () => '__typename @skip(if: false)')} }`,
      `{ ${many(21, () => '__typename @skip(if: false)')} }`,
    ],
    [
      'selections in braces',
      `{ ${many(99, () => 'instance { id }')} }`,
      `{ ${many(120, () => 'instance { id }')} }`,
    ],
    [
      'uses of fragments',
      `{ ${many(99, () => '... { __typename }')} }`,
      `{ ${many(101, () => '... { __typename }')} }`,
    ],
    ['pages', '{ partners(first: 100) { totalCount } }', '{ partners(first: 101) { totalCount } }'],
    [
      'pages from the end',
      '{ partners(last: 100) { totalCount } }',
      '{ partners(last: 101) { totalCount } }',
    ],
    [
      'words and signs',
      `{ nodes(ids: [${many(100, () => '"a"')}]) { id } }`,
      `{ ${many(2_000, () => '__typename')} }`,
    ],
    [
      'objects, by the sizes of pages within pages',
      '{ boards(first: 10) { edges { node { procedures(first: 10) { edges { node { id } } } } } } }',
      '{ boards(first: 100) { edges { node { procedures(first: 100) { edges { node { id } } } } } } }',
    ],
  ];

  it.each(cases)(
    '%s: refused with 400 over HTTP, and on a socket; not its neighbour',
    async (...[, within, beyond]) => {
      expect(await overHttp(within)).toMatchObject({ status: 200, message: '' });
      const http = await overHttp(beyond);
      expect([http.status, http.code]).toStrictEqual([400, expect.any(String)]);
      expect(await overSocket(within)).toMatchObject({ message: '' });
      expect(await overSocket(beyond)).toMatchObject({ code: http.code, message: http.message });
    },
  );
});

describe('what the door does not tell', () => {
  it('the schema by introspection: it is a file', async () => {
    for (const query of [INTROSPECTION, '{ __type(name: "Query") { name } }']) {
      const http = await overHttp(query);
      expect([http.status, http.code]).toStrictEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(await overSocket(query)).toMatchObject({ code: http.code, message: http.message });
    }
    expect(await overHttp('{ instance { __typename } }')).toMatchObject({
      status: 200,
      message: '',
    });
    const file = await app.inject({ url: '/schema.graphql' });
    expect(file.body).toBe(readFileSync('schema.graphql', 'utf8'));
    const etag = String(file.headers.etag);
    const again = await app.inject({ url: '/schema.graphql', headers: { 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toStrictEqual([304, '']);
  });

  it.each([
    ['a field', '{ instanc { id } }', {}],
    ['a type', 'query ($id: IDD!) { node(id: $id) { id } }', {}],
    [
      'a value',
      'query ($level: BoardLevel) { boards(level: $level) { totalCount } }',
      { level: 'NATIONA' },
    ],
  ])('by a guess at %s', async (_what, query, variables) => {
    const http = await overHttp(query, variables);
    expect(http.status).toBe(400);
    expect(http.message).toMatch(/\S/);
    expect(http.message).not.toContain('Did you mean');
    expect((await overSocket(query, variables)).message).toBe(http.message);
  });
});

describe('every answer carries the id of its request', () => {
  const post = (payload: string, headers: Record<string, string> = {}) =>
    app.inject({
      ...{ method: 'POST', url: '/graphql', payload },
      headers: { 'content-type': 'application/json', ...headers },
    });
  const query = (text: string) => JSON.stringify({ query: text });

  it.each([
    ['data', () => post(query('{ __typename }')), 200],
    ['a document that is not valid', () => post(query('{ nothing }')), 400],
    [
      'a token that is not good',
      () => post(query('{ __typename }'), { authorization: 'Bearer x' }),
      401,
    ],
    ['several operations at once', () => post(`[${query('{ __typename }')}]`), 400],
    [
      'a query by GET without its header',
      () => app.inject({ url: '/graphql?query={__typename}' }),
      400,
    ],
  ])('in its header and beside it: %s', async (_what, send, status) => {
    const answer = await send();
    const id = answer.headers['x-request-id'];
    expect(answer.statusCode).toBe(status);
    expect(id).toMatch(UUID);
    expect(answer.json<{ extensions: object }>().extensions).toMatchObject({ requestId: id });
  });

  it.each([
    ['what is not there', () => app.inject({ url: '/nowhere' }), 404],
    ['what is no JSON', () => post('{'), 400],
    ['a body that is too large', () => post(query(`{ __typename } #${'x'.repeat(200_000)}`)), 413],
    ['another host', () => app.inject({ url: '/', headers: { host: 'evil.example' } }), 403],
    [
      'a document that nobody asks for',
      () => app.inject({ url: `/documents/${'0'.repeat(64)}` }),
      401,
    ],
  ])('in its header: %s', async (_what, send, status) => {
    const answer = await send();
    expect([answer.statusCode, answer.headers['x-request-id']]).toStrictEqual([
      status,
      expect.stringMatching(UUID),
    ]);
    expect(answer.body).not.toMatch(/ {4}at |node_modules/);
  });

  it('and no client chooses it', async () => {
    const answer = await post(query('{ __typename }'), { 'x-request-id': 'mine' });
    expect(answer.headers['x-request-id']).toMatch(UUID);
  });

  it('over a WebSocket too, beside data and beside errors', async () => {
    const changes = client.iterate({ query: '{ instance { id } }' });
    const { value } = (await changes.next()) as { value: { extensions: { requestId: string } } };
    expect(value.extensions.requestId).toMatch(UUID);
    expect((await overSocket('{ nothing }')).said?.extensions.requestId).toMatch(UUID);
  });

  it('under which a defect stands in the log, and nothing of it in the answer', async () => {
    const broken = jest.spyOn(app.get(ReadModel), 'page').mockRejectedValue(new Error('secret'));
    const { body, headers } = await post(query('{ boards { totalCount } }'), founder);
    const { said } = await overSocket('{ boards { totalCount } }');
    broken.mockRestore();
    const id = headers['x-request-id'];
    expect(body).toContain(`"incident":"${String(id)}"`);
    expect(body + JSON.stringify(said)).not.toContain('secret');
    expect(logged.mock.calls).toMatchObject([
      [{ requestId: id, error: { message: 'secret' } }],
      [{ requestId: said?.extensions.incident }],
    ]);
  });
});
