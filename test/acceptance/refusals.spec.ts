import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Language } from './asked.js';
import { atRest, Ground } from './ground.js';
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

const agreementInput = (given: object = {}) => ({
  ...{ kind: 'MEMORANDUM', title: 'Protocollo', totalCents: 0 },
  ...{ start: today(), end: today(), ...given },
});
const planInput = (given: object) => ({
  ...{ call: ground.plan.call.id, regionCode: 'ITZZ', title: 'Piano' },
  ...{ lead: ground.facts.region.id, executionStart: '2027-01', executionEnd: '2027-12', ...given },
});

interface Case {
  readonly what: string;
  readonly rule: string;
  readonly code: string;
  readonly name: string;
  readonly input: () => object;
}

const cases: readonly Case[] = [
  {
    ...{ what: 'an unknown object', rule: 'X-12', code: 'Unknown', name: 'acceptInvitation' },
    input: () => ({ network: `network-${randomUUID()}` }),
  },
  {
    ...{ what: 'an unknown call of a plan', rule: 'X-12', code: 'CallUnknown' },
    name: 'initiatePlan',
    input: () => planInput({ call: `call-${randomUUID()}` }),
  },
  {
    ...{ what: 'an end before the start', rule: 'X-11', code: 'EndBeforeStart' },
    name: 'draftAgreement',
    input: () => agreementInput({ start: '2028-03-02', end: '2028-03-01' }),
  },
  {
    ...{ what: 'a month before the start', rule: 'X-11', code: 'PeriodReversed' },
    name: 'initiatePlan',
    input: () => planInput({ executionStart: '2028-03', executionEnd: '2028-02' }),
  },
  {
    ...{ what: 'a region that has its plan under the call', rule: 'PL-1', code: 'RegionTaken' },
    name: 'initiatePlan',
    input: () => planInput({ regionCode: ground.plan.regionCode }),
  },
  {
    ...{ what: 'a network that would contain itself', rule: 'N-4', code: 'Cycle' },
    name: 'linkParentNetwork',
    input: () => {
      const { plan, network, territorialNetwork: parent } = ground.facts;
      return { plan, network, parent };
    },
  },
  {
    ...{ what: 'a network nested in itself', rule: 'N-4', code: 'Cycle' },
    name: 'linkParentNetwork',
    input: () => {
      const { plan, network } = ground.facts;
      return { plan, network, parent: network };
    },
  },
  {
    ...{ what: 'a new member of an active network', rule: 'N-8', code: 'MembersFixed' },
    name: 'inviteMember',
    input: () => {
      const { network, area } = ground.facts;
      return { network, partner: area.id, role: 'PARTNER', until: today() };
    },
  },
  {
    ...{ what: 'a new party of an agreement in force', rule: 'A-2', code: 'TextImmutable' },
    name: 'addParty',
    input: () => {
      const { agreement, area } = ground.facts;
      // After the last edit of its text, before its last fact.
      const seenRevision = 10;
      return { agreement, partner: area.id, shareCents: 1, role: 'PARTNER', seenRevision };
    },
  },
];

describe('a command that a rule keeps out is a refusal with its number, and nothing is written', () => {
  it.each(cases)('$rule: $what', async ({ rule, code, name, input }) => {
    const messages: (string | undefined)[] = [];
    for (const language of languages) {
      const { body, status } = await ground.givesInVain(name, input(), { language });
      expect(status).toBe(200);
      expect(body.errors).toBeUndefined();
      expect(body.data?.[name]).toMatchObject({ rule, code });
      messages.push(body.data?.[name]?.message);
    }
    expect(messages[0]).not.toBe(messages[1]);
    expect(messages.join()).not.toMatch(/\{\w+\}/); // Every value that it speaks of is filled in.
  });

  it('X-11: a signature of an agreement that is in force', async () => {
    const { agreement, region } = ground.facts;
    const found = await ground.stage.ask<{ agreement: { textSha256: string } }>(
      'query ($id: ID!) { agreement(id: $id) { textSha256 } }',
      { id: agreement },
    );
    const sha256 = found.agreement.textSha256;
    const { body } = await ground.givesInVain('signAgreement', {
      ...{ agreement, party: region.id, textSha256: sha256, level: 'SIMPLE' },
      ...{ signedAt: ground.world.now(), reason: 'Firma.', documents: [{ sha256 }] },
    });
    expect(body.data?.signAgreement).toMatchObject({ rule: 'X-11', code: 'WrongState' });
  });

  it('X-3: a mandate of somebody else', async () => {
    const as = { person: ground.facts.area.head.person, mandate: ground.region.mandate };
    const { body } = await ground.givesInVain('draftAgreement', agreementInput(), { as });
    expect(body.data?.draftAgreement).toMatchObject({ rule: 'X-3', code: 'MandateUnknown' });
  });

  it('X-8: an edit of content that moved past what was seen; one that saw it goes through', async () => {
    const section = (text: string, seenRevision: number) => ({
      ...{ plan: ground.facts.plan, section: '01-finalita', title: 'Finalità', text, seenRevision },
    });
    const first = await ground.gives('reviseSection', section('Prima stesura.', 1));
    const { revision } = first.body.data?.reviseSection?.receipt as { revision: number };
    const stale = section('Seconda stesura.', revision - 1);
    const { body } = await ground.givesInVain('reviseSection', stale);
    expect(body.data?.reviseSection).toMatchObject({ rule: 'X-8', code: 'ContentMoved' });
    const seen = await ground.gives('reviseSection', section('Terza stesura.', revision));
    expect(seen.body.data?.reviseSection?.receipt).toBeDefined();
  });
});

describe('the same command twice', () => {
  it('X-13: has one effect and the same receipt, and is refused with another input', async () => {
    const commandId = randomUUID();
    const input = { commandId, name: 'Ente ripetuto', kind: 'OTHER' };
    const as = ground.world.founder;
    const first = await ground.gives('registerPartner', input, as);
    const receipt = first.body.data?.registerPartner?.receipt;
    expect(receipt).toMatchObject({ commandId, repeated: false });
    await atRest(ground.stage, ground.server.url);

    const again = await ground.givesInVain('registerPartner', input, { as });
    expect(again.body.data?.registerPartner?.receipt).toEqual({ ...receipt, repeated: true });
    const other = { ...input, name: 'Altro ente' };
    const refused = await ground.givesInVain('registerPartner', other, { as });
    expect(refused.body.data?.registerPartner).toMatchObject({ rule: 'X-13', code: 'OtherInput' });
  });

  it('X-13: ten times at once it still has one effect', async () => {
    const input = { commandId: randomUUID(), name: 'Ente affollato', kind: 'OTHER' };
    const as = ground.world.founder;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ground.gives('registerPartner', input, as)),
    );
    const receipts = answers.map(({ body }) => body.data?.registerPartner?.receipt);
    expect(new Set(receipts.map((receipt) => receipt?.eventId)).size).toBe(1);
    expect(receipts.filter((receipt) => receipt?.repeated === false)).toHaveLength(1);
  });
});
