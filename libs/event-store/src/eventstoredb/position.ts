import type { Position as LogPosition } from '@eventstore/db-client';
import { START } from '../event-store.js';
import type { Position } from '../event-store.js';

const DIGITS = 20;
const POSITION = /^(\d{20}):(\d{20})$/u;

/**
 * `commit:prepare`, both zero-padded, so that text order is log order. Both are kept: a
 * subscription resumed from the commit position alone can miss an event (server issue 4970).
 */
export function positionOf({ commit, prepare }: LogPosition): Position {
  const padded = (number: bigint) => number.toString().padStart(DIGITS, '0');
  return `${padded(commit)}:${padded(prepare)}` as Position;
}

/** START is null. @throws TypeError for a position that no EventStoreDB has given */
export function logPositionOf(position: Position): LogPosition | null {
  if (position === START) return null;
  const [, commit, prepare] = POSITION.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new TypeError(`${JSON.stringify(position)} is no position of this store`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** An answer may lack its position; a repeat may be answered with -1, an older read with 2^64-1. */
export function isPosition(position: LogPosition | undefined): position is LogPosition {
  return position !== undefined && position.commit >= 0n && position.commit < 2n ** 63n;
}
