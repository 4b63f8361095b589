import type { Basis } from '@tavolo/event-store';
import type { Brand, Cents } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';

/** `network-<uuid>`: the stream of a network, and its id everywhere. */
export type NetworkId = Brand<string, 'NetworkId'>;

/** `tree-<uuid of the plan>`: the stream that keeps nesting and territories of a plan's networks. */
export type TreeId = Brand<string, 'TreeId'>;

/** Where a datum comes from; absent for a user's own. */
export const sources = ['programme', 'public', 'synthetic'] as const;

/** Where a datum comes from: the programme's own presentation, a public text, or made up. */
export type Source = (typeof sources)[number];

/** The tiers of a network of networks, from the top. */
export const networkLevels = ['region', 'territory', 'local'] as const;

/** The tier that a network is on. */
export type NetworkLevel = (typeof networkLevels)[number];

/** The states of a network, in the order of its lifecycle; `Dissolved` is an end. */
export const networkStatuses = [
  'Proposed',
  'Constituting',
  'Active',
  'Suspended',
  'Dissolving',
  'Dissolved',
] as const;

/** Where a network is in its lifecycle. */
export type NetworkStatus = (typeof networkStatuses)[number];

/** Every role a member may have; an adhering body supports without a share of the budget. */
export const memberRoles = ['lead', 'partner', 'adhering', 'observer'] as const;

/** What a member is in its network; one role at a time (N-9). */
export type MemberRole = (typeof memberRoles)[number];

/** The states of a membership; those from `Left` on are ends, and leave room for a new invitation. */
export const memberStatuses = [
  'Invited',
  'Accepted',
  'Active',
  'Suspended',
  'Left',
  'Expelled',
  'Declined',
  'InvitationRevoked',
  'InvitationExpired',
] as const;

/** Where a membership is in its lifecycle; an invitation past its date is void, whatever it says. */
export type MemberStatus = (typeof memberStatuses)[number];

/**
 * What a change of members after the award rests on (N-8): the act of the authority that approves
 * it, and the amendment of the network's agreement, by its version.
 */
export type AwardChange = Readonly<{
  /** Number and date of the act, as its register has them. */
  approval: string;
  /** `agreement-<uuid>`. */
  agreement: string;
  version: number;
}>;

/** What is still open of a network (N-10); `basis` names the streams it was read from. */
export type OpenObligations = Readonly<{
  openCents: Cents;
  /** Reports that are owed or not closed yet. */
  openReports: number;
  /** Its agreements that are in force, suspended ones included. */
  agreements?: readonly string[];
  basis: Basis | readonly Basis[];
}>;

/** Answers for commitments and reports of a network; the context that keeps them implements it. */
export abstract class NetworkObligations {
  /** Null where the network never had any. */
  abstract openOf(network: NetworkId): Promise<OpenObligations | null>;
}

/** A partner in a network. */
export type Membership = Readonly<{
  partner: PartnerId;
  role: MemberRole;
  status: MemberStatus;
}>;

/** What another context may rely on about a network, read from its own stream. */
export type NetworkStanding = Readonly<{
  id: NetworkId;
  status: NetworkStatus;
  plan: PlanId;
  level: NetworkLevel;
  /** Null between two leads: in a proposed network, or once the lead's organisation has ended (N-1, N-2). */
  lead: PartnerId | null;
  members: readonly Membership[];
  /** The network it is nested in, as the plan's tree says (N-4). */
  parent: NetworkId | null;
  basis: Basis;
}>;

/** Answers for networks to other contexts. */
export abstract class Networks {
  /** Null where there is no such network. */
  abstract standing(id: NetworkId): Promise<NetworkStanding | null>;
}
