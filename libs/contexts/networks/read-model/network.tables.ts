import { defineTable } from '@tavolo/projection';
import type { MemberRole, MemberStatus, NetworkLevel, NetworkStatus } from '../contract/index.js';

/** A network with its place in the tree of its plan. */
export type NetworkRow = Readonly<{
  id: string;
  /** Of the network's own stream; nesting and territory are facts of the plan's tree. */
  revision: number;
  status: NetworkStatus;
  plan: string;
  title: string;
  titleEn: string | null;
  level: NetworkLevel;
  lead: string | null;
  parent: string | null;
  territory: readonly string[];
  agreement: string | null;
  activeFrom: string | null;
  suspendedAt: string | null;
  /** Since when its lead is not eligible (N-2); null where it is. */
  leadUnfitSince: string | null;
  /** When its dissolution began. */
  dissolvingSince: string | null;
  dissolvedAt: string | null;
  mergedInto: string | null;
  splitFrom: string | null;
  source: string | null;
}>;

/** `id` is that of the network and of the partner. */
export type MemberRow = Readonly<{
  id: string;
  network: string;
  partner: string;
  role: MemberRole;
  status: MemberStatus;
  invitedUntil: string | null;
  /** When it was proposed as lead or invited. */
  since: string;
  exitRequestedAt: string | null;
  /** Since when its organisation has ended and its place waits to be given up (N-2). */
  ceasedAt: string | null;
  /** When it left, was put out, or moved to another network. */
  endedAt: string | null;
}>;

/** One row for each network. */
export const networkTable = defineTable<NetworkRow>('network', {
  columns: ['plan', 'level', 'status', 'parent', 'lead'],
  order: 'title',
});

/** One row for each partner that was ever invited to a network, the lead included. */
export const memberTable = defineTable<MemberRow>('network_member', {
  columns: ['network', 'partner'],
  order: 'since',
});
