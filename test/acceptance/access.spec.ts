import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { say } from '@tavolo/demo';
import type { Acting } from '@tavolo/demo';
import { asked } from './asked.js';
import type { Payload } from './asked.js';
import { foundAuthority } from '../../libs/demo/src/journeys/ground.js';
import { Ground } from './ground.js';
import { tavolo } from './tavolo.js';

const tries = say('prova', 'tries');
let ground: Ground;
let founder: Acting;

beforeAll(async () => {
  ground = await Ground.start();
  ({ founder } = ground.world);
});
afterAll(() => ground.server.stop());

async function refusalOf(name: string, input: object, as: Acting): Promise<Payload | null> {
  const { body } = await ground.givesInVain(name, input, { as, language: 'en' });
  return body.data?.[name] ?? null;
}

const invitation = (network: string) => ({
  ...{ network, partner: ground.facts.area.id },
  ...{ role: 'OBSERVER', until: ground.world.day(30) },
});

describe('who may write, over HTTP', () => {
  it('X-3: the lead of the network below is kept from the one above, and told who may', async () => {
    const { area, network } = ground.facts;
    const refused = await refusalOf('inviteMember', invitation(network), area.head);
    expect(refused).toMatchObject({ rule: 'X-3', code: 'NotPermitted' });
    expect(refused?.message).toContain('The lead, or a coordinator');
  });

  it('X-3: the lead of the plan comes past the policies, in its network and in the one below', async () => {
    const { network, region, territorialNetwork } = ground.facts;
    for (const each of [network, territorialNetwork]) {
      // That the members stand since the award is the decider's to say.
      const refused = await refusalOf('inviteMember', invitation(each), region.head);
      expect(refused?.rule).toBe('N-8');
    }
  });

  it('X-3: the administrator signs nothing; who acts for a party comes past the policies', async () => {
    const { agreement, region } = ground.facts;
    const sha256 = await ground.world.by(ground.world.founder).uploads(tries, 'Firma');
    const input = {
      ...{ agreement, party: region.id, signatory: region.head.person, level: 'DIGITAL' },
      ...{ textSha256: sha256, signedAt: ground.world.now(), container: sha256, report: sha256 },
      ...{ reason: 'Firma.', documents: [{ sha256 }] },
    };
    const prohibited = await refusalOf('signAgreement', input, founder);
    expect(prohibited).toMatchObject({ rule: 'X-3', code: 'AdministratorDecidesNothing' });
    const decided = await refusalOf('signAgreement', input, region.head);
    expect(decided?.rule).not.toBe('X-3');
  });
});

/** What every appointment says of why, with the act that it rests on. */
async function because(): Promise<object> {
  const sha256 = await ground.world.by(ground.world.founder).uploads(tries, 'Nomina');
  return { reason: 'Nomina.', documents: [{ sha256 }] };
}

async function appointed(name: string, input: object, as: Acting): Promise<string> {
  const from = ground.world.day();
  const { body } = await ground.gives(name, { from, ...input, ...(await because()) }, as);
  const stream = body.data?.[name]?.receipt?.stream;
  if (typeof stream !== 'string') throw new Error(`${name}: ${JSON.stringify(body)}`);
  return stream;
}

describe('appointments, over HTTP', () => {
  it('X-3: an auditor reads under the mandate and writes nothing, and nothing under it when it is revoked', async () => {
    const { network, region } = ground.facts;
    const { person } = await ground.world.person(tries);
    const auditor = await appointed('appointAuditor', { person, scope: network }, founder);
    const as = { person, mandate: `${auditor}#auditor` };
    const refused = await refusalOf('inviteMember', invitation(network), as);
    expect(refused).toMatchObject({ rule: 'X-3', code: 'AuditorsWriteNothing' });
    const listed = await ground.stage.ask<{ appointments: unknown }>(
      'query ($of: ID!) { appointments(person: $of) { edges { node { kind status scope mandate } } } }',
      { of: person },
    );
    const node = { kind: 'AUDITOR', status: 'GIVEN', scope: network, mandate: as.mandate };
    expect(listed.appointments).toStrictEqual({ edges: [{ node }] });
    const byLead = await refusalOf('revokeAppointment', { appointment: auditor }, region.head);
    expect(byLead?.code).toBe('NotPermitted');
    await ground.gives('revokeAppointment', { appointment: auditor }, founder);
    const invited = await ground.givesInVain('inviteMember', invitation(network), { as });
    expect(invited.body.data?.inviteMember?.rule).toBe('X-3');
  });

  it('X-3: who leads the plan appoints a coordinator, who acts there and below, until revoked', async () => {
    const { area, network, plan, region, territorialNetwork } = ground.facts;
    const { person } = await ground.world.person(tries);
    const input = { person, scope: territorialNetwork };
    const withoutGround = { ...input, from: ground.world.day() };
    expect((await refusalOf('appointCoordinator', withoutGround, region.head))?.rule).toBe('X-4');
    const given = { ...input, from: ground.world.day(), ...(await because()) };
    const above = await refusalOf('appointCoordinator', { ...given, scope: plan }, area.head);
    expect(above?.code).toBe('NotPermitted');
    const coordinator = await appointed('appointCoordinator', input, region.head);
    const as = { person, mandate: `${coordinator}#coordinator` };
    expect((await refusalOf('inviteMember', invitation(territorialNetwork), as))?.rule).toBe('N-8');
    expect((await refusalOf('inviteMember', invitation(network), as))?.code).toBe('NotPermitted');
    await ground.gives('revokeCoordinator', { appointment: coordinator }, region.head);
    const lapsed = await refusalOf('inviteMember', invitation(territorialNetwork), as);
    expect(lapsed?.code).toBe('MandateLapsed');
  });

  it('X-5: a second administrator is confirmed by another person, and appoints from then on', async () => {
    const { person } = await ground.world.person(tries);
    const authority = await foundAuthority(ground.world);
    const proposed = await appointed('proposeAdministrator', { person }, founder);
    const as = { person, mandate: `${proposed}#administrator` };
    const confirm = { appointment: proposed };
    expect((await refusalOf('confirmAdministrator', confirm, as))?.code).toBe('MandateUnknown');
    const alone = await refusalOf('confirmAdministrator', confirm, founder);
    expect(alone).toMatchObject({ rule: 'X-5', code: 'ConfirmedByThemself' });
    await ground.gives('confirmAdministrator', confirm, authority.head);
    const other = await ground.world.person(tries);
    const scope = 'level-region';
    const auditor = await appointed('appointAuditor', { person: other.person, scope }, as);
    expect(auditor).toMatch(/^appointment-/u);
    const input = { person, scope, from: ground.world.day(), ...(await because()) };
    expect((await refusalOf('appointAuditor', input, as))?.rule).toBe('X-5');
  });
});

describe('an explanation, over HTTP and from the command line', () => {
  const ask = async (args: string, as: Acting | null = founder) => {
    const document = `{ explanation(${args}) { ... on Refusal { rule code }
      ... on Explanation { allowed action permitting { id }
        mandates { allowed refusal { code } policies { id } facts { stream revision } } } } }`;
    const { body } = await asked(ground.server.url, { document, ...(as && { as }) });
    return body.data?.explanation as Record<string, unknown>;
  };

  it('X-3: names the policy, the facts that it rests on, and who else may', async () => {
    const { area, network, region, territorialNetwork } = ground.facts;
    const about = `act: "inviteMember", object: "${territorialNetwork}"`;
    const byLead = await ask(`${about}, mandate: "${region.head.mandate ?? ''}"`);
    expect(byLead).toMatchObject({
      ...{ allowed: true, action: 'lead', permitting: [{ id: 'leads-lead' }] },
      mandates: [{ allowed: true, refusal: null, policies: [{ id: 'leads-lead' }] }],
    });
    const [{ facts = [] } = {}] = byLead.mandates as { facts?: { stream: string | null }[] }[];
    const streams = facts.map(({ stream }) => stream);
    expect(streams).toContain(region.id);
    expect(streams).toContain(network);
    const above = `act: "inviteMember", object: "${network}", person: "${area.head.person}"`;
    expect(await ask(above)).toMatchObject({
      ...{ allowed: false, permitting: [{ id: 'leads-lead' }] },
      mandates: [{ allowed: false, refusal: { code: 'NotPermitted' }, policies: [] }],
    });
    const earlier = `${about}, mandate: "${region.head.mandate ?? ''}", on: "2001-01-01"`;
    expect(await ask(earlier)).toMatchObject({
      mandates: [{ allowed: false, refusal: { code: 'MandateNotYetValid' } }],
    });
  });

  it('X-12: is of oneself; of others for who administers or audits the object alone', async () => {
    const { agreement, area, network, region } = ground.facts;
    const { head } = region;
    const about = (object: string, who: string) =>
      `act: "inviteMember", object: "${object}", ${who}`;
    const mandate = `mandate: "${head.mandate ?? ''}"`;
    const person = `person: "${head.person}"`;
    const auditor = await ground.world.person(tries);
    const scope = { person: auditor.person, scope: network };
    await appointed('appointAuditor', scope, founder);
    const allowed = { allowed: true, action: 'lead' };
    expect(await ask(about(network, mandate), head)).toMatchObject(allowed);
    expect(await ask(about(network, 'on: null'), head)).toMatchObject(allowed);
    expect(await ask(about(network, mandate), auditor)).toMatchObject(allowed);
    expect(await ask(about(network, person), auditor)).toMatchObject(allowed);
    const others = { rule: 'X-12', code: 'OthersUnexplained' };
    const plan = `act: "submitPlan", object: "${ground.facts.plan}", ${mandate}`;
    expect(await ask(plan, auditor)).toStrictEqual(others);
    const none = 'mandate: "board-none#seat-1"';
    for (const who of [mandate, person, none]) {
      expect(await ask(about(network, who), area.head)).toStrictEqual(others);
    }
    expect(await ask(about(network, person), null)).toMatchObject({ code: 'NobodyAsks' });
    const stranger = await ground.world.person(tries);
    const signing = `act: "signAgreement", object: "${agreement}"`;
    expect(await ask(signing, stranger)).toMatchObject({ code: 'ObjectUnknown' });
    expect(await ask(signing, head)).toMatchObject({ action: 'sign' });
  });

  it('X-12: of what there is not is a sentence', async () => {
    const { network, region } = ground.facts;
    const mandate = region.head.mandate ?? '';
    expect(await ask(`act: "fly", mandate: "${mandate}"`)).toMatchObject({ code: 'ActUnknown' });
    const none = `network-${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`;
    const codes = await Promise.all([
      ask(`act: "inviteMember", object: "${none}", mandate: "${mandate}"`),
      ask(`act: "inviteMember", mandate: "${mandate}"`),
      ask(`act: "castVote", object: "${network}", mandate: "${mandate}"`),
      ask(`act: "inviteMember", object: "${network}", mandate: "board-none#seat-1"`),
    ]);
    expect(codes.map(({ code }) => code)).toStrictEqual([
      ...['ObjectUnknown', 'ObjectMissing', 'ObjectOfOtherKind', 'MandateNotTheirs'],
    ]);
  });

  it('is printed with its sentences, and a mistake ends with one', async () => {
    const { area, network } = ground.facts;
    const url = ['--url', ground.server.url, '--locale', 'en'];
    const about = ['inviteMember', network, '--mandate', area.head.mandate ?? ''];
    const { code, out } = await tavolo('explain', ...about, ...url);
    expect(code).toBe(0);
    expect(out).toMatch(/^Not allowed: lead · network-/u);
    expect(out).toContain('leads-lead: The lead, or a coordinator');
    expect(out).toMatch(/Who acts acts for the lead of|Who acts acts for a partner in instance/u);
    const wrong = await tavolo('explain', 'fly', network, ...url);
    expect([wrong.code, wrong.err]).toStrictEqual([1, expect.stringContaining('No act is called')]);
    const day = await tavolo('explain', ...about, '--on', 'yesterday', ...url);
    expect([day.code, day.err]).toStrictEqual([2, expect.stringContaining('--on is yesterday')]);
  });
});

describe('the policies of a server', () => {
  it('are in the log with their text, so that the hash in an event leads to what was read', async () => {
    const { policyVersions } = await ground.stage.ask<{ policyVersions: PolicyVersions }>(
      '{ policyVersions { hash active activatedAt schema files { name text } activatedBy { id } policies { id } } }',
    );
    expect(policyVersions).toHaveLength(1);
    const [{ hash, active, activatedBy, policies } = nothing] = policyVersions;
    expect([active, activatedBy?.id]).toStrictEqual([true, ground.world.founder.person]);
    expect(policies.map(({ id }) => id)).toContain('auditors-write-nothing');
    const again = await tavolo('policies', '--activate', hash, '--url', ground.server.url);
    expect([again.code, again.err]).toStrictEqual([1, expect.stringContaining('già in vigore')]);
    const { out } = await tavolo('policies', '--url', ground.server.url, '--locale', 'en');
    expect(out).toContain(`${hash}  since`);
    expect(out).toContain('auditors-write-nothing: An auditor reads everything');
  });
});

type PolicyVersions = readonly Readonly<{
  hash: string;
  active: boolean;
  activatedBy: { readonly id: string } | null;
  policies: readonly { readonly id: string }[];
}>[];
const nothing = { hash: '', active: false, activatedBy: null, policies: [] };
