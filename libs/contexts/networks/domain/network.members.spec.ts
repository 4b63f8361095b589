import { describe, it } from '@jest/globals';
import type { LocalDate, MandateRef, PersonRef } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { MemberRole } from '../contract/index.js';
import type { PartnerGround } from './network.commands.js';
import type { NetworkEvent } from './network.events.js';
import { network } from './network.js';

const given = specificationFor(network);
const { at } = someone;
const day = (text: string) => text as LocalDate;
const plan = 'plan-00000000-0000-4000-8000-000000000001' as PlanId;
const [lombardy, piedmont, milan, school] = ['1', '2', '3', '4'].map(
  (n) => `partner-00000000-0000-4000-8000-00000000000${n}`,
) as [PartnerId, PartnerId, PartnerId, PartnerId];
const agreement = 'agreement-00000000-0000-4000-8000-000000000001';

const a = (kind: PartnerKind, more: Partial<PartnerGround> = {}): PartnerGround => ({
  ...{ kind, status: 'Eligible', eligibleUntil: day('2030-12-31') },
  ...more,
});
const region = a('region');
const planLead = { id: lombardy, kind: 'region' } as const;
const leadKinds: readonly PartnerKind[] = ['region'];

const proposal = { plan, title: 'Rete regionale', level: 'region', lead: lombardy } as const;
const proposed: NetworkEvent = { type: 'NetworkProposed', data: { ...proposal, proposedAt: at } };

const until = day('2030-01-31');
const invite = (
  partner: PartnerId,
  ground: PartnerGround | null,
  more: Partial<{ role: 'adhering' | 'observer' | 'partner'; until: LocalDate }> = {},
) =>
  ({
    type: 'InviteMember',
    data: { partner, role: 'partner', until, ...more, grounds: { partner: ground, planLead } },
  }) as const;
const invited = (partner: PartnerId, role: MemberRole = 'partner', last = until): NetworkEvent => ({
  type: 'MemberInvited',
  data: { partner, role, until: last, invitedAt: at },
});
const accepted = (partner: PartnerId): NetworkEvent => ({
  type: 'InvitationAccepted',
  data: { partner, acceptedAt: at },
});
const declined = (partner: PartnerId): NetworkEvent => ({
  type: 'InvitationDeclined',
  data: { partner, declinedAt: at },
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

const by = (organisation: PartnerId | null) => ({
  person: 'person-00000000-0000-4000-8000-000000000009' as PersonRef,
  mandate: `${organisation ?? 'instance-1'}#1` as MandateRef,
  organisation,
});
const accept = (
  organisation: PartnerId | null,
  acts: 'all' | readonly ('membership' | 'plan')[] | null = 'all',
) =>
  ({
    type: 'AcceptInvitation',
    data: { grounds: { power: acts && { acts } } },
    by: by(organisation),
  }) as const;
const decline = (organisation: PartnerId) =>
  ({ ...accept(organisation), type: 'DeclineInvitation' }) as const;
const admit = (partner: PartnerId, ground: PartnerGround | null) =>
  ({ type: 'AdmitMember', data: { partner, grounds: { partner: ground } } }) as const;
const assign = (partner: PartnerId, role: MemberRole, ground: PartnerGround | null) =>
  ({
    type: 'AssignRole',
    data: { partner, role, grounds: { partner: ground, planLead, leadKinds } },
  }) as const;

const constituted = (...members: PartnerId[]): NetworkEvent => ({
  type: 'NetworkConstituted',
  data: { lead: lombardy, members, constitutedAt: at },
});
const activated: NetworkEvent = {
  type: 'NetworkActivated',
  data: { agreement, from: day('2030-01-01'), activatedAt: at },
};

describe('a member is invited', () => {
  it('N-9: while the network forms', () =>
    given(proposed)
      .when(invite(milan, a('municipality')))
      .then(invited(milan)));
  it('X-11: not before there is a network', () =>
    given()
      .when(invite(milan, a('municipality')))
      .thenRefused('OutOfTurn'));
  it('X-12: only if it exists', () =>
    given(proposed).when(invite(milan, null)).thenRefused('PartnerUnknown'));
  it('PA-2: only if it is eligible', () =>
    given(proposed)
      .when(invite(milan, a('municipality', { status: 'Registered', eligibleUntil: null })))
      .thenRefused('PartnerNotEligible'));
  it('PA-2: only if it is eligible today', () =>
    given(proposed)
      .when(invite(milan, a('municipality', { eligibleUntil: day('2029-12-31') })))
      .thenRefused('PartnerNotEligible'));
  it('PA-10: a Region not as a partner in the plan of another Region', () =>
    given(proposed).when(invite(piedmont, region)).thenRefused('OtherRegion'));
  it('PA-10, N-9: a Region as an adhering body in the plan of another Region', () =>
    given(proposed)
      .when(invite(piedmont, region, { role: 'adhering' }))
      .then(invited(piedmont, 'adhering')));
  it('N-9: not while it is asked', () =>
    given(proposed, invited(milan))
      .when(invite(milan, a('municipality'), { role: 'observer' }))
      .thenRefused('AlreadyMember'));
  it('N-9: not when it is in already, the lead neither', () =>
    given(proposed).when(invite(lombardy, region)).thenRefused('AlreadyMember'));
  it('N-9: again, after it declined', () =>
    given(proposed, invited(milan), declined(milan))
      .when(invite(milan, a('municipality')))
      .then(invited(milan)));
  it('N-9: again, after nobody answered in time', () =>
    given(proposed, invited(milan, 'partner', day('2029-12-31')))
      .when(invite(milan, a('municipality')))
      .then(invited(milan)));
  it('X-11: not until a day that is past', () =>
    given(proposed)
      .when(invite(milan, a('municipality'), { until: day('2029-12-31') }))
      .thenRefused('InvitationOver'));
  it('N-8: not into an active network', () =>
    given(proposed, constituted(lombardy), activated)
      .when(invite(milan, a('municipality')))
      .thenRefused('MembersFixed'));
});

describe('an invitation is answered', () => {
  it('X-11: by the invited partner', () =>
    given(proposed, invited(milan)).when(accept(milan)).then(accepted(milan)));
  it('PA-5, X-11: by a signatory for membership', () =>
    given(proposed, invited(milan))
      .when(accept(milan, ['membership']))
      .then(accepted(milan)));
  it('PA-5: not by a signatory for other acts', () =>
    given(proposed, invited(milan))
      .when(accept(milan, ['plan']))
      .thenRefused('PowerMissing'));
  it('PA-5: not under a mandate that is no power of the partner', () =>
    given(proposed, invited(milan)).when(accept(milan, null)).thenRefused('PowerMissing'));
  it('X-12: not for another partner', () =>
    given(proposed, invited(milan)).when(accept(school)).thenRefused('NotInvited'));
  it('X-12: not for no organisation', () =>
    given(proposed, invited(milan)).when(accept(null)).thenRefused('NotInvited'));
  it('X-11: on its last day', () =>
    given(proposed, invited(milan, 'partner', day('2030-01-01')))
      .when(accept(milan))
      .then(accepted(milan)));
  it('X-11: not after its last day, although no timer said so', () =>
    given(proposed, invited(milan, 'partner', day('2029-12-31')))
      .when(accept(milan))
      .thenRefused('InvitationOver'));
  it('X-11: with a no', () =>
    given(proposed, invited(milan)).when(decline(milan)).then(declined(milan)));
  it('X-11: once', () =>
    given(proposed, invited(milan), declined(milan))
      .when(accept(milan))
      .thenRefused('MemberOutOfTurn'));
  it('X-11: with no no after a yes', () =>
    given(proposed, invited(milan), accepted(milan))
      .when(decline(milan))
      .thenRefused('MemberOutOfTurn'));
});

describe('a member is admitted', () => {
  it('X-11: after it accepted', () =>
    given(proposed, invited(milan), accepted(milan))
      .when(admit(milan, a('municipality')))
      .then(admitted(milan)));
  it('X-11: not before it accepted', () =>
    given(proposed, invited(milan))
      .when(admit(milan, a('municipality')))
      .thenRefused('MemberOutOfTurn'));
  it('X-12: not without an invitation', () =>
    given(proposed)
      .when(admit(milan, a('municipality')))
      .thenRefused('MemberUnknown'));
  it('PA-2: not when its eligibility ended since it was invited', () =>
    given(proposed, invited(milan), accepted(milan))
      .when(admit(milan, a('municipality', { eligibleUntil: day('2029-12-31') })))
      .thenRefused('PartnerNotEligible'));
});

describe('a role is assigned', () => {
  const formed = [proposed, ...active(milan)] as const;
  it('N-9, X-11: in the place of the one before', () =>
    given(...formed)
      .when(assign(milan, 'observer', a('municipality')))
      .then(roleAssigned(milan, 'observer')));
  it('X-11: not the same again', () =>
    given(...formed)
      .when(assign(milan, 'partner', a('municipality')))
      .thenRefused('RoleKnown'));
  it('X-11: not to who is no active member', () =>
    given(proposed, invited(milan))
      .when(assign(milan, 'observer', a('municipality')))
      .thenRefused('MemberOutOfTurn'));
  it('X-12: not to who is no member', () =>
    given(proposed)
      .when(assign(milan, 'observer', a('municipality')))
      .thenRefused('MemberUnknown'));
  it('N-1: not a second lead', () =>
    given(...formed)
      .when(assign(milan, 'lead', region))
      .thenRefused('LeadTaken'));
  const between = [...formed, roleAssigned(lombardy, 'partner')] as const;
  it('N-1: the lead to another member, where there is none any more', () =>
    given(
      { type: 'NetworkProposed', data: { ...proposal, level: 'territory', proposedAt: at } },
      ...active(milan),
      roleAssigned(lombardy, 'partner'),
    )
      .when(assign(milan, 'lead', a('municipality')))
      .then(roleAssigned(milan, 'lead')));
  it('PA-10: the lead not to the Region of another plan', () =>
    given(proposed, ...active(piedmont, 'adhering'), roleAssigned(lombardy, 'partner'))
      .when(assign(piedmont, 'lead', region))
      .thenRefused('OtherRegion'));
  it('N-2: the lead not to a kind that the call does not allow', () =>
    given(...between)
      .when(assign(milan, 'lead', a('municipality')))
      .thenRefused('LeadOfOtherKind'));
  it('N-2: the lead back to an eligible one', () =>
    given(...between)
      .when(assign(lombardy, 'lead', region))
      .then(roleAssigned(lombardy, 'lead')));
  it('N-2: the lead not to one that is not eligible', () =>
    given(...between)
      .when(assign(lombardy, 'lead', a('region', { eligibleUntil: null })))
      .thenRefused('LeadNotEligible'));
  it('N-2: the lead not to who was only invited', () =>
    given(proposed, invited(milan), roleAssigned(lombardy, 'partner'))
      .when(assign(milan, 'lead', a('municipality')))
      .thenRefused('LeadNotActive'));
  it('N-1: no other role to the lead of a constituted network', () =>
    given(...formed, constituted(lombardy, milan))
      .when(assign(lombardy, 'partner', region))
      .thenRefused('LeadMissing'));
  it('PA-10: none but the adhering one to the Region of another plan', () =>
    given(proposed, ...active(piedmont, 'adhering'))
      .when(assign(piedmont, 'partner', region))
      .thenRefused('OtherRegion'));
  it('N-8: not in an active network', () =>
    given(...formed, constituted(lombardy, milan), activated)
      .when(assign(milan, 'observer', a('municipality')))
      .thenRefused('MembersFixed'));
});
