import type { RecordedEvent } from '@tavolo/event-store';
import { mentionedIn } from '../mentioned.js';
import type { Statements } from './statements.js';

/**
 * What is kept of every event beside the projections' rows: where it lies, when it was recorded
 * (`latest`: the latest recording up to here, since clocks differ), which command wrote it, and
 * which objects it is about. No data of it: that is read from its stream.
 */
export const eventIndexSql = [
  `CREATE TABLE event (
    ordinal INTEGER PRIMARY KEY,
    position TEXT NOT NULL,
    event_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    latest TEXT NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    correlation_id TEXT NOT NULL,
    causation_id TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX event_position ON event (position)`,
  `CREATE INDEX event_event_id ON event (event_id)`,
  `CREATE INDEX event_latest ON event (latest)`,
  `CREATE TABLE command (
    person TEXT NOT NULL,
    command_id TEXT NOT NULL,
    command_hash TEXT NOT NULL,
    result TEXT,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (person, command_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE event_about (
    object TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (object, ordinal)
  ) STRICT, WITHOUT ROWID`,
];

const INSERT_EVENT = `INSERT INTO event VALUES (:ordinal, :position, :eventId, :stream, :revision,
  :type, :recordedAt, :latest, :actor, :commandId, :correlationId, :causationId)`;

/** Events of one append share the command; a command that went on in a later one keeps its first. */
const INSERT_COMMAND = `INSERT INTO command VALUES
    (:person, :commandId, :hash, :result, :ordinal, :ordinal)
  ON CONFLICT DO UPDATE SET last = excluded.last
    WHERE command.last = excluded.last - 1
      AND (SELECT stream FROM event WHERE ordinal = command.first) = :stream`;

const INSERT_ABOUT = `INSERT INTO event_about VALUES (:object, :ordinal)`;

/** Enters an event; `latest` is the latest recording before it. Answers the latest with it. */
export function enterEvent(
  statements: Statements,
  event: RecordedEvent,
  { ordinal, latest }: { readonly ordinal: number; readonly latest: string },
): string {
  const { id, stream, revision, position, type, meta } = event;
  const { recordedAt, commandId, correlationId, commandHash, result } = meta;
  const actor = meta.actor.personRef;
  const newLatest = recordedAt > latest ? recordedAt : latest;
  statements.run(INSERT_EVENT, {
    ...{ ordinal, position, eventId: id, stream, revision, type, recordedAt, latest: newLatest },
    ...{ actor, commandId, correlationId, causationId: meta.causationId ?? null },
  });
  statements.run(INSERT_COMMAND, {
    ...{ person: actor, commandId, hash: commandHash, ordinal, stream },
    result: result === undefined ? null : JSON.stringify(result),
  });
  for (const object of mentionedIn(event)) statements.run(INSERT_ABOUT, { object, ordinal });
  return newLatest;
}
