import type { Position, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { BEGINNING } from '../projection.js';
import type { Moment } from '../projection.js';
import type { Found, Statements, Values } from './statements.js';

const COLUMNS = 'SELECT ordinal, position, event_id, recorded_at FROM event';

/** The moment of the last event that was read. */
export function newest(statements: Statements): Moment {
  return found(statements, `${COLUMNS} ORDER BY ordinal DESC LIMIT 1`) ?? BEGINNING;
}

/** The moment just after one event; null when it was not read. */
export function momentOfEvent(statements: Statements, eventId: string): Moment | null {
  return found(statements, `${COLUMNS} WHERE event_id = :eventId ORDER BY ordinal LIMIT 1`, {
    eventId,
  });
}

/** The moment of a position; null where no event that was read has it. */
export function momentOfPosition(statements: Statements, position: Position): Moment | null {
  if (position === BEGINNING.position) return BEGINNING;
  return found(statements, `${COLUMNS} WHERE position = :position`, { position });
}

export function momentOfOrdinal(statements: Statements, ordinal: number): Moment | null {
  if (ordinal === 0) return BEGINNING;
  return found(statements, `${COLUMNS} WHERE ordinal = :ordinal`, { ordinal });
}

/** The last event up to which none was recorded later than `at`. */
export function momentUpTo(statements: Statements, at: Instant): Moment {
  // `latest` never falls along the log, so its index is in the order of ordinals too.
  const sql = `${COLUMNS} WHERE latest <= :at ORDER BY latest DESC, ordinal DESC LIMIT 1`;
  return found(statements, sql, { at }) ?? BEGINNING;
}

function found(statements: Statements, sql: string, values: Values = {}): Moment | null {
  const row = statements.get(sql, values);
  return row && momentIn(row);
}

function momentIn({ ordinal, position, event_id, recorded_at }: Found): Moment {
  return {
    ordinal: Number(ordinal),
    position: position as Position,
    eventId: event_id as Uuid,
    recordedAt: recorded_at as Instant,
  };
}
