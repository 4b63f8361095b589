import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import { action, added, budgeted, cents, begun } from '../test/examples.js';
import { intervention, line, network } from '../test/examples.js';
import {
  networkId,
  otherPlan,
  owned,
  partnerId,
  partnerStanding,
  planId,
} from '../test/examples.js';
import { planned, region, school, shareOf } from '../test/examples.js';
import { town } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);

describe('the owner of an intervention', () => {
  const assign = (partner: PartnerId, standing: typeof network | null = network) =>
    ({
      type: 'AssignOwner',
      data: {
        ...{ intervention, partner, network: networkId },
        grounds: { plan: planId, network: standing },
      },
    }) as const;
  const to = given(...begun, added, planned);

  it('PL-2, X-11: is an active member of a network of the plan', () => {
    to.when(assign(town)).then(owned);
    to.when(assign(school)).thenRefused('OwnerNotActive');
    to.when(assign(partnerId(9))).thenRefused('OwnerNotActive');
  });
  it('X-12: is of a network that is there, of this plan', () => {
    to.when(assign(town, null)).thenRefused('NetworkUnknown');
    to.when(assign(town, { ...network, plan: otherPlan })).thenRefused('NetworkUnknown');
  });
  it('PL-2, X-11: is one: a second takes the place of the first', () => {
    const data = { intervention, partner: region, network: networkId };
    given(...begun, added, planned, owned)
      .when(assign(region))
      .then({ type: 'InterventionOwnerAssigned', data });
    given(...begun, added, planned, owned)
      .when(assign(town))
      .thenRefused('OwnerStands');
  });
  it('X-12: is of an intervention that is there', () =>
    given(...begun, added)
      .when(assign(town))
      .thenRefused('InterventionUnknown'));
});

describe('the budget', () => {
  const allocate = (partner: PartnerId, amount: number, kind: PartnerKind = 'municipality') =>
    ({
      type: 'AllocateToPartner',
      data: {
        ...{ line, partner, cents: cents(amount) },
        grounds: { partner: partnerStanding(partner, kind) },
      },
    }) as const;
  const toLine = given(...begun, added, budgeted);

  it('X-11: has lines', () => {
    const about = { action, category: 'personale', cents: cents(100_00) };
    given(...begun, added)
      .when({ type: 'AddBudgetLine', data: { ...about, grounds: { newId: line } } })
      .then(budgeted);
  });
  it('PL-7, X-11: shares a line out to the last cent and not beyond', () => {
    toLine.when(allocate(town, 100_00)).then(shareOf(town, 100_00));
    toLine.when(allocate(town, 100_01)).thenRefused('SharesAboveLine');
    given(...begun, added, budgeted, shareOf(region, 40_00))
      .when(allocate(town, 60_01))
      .thenRefused('SharesAboveLine');
  });
  it('PL-7, X-11: a second share of the same partner takes the place of the first', () => {
    const shared = given(...begun, added, budgeted, shareOf(town, 90_00));
    shared.when(allocate(town, 100_00)).then(shareOf(town, 100_00));
    shared.when(allocate(town, 0)).then(shareOf(town, 0));
    shared.when(allocate(town, 90_00)).thenRefused('ShareStands');
  });
  it('PA-10, X-11: gives no share to a Region that is not the lead', () => {
    toLine.when(allocate(partnerId(8), 1_00, 'region')).thenRefused('RegionWithShare');
    toLine.when(allocate(region, 1_00, 'region')).then(shareOf(region, 1_00));
  });
  it('X-12: of lines and to partners that are there', () => {
    const data = { line, partner: town, cents: cents(1), grounds: { partner: null } };
    toLine.when({ type: 'AllocateToPartner', data }).thenRefused('PartnerUnknown');
    given(...begun, added)
      .when(allocate(town, 1))
      .thenRefused('LineUnknown');
  });
});
