import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asked, mutationOf, posted } from './asked.js';
import type { Answered, Language } from './asked.js';
import { Ground } from './ground.js';
import { forget } from './server.js';

const languages: readonly Language[] = ['it', 'en'];

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.start();
}, 120_000);
afterAll(async () => {
  await ground.server.stop();
  forget(ground.server);
});

const today = () => ground.world.day();

// Each is valid but for what a case puts in its place.
const agreementInput = (given: object) => ({
  ...{ kind: 'MEMORANDUM', title: 'Protocollo', totalCents: 0 },
  ...{ start: today(), end: today(), ...given },
});
const callInput = (deadline: object) => ({
  ...{ programme: `programme-${randomUUID()}`, period: 'P_2021_2027', number: '1' },
  ...{ title: 'Avviso', budgetCents: 1, deadline },
});
const signatureInput = (given: object) => ({
  ...{ agreement: ground.facts.agreement, party: ground.facts.region.id, level: 'DIGITAL' },
  ...{ textSha256: '0'.repeat(64), signedAt: '2026-01-01T10:00:00Z', ...given },
});

interface Case {
  readonly what: string;
  readonly name: string;
  readonly input: () => object;
  readonly path: string;
}

const cases: readonly Case[] = [
  {
    ...{ what: 'a malformed id', name: 'acceptInvitation', path: 'input.network' },
    input: () => ({ network: 'banana' }),
  },
  {
    ...{ what: 'an id of another kind', name: 'acceptInvitation', path: 'input.network' },
    input: () => ({ network: `plan-${randomUUID()}` }),
  },
  {
    ...{ what: 'a text over its length', name: 'registerPartner', path: 'input.name' },
    input: () => ({ name: 'a'.repeat(201), kind: 'OTHER' }),
  },
  {
    ...{ what: 'an empty text', name: 'registerPartner', path: 'input.name' },
    input: () => ({ name: '', kind: 'OTHER' }),
  },
  {
    ...{ what: 'a malformed tax code', name: 'registerPartner', path: 'input.taxCode' },
    input: () => ({ name: 'A', kind: 'OTHER', taxCode: '12' }),
  },
  {
    ...{ what: 'a malformed commandId', name: 'registerPartner', path: 'input.commandId' },
    input: () => ({ name: 'A', kind: 'OTHER', commandId: '1' }),
  },
  {
    ...{ what: '31 February', name: 'draftAgreement', path: 'input.start' },
    input: () => agreementInput({ start: '2027-02-31' }),
  },
  {
    ...{ what: 'a day written otherwise', name: 'draftAgreement', path: 'input.end' },
    input: () => agreementInput({ end: '31/12/2027' }),
  },
  ...[12.5, -1, 'mille', '1e3', 2 ** 53].map((totalCents) => ({
    ...{ what: `an amount of ${String(totalCents)} cents`, name: 'draftAgreement' },
    path: 'input.totalCents',
    input: () => agreementInput({ totalCents }),
  })),
  ...[
    { what: 'in the hour that the clock skips', local: '2027-03-28T02:30', zone: 'Europe/Rome' },
    { what: 'in the hour that comes twice', local: '2027-10-31T02:30', zone: 'Europe/Rome' },
    { what: 'in no time zone', local: '2027-06-01T12:00', zone: 'Atlantide/Centro' },
  ].map(({ what, ...deadline }) => ({
    ...{ what: `a deadline ${what}`, name: 'draftCall', path: 'input.deadline' },
    input: () => callInput(deadline),
  })),
  {
    ...{ what: 'a revision below zero', name: 'reviseSection', path: 'input.seenRevision' },
    input: () => {
      const { plan } = ground.facts;
      return { plan, section: '1', title: 'A', text: 'A', seenRevision: -1 };
    },
  },
  {
    ...{ what: 'a hash that is none', name: 'signAgreement', path: 'input.textSha256' },
    input: () => signatureInput({ textSha256: 'abc' }),
  },
  {
    ...{ what: 'an instant without its offset', name: 'signAgreement', path: 'input.signedAt' },
    input: () => signatureInput({ signedAt: '2026-01-01T10:00:00' }),
  },
];

describe('a value of bad form is BAD_USER_INPUT with its path, and nothing is written', () => {
  it.each(cases)('$what', async ({ name, input, path }) => {
    const messages: (string | undefined)[] = [];
    for (const language of languages) {
      const { body } = await ground.givesInVain(name, input(), { language });
      const [error] = body.errors ?? [];
      expect(error?.extensions.code).toBe('BAD_USER_INPUT');
      expect(error?.extensions.fields).toEqual([{ path, problem: error?.message }]);
      messages.push(error?.message);
    }
    expect(messages[0]).not.toBe(messages[1]);
  });

  it('names every bad field at once', async () => {
    const input = { name: '', kind: 'OTHER', territory: 'Milano', taxCode: '1' };
    const { body } = await ground.givesInVain('registerPartner', input);
    const paths = body.errors?.[0]?.extensions.fields?.map(({ path }) => path);
    expect(paths?.sort()).toEqual(['input.name', 'input.taxCode', 'input.territory']);
  });

  it('lets its neighbours through: the last day of February, and the offset that tells which hour', async () => {
    const drafted = await ground.gives(
      'draftAgreement',
      agreementInput({ start: '2028-02-29', end: '2028-03-01' }),
    );
    expect(drafted.body.data?.draftAgreement?.receipt).toBeDefined();

    const deadline = { local: '2027-10-31T02:30', zone: 'Europe/Rome', offset: '+01:00' };
    const { body } = await ground.givesInVain('draftCall', callInput(deadline));
    // Its form is good: what keeps it out is that a region drafts no calls.
    expect(body.data?.draftCall).toMatchObject({ rule: 'X-3', code: 'NotPermitted' });
  });
});

describe('a request of bad form', () => {
  const coded = ({ body }: Answered) => body.errors?.[0]?.extensions.code;
  const query = (document: string, variables: object = {}) =>
    ground.leavesNothing(() => asked(ground.server.url, { document, variables }));

  it('who does not say who acts is told to', async () => {
    const input = { name: 'A', kind: 'OTHER' };
    const document = mutationOf('registerPartner');
    const answer = await ground.leavesNothing(() =>
      asked(ground.server.url, { document, variables: { input } }),
    );
    expect(coded(answer)).toBe('UNAUTHENTICATED');
  });

  it('a header of bad form', async () => {
    const as = { ...ground.region, mandate: 'Mario' };
    expect(coded(await ground.givesInVain('registerPartner', {}, { as }))).toBe('BAD_USER_INPUT');
  });

  it('no JSON, no GraphQL, an unknown field, a page too large, a strange cursor', async () => {
    const broken = await ground.leavesNothing(() => posted(ground.server.url, '{'));
    expect(broken.status).toBe(400);
    expect(coded(await query('{'))).toBe('GRAPHQL_PARSE_FAILED');
    expect(coded(await query('{ banana }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(coded(await query('{ partners(first: 101) { totalCount } }'))).toBe('BAD_USER_INPUT');
    const strange = '{ partners(first: 1, after: "banana") { totalCount } }';
    expect(coded(await query(strange))).toBe('BAD_USER_INPUT');
  });

  it('a moment in the future, two moments at once, an event that is not there', async () => {
    const asOf = (moment: object) =>
      query('query ($moment: MomentInput!) { asOf(moment: $moment) { position } }', { moment });
    expect(coded(await asOf({ at: '2999-01-01T00:00:00Z' }))).toBe('BAD_USER_INPUT');
    expect(coded(await asOf({ at: '2020-01-01T00:00:00Z', eventId: 'x' }))).toBe('BAD_USER_INPUT');
    expect(coded(await asOf({ eventId: randomUUID() }))).toBe('BAD_USER_INPUT');
  });

  it('an unknown id is no error in a query: there is nothing', async () => {
    const { body } = await query('{ plan(id: "plan-banana") { id } node(id: "banana") { id } }');
    expect(body).toMatchObject({ data: { plan: null, node: null } });
  });
});
