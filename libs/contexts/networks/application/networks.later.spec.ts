import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { JsonObject } from '@tavolo/event-store';
import type { Cents, Instant, MandateRef } from '@tavolo/kernel';
import type { PartnerId, Representation } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { ProcessDefinition, ProcessInput } from '@tavolo/process';
import type { NetworkId } from '../contract/index.js';
import { House, id } from '../test/house.js';
import { networkMerging } from './network-merging.process.js';
import { networkRemoval } from './network-removal.process.js';
import { networkStandstill } from './network-standstill.process.js';

const [lombardy, milan, bergamo, school] = [1, 2, 3, 4].map((n) => id('partner', n)) as [
  PartnerId,
  PartnerId,
  PartnerId,
  PartnerId,
];
const [regional, one, other] = [1, 2, 3].map((n) => id('network', n)) as [
  NetworkId,
  NetworkId,
  NetworkId,
];
const plan = id('plan', 1) as PlanId;
const tree = id('tree', 1);
const agreement = id('agreement', 1) as AgreementId;

let house: House;

const by = (partner: PartnerId) => ({
  ...{ mandate: `${partner}#1` as MandateRef, organisation: partner },
});
const propose = (network: NetworkId, level: string, lead: PartnerId) =>
  house.done(network, 'ProposeNetwork', { plan, title: 'Rete', level, lead });
const join = async (network: NetworkId, partner: PartnerId) => {
  await house.done(network, 'InviteMember', { partner, role: 'partner', until: '2030-01-31' });
  await house.done(network, 'AcceptInvitation', { by: by(partner) });
  await house.done(network, 'AdmitMember', { partner });
};

/** Hands the last fact of a stream to a process, and follows it to its end. */
async function follow<S>(process: ProcessDefinition<S>, stream: string): Promise<boolean> {
  const event = (await house.events(stream)).at(-1);
  if (!event) throw new Error(`${stream} is not there`);
  const { recordedAt } = event.meta;
  let input: ProcessInput = { kind: 'event', event: { ...event, recordedAt } };
  expect(process.keyOf(input.event)).not.toBeNull();
  let { initial: state } = process;
  for (;;) {
    const reaction = process.react(state, input);
    const [command] = reaction.commands ?? [];
    if (!command) return reaction.done ?? false;
    const answer = await house.send(command.target, command.type, command.data);
    input = { kind: 'answer', command, ...answer };
    state = reaction.state;
  }
}

beforeEach(async () => {
  house = new House();
  house.plan(plan, lombardy);
  for (const [partner, kind] of [
    ...[[lombardy, 'region'] as const, [milan, 'territorialArea'] as const],
    ...[[bergamo, 'territorialArea'] as const, [school, 'firstCycleSchool'] as const],
  ]) {
    const power = { mandate: `${partner}#1`, acts: 'all' } as unknown as Representation;
    house.partner(partner, kind, { representations: [power] });
  }
  await propose(regional, 'region', lombardy);
  await propose(one, 'territory', milan);
  await propose(other, 'territory', bergamo);
  for (const [network, lead] of [[one, milan] as const, [other, bergamo] as const]) {
    await join(regional, lead);
    await house.done(tree, 'LinkParentNetwork', { network, parent: regional });
  }
  await house.done(tree, 'DefineTerritory', { network: one, codes: ['015'] });
  await house.done(tree, 'DefineTerritory', { network: other, codes: ['016'] });
});

describe('a merger', () => {
  it('N-1, N-4: is followed by both networks, and the one that ended is no more', async () => {
    await join(other, school);
    await house.done(tree, 'MergeNetworks', { into: one, absorbed: other });
    expect(await follow(networkMerging, tree)).toBe(true);
    expect(await house.networks.standing(one)).toMatchObject({
      lead: milan,
      parent: regional,
      members: [
        { partner: milan, role: 'lead', status: 'Active' },
        { partner: bergamo, role: 'partner', status: 'Active' },
        { partner: school, role: 'partner', status: 'Active' },
      ],
    });
    expect(await house.networks.standing(other)).toMatchObject({
      ...{ status: 'Dissolved', parent: null },
    });
    const again = { into: one, absorbed: other };
    expect(await house.send(tree, 'MergeNetworks', again)).toMatchObject({
      refusal: { rule: 'X-11' },
    });
  });
});

describe('a split', () => {
  it('N-1, N-6: is followed by both networks', async () => {
    await join(one, school);
    await join(regional, school);
    const parts = { codes: ['015146'], remaining: ['015015'], nested: [] };
    const asked = { network: one, title: 'Rete delle scuole', lead: school, partners: [school] };
    const answer = await house.done(tree, 'SplitNetwork', { ...asked, ...parts });
    const { newId } = (answer as unknown as { result: { newId: NetworkId } }).result;
    expect(await follow(networkMerging, tree)).toBe(true);
    expect(await house.networks.standing(newId)).toMatchObject({
      ...{ status: 'Proposed', plan, level: 'territory', lead: school, parent: regional },
    });
    expect(await house.networks.standing(one)).toMatchObject({
      lead: milan,
      members: [{ partner: milan }, { partner: school, status: 'Left' }],
    });
    const claim = { network: other, codes: ['016', '015146'] };
    expect(await house.send(tree, 'DefineTerritory', claim)).toMatchObject({
      refusal: { rule: 'N-6' },
    });
  });

  it('N-5: is refused where the new lead is not in the network above', async () => {
    await join(one, school);
    const parts = { codes: ['015146'], remaining: ['015015'], nested: [] };
    const asked = { network: one, title: 'Rete', lead: school, partners: [school] };
    expect(await house.send(tree, 'SplitNetwork', { ...asked, ...parts })).toMatchObject({
      refusal: { rule: 'N-5' },
    });
  });
});

describe('a dissolution', () => {
  const dissolve = (network: NetworkId) => house.send(network, 'DissolveNetwork', {});
  it('N-10: waits for the networks nested in it, and for what is open', async () => {
    await house.done(regional, 'StartDissolution', {});
    expect(await dissolve(regional)).toMatchObject({ refusal: { code: 'NetworksNested' } });
    await house.done(one, 'StartDissolution', {});
    const basis = { stream: 'ledger-1', revision: 1 };
    const open = { openCents: 1 as Cents, openReports: 0, basis };
    house.obligations.open.set(one, open);
    expect(await dissolve(one)).toMatchObject({ refusal: { code: 'ObligationsOpen' } });
    house.obligations.open.set(one, { ...open, openCents: 0 as Cents });
    expect(await dissolve(one)).toMatchObject({ outcome: 'accepted' });
  });

  it('N-6: leaves its territory to its siblings', async () => {
    await house.done(one, 'StartDissolution', {});
    await house.done(one, 'DissolveNetwork', {});
    expect(await follow(networkRemoval, one)).toBe(true);
    const claim = { network: other, codes: ['015', '016'] };
    expect(await house.send(tree, 'DefineTerritory', claim)).toMatchObject({
      outcome: 'accepted',
    });
  });
});

describe('the lead of a nested network', () => {
  it('N-5: stays a member of the one above', async () => {
    expect(await house.send(regional, 'ExpelMember', { partner: milan })).toMatchObject({
      refusal: { code: 'LeadsBelow' },
    });
    await join(one, school);
    await house.done(one, 'ConstituteNetwork', {});
    const replace = () => house.send(one, 'ReplaceLead', { lead: school, formerRole: 'partner' });
    expect(await replace()).toMatchObject({ refusal: { code: 'LeadNotAbove' } });
    await join(regional, school);
    expect(await replace()).toMatchObject({ outcome: 'accepted' });
    expect(await house.send(regional, 'ExpelMember', { partner: milan })).toMatchObject({
      outcome: 'accepted',
    });
  });
});

describe('an agreement that ends', () => {
  const event = (type: string, data: JsonObject) =>
    ({
      kind: 'event',
      event: {
        ...{ id: id('event', 1) as never, stream: agreement, revision: 0, schema: 1, type, data },
        recordedAt: '2030-01-01T12:00:00.000Z' as Instant,
      },
    }) as const;
  const inForce = { kind: 'networkAgreement', network: one };

  it('N-3: brings its network to a standstill, and no other', async () => {
    const known = { ...inForce, status: 'InForce', inForceFrom: '2030-01-01' };
    const standing = { ...known, basis: { stream: agreement, revision: 3 } };
    house.agreements.known.set(agreement, standing as unknown as AgreementStanding);
    await house.done(one, 'ConstituteNetwork', {});
    await house.done(one, 'ActivateNetwork', { agreement });
    const { state } = networkStandstill.react('', event('AgreementEnteredIntoForce', inForce));
    const { commands = [] } = networkStandstill.react(state, event('AgreementExpired', {}));
    for (const { target, type, data } of commands) await house.done(target, type, data);
    expect(await house.networks.standing(one)).toMatchObject({ status: 'Suspended' });
    expect(networkStandstill.react('', event('AgreementExpired', {}))).toMatchObject({
      done: true,
    });
  });

  it('N-3: has no part in agreements that constitute nothing', () => {
    const memorandum = event('AgreementEnteredIntoForce', { kind: 'memorandum', network: one });
    expect(networkStandstill.keyOf(memorandum.event)).toBeNull();
    const own = event('AgreementEnteredIntoForce', inForce);
    expect(networkStandstill.keyOf(own.event)).toBe(agreement);
    expect(networkStandstill.keyOf(event('AgreementSigned', {}).event)).toBeNull();
  });

  it('ends where the network stands still already, and waits for an agreement else', () => {
    const command = {
      ...{ name: 'suspend', aggregate: 'network', type: 'SuspendNetwork', target: one },
      data: { agreement },
    };
    const refusal = { rule: 'X-11', code: 'OutOfTurn', it: '', en: '', details: {} } as const;
    const refused = { kind: 'answer', command, outcome: 'refused', refusal } as const;
    expect(networkStandstill.react(one, refused)).toMatchObject({ done: true });
    const accepted = { kind: 'answer', command, outcome: 'accepted', result: {} } as const;
    expect(networkStandstill.react(one, accepted)).toMatchObject({ waiting: { owner: one } });
  });
});
