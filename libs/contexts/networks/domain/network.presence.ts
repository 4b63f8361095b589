import { refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import type { MandatoryCategory } from '@tavolo/programmes';
import type { AwardChange } from '../contract/index.js';
import type { AgreementGround, ChangeGround, PresenceGround } from './network.later.commands.js';
import { networkRules as rules } from './network.rules.js';
import { isIn } from './network.state.js';
import type { Member, NetworkState } from './network.state.js';

type Refused = Decision<never> | null;

/** The agreements that constitute a network are network and partnership agreements (N-3). */
const constitutive: readonly string[] = ['networkAgreement', 'partnershipAgreement'];

/** The version of an agreement that nothing amended yet. */
const ORIGINAL = 1;

/** True where an agreement in force constitutes this network (N-3). */
export function isConstituted({ network, agreement }: ChangeGround): boolean {
  if (agreement?.status !== 'InForce' || agreement.network !== network) return false;
  return constitutive.includes(agreement.kind);
}

/** True where an agreement still binds: in force, or suspended and so able to come back. */
export function isBinding(agreement: AgreementGround | null): boolean {
  const binding: readonly string[] = ['InForce', 'Suspended'];
  return agreement !== null && binding.includes(agreement.status);
}

/** True from the award on: the network is, or was, active by an agreement. */
export function isAwarded({ agreement }: Pick<NetworkState, 'agreement'>): boolean {
  return agreement !== null;
}

/**
 * N-8: after the award a change names its approval and the amendment of an agreement in force. An
 * amendment is a version after the first one, and of no use before it is in force itself; one
 * amendment may carry several changes.
 */
export function changeRefusal(
  state: Pick<NetworkState, 'agreement'>,
  change: AwardChange | undefined,
  ground: ChangeGround | undefined,
): Refused {
  if (!isAwarded(state)) return null;
  if (!change || !ground) return refuse(rules.MembersFixed);
  const { agreement, version } = change;
  if (!isConstituted(ground)) return refuse(rules.AmendmentMissing, { agreement, version });
  const inForce = ground.agreement?.version ?? 0;
  const isAmended = version > ORIGINAL && version <= inForce;
  return isAmended ? null : refuse(rules.VersionNoAmendment, { agreement, version, inForce });
}

/** What a network has of the fields of a change, as its event keeps it. */
export function changeOf(change: AwardChange | undefined): { change?: AwardChange } {
  if (!change) return {};
  const { approval, agreement, version } = change;
  return { change: { approval, agreement, version } };
}

type Members = Pick<NetworkState, 'level' | 'members' | 'status'>;

/**
 * N-7 on later changes: what was there stays there. A category that was short before is no reason
 * to keep out a change that does not touch it; a suspended member is still in the network.
 */
export function categoryRefusal(
  { level, members, status }: Members,
  after: readonly Member[],
  ground: PresenceGround | undefined,
): Refused {
  if (level !== 'region' || status === 'Proposed' || !ground) return null;
  const missingAmong = (some: readonly Member[]) =>
    missingOf(ground.categories, kindsOf(some.filter(isIn), ground.partners));
  const before = missingAmong(members);
  const missing = missingAmong(after).filter((category) => !before.includes(category));
  return missing.length > 0 ? refuse(rules.CategoryMissing, { missing }) : null;
}

/** N-5: who leads a network nested in this one stays a member of this one. */
export function leadsBelowRefusal(partner: PartnerId, ground: PresenceGround): Refused {
  return ground.leadsBelow.includes(partner) ? refuse(rules.LeadsBelow, { partner }) : null;
}

/** An adhering body or an observer has no part in the plan, so it fills no mandatory place. */
export function kindsOf(
  members: readonly Pick<Member, 'partner' | 'role'>[],
  partners: PresenceGround['partners'],
): PartnerKind[] {
  return members
    .filter(({ role }) => role === 'lead' || role === 'partner')
    .flatMap(({ partner }) => partners[partner]?.kind ?? []);
}

/** The categories of the call that are short of members; it asks for them where it is answered. */
export function missingOf(
  categories: readonly MandatoryCategory[],
  present: readonly PartnerKind[],
): string[] {
  return categories
    .filter(({ kinds, min }) => present.filter((kind) => kinds.includes(kind)).length < min)
    .map(({ category }) => category);
}
