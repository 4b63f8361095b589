import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { MandateRef } from '@tavolo/kernel';
import type { PartnerId, Representation } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { NetworkId } from '../contract/index.js';
import { House, id } from '../test/house.js';

const [lombardy, milan, school] = [1, 2, 3].map((n) => id('partner', n) as PartnerId) as [
  PartnerId,
  PartnerId,
  PartnerId,
];
const [plan, otherPlan] = [id('plan', 1) as PlanId, id('plan', 2) as PlanId];
const tree = id('tree', 1);
const [regional, territorial, foreign] = [1, 2, 3].map((n) => id('network', n) as NetworkId) as [
  NetworkId,
  NetworkId,
  NetworkId,
];
const agreement = id('agreement', 1) as AgreementId;
const power = (partner: PartnerId, acts: Representation['acts']) => {
  const mandate = `${partner}#1` as MandateRef;
  return { mandate, by: { mandate, organisation: partner }, representation: { mandate, acts } };
};

let house: House;
const propose = (network: NetworkId, more: { plan?: PlanId; lead?: PartnerId; level?: string }) =>
  house.send(network, 'ProposeNetwork', {
    ...{ plan, title: 'Rete', level: 'region', lead: lombardy },
    ...more,
  });
const invite = (partner: PartnerId) =>
  house.send(regional, 'InviteMember', { partner, role: 'partner', until: '2030-01-31' });

beforeEach(() => {
  house = new House({
    leadKinds: ['region'],
    mandatoryCategories: [{ category: 'school', kinds: ['firstCycleSchool'], min: 1 }],
  });
  house.plan(plan, lombardy);
  house.plan(otherPlan, lombardy);
  house.partner(lombardy, 'region');
  for (const [partner, kind] of [
    [milan, 'territorialArea'],
    [school, 'firstCycleSchool'],
  ] as const) {
    const representations = [power(partner, 'all').representation as Representation];
    house.partner(partner, kind, { representations });
  }
});

/** From the invitation to the admission. */
async function join(partner: PartnerId): Promise<void> {
  await house.done(regional, 'InviteMember', { partner, role: 'partner', until: '2030-01-31' });
  await house.done(regional, 'AcceptInvitation', { by: power(partner, 'all').by });
  await house.done(regional, 'AdmitMember', { partner });
}

describe('a network is decided on what other streams say', () => {
  it('N-2, X-12: of its plan, the call and its lead, all named as the basis', async () => {
    expect(await propose(regional, { plan: id('plan', 9) as PlanId })).toMatchObject({
      refusal: { code: 'PlanUnknown' },
    });
    expect(await propose(regional, { lead: id('partner', 9) as PartnerId })).toMatchObject({
      refusal: { code: 'PartnerUnknown' },
    });
    expect(await propose(regional, { lead: milan })).toMatchObject({
      refusal: { code: 'LeadOfOtherKind' },
    });
    expect(await propose(regional, {})).toMatchObject({ result: { id: regional } });
    const [proposed] = await house.events(regional);
    expect(proposed?.meta.basis?.map(({ stream }) => stream)).toStrictEqual([
      ...[plan, 'call-1', lombardy],
    ]);
    expect(proposed?.data).not.toHaveProperty('grounds');
  });

  it('PA-2, PA-5: of its members, from the invitation to the admission', async () => {
    await propose(regional, {});
    house.partner(milan, 'territorialArea', { status: 'Registered' });
    expect(await invite(milan)).toMatchObject({ refusal: { rule: 'PA-2' } });
    const acts = ['plan'] as const;
    house.partner(milan, 'territorialArea', {
      representations: [power(milan, acts).representation as Representation],
    });
    expect(await invite(milan)).toMatchObject({ outcome: 'accepted' });
    const accept = () => house.send(regional, 'AcceptInvitation', { by: power(milan, acts).by });
    expect(await accept()).toMatchObject({ refusal: { rule: 'PA-5' } });
    house.partner(milan, 'territorialArea', {
      representations: [power(milan, 'all').representation as Representation],
    });
    expect(await accept()).toMatchObject({ outcome: 'accepted' });
    expect(await house.send(regional, 'AdmitMember', { partner: milan })).toMatchObject({
      outcome: 'accepted',
    });
    expect(await house.networks.standing(regional)).toMatchObject({
      ...{ status: 'Proposed', plan, level: 'region', lead: lombardy, parent: null },
      members: [
        { partner: lombardy, role: 'lead', status: 'Active' },
        { partner: milan, role: 'partner', status: 'Active' },
      ],
      basis: { stream: regional, revision: 3 },
    });
  });

  it('PA-10: of the lead of its plan', async () => {
    await propose(regional, {});
    const piedmont = id('partner', 8) as PartnerId;
    house.partner(piedmont, 'region');
    expect(await invite(piedmont)).toMatchObject({ refusal: { rule: 'PA-10' } });
  });

  it('N-7: of the kinds of its members', async () => {
    await propose(regional, {});
    await join(milan);
    const constitute = () => house.send(regional, 'ConstituteNetwork', {});
    expect(await constitute()).toMatchObject({
      refusal: { rule: 'N-7', details: { missing: ['school'] } },
    });
    await join(school);
    expect(await constitute()).toMatchObject({ outcome: 'accepted' });
    const facts = await house.events(regional);
    expect(facts.at(-1)?.meta.basis?.map(({ stream }) => stream)).toStrictEqual([
      ...[plan, 'call-1', lombardy, milan, school],
    ]);
  });

  it('N-3, N-7, N-8: of its agreement', async () => {
    await propose(regional, {});
    await join(school);
    await house.done(regional, 'ConstituteNetwork', {});
    const activate = () => house.send(regional, 'ActivateNetwork', { agreement });
    const standing = (status: AgreementStanding['status'], version = 1) => {
      const inForceFrom = '2030-01-01';
      const about = { kind: 'networkAgreement', network: regional, inForceFrom, version };
      const basis = { stream: agreement, revision: 9 };
      const known = { ...about, status, basis } as unknown as AgreementStanding;
      house.agreements.known.set(agreement, known);
    };
    expect(await activate()).toMatchObject({ refusal: { rule: 'N-3' } });
    standing('Registered');
    expect(await activate()).toMatchObject({ refusal: { rule: 'N-3' } });
    standing('InForce');
    expect(await activate()).toMatchObject({ outcome: 'accepted' });
    expect(await house.networks.standing(regional)).toMatchObject({ status: 'Active' });
    expect(await invite(milan)).toMatchObject({ refusal: { rule: 'N-8' } });
    const change = { approval: 'D.D. 29/2030', agreement, version: 2 };
    const expel = () => house.send(regional, 'ExpelMember', { partner: school, change });
    expect(await expel()).toMatchObject({ refusal: { code: 'VersionNoAmendment' } });
    standing('InForce', 2);
    // From here on it is N-7 alone that keeps the school in.
    expect(await expel()).toMatchObject({ refusal: { code: 'CategoryMissing' } });
  });
});

describe('the tree of a plan is decided on what its networks say', () => {
  beforeEach(async () => {
    await propose(regional, {});
    await propose(territorial, { level: 'territory', lead: milan });
    await propose(foreign, { plan: otherPlan });
  });
  const link = (network: NetworkId, parent: NetworkId) =>
    house.send(tree, 'LinkParentNetwork', { network, parent });

  it('N-5: a lead that is no active member of the parent nests nothing', async () => {
    await house.done(regional, 'InviteMember', {
      ...{ partner: milan, role: 'partner', until: '2030-01-31' },
    });
    expect(await link(territorial, regional)).toMatchObject({ refusal: { rule: 'N-5' } });
    await house.done(regional, 'AcceptInvitation', { by: power(milan, 'all').by });
    await house.done(regional, 'AdmitMember', { partner: milan });
    expect(await link(territorial, regional)).toMatchObject({ outcome: 'accepted' });
    expect(await house.networks.standing(territorial)).toMatchObject({ parent: regional });
    const [nested] = await house.events(tree);
    expect(nested?.meta.basis).toStrictEqual([
      { stream: territorial, revision: 0 },
      { stream: regional, revision: 3 },
    ]);
  });

  it('X-12: a network of another plan is none of this tree', async () => {
    expect(await link(foreign, regional)).toMatchObject({ refusal: { rule: 'X-12' } });
    expect(await link(regional, foreign)).toMatchObject({ refusal: { rule: 'X-12' } });
    const define = (network: NetworkId) =>
      house.send(tree, 'DefineTerritory', { network, codes: ['ITC4'] });
    expect(await define(foreign)).toMatchObject({ refusal: { rule: 'X-12' } });
    expect(await define(regional)).toMatchObject({ outcome: 'accepted' });
  });

  it('N-4: a network does not come to contain itself', async () => {
    await join(milan);
    await house.done(tree, 'LinkParentNetwork', { network: territorial, parent: regional });
    expect(await link(regional, territorial)).toMatchObject({ refusal: { rule: 'N-4' } });
  });
});
