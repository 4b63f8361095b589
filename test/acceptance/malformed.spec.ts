import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStore, MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';
import { createClient } from 'graphql-ws';
import { askerOf, founderOf, READER } from '../asking.js';
import type { Ask, Asked } from '../asking.js';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';

type Headers = Record<string, string>;
type Said = NonNullable<Asked['errors']>[number];
type Fields = readonly { readonly path: string }[] | undefined;

const HALF = 'half \ud83d';
const DEFINE = `mutation ($input: DefineProgrammeInput!) { defineProgramme(input: $input) {
  ... on ProgrammePayload { receipt { stream position } } ... on Refusal { code } } }`;
const REGISTER = `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) {
  ... on PersonPayload { person { id } } } }`;

let app: NestFastifyApplication;
let url: string;
let ask: Ask;
let founder: Headers;
let logged: ReturnType<typeof jest.spyOn>;

beforeAll(async () => {
  logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  app = await memoryServer();
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  ask = askerOf(app);
  founder = await founderOf(ask);
});
afterAll(() => app.close());
afterEach(() => {
  expect(logged).not.toHaveBeenCalled();
});

const pathsOf = (error: Said | undefined) =>
  (error?.extensions.fields as Fields)?.map(({ path }) => path);
/** The one error of an answer, in both languages, which must not be the same. */
async function refused(
  query: string,
  variables: object = {},
  headers: Headers | null = {}, // Null: nobody asks.
) {
  const by = headers ? ask : askerOf(app, null);
  const first = async (language: Headers) =>
    (await by(query, variables, { ...headers, ...language })).errors?.[0];
  const [en, it] = [await first({}), await first({ 'accept-language': 'it' })];
  expect(it?.extensions.code).toBe(en?.extensions.code);
  expect(it?.message).not.toBe(en?.message);
  return { code: en?.extensions.code, paths: pathsOf(en) };
}
const withoutPlace = ({ id, type, schema, data, meta }: RecordedEvent): NewEvent => ({
  ...{ id, type, schema, data, meta },
});
const programme = (more: object) => ({
  input: { title: 'One', fund: 'FAMI', period: 'P_2014_2020', ...more },
});

describe('text that is no whole Unicode', () => {
  it.each([
    ['a title', DEFINE, programme({ title: HALF }), 'input.title'],
    ['a norm of several', DEFINE, programme({ legalBasis: ['a', HALF] }), 'input.legalBasis.1'],
    ['the name of a person', REGISTER, { input: { name: HALF } }, 'input.name'],
    ['an id', 'query ($id: ID!) { node(id: $id) { id } }', { id: HALF }, 'id'],
    [
      'a moment',
      'query ($m: MomentInput!) { asOf(moment: $m) { position } }',
      { m: { eventId: HALF } },
      'm.eventId',
    ],
  ])('is refused with its path: %s', async (...[, query, variables, path]) => {
    const refusal = await refused(query, variables, founder);
    expect(refusal).toEqual({ code: 'BAD_USER_INPUT', paths: [path] });
  });

  it('is no GraphQL where it stands in the document', async () => {
    const { errors } = await ask(`{ node(id: "${HALF}") { id } }`);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('is not every text beyond the commonest: a whole pair is taken', async () => {
    const { data } = await ask(DEFINE, programme({ title: 'Tavolo 🪑' }), founder);
    expect(data?.defineProgramme).toHaveProperty('receipt');
  });
});

describe('a blank text', () => {
  it.each([
    ['a title', DEFINE, programme({ title: '   ' }), 'input.title'],
    ['a reason, which every command has', DEFINE, programme({ reason: '\n\t' }), 'input.reason'],
    ['a norm of several', DEFINE, programme({ legalBasis: ['a', ' '] }), 'input.legalBasis'],
    ['what cannot be seen', DEFINE, programme({ title: '\u200b\u00a0' }), 'input.title'],
    ['the name of a person', REGISTER, { input: { name: ' ' } }, 'input.name'],
  ])('is refused with its path: %s', async (...[, query, variables, path]) => {
    const refusal = await refused(query, variables, founder);
    expect(refusal).toEqual({ code: 'BAD_USER_INPUT', paths: [path] });
  });

  it('does not put out the other rules of its field', async () => {
    const long = programme({ reason: 'a'.repeat(4001), legalBasis: ['a'.repeat(301)] });
    const { errors } = await ask(DEFINE, long, founder);
    expect(pathsOf(errors?.[0])?.sort()).toEqual(['input.legalBasis', 'input.reason']);
  });
});

describe('the path of an error', () => {
  it.each([
    ['{ asOf(moment: { position: "" }) { position } }', 'moment.position'],
    ['{ asOf(moment: { position: "1" }) { position } }', 'moment.position'],
    ['{ asOf(moment: { at: "yesterday" }) { position } }', 'moment.at'],
    ['{ asOf(moment: { at: "2999-01-01T00:00:00Z" }) { position } }', 'moment.at'],
    [
      '{ difference(of: "a", from: { eventId: "a" }, to: { at: "b" }) { changes { path } } }',
      'to.at',
    ],
    [
      '{ difference(of: "a", from: { eventId: "" }, to: { eventId: "b" }) { changes { path } } }',
      'from.eventId',
    ],
  ])('of %s is that of its argument', async (query, path) => {
    expect(await refused(query)).toEqual({ code: 'BAD_USER_INPUT', paths: [path] });
  });

  it('of a variable goes to the entry of a list', async () => {
    const documents = [{ sha256: 'a'.repeat(64) }, { sha256: 'abc' }];
    expect(await refused(DEFINE, programme({ documents }), founder)).toEqual({
      code: 'BAD_USER_INPUT',
      paths: ['input.documents.1.sha256'],
    });
  });
});

describe('errors of the door', () => {
  const LIST = '{ programmes { totalCount } }';

  it('speak both languages: nobody acts, a bad header, a bad cursor, not read so far', async () => {
    expect((await refused(DEFINE, programme({}), null)).code).toBe('UNAUTHENTICATED');
    const forged = { authorization: 'Bearer Mario' };
    expect((await refused(LIST, {}, forged)).code).toBe('UNAUTHENTICATED');
    const mandate = { ...founder, 'tavolo-mandate': 'chair' };
    expect((await refused(LIST, {}, mandate)).code).toBe('BAD_USER_INPUT');
    const cursor = '{ programmes(after: "banana") { totalCount } }';
    expect((await refused(cursor)).code).toBe('BAD_USER_INPUT');
    const far = { 'tavolo-at-least': '9'.repeat(20) };
    expect((await refused(LIST, {}, far)).code).toBe('NOT_YET');
  });

  it.each(['abc', '1', '9'.repeat(19), `${'9'.repeat(19)}x`, '9'.repeat(21)])(
    'refuse at once a position that no log of ours has: %s',
    async (position) => {
      const headers = { 'tavolo-at-least': position, 'tavolo-on-timeout': 'stale' };
      expect((await refused(LIST, {}, headers)).code).toBe('BAD_USER_INPUT');
    },
  );

  it('refuse more than 100 ids at once, and take 100', async () => {
    const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = Array.from({ length: 101 }, (_, n) => `plan-${String(n)}`);
    expect(await refused(NODES, { ids })).toEqual({ code: 'BAD_USER_INPUT', paths: ['ids'] });
    expect((await ask(NODES, { ids: ids.slice(1) })).data?.nodes).toHaveLength(100);
  });
});

describe('history', () => {
  it('reads the store once for a run of events of one stream, however long the page', async () => {
    const { data } = await ask(DEFINE, programme({}), founder);
    const { stream } = (data?.defineProgramme as { receipt: { stream: string } }).receipt;
    const log = app.get(EventStore);
    const [first] = await Array.fromAsync(log.readStream(stream));
    if (!first) throw new Error('nothing was written');
    const more = Array.from({ length: 4 }, () => ({
      ...withoutPlace(first),
      id: randomUUID() as Uuid,
    }));
    const { position } = await log.append(stream, more, { expected: 0 });
    const reads = jest.spyOn(MemoryEventStore.prototype, 'readStream');
    const { data: told } = await ask(
      'query ($of: ID!) { history(of: $of) { edges { node { revision } } } }',
      { of: stream },
      { ...founder, 'tavolo-at-least': position },
    );
    expect(reads.mock.calls.length).toBe(1);
    reads.mockRestore();
    expect(told?.history).toEqual({
      edges: [0, 1, 2, 3, 4].map((revision) => ({ node: { revision } })),
    });
  });
});

describe('an operation over a WebSocket that is malformed', () => {
  /** Its first error; the socket must have outlived it, and serve what is asked next. */
  async function over(query: string, variables = {}, connectionParams: Headers = {}) {
    const closed: unknown[] = [];
    const login = query === DEFINE ? {} : await bearer(READER);
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      lazy: false,
      connectionParams: { 'accept-language': 'en', ...login, ...connectionParams },
      on: { closed: (event) => closed.push(event) },
    });
    const first = async (document: string, given = {}): Promise<readonly Said[] | undefined> => {
      try {
        const { value } = (await client.iterate({ query: document, variables: given }).next()) as {
          readonly value: Asked;
        };
        return value.errors;
      } catch (errors) {
        return errors as readonly Said[]; // An `error` message, as the client hands it over.
      }
    };
    const errors = await first(query, variables);
    const next = await first('{ instance { id } }');
    expect([closed, next?.map(({ message }) => message)]).toEqual([
      [],
      connectionParams['tavolo-mandate'] === undefined &&
      connectionParams.authorization === undefined
        ? undefined
        : [errors?.[0]?.message],
    ]);
    await client.dispose();
    return errors?.[0];
  }
  const CHANGED = 'subscription ($id: ID!) { changed(id: $id) { id } }';

  it.each([
    ['subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['subscription { banana }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [CHANGED, {}, 'BAD_USER_INPUT'],
    [CHANGED, { id: HALF }, 'BAD_USER_INPUT'],
    ['{ asOf(moment: { at: "x" }) { position } }', {}, 'BAD_USER_INPUT'],
    ['query A { __typename } query B { __typename }', {}, 'OPERATION_RESOLUTION_FAILURE'],
    [DEFINE, { input: programme({}).input }, 'UNAUTHENTICATED'],
  ])('is answered alone, the socket goes on: %s', async (query, variables, code) => {
    expect((await over(query, variables))?.extensions.code).toBe(code);
  });

  it('is one of a connection whose headers are malformed', async () => {
    const error = await over('{ instance { id } }', {}, { authorization: 'Bearer Mario' });
    expect(error?.extensions.code).toBe('UNAUTHENTICATED');
    expect(error?.message).toBe('The token is not good, or no longer: sign in again.');
    const { authorization = '' } = founder;
    const mandate = await over('{ instance { id } }', {}, { authorization, 'tavolo-mandate': 'x' });
    expect(mandate?.message).toBe('The header Tavolo-Mandate is not of the form <stream>#<id>.');
  });

  it('speaks the language of its connection', async () => {
    const of = (language: string) => over(CHANGED, { id: HALF }, { 'accept-language': language });
    expect((await of('it'))?.message).toMatch(/^il testo/);
    expect((await of('en'))?.message).toMatch(/^the text/);
  });
});
