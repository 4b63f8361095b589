import type { Instant, LocalDate, Message } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type {
  AwardChange,
  MemberRole,
  NetworkId,
  NetworkLevel,
  Source,
} from '../contract/index.js';
import type { LaterNetworkEvent } from './network.later.events.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** The lead is an active member from the first moment on (N-1). */
export type NetworkProposed = Message<
  'NetworkProposed',
  {
    plan: PlanId;
    title: string;
    titleEn?: string;
    level: NetworkLevel;
    lead: PartnerId;
    source?: Source;
    /** The network it came out of, where it is that of a split. */
    splitFrom?: NetworkId;
    proposedAt: Instant;
  }
>;
/** `until` is the last day on which the invitation can be answered. */
export type MemberInvited = Message<
  'MemberInvited',
  {
    partner: PartnerId;
    role: MemberRole;
    until: LocalDate;
    /** The act of the authority, after the award (N-8). */
    approval?: string;
    invitedAt: Instant;
  }
>;
/** The invited partner said yes. */
export type InvitationAccepted = Message<
  'InvitationAccepted',
  { partner: PartnerId; acceptedAt: Instant }
>;
/** The invited partner said no. */
export type InvitationDeclined = Message<
  'InvitationDeclined',
  { partner: PartnerId; declinedAt: Instant }
>;
/** From now on an active member. */
export type MemberAdmitted = Message<
  'MemberAdmitted',
  { partner: PartnerId; change?: AwardChange; admittedAt: Instant }
>;
/** The role it has from now on, in the place of the one before (N-9). */
export type MemberRoleAssigned = Message<
  'MemberRoleAssigned',
  { partner: PartnerId; role: MemberRole; change?: AwardChange; assignedAt: Instant }
>;
/** Lead and mandatory members were there (N-1, N-7); `members` are the active ones of that moment. */
export type NetworkConstituted = Message<
  'NetworkConstituted',
  { lead: PartnerId; members: readonly PartnerId[]; constitutedAt: Instant }
>;
/** Its agreement has effect from `from` on (N-3). */
export type NetworkActivated = Message<
  'NetworkActivated',
  { agreement: string; from: LocalDate; activatedAt: Instant }
>;

/** Every fact on the stream of a network. */
export type NetworkEvent =
  | NetworkProposed
  | MemberInvited
  | InvitationAccepted
  | InvitationDeclined
  | MemberAdmitted
  | MemberRoleAssigned
  | NetworkConstituted
  | NetworkActivated
  | LaterNetworkEvent;

/** Every type of the union: the compiler asks for each of them. */
const eventTypes: Readonly<Record<NetworkEvent['type'], true>> = {
  NetworkProposed: true,
  MemberInvited: true,
  InvitationAccepted: true,
  InvitationDeclined: true,
  MemberAdmitted: true,
  MemberRoleAssigned: true,
  NetworkConstituted: true,
  NetworkActivated: true,
  InvitationRevoked: true,
  InvitationExpired: true,
  LeadPartnerReplaced: true,
  MemberSuspended: true,
  MemberReinstated: true,
  MemberExitRequested: true,
  MemberReleased: true,
  MemberExpelled: true,
  NetworkSuspended: true,
  NetworkResumed: true,
  NetworkDissolutionStarted: true,
  NetworkDissolved: true,
  MembersMovedIn: true,
  MembersMovedOut: true,
  MemberCeased: true,
  LeadEligibilityLost: true,
  LeadEligibilityRegained: true,
};

/** The types of all facts on a network's stream. */
export const networkEventTypes = Object.keys(eventTypes) as readonly NetworkEvent['type'][];
