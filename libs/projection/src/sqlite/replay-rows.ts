import type { RecordedEvent } from '@tavolo/event-store';
import type { Moment } from '../projection.js';
import { replay } from '../replay.js';
import type { Replay, Replayed, StoodRows } from '../replay.js';
import type { Found, Statements } from './statements.js';
import { byIdsQuery, whereQuery } from './table-queries.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Applies the event of a moment anew, and compares what comes of it with the rows that are kept. */
export function replayAt(statements: Statements, what: Replayed, { ordinal }: Moment): Replay {
  if (isHeldBack(statements, what.event, ordinal))
    return { fate: 'passedOver', rows: [], message: null };
  const before = rowsAt(statements, ordinal - 1);
  return replay(what, { before, after: rowsAt(statements, ordinal) });
}

function rowsAt(statements: Statements, ordinal: number): StoodRows {
  return {
    byId(table, id) {
      const { sql, values } = byIdsQuery(table, [id], ordinal);
      const found = statements.get(sql, values);
      return found && rowIn(found);
    },
    where(table, column, value) {
      const { sql, values } = whereQuery(table, { column, values: [value] }, ordinal);
      return statements.all(sql, values).map(rowIn);
    },
  };
}

function rowIn({ row }: Found): Row {
  return JSON.parse(row as string) as Row;
}

/** An event of a stream on which something came before it that this program does not know. */
function isHeldBack(statements: Statements, { stream }: RecordedEvent, ordinal: number): boolean {
  const sql = `SELECT 1 FROM held_back WHERE held_back.stream = :stream AND EXISTS (
    SELECT 1 FROM event_about CROSS JOIN event USING (ordinal)
      JOIN passed_over ON passed_over.type = event.type
    WHERE object = :stream AND event_about.ordinal <= :ordinal AND event.stream = :stream)`;
  return statements.get(sql, { stream, ordinal }) !== null;
}
