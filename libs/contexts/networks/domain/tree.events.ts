import type { Instant, Message } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AwardChange, NetworkId, NetworkLevel } from '../contract/index.js';
import type { MovedMember } from './network.later.events.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** Codes of NUTS (`ITC4C`) or ISTAT (`015`, `015146`). */
export type NetworkTerritoryDefined = Message<
  'NetworkTerritoryDefined',
  { network: NetworkId; codes: readonly string[]; definedAt: Instant }
>;
/** From now on `network` lies within `parent` (N-4). */
export type NetworkNested = Message<
  'NetworkNested',
  { network: NetworkId; parent: NetworkId; nestedAt: Instant }
>;

/** `absorbed` is no more: its territory, members and nested networks are those of `into`. */
export type NetworksMerged = Message<
  'NetworksMerged',
  {
    into: NetworkId;
    absorbed: NetworkId;
    /** The territory of `into` from now on. */
    codes: readonly string[];
    /** Those of `absorbed`; its lead comes as a partner (N-1). */
    members: readonly MovedMember[];
    change?: AwardChange;
    mergedAt: Instant;
  }
>;
/** A part of `network` is a network of its own, `into`, beside it. */
export type NetworkSplit = Message<
  'NetworkSplit',
  {
    network: NetworkId;
    into: NetworkId;
    plan: PlanId;
    title: string;
    level: NetworkLevel;
    /** Of the new network. */
    lead: PartnerId;
    /** The others who go along. */
    members: readonly MovedMember[];
    /** The territory of the new network, and what the old one keeps. */
    codes: readonly string[];
    remaining: readonly string[];
    /** The nested networks that go along. */
    nested: readonly NetworkId[];
    change?: AwardChange;
    splitAt: Instant;
  }
>;
/** The network is dissolved: its place and its territory are free. */
export type NetworkRemoved = Message<'NetworkRemoved', { network: NetworkId; removedAt: Instant }>;

/** Every fact on the tree of a plan. */
export type TreeEvent =
  | NetworkTerritoryDefined
  | NetworkNested
  | NetworksMerged
  | NetworkSplit
  | NetworkRemoved;

/** Every type of the union: the compiler asks for each of them. */
const eventTypes: Readonly<Record<TreeEvent['type'], true>> = {
  NetworkTerritoryDefined: true,
  NetworkNested: true,
  NetworksMerged: true,
  NetworkSplit: true,
  NetworkRemoved: true,
};

/** The types of all facts on the stream of a plan's tree of networks. */
export const treeEventTypes = Object.keys(eventTypes) as readonly TreeEvent['type'][];
