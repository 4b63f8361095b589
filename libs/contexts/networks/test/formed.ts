import type { Instant, LocalDate } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { MemberRole, NetworkId, NetworkLevel } from '../contract/index.js';
import type { NetworkEvent } from '../domain/network.events.js';
import type {
  AgreementGround,
  ChangeGround,
  PartnerGround,
  PresenceGround,
} from '../domain/network.later.commands.js';

// What the specs of a formed network share; nothing else imports it.

const at = '2030-01-01T12:00:00.000Z' as Instant;
export const day = (text: string) => text as LocalDate;
export const id = 'network-00000000-0000-4000-8000-000000000001' as NetworkId;
export const plan = 'plan-00000000-0000-4000-8000-000000000001' as PlanId;
export const [lombardy, milan, school, piedmont] = ['1', '2', '3', '4'].map(
  (n) => `partner-00000000-0000-4000-8000-00000000000${n}`,
) as [PartnerId, PartnerId, PartnerId, PartnerId];
export const agreement = 'agreement-00000000-0000-4000-8000-000000000001';

export const a = (kind: PartnerKind, more: Partial<PartnerGround> = {}): PartnerGround => ({
  ...{ kind, status: 'Eligible', eligibleUntil: day('2030-12-31') },
  ...more,
});
export const proposed = (level: NetworkLevel = 'region'): NetworkEvent => ({
  type: 'NetworkProposed',
  data: { plan, title: 'Rete', level, lead: lombardy, proposedAt: at },
});
export const until = day('2030-01-31');
export const invited = (
  partner: PartnerId,
  role: MemberRole = 'partner',
  last = until,
): NetworkEvent => ({
  type: 'MemberInvited',
  data: { partner, role, until: last, invitedAt: at },
});
export const accepted = (partner: PartnerId): NetworkEvent => ({
  type: 'InvitationAccepted',
  data: { partner, acceptedAt: at },
});
export const active = (partner: PartnerId, role: MemberRole = 'partner'): NetworkEvent[] => [
  invited(partner, role),
  accepted(partner),
  { type: 'MemberAdmitted', data: { partner, admittedAt: at } },
];
export const constituted: NetworkEvent = {
  type: 'NetworkConstituted',
  data: { lead: lombardy, members: [], constitutedAt: at },
};
export const activated: NetworkEvent = {
  type: 'NetworkActivated',
  data: { agreement, from: day('2030-01-01'), activatedAt: at },
};
export const suspended = (partner: PartnerId): NetworkEvent => ({
  type: 'MemberSuspended',
  data: { partner, suspendedAt: at },
});
export const wantsOut = (partner: PartnerId): NetworkEvent => ({
  type: 'MemberExitRequested',
  data: { partner, requestedAt: at },
});
export const formed = [proposed(), ...active(milan), ...active(school), constituted] as const;
export const awarded = [...formed, activated] as const;

export const change = { approval: 'D.D. 29/2019', agreement, version: 2 };
export const inForce: AgreementGround = {
  ...{ kind: 'networkAgreement', status: 'InForce', network: id },
  inForceFrom: day('2030-01-01'),
  version: 2,
};
export const rests = (ground: AgreementGround | null = inForce): ChangeGround => ({
  ...{ network: id, agreement: ground },
});
export const presence = (more: Partial<PresenceGround> = {}): PresenceGround => ({
  categories: [{ category: 'school', kinds: ['firstCycleSchool'], min: 1 }],
  partners: {
    ...{ [lombardy]: a('region'), [milan]: a('municipality'), [school]: a('firstCycleSchool') },
  },
  leadsBelow: [],
  ...more,
});
