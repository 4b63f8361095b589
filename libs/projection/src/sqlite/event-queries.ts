import type { JsonObject, Position, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { CommandRecord, HistoryEntry, HistoryWindow } from '../read-model.js';
import type { Listing, Span } from './paging.js';
import type { Found, Statements } from './statements.js';

/** The events of a stream or about an object, in the order of the log. */
export function historyOf(
  statements: Statements,
  object: string,
  window: HistoryWindow = {},
): Listing<HistoryEntry> {
  const { narrowed, among } = narrowingOf(window);
  return {
    list: `history of ${object}`,
    count(at) {
      const sql = `SELECT count(*) AS total FROM event_about CROSS JOIN event USING (ordinal)
        WHERE object = :object AND event_about.ordinal <= :at ${narrowed}`;
      return Number(statements.get(sql, { object, at, ...among })?.total);
    },
    read({ ordinal, after, before, limit, backwards }: Span) {
      const sql = `SELECT event.* FROM event_about CROSS JOIN event USING (ordinal)
        WHERE object = :object AND event_about.ordinal <= :at
          AND event_about.ordinal > :after AND event_about.ordinal < :before ${narrowed}
        ORDER BY event_about.ordinal ${backwards ? 'DESC' : 'ASC'} LIMIT :limit`;
      const found = statements.all(sql, {
        ...{ object, at: ordinal, limit, ...among },
        after: after?.sorted ?? 0,
        before: before?.sorted ?? ordinal + 1,
      });
      return found.map(entryIn).map((row) => ({ row, sorted: row.ordinal, id: row.eventId }));
    },
  };
}

/** What keeps events to those that somebody may read. */
export function narrowingOf({ streams, notAbout, notThese }: HistoryWindow) {
  const narrowed = [
    streams ? 'AND event.stream IN (SELECT value FROM json_each(:streams))' : '',
    notThese ? 'AND event.event_id NOT IN (SELECT value FROM json_each(:notThese))' : '',
    notAbout
      ? `AND NOT EXISTS (SELECT 1 FROM event_about other WHERE other.ordinal = event.ordinal
          AND other.object IN (SELECT value FROM json_each(:notAbout)))`
      : '',
  ].join(' ');
  const among = {
    ...(streams && { streams: JSON.stringify(streams) }),
    ...(notThese && { notThese: JSON.stringify(notThese) }),
    ...(notAbout && { notAbout: JSON.stringify(notAbout) }),
  };
  return { narrowed, among };
}

/** Every stream with an event behind an ordinal. */
export function streamsAfter(statements: Statements, ordinal: number): readonly string[] {
  const sql = 'SELECT DISTINCT stream FROM event WHERE ordinal > :ordinal';
  return statements.all(sql, { ordinal }).map(({ stream }) => stream as string);
}

/** The streams of those events. */
export function streamsAbout(
  statements: Statements,
  object: string,
  at: number,
): readonly string[] {
  const sql = `SELECT DISTINCT event.stream FROM event_about CROSS JOIN event USING (ordinal)
    WHERE object = :object AND event_about.ordinal <= :at`;
  return statements.all(sql, { object, at }).map(({ stream }) => stream as string);
}

/** What a person's command appended. */
export function findCommand(
  statements: Statements,
  person: PersonRef,
  commandId: Uuid,
): CommandRecord | null {
  const sql = `SELECT command_hash, result, began.event_id, ended.stream, ended.revision, ended.position
    FROM command
      JOIN event began ON began.ordinal = command.first
      JOIN event ended ON ended.ordinal = command.last
    WHERE person = :person AND command.command_id = :commandId`;
  const row = statements.get(sql, { person, commandId });
  return (
    row && {
      commandHash: row.command_hash as Sha256,
      result: row.result === null ? null : (JSON.parse(row.result as string) as JsonObject),
      stream: row.stream as string,
      revision: Number(row.revision),
      position: row.position as Position,
      eventId: row.event_id as Uuid,
    }
  );
}

/** One event as the index has it. */
export function entryIn(row: Found): HistoryEntry {
  return {
    ordinal: Number(row.ordinal),
    position: row.position as Position,
    eventId: row.event_id as Uuid,
    stream: row.stream as string,
    revision: Number(row.revision),
    type: row.type as string,
    recordedAt: row.recorded_at as Instant,
    actor: row.actor as PersonRef,
    commandId: row.command_id as Uuid,
    correlationId: row.correlation_id as Uuid,
    causationId: row.causation_id as Uuid | null,
  };
}
