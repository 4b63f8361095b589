import type { NetworkId } from '@tavolo/networks';
import type { BoardId, BoardLevel } from '../../contract/index.js';

/**
 * Finds the bodies of a level, when a route starts that asks them all. What it finds are
 * candidates: each is read from its own stream before it is frozen.
 */
export abstract class BodiesOfLevel {
  abstract find(level: BoardLevel, network: NetworkId | null): Promise<readonly BoardId[]>;
}
