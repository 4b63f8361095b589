import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLType } from 'graphql';
import { createClient } from 'graphql-ws';
import { TestIssuer } from '../../libs/access/test/issuer.js';
import { published } from '../../apps/api/src/door/anonymous.js';
import { askerOf, READER } from '../asking.js';
import type { Ask } from '../asking.js';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';
import { posted } from './asked.js';
import { badTokens, trusted } from './bad-tokens.js';

const TRUSTED = 'query Named { instance { name } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
const manifest = join(folder, 'trusted.json');

let app: NestFastifyApplication;
let url: string;
let issuer: TestIssuer;
/** One that does not answer when it is asked for its keys. */
let away: TestIssuer;
let nobody: Ask;
let ask: Ask;

beforeAll(async () => {
  writeFileSync(manifest, JSON.stringify({ [hashOf(TRUSTED)]: TRUSTED }));
  [issuer, away] = [await TestIssuer.start(), await TestIssuer.start()];
  app = await memoryServer(
    { TAVOLO_TRUSTED_DOCUMENTS: manifest },
    { perMinute: null },
    { trusted: [issuer, away].map(trusted) },
  );
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  nobody = askerOf(app, null);
  ask = askerOf(app);
});
afterAll(async () => {
  await app.close();
  for (const each of [issuer, away]) await each.stop();
  rmSync(folder, { recursive: true });
});

/** The shortest selection of a type that asks for nothing of value. */
const selectionOf = (type: GraphQLType): string =>
  'getFields' in named(type) || 'getTypes' in named(type) ? ' { __typename }' : '';
const named = (type: GraphQLType): GraphQLType => ('ofType' in type ? named(type.ofType) : type);
/** Variables for what an argument asks: what matters is that the document is valid. */
const askedOf = ({ name, args, type }: GraphQLField<unknown, unknown>) => {
  const needed: readonly GraphQLArgument[] = args.filter(isRequiredArgument);
  const given = needed.map((one) => `${one.name}: $${one.name}`).join(', ');
  const variables = needed.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
  const field = `${name}${given && `(${given})`}${selectionOf(type)}`;
  return { field, head: variables && `(${variables})` };
};
const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

describe('who is not signed in', () => {
  const open = new Set(published.Query);
  const closed = fieldsOf('Query').filter(({ name }) => !open.has(name));

  it.each(closed.map((field) => [field.name, field] as const))(
    'is told to sign in before it runs: %s',
    async (name, field) => {
      const { head, field: asked } = askedOf(field);
      const { status, errors } = await nobody(`query ${head} { ${asked} }`);
      expect([status, errors?.[0]?.extensions]).toMatchObject([
        401,
        { code: 'UNAUTHENTICATED', field: `Query.${name}` },
      ]);
    },
  );

  it('is told so of every mutation, and gets no subscription', async () => {
    for (const field of fieldsOf('Mutation')) {
      const { head, field: asked } = askedOf(field);
      expect(await nobody(`mutation ${head} { ${asked} }`)).toMatchObject({ status: 401 });
    }
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, retryAttempts: 0 });
    for (const field of fieldsOf('Subscription')) {
      const { head, field: asked } = askedOf(field);
      const said = await new Promise((resolve) => {
        const query = `subscription ${head} { ${asked} }`;
        const sink = { next: resolve, error: resolve, complete: () => resolve(null) };
        client.subscribe({ query }, sink);
      });
      expect(said).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    await client.dispose();
  });

  it('reads what this server is and what was published, and no field that is not listed', async () => {
    const { status, data } = await nobody(
      '{ __typename instance { id name zone demo } publishedDecisions { totalCount edges { node { title number board { name } publication { where publishedOn } } } } }',
    );
    expect([status, data?.publishedDecisions]).toMatchObject([200, { totalCount: 0, edges: [] }]);
    const beside = await nobody('{ publishedDecisions { edges { node { proposer { id } } } } }');
    expect(beside).toMatchObject({
      status: 401,
      errors: [{ extensions: { field: 'Decision.proposer' } }],
    });
    const signedIn = await ask('{ publishedDecisions { edges { node { proposer { id } } } } }');
    expect(signedIn.status).toBe(200);
  });

  it('every field of the list is one of the schema, leads to the list, and to no person', () => {
    for (const [type, names] of Object.entries(published)) {
      for (const name of names) {
        const field = fieldsOf(type).find((one) => one.name === name);
        const leads = field && String(named(field.type));
        expect([type, name, leads]).toStrictEqual([type, name, expect.any(String)]);
        expect(leads).not.toBe('Person');
        const isLeaf = field !== undefined && selectionOf(field.type) === '';
        expect(isLeaf || Object.hasOwn(published, leads ?? '')).toBe(true);
      }
    }
  });

  it.each([
    ['GET', `/documents/${'0'.repeat(64)}`],
    ['POST', '/documents'],
    ['POST', '/rehearsals'],
  ] as const)('gets no document and rehearses nothing: %s %s', async (method, path) => {
    const headers = { 'content-type': 'application/pdf' };
    expect((await app.inject({ method, url: path, headers })).statusCode).toBe(401);
    const signedIn = { ...headers, ...(await bearer(READER)) };
    expect((await app.inject({ method, url: path, headers: signedIn })).statusCode).not.toBe(401);
  });
});

describe('a token', () => {
  const answerTo = async (token: string) => {
    const query = JSON.stringify({ query: '{ programmes(first: 1) { totalCount } }' });
    const { status, body } = await posted(url, query, { authorization: `Bearer ${token}` });
    return [status, body.data, body.errors?.[0]?.extensions.code];
  };
  const refused = [401, undefined, 'UNAUTHENTICATED'];
  const read = [200, { programmes: { totalCount: 0 } }, undefined];

  it('that is bad in any one way is refused, and its issuer is not asked again for it', async () => {
    expect(await answerTo(await issuer.token(READER))).toEqual(read);
    const bad = Object.entries(await badTokens(issuer, READER));
    const answers: Record<string, unknown> = {};
    for (const [what, token] of bad) answers[what] = await answerTo(token);
    expect(answers).toEqual(Object.fromEntries(bad.map(([what]) => [what, refused])));
    const forged = Array.from({ length: 300 }, async (_, n) =>
      answerTo(await issuer.token(READER, { header: { kid: `forged-${String(n)}` } })),
    );
    expect(await Promise.all(forged)).toEqual(forged.map(() => refused));
    expect(issuer.fetches).toBe(1);
  });

  it('whose issuer does not answer is neither refused nor believed; where its keys are known, it is good', async () => {
    expect(await answerTo(await issuer.token(READER))).toEqual(read);
    for (const each of [issuer, away]) each.fail();
    const token = await away.token(READER);
    const answers = await Promise.all(Array.from({ length: 20 }, () => answerTo(token)));
    expect(answers).toEqual(answers.map(() => [503, undefined, 'IDENTITY_UNAVAILABLE']));
    expect(await answerTo(await issuer.token(READER))).toEqual(read);
    expect([issuer.fetches, away.fetches]).toEqual([1, 1]);
  });
});

describe('a browser with a session', () => {
  const cookie = '__Host-tavolo=anything';
  const ownPage = { 'sec-fetch-site': 'same-origin' };
  const hash = hashOf(TRUSTED);
  const named = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
  const post = (payload: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/graphql', payload, headers: { ...ownPage, ...headers } });

  it('sends the documents of the console alone, by their hash', async () => {
    const free = await post({ query: TRUSTED }, { cookie });
    expect([free.statusCode, free.body]).toStrictEqual([
      400,
      expect.stringContaining('UNTRUSTED_DOCUMENT'),
    ]);
    const trusted = await post({ extensions: named(hash) }, { cookie });
    expect([trusted.statusCode, trusted.json()]).toMatchObject([
      200,
      { data: { instance: { name: 'test' } } },
    ]);
  });

  it('cannot add one, nor put another text in its place', async () => {
    const other = '{ instance { id } }';
    const added = await post({ query: other, extensions: named(hashOf(other)) }, { cookie });
    expect([added.statusCode, added.body]).toStrictEqual([
      400,
      expect.stringContaining('UNKNOWN_DOCUMENT'),
    ]);
    const swapped = await post({ query: other, extensions: named(hash) }, { cookie });
    expect(swapped.json()).toMatchObject({ data: { instance: { name: 'test' } } });
    const get = `/graphql?query=${encodeURIComponent(other)}`;
    const headers = { cookie, 'apollo-require-preflight': '1' };
    expect((await app.inject({ url: get, headers })).statusCode).toBe(400);
  });

  it('is told so in its language, before anything is parsed', async () => {
    const said = async (language: string) =>
      (await post({ query: '{' }, { cookie, 'accept-language': language })).body;
    expect(await said('it')).toContain('documenti fidati');
    expect(await said('en')).toContain('trusted documents');
  });

  it('is not every client: a program with a token writes its own', async () => {
    const free = await post({ query: '{ boards { totalCount } }' }, await bearer(READER));
    expect(free.statusCode).toBe(200);
  });
});
