import { describe, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { MemberRole, NetworkId, NetworkLevel } from '../contract/index.js';
import type { ActivateNetwork, PartnerGround, ProposeNetwork } from './network.commands.js';
import type { NetworkEvent } from './network.events.js';
import { network } from './network.js';

const given = specificationFor(network);
const { at } = someone;
const day = (text: string) => text as LocalDate;
const plan = 'plan-00000000-0000-4000-8000-000000000001' as PlanId;
const [lombardy, piedmont, milan, school] = ['1', '2', '3', '4'].map(
  (n) => `partner-00000000-0000-4000-8000-00000000000${n}`,
) as [PartnerId, PartnerId, PartnerId, PartnerId];
const id = 'network-00000000-0000-4000-8000-000000000001' as NetworkId;
const agreement = 'agreement-00000000-0000-4000-8000-000000000001';

const a = (kind: PartnerKind, more: Partial<PartnerGround> = {}): PartnerGround => ({
  ...{ kind, status: 'Eligible', eligibleUntil: day('2030-12-31') },
  ...more,
});
const region = a('region');
const planLead = { id: lombardy, kind: 'region' } as const;
const leadKinds: readonly PartnerKind[] = ['region'];

const proposal = { plan, title: 'Rete regionale', level: 'region', lead: lombardy } as const;
const propose = (
  grounds: Partial<{
    partner: PartnerGround | null;
    plan: ProposeNetwork['data']['grounds']['plan'];
  }>,
  more: Partial<{ level: NetworkLevel; lead: PartnerId }> = {},
) =>
  ({
    type: 'ProposeNetwork',
    data: {
      ...proposal,
      ...more,
      grounds: {
        plan: { status: 'CoProgramming', leadKinds },
        planLead,
        partner: region,
        ...grounds,
      },
    },
  }) as const;
const proposed: NetworkEvent = { type: 'NetworkProposed', data: { ...proposal, proposedAt: at } };

const until = day('2030-01-31');
const invited = (partner: PartnerId, role: MemberRole = 'partner', last = until): NetworkEvent => ({
  type: 'MemberInvited',
  data: { partner, role, until: last, invitedAt: at },
});
const accepted = (partner: PartnerId): NetworkEvent => ({
  type: 'InvitationAccepted',
  data: { partner, acceptedAt: at },
});
const admitted = (partner: PartnerId): NetworkEvent => ({
  type: 'MemberAdmitted',
  data: { partner, admittedAt: at },
});
const active = (partner: PartnerId, role: MemberRole = 'partner') => [
  invited(partner, role),
  accepted(partner),
  admitted(partner),
];
const roleAssigned = (partner: PartnerId, role: MemberRole): NetworkEvent => ({
  type: 'MemberRoleAssigned',
  data: { partner, role, assignedAt: at },
});

const categories = [
  { category: 'localAuthority', kinds: ['municipality', 'municipalUnion'], min: 1 },
  { category: 'school', kinds: ['firstCycleSchool'], min: 1 },
] as const;
const partners = {
  [lombardy]: region,
  [milan]: a('municipality'),
  [school]: a('firstCycleSchool'),
};
const constitute = (more: object = {}) =>
  ({
    type: 'ConstituteNetwork',
    data: { grounds: { categories, partners: { ...partners, ...more } } },
  }) as const;
const constituted = (...members: PartnerId[]): NetworkEvent => ({
  type: 'NetworkConstituted',
  data: { lead: lombardy, members, constitutedAt: at },
});
type Ground = ActivateNetwork['data']['grounds']['agreement'];
const inForce: Ground = {
  kind: 'networkAgreement',
  status: 'InForce',
  network: id,
  inForceFrom: day('2030-01-01'),
  version: 1,
};
const activate = (more: Partial<Ground> | null) => {
  const ground: Ground = more && { ...inForce, ...more };
  return {
    type: 'ActivateNetwork',
    data: { agreement, grounds: { network: id, agreement: ground } },
  } as const;
};
const activated: NetworkEvent = {
  type: 'NetworkActivated',
  data: { agreement, from: day('2030-01-01'), activatedAt: at },
};

describe('a network is proposed', () => {
  it('X-11: by an eligible lead of a kind the call allows', () =>
    given().when(propose({})).then(proposed));
  it('X-12: under a plan that exists', () =>
    given()
      .when(propose({ plan: null }))
      .thenRefused('PlanUnknown'));
  it('X-11: under a plan that was not refused', () =>
    given()
      .when(propose({ plan: { status: 'InitiationRefused', leadKinds } }))
      .thenRefused('PlanRefused'));
  it('X-12: with a lead that exists', () =>
    given()
      .when(propose({ partner: null }))
      .thenRefused('PartnerUnknown'));
  it('N-2: not by a lead that was never verified', () =>
    given()
      .when(propose({ partner: a('region', { status: 'Registered', eligibleUntil: null }) }))
      .thenRefused('LeadNotEligible'));
  it('N-2: not by a lead whose eligibility ended yesterday, although no timer said so', () =>
    given()
      .when(propose({ partner: a('region', { eligibleUntil: day('2029-12-31') }) }))
      .thenRefused('LeadNotEligible'));
  it('N-2, X-11: by a lead whose eligibility ends today', () =>
    given()
      .when(propose({ partner: a('region', { eligibleUntil: day('2030-01-01') }) }))
      .then(proposed));
  it('N-2: not by a kind that the call does not allow', () =>
    given()
      .when(propose({ partner: a('university') }))
      .thenRefused('LeadOfOtherKind'));
  it('N-2, X-11: by any kind where the call names none', () =>
    given()
      .when(propose({ partner: a('university'), plan: { status: 'Initiated', leadKinds: [] } }))
      .then(proposed));
  it('N-2, X-11: below the region by a kind that could not answer the call', () =>
    given()
      .when(propose({ partner: a('territorialArea') }, { level: 'territory', lead: milan }))
      .then({
        type: 'NetworkProposed',
        data: { ...proposal, level: 'territory', lead: milan, proposedAt: at },
      }));
  it('PA-10: not by the Region of another plan', () =>
    given()
      .when(propose({}, { lead: piedmont }))
      .thenRefused('OtherRegion'));
  it('X-11: once', () => given(proposed).when(propose({})).thenRefused('OutOfTurn'));
});

describe('a network is constituted', () => {
  const formed = [proposed, ...active(milan), ...active(school)] as const;
  it('X-11: with its lead and its mandatory members', () =>
    given(...formed)
      .when(constitute())
      .then(constituted(lombardy, milan, school)));
  it('N-1: not without a lead', () =>
    given(...formed, roleAssigned(lombardy, 'partner'))
      .when(constitute())
      .thenRefused('LeadMissing'));
  it('N-2: not when its lead is no longer eligible', () =>
    given(...formed)
      .when(constitute({ [lombardy]: a('region', { eligibleUntil: day('2029-12-31') }) }))
      .thenRefused('LeadNotEligible'));
  it('N-7: not without a school', () =>
    given(proposed, ...active(milan))
      .when(constitute())
      .thenRefused('CategoryMissing'));
  it('N-7: not with a school that only accepted', () =>
    given(proposed, ...active(milan), invited(school), accepted(school))
      .when(constitute())
      .thenRefused('CategoryMissing'));
  it('N-7: not with a school that only adheres', () =>
    given(proposed, ...active(milan), ...active(school, 'adhering'))
      .when(constitute())
      .thenRefused('CategoryMissing'));
  it('N-7, X-11: below the region without what the call asks of the network that answers it', () => {
    const data = { ...proposal, level: 'territory', proposedAt: at } as const;
    given({ type: 'NetworkProposed', data }).when(constitute()).then(constituted(lombardy));
  });
  it('X-11: once', () =>
    given(...formed, constituted(lombardy))
      .when(constitute())
      .thenRefused('OutOfTurn'));
});

describe('a network becomes active', () => {
  const formed = [proposed, constituted(lombardy)] as const;
  it('N-3, X-11: by its network agreement in force', () =>
    given(...formed)
      .when(activate({}))
      .then(activated));
  it('N-3, X-11: by its partnership agreement in force', () =>
    given(...formed)
      .when(activate({ kind: 'partnershipAgreement' }))
      .then(activated));
  it('N-3: not by an agreement that is only registered', () =>
    given(...formed)
      .when(activate({ status: 'Registered' }))
      .thenRefused('AgreementNotInForce'));
  it('N-3: not by the agreement of another network', () =>
    given(...formed)
      .when(activate({ network: 'network-2' as NetworkId }))
      .thenRefused('AgreementNotInForce'));
  it('N-3: not by an agreement of another kind', () =>
    given(...formed)
      .when(activate({ kind: 'memorandum' }))
      .thenRefused('AgreementNotInForce'));
  it('N-3: not by an agreement that is not there', () =>
    given(...formed)
      .when(activate(null))
      .thenRefused('AgreementNotInForce'));
  it('X-11: not before it is constituted', () =>
    given(proposed).when(activate({})).thenRefused('OutOfTurn'));
});
