import type { Instant, Message } from '@tavolo/kernel';
import type { NetworkId } from '../contract/index.js';

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

/** Every fact on the tree of a plan. */
export type TreeEvent = NetworkTerritoryDefined | NetworkNested;

/** Every type of the union: the compiler asks for each of them. */
const eventTypes: Readonly<Record<TreeEvent['type'], true>> = {
  NetworkTerritoryDefined: true,
  NetworkNested: true,
};

/** The types of all facts on the stream of a plan's tree of networks. */
export const treeEventTypes = Object.keys(eventTypes) as readonly TreeEvent['type'][];
