import type { Instant, Message } from '@tavolo/kernel';
import type { PartnerEnd, PartnerId, PartnerStatus } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AwardChange, MemberRole, NetworkId } from '../contract/index.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** A member with the role that it takes along. */
export type MovedMember = Readonly<{
  partner: PartnerId;
  role: Exclude<MemberRole, 'lead'>;
  /** True where it was suspended, and stays so. */
  suspended?: boolean;
}>;

/** The network took its invitation back. */
export type InvitationRevoked = Message<
  'InvitationRevoked',
  { partner: PartnerId; revokedAt: Instant }
>;
/** Recorded after its last day: that it is void the date itself says. */
export type InvitationExpired = Message<
  'InvitationExpired',
  { partner: PartnerId; expiredAt: Instant }
>;
/** One lead goes and another comes in one fact: no instant is without one (N-1). */
export type LeadPartnerReplaced = Message<
  'LeadPartnerReplaced',
  {
    from: PartnerId;
    to: PartnerId;
    /** What the former lead is from now on. */
    formerRole: Exclude<MemberRole, 'lead'>;
    change?: AwardChange;
    replacedAt: Instant;
  }
>;
/** A member for the time being without a say; it is still in the network. */
export type MemberSuspended = Message<
  'MemberSuspended',
  { partner: PartnerId; suspendedAt: Instant }
>;
/** The suspension of a member is over. */
export type MemberReinstated = Message<
  'MemberReinstated',
  { partner: PartnerId; reinstatedAt: Instant }
>;
/** A member wants to leave; it stays until it is released. */
export type MemberExitRequested = Message<
  'MemberExitRequested',
  { partner: PartnerId; requestedAt: Instant }
>;
/** It has left. */
export type MemberReleased = Message<
  'MemberReleased',
  { partner: PartnerId; change?: AwardChange; releasedAt: Instant }
>;
/** It was put out. */
export type MemberExpelled = Message<
  'MemberExpelled',
  { partner: PartnerId; change?: AwardChange; expelledAt: Instant }
>;
/** `agreement` where the network stands still because that one has no effect any more (N-3). */
export type NetworkSuspended = Message<
  'NetworkSuspended',
  { agreement?: string; suspendedAt: Instant }
>;
/** Active again, by an agreement in force (N-3). */
export type NetworkResumed = Message<'NetworkResumed', { agreement: string; resumedAt: Instant }>;
/** Nothing new begins; what is open is brought to an end (N-10). */
export type NetworkDissolutionStarted = Message<
  'NetworkDissolutionStarted',
  { startedAt: Instant }
>;
/** An end; `into` is the network it was merged into. */
export type NetworkDissolved = Message<
  'NetworkDissolved',
  { plan: PlanId; into?: NetworkId; dissolvedAt: Instant }
>;
/** Members of another network of the plan are members of this one: a merger or a split. */
export type MembersMovedIn = Message<
  'MembersMovedIn',
  { from: NetworkId; members: readonly MovedMember[]; movedAt: Instant }
>;
/** They are members of the network `to` from now on: a split. */
export type MembersMovedOut = Message<
  'MembersMovedOut',
  { to: NetworkId; partners: readonly PartnerId[]; movedAt: Instant }
>;

/**
 * The organisation of a member has ended: it has no say from now on, and is no lead any more (N-2).
 * Its place stays until it is given up, or another lead takes it, as for every change (N-1, N-8).
 */
export type MemberCeased = Message<
  'MemberCeased',
  { partner: PartnerId; how: PartnerEnd; ceasedAt: Instant }
>;
/** The lead is not eligible at present (N-2): it becomes so again, or another one leads. */
export type LeadEligibilityLost = Message<
  'LeadEligibilityLost',
  { partner: PartnerId; status: PartnerStatus; lostAt: Instant }
>;
/** The lead is eligible again (N-2). */
export type LeadEligibilityRegained = Message<
  'LeadEligibilityRegained',
  { partner: PartnerId; regainedAt: Instant }
>;

/** Facts of a network and its members after they were formed. */
export type LaterNetworkEvent =
  | InvitationRevoked
  | InvitationExpired
  | LeadPartnerReplaced
  | MemberSuspended
  | MemberReinstated
  | MemberExitRequested
  | MemberReleased
  | MemberExpelled
  | NetworkSuspended
  | NetworkResumed
  | NetworkDissolutionStarted
  | NetworkDissolved
  | MembersMovedIn
  | MembersMovedOut
  | MemberCeased
  | LeadEligibilityLost
  | LeadEligibilityRegained;
