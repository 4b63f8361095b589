import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Admitted, Mandate } from '@tavolo/command';
import type { JsonObject } from '@tavolo/event-store';
import type { LocalDate, MandateRef, OrganisationId, PersonRef } from '@tavolo/kernel';
import { sentencesOf } from '@tavolo/kernel';
import { CedarAuthorizer } from './cedar-authorizer.js';
import { PolicyBook } from './policy-book.js';
import { PolicyGatekeeper, policyOfProcess } from './policy-gatekeeper.js';
import { readPolicies } from './policy-text.js';
import { levelScope, Realm } from './realm.js';
import type { Place } from './realm.js';

const ana = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const org = (name: string) => `partner-${name}` as OrganisationId;
const read = (stream: string) => ({ basis: { stream, revision: 4 } });
const book = new PolicyBook(readPolicies());
const authorizer = new CedarAuthorizer(book);

/** A region leads the plan; below its network lie two sister networks, each with a board. */
const places: Readonly<Record<string, Place>> = {
  'partner-ministry': {
    above: ['instance-tavolo'],
    isAuthority: true,
    ...read('partner-ministry'),
  },
  'partner-region': { above: ['instance-tavolo'], ...read('partner-region') },
  'partner-area': { above: ['instance-tavolo'], ...read('partner-area') },
  'partner-sister': { above: ['instance-tavolo'], ...read('partner-sister') },
  'plan-1': {
    above: ['instance-tavolo', levelScope('region')],
    leads: [org('region')],
    ...read('plan-1'),
  },
  'network-area': {
    above: ['plan-1', levelScope('territory')],
    leads: [org('area')],
    ...read('network-area'),
  },
  'network-sister': { above: ['plan-1'], leads: [org('sister')], ...read('network-sister') },
  'board-area': { above: ['network-area'], ...read('board-area') },
  'board-sister': { above: ['network-sister'], ...read('board-sister') },
  'board-region': { above: ['plan-1'], ...read('board-region') },
};

let gatekeeper: PolicyGatekeeper;

beforeEach(() => {
  const realm = new Realm();
  const place = (id: string) => Promise.resolve(places[id] ?? null);
  const kinds = {
    board: {
      CastVote: 'vote',
      AppointSecretary: 'appoint',
      EstablishBoard: { action: 'appoint', under: ['network'] },
    },
    network: { InviteMember: 'lead' },
    partner: { AuthoriseSignatory: 'empower' },
    // No policy can be asked about an action that their schema does not know.
    plan: { ApprovePlan: 'approve', AddAction: 'lead', MovePlan: 'move' as 'lead' },
    agreement: { DraftAgreement: { action: 'negotiate', under: ['network'], openAlone: true } },
  } as const;
  for (const [category, acts] of Object.entries(kinds)) realm.governs({ category, acts, place });
  const policies = () => ({ authorizer, book });
  gatekeeper = new PolicyGatekeeper({ active: policies, offered: policies, realm });
});

function mandate(kind: string, of: string, more: Partial<Mandate> = {}): Mandate {
  const organisation = of.startsWith('partner-') ? (of as OrganisationId) : null;
  return {
    ...{ ref: `${of}#1` as MandateRef, person: ana, organisation, kind },
    ...{
      from: '2029-01-01' as LocalDate,
      until: null,
      basis: { stream: of, revision: 1 },
      ...more,
    },
  };
}

type Asked = readonly [act: string, on: string | null, by: Mandate | null, data?: JsonObject];

async function ask(...[act, on, by, data = {}]: Asked): Promise<Admitted> {
  const [aggregate = '', type = ''] = act.split('.');
  const sender = { person: ana, mandate: by?.ref ?? null, auth: { issuer: 't', assurance: 'low' } };
  const message = { aggregate, type, target: on, data };
  return gatekeeper.admit({ message, target: on ?? `${aggregate}-new`, sender, mandate: by });
}
const outcome = async (...asked: Parameters<typeof ask>) => {
  const admitted = await ask(...asked);
  return 'refusal' in admitted
    ? `${admitted.refusal.rule} ${admitted.refusal.code}`
    : admitted.policy.ids;
};
const keptOut = 'X-3 NotPermitted';

describe('a command of a person', () => {
  it('X-3: a seat votes on its own board, not on a sister’s and not on the one above', async () => {
    const seat = mandate('seat', 'board-area');
    expect(await outcome('board.CastVote', 'board-area', seat)).toStrictEqual(['members-vote']);
    expect(await outcome('board.CastVote', 'board-sister', seat)).toBe(keptOut);
    expect(await outcome('board.CastVote', 'board-region', seat)).toBe(keptOut);
  });

  it('X-3: who leads the plan acts in every network below it, a network’s lead in its own alone', async () => {
    const region = mandate('signatory', 'partner-region');
    const area = mandate('signatory', 'partner-area');
    expect(await outcome('network.InviteMember', 'network-area', region)).toStrictEqual([
      'leads-lead',
    ]);
    expect(await outcome('network.InviteMember', 'network-area', area)).toStrictEqual([
      'leads-lead',
    ]);
    expect(await outcome('network.InviteMember', 'network-sister', area)).toBe(keptOut);
    expect(await outcome('plan.AddAction', 'plan-1', area)).toBe(keptOut);
  });

  it('X-3: an authority approves; who leads the plan does not', async () => {
    const ministry = mandate('legalRepresentative', 'partner-ministry');
    const region = mandate('legalRepresentative', 'partner-region');
    expect(await outcome('plan.ApprovePlan', 'plan-1', ministry)).toStrictEqual([
      'authorities-approve',
    ]);
    expect(await outcome('plan.ApprovePlan', 'plan-1', region)).toBe(keptOut);
  });

  it('X-3: a coordinator of a level acts at that level and below, not above', async () => {
    const territory = mandate('coordinator', 'appointment-1', { scope: levelScope('territory') });
    const region = mandate('coordinator', 'appointment-1', { scope: levelScope('region') });
    expect(await outcome('network.InviteMember', 'network-area', territory)).toStrictEqual([
      'leads-lead',
    ]);
    expect(await outcome('network.InviteMember', 'network-area', region)).toStrictEqual([
      'leads-lead',
    ]);
    expect(await outcome('plan.AddAction', 'plan-1', territory)).toBe(keptOut);
  });

  it('X-3: the administrator appoints and decides nothing; a service decides nothing', async () => {
    const founder = mandate('founder', 'instance-tavolo');
    const service = mandate('service', 'partner-ministry');
    expect(
      await outcome('board.AppointSecretary', 'board-area', founder, { person: bo }),
    ).toStrictEqual(['offices-are-filled-by-those-in-charge']);
    expect(await outcome('plan.ApprovePlan', 'plan-1', founder)).toBe('X-3 Prohibited');
    expect(await outcome('plan.ApprovePlan', 'plan-1', service)).toBe('X-3 Prohibited');
  });

  it('X-5: the administrator gives no office and no power to themself', async () => {
    const founder = mandate('founder', 'instance-tavolo');
    const giving = ['partner.AuthoriseSignatory', 'partner-area', founder] as const;
    expect(await outcome(...giving, { person: ana })).toBe('X-5 ForOneself');
    expect(await outcome(...giving, { person: bo })).toStrictEqual([
      'legal-representatives-empower',
    ]);
  });

  it('X-3: a power to sign gives no powers on; that of the legal representative does', async () => {
    const giving = ['partner.AuthoriseSignatory', 'partner-area'] as const;
    expect(await outcome(...giving, mandate('signatory', 'partner-area'))).toBe(keptOut);
    expect(await outcome(...giving, mandate('legalRepresentative', 'partner-sister'))).toBe(
      keptOut,
    );
    expect(await outcome(...giving, mandate('legalRepresentative', 'partner-area'))).toStrictEqual([
      'legal-representatives-empower',
    ]);
  });

  it('X-3: what is founded lies where its command says; alone, a draft is open to partners', async () => {
    const area = mandate('legalRepresentative', 'partner-area');
    const sister = mandate('legalRepresentative', 'partner-sister');
    const below = { network: 'network-area' };
    expect(await outcome('board.EstablishBoard', null, area, below)).toStrictEqual([
      'offices-are-filled-by-those-in-charge',
    ]);
    expect(await outcome('board.EstablishBoard', null, sister, below)).toBe(keptOut);
    expect(await outcome('agreement.DraftAgreement', null, sister, below)).toBe(keptOut);
    expect(await outcome('agreement.DraftAgreement', null, sister)).toStrictEqual([
      'parties-negotiate',
    ]);
  });

  it('X-3: a kind of mandate that nobody knows gives nothing', async () => {
    expect(await outcome('board.CastVote', 'board-area', mandate('king', 'board-area'))).toBe(
      keptOut,
    );
  });

  it('X-12: an object that is not there is answered for like one that is not visible', async () => {
    const seat = mandate('seat', 'board-area');
    expect(await outcome('board.CastVote', 'board-none', seat)).toBe('X-12 Unknown');
  });

  it('X-3: where the policies cannot answer nobody is let in, whatever the mandate', async () => {
    const region = mandate('signatory', 'partner-region');
    expect(await outcome('plan.MovePlan', 'plan-1', region)).toBe('X-3 PoliciesSilent');
    expect(await outcome('plan.AddAction', 'plan-1', region)).toStrictEqual(['leads-lead']);
  });

  it('X-3: a command that no table names is kept out', async () => {
    const seat = mandate('seat', 'board-area');
    expect(await outcome('board.Fly', 'board-area', seat)).toBe(keptOut);
    expect(await outcome('tree.Fly', 'board-area', seat)).toBe(keptOut);
  });

  it('X-3: says in both languages which mandate would do, and names the streams it went by', async () => {
    const refused = await ask('plan.AddAction', 'plan-1', mandate('signatory', 'partner-area'));
    if (!('refusal' in refused)) throw new Error('it was let in');
    const { it: italian, en } = sentencesOf(refused.refusal);
    expect(italian).toMatch(/Il capofila, o chi coordina/u);
    expect(en).toMatch(/The lead, or a coordinator/u);
    const admitted = await ask('plan.AddAction', 'plan-1', mandate('signatory', 'partner-region'));
    expect(admitted).toStrictEqual({
      policy: { hash: authorizer.hash, ids: ['leads-lead'] },
      basis: [{ stream: 'plan-1', revision: 4 }],
    });
  });
});

it('a process goes on, and its events name the policy as well', async () => {
  expect(await outcome('board.CastVote', 'board-area', null)).toStrictEqual(['processes-go-on']);
});

it('a process notes what it heard by the same policy, and names those that keep it from going on', () => {
  const process = 'system:planAdoption' as PersonRef;
  expect(policyOfProcess(authorizer, process)).toStrictEqual({
    hash: authorizer.hash,
    ids: ['processes-go-on'],
  });
  const policies = ['nothing-goes-on'];
  const closed = {
    hash: authorizer.hash,
    decide: () => ({ allowed: false, policies, trouble: null }),
  };
  expect(policyOfProcess(closed, process).ids).toStrictEqual(['nothing-goes-on']);
});
