import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReadModel } from '@tavolo/projection';
import { createClient } from 'graphql-ws';
import { READER } from '../asking.js';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';

const DEFINE = `mutation ($input: DefineProgrammeInput!) { defineProgramme(input: $input) {
  __typename
  ... on ProgrammePayload { receipt { stream position eventId repeated revision } programme { id title } }
  ... on Refusal { rule code message }
} }`;

interface Answered {
  readonly data?: Record<string, Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

describe('the GraphQL door', () => {
  let app: NestFastifyApplication;
  let url: string;
  let founder: Record<string, string>;
  let founderId: string;
  const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();

  beforeAll(async () => {
    app = await memoryServer();
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    const { data } = await ask('{ instance { founder { id } founderMandate } }');
    const { founder: person, founderMandate } = data?.instance as unknown as {
      founder: { id: string };
      founderMandate: string;
    };
    founderId = person.id;
    founder = { ...(await bearer(person.id)), 'tavolo-mandate': founderMandate };
  });
  afterAll(async () => {
    await app.close();
  });

  async function ask(
    query: string,
    variables: object = {},
    headers: Record<string, string> | null = {},
  ): Promise<Answered & { readonly status: number }> {
    const login = headers && (await bearer(READER)); // Null: nobody asks.
    const response = await app.inject({
      ...{ method: 'POST', url: '/graphql', payload: { query, variables } },
      headers: { 'accept-language': 'en', ...login, ...headers },
    });
    return { ...response.json<Answered>(), status: response.statusCode };
  }
  const define = (title: string, more: object = {}) =>
    ask(DEFINE, { input: { title, fund: 'FAMI', period: 'P_2014_2020', ...more } }, founder);

  it('answers a command with a receipt and the object, and a query with the moment it shows', async () => {
    const { data } = await define('One');
    const payload = data?.defineProgramme as { receipt: { position: string }; programme: object };
    expect(payload).toMatchObject({ programme: { title: 'One' }, receipt: { repeated: false } });
    const atLeast = { 'tavolo-at-least': payload.receipt.position };
    const now = await ask('{ programmes { totalCount } }', {}, atLeast);
    expect(now.extensions).toMatchObject({
      position: payload.receipt.position,
      recordedAt: expect.stringMatching(/Z$/),
      requestId: expect.any(String),
    });
  });

  it('says NOT_YET where it has not read that far, unless an older answer is fine', async () => {
    const headers = { 'tavolo-at-least': '99999999999999999999' };
    const late = await ask('{ programmes { totalCount } }', {}, headers);
    expect(late.status).toBe(503);
    expect(late.errors?.[0]?.extensions).toMatchObject({
      code: 'NOT_YET',
      position: expect.any(String),
    });
    const stale = await ask(
      '{ programmes { totalCount } }',
      {},
      {
        ...headers,
        'tavolo-on-timeout': 'stale',
      },
    );
    expect(stale.data?.programmes).toMatchObject({ totalCount: expect.any(Number) });
  });

  it('X-3: refuses a command without a mandate, under another’s, and without saying who acts', async () => {
    const input = { title: 'Two', fund: 'FAMI', period: 'P_2014_2020' };
    const bare = await ask(DEFINE, { input }, await bearer(founderId));
    expect(bare.data?.defineProgramme).toMatchObject({ __typename: 'Refusal', rule: 'X-3' });
    const stranger = `${founderId.slice(0, -1)}${founderId.endsWith('0') ? '1' : '0'}`;
    const other = await ask(DEFINE, { input }, { ...founder, ...(await bearer(stranger)) });
    expect(other.data?.defineProgramme).toMatchObject({ rule: 'X-3', code: 'MandateUnknown' });
    const nobody = await ask(DEFINE, { input }, null);
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('X-2: refuses an effect dated back without reason and authorising act, and takes it with them', async () => {
    const back = { effectiveOn: '2020-01-01' };
    expect((await define('Back', back)).data?.defineProgramme).toMatchObject({ rule: 'X-2' });
    const grounds = { ...back, reason: 'Recorded late', authorisation: 'DGR 1/2020' };
    const kept = await define('Back', grounds);
    const { receipt } = kept.data?.defineProgramme as { receipt: { stream: string } };
    const { data } = await ask(
      `query ($id: ID!) { history(of: $id) { edges { node { type reason authorisation effectiveOn } } } }`,
      { id: receipt.stream },
      founder,
    );
    expect(data?.history).toMatchObject({
      edges: [{ node: { type: 'ProgrammeDefined', ...grounds } }],
    });
  });

  it('X-4, X-6: asks an act of effect for a reason and for a document that was uploaded', async () => {
    const { data } = await define('Effect');
    const { receipt } = data?.defineProgramme as { receipt: { stream: string } };
    const adopt = (more: object) =>
      ask(
        `mutation ($input: AdoptProgrammeInput!) { adoptProgramme(input: $input) {
          __typename ... on Refusal { rule code } } }`,
        { input: { programme: receipt.stream, act: 'Act', adoptedOn: '2020-01-01', ...more } },
        founder,
      ).then((answer) => answer.data?.adoptProgramme);
    expect(await adopt({})).toMatchObject({ rule: 'X-4', code: 'ReasonMissing' });
    expect(await adopt({ reason: 'Why' })).toMatchObject({ code: 'DocumentMissing' });
    const sha256 = 'a'.repeat(64);
    const unknown = { reason: 'Why', documents: [{ sha256 }] };
    expect(await adopt(unknown)).toMatchObject({ rule: 'X-6', code: 'DocumentUnknown' });
  });

  it('as of the latest position is now, for every list', async () => {
    await define('Last');
    const { extensions } = await ask('{ programmes { totalCount } }');
    const fields = `programmes { totalCount edges { node { id title status } } }
      partners { totalCount } calls { totalCount } plans { totalCount }
      networks { totalCount } agreements { totalCount } boards { totalCount } decisions { totalCount }`;
    const { data } = await ask(
      `query ($position: String!) { ${fields} then: asOf(moment: { position: $position }) { ${fields} } }`,
      { position: extensions?.position },
    );
    const { then, ...now } = data ?? {};
    expect(then).toStrictEqual(now);
  });

  it('costs the same number of look-ups for one object of a list and for many', async () => {
    const readModel = app.get(ReadModel);
    const spies = [jest.spyOn(readModel, 'byIds'), jest.spyOn(readModel, 'where')];
    const cost = async () => {
      spies.forEach((spy) => spy.mockClear());
      const fields = 'id memberships { role network { id } } agreements { id }';
      const { errors } = await ask(`{ partners { edges { node { ${fields} } } } }`);
      expect(errors).toBeUndefined();
      return spies.reduce((total, spy) => total + spy.mock.calls.length, 0);
    };
    const register = (name: string) =>
      ask(
        `mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) {
          ... on PartnerPayload { receipt { position } } } }`,
        { input: { name, kind: 'MUNICIPALITY' } },
        founder,
      );
    await register('Comune Uno (dimostrativo)');
    const one = await cost();
    for (const name of ['Due', 'Tre', 'Quattro']) await register(`Comune ${name} (dimostrativo)`);
    expect(await cost()).toBe(one);
    spies.forEach((spy) => {
      spy.mockRestore();
    });
  });

  it('refuses a moment in the future, one that is none, and two at once', async () => {
    const at = (moment: string) =>
      ask(`{ asOf(moment: { ${moment} }) { position } }`).then(({ errors }) => errors?.[0]);
    expect(await at('at: "2999-01-01T00:00:00Z"')).toMatchObject({
      message: 'The moment lies in the future.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(await at('eventId: "nothing"')).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(await at('position: "1", eventId: "x"')).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('pushes an object to who watches it, now and at every change', async () => {
    const socket = `${url.replace('http', 'ws')}/graphql`;
    const client = createClient({ url: socket, connectionParams: founder });
    const { data } = await define('Watched');
    const { receipt } = data?.defineProgramme as { receipt: { stream: string } };
    const query = `subscription { changed(id: "${receipt.stream}") { id ... on Programme { title } } }`;
    const changes = client.iterate({ query });
    expect(await changes.next()).toMatchObject({
      value: { data: { changed: { id: receipt.stream, title: 'Watched' } } },
    });
    await changes.return?.();
    const counted = client.iterate({
      query: 'subscription { eventsRecorded(types: ["ProgrammeDefined"]) }',
    });
    const count = async () => ((await counted.next()) as { value: object }).value;
    expect(await count()).toMatchObject({ data: { eventsRecorded: 0 } });
    const drawn = count();
    await define('Counted');
    expect(await drawn).toMatchObject({ data: { eventsRecorded: 1 } });
    await counted.return?.();
    await client.dispose();
  });

  it('speaks GraphQL over HTTP: GET for queries, never for mutations, and its media type', async () => {
    const get = (query: string) =>
      app.inject({
        ...{ method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}` },
        headers: { accept: 'application/graphql-response+json', 'apollo-require-preflight': '1' },
      });
    const fine = await get('{ __typename }');
    expect(fine.statusCode).toBe(200);
    expect(fine.headers['content-type']).toContain('application/graphql-response+json');
    expect((await get('mutation { __typename }')).statusCode).toBe(405);
    expect((await get('{ nope }')).statusCode).toBe(400);
  });

  it('tells a client nothing of a defect but its number', async () => {
    const defect = new Error('secret');
    const broken = jest.spyOn(app.get(ReadModel), 'page').mockRejectedValue(defect);
    logged.mockClear();
    const answer = await ask('{ programmes { totalCount } }');
    broken.mockRestore();
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      incident: expect.any(String),
    });
    expect(logged).toHaveBeenCalledTimes(1);
  });
});
