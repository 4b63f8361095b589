import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import type { MemberRole, NetworkLevel } from '../contract/index.js';
import type { PartnerGround, PlanLead } from './network.commands.js';
import { networkRules as rules } from './network.rules.js';

type Terms = Readonly<{
  partner: PartnerId;
  level: NetworkLevel;
  leadKinds: readonly PartnerKind[];
  today: LocalDate;
}>;

/**
 * N-2: a lead is eligible and of a kind the call allows; no kind named means any. A call speaks
 * of the network that answers it, the regional one; who leads below is bound by N-5.
 */
export function leadRefusal(
  ground: PartnerGround | null,
  { partner, level, leadKinds: allowed, today }: Terms,
): Decision<never> | null {
  if (!ground) return refuse(rules.PartnerUnknown, { partner });
  if (!isEligible(ground, today)) return refuse(rules.LeadNotEligible, { partner });
  const { kind } = ground;
  const isBound = level === 'region' && allowed.length > 0;
  if (isBound && !allowed.includes(kind)) return refuse(rules.LeadOfOtherKind, { kind, allowed });
  return null;
}

/** PA-2: a date decides, whatever the state says. */
export function eligibilityRefusal(
  ground: PartnerGround | null,
  { partner, today }: Pick<Terms, 'partner' | 'today'>,
): Decision<never> | null {
  if (!ground) return refuse(rules.PartnerUnknown, { partner });
  const { status, eligibleUntil } = ground;
  if (isEligible(ground, today)) return null;
  if (status === 'Suspended') return refuse(rules.PartnerIsSuspended, { partner }); // PA-8
  return refuse(rules.PartnerNotEligible, { partner, status, eligibleUntil });
}

type Place = Readonly<{ partner: PartnerId; role: MemberRole; planLead: PlanLead | null }>;

/** PA-10: a Region only adheres to the plan of another Region. */
export function regionRefusal(
  ground: PartnerGround | null,
  { partner, role, planLead }: Place,
): Decision<never> | null {
  if (ground?.kind !== 'region' || role === 'adhering') return null;
  const isOfOtherRegion = planLead?.kind === 'region' && planLead.id !== partner;
  return isOfOtherRegion ? refuse(rules.OtherRegion, { partner }) : null;
}

/** PA-2: eligible on a day; the date decides, whether or not a timer has said that it lapsed. */
export function isEligible({ status, eligibleUntil }: PartnerGround, today: LocalDate): boolean {
  return status === 'Eligible' && eligibleUntil !== null && today <= eligibleUntil;
}
