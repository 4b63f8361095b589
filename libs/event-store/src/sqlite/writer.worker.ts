/**
 * The one writer of a log, in a thread of its own, so that the event loop never waits for a disk.
 * Runs as built and, under test, as source by Node's type stripping: hence no import but of Node.
 */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { AdmittedEvent } from '../admission.js';
import type { ExpectedRevision } from '../event-store.js';
import type { Append, Change, Ending, FromWriter, Outcome } from './messages.js';
import type { Refused, Reply, Request, Step, ToWriter, WriterSettings } from './messages.js';

const BATCH_REQUESTS = 256;
const BATCH_BYTES = 8_000_000;
const SQLITE_FULL = 13;

interface Stream {
  readonly no: number | null;
  readonly revision: number;
  readonly state: 'missing' | 'live' | 'deleted' | 'tombstoned';
}

const NO_STREAM: Stream = { no: null, revision: -1, state: 'missing' };

const NOTHING_WRITTEN: Outcome = { revision: -1, ordinal: 0 };

class Refusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.why);
    this.refused = refused;
  }
}

const { file, synchronous } = workerData as WriterSettings;
const db = new DatabaseSync(file, { timeout: 5000 });
// fullfsync: on macOS a plain fsync ends in the cache of the drive.
db.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA fullfsync = ON;
         PRAGMA journal_size_limit = 67108864;`);

const sql = {
  stream: db.prepare('SELECT no, revision, state FROM streams WHERE name = ?'),
  addStream: db.prepare(
    `INSERT INTO streams (name, category_no, revision, state) VALUES (?, ?, -1, 'live')`,
  ),
  grow: db.prepare(
    `UPDATE streams SET revision = ?2, state = 'live',
       truncate_before = iif(state = 'deleted', revision + 1, truncate_before) WHERE no = ?1`,
  ),
  end: db.prepare(
    `UPDATE streams SET state = ?2, truncate_before = NULL, max_count = NULL,
       max_age_seconds = NULL WHERE no = ?1`,
  ),
  setMeta: db.prepare(
    `UPDATE streams SET state = 'live', truncate_before = ?2, max_count = ?3,
       max_age_seconds = ?4 WHERE no = ?1`,
  ),
  recorded: db.prepare(
    `SELECT lower(hex(event_id)) AS id, position FROM events WHERE stream_no = ? AND revision = ?`,
  ),
  addEvent: db.prepare(
    `INSERT INTO events (stream_no, category_no, revision, event_id, type_no, schema, data, meta,
       stored_at) VALUES (?, ?, ?, unhex(?), ?, ?, ?, ?, ?)`,
  ),
};
const categories = numbersOf('categories');
const types = numbersOf('types');

const queue: Request[] = [];
let isDue = false;
let isClosing = false;
let broken: string | null = null;

parentPort?.on('message', (message: ToWriter) => {
  if (message === 'close') isClosing = true;
  else queue.push(...message.requests);
  flushSoon();
});
send({ kind: 'ready' });

/** After every message that has arrived was taken in: what piles up during a commit is a group. */
function flushSoon(): void {
  if (isDue) return;
  isDue = true;
  setImmediate(flush);
}

function flush(): void {
  isDue = false;
  const batch = nextBatch();
  if (batch.length > 0) {
    const steps: Step[] = [];
    const replies = broken === null ? commit(batch, steps) : fail(batch, notWritten(broken));
    steps.push('answered');
    send({ kind: 'replies', replies, steps });
  }
  if (queue.length > 0) flushSoon();
  else if (isClosing) leave();
}

function nextBatch(): Request[] {
  let count = 0;
  let bytes = 0;
  for (const request of queue) {
    if (count === BATCH_REQUESTS || bytes >= BATCH_BYTES) break;
    count += 1;
    bytes += request.bytes;
  }
  return queue.splice(0, count);
}

function commit(batch: readonly Request[], steps: Step[]): readonly Reply[] {
  let isCommitting = false;
  try {
    steps.push('begin');
    db.exec('BEGIN IMMEDIATE');
    const replies = batch.map((request) => apart(request));
    steps.push('commit');
    isCommitting = true;
    db.exec('COMMIT');
    steps.push('committed');
    return replies;
  } catch (error) {
    rollBack('ROLLBACK');
    steps.push('rolledBack');
    if (!isCommitting || codeOf(error) === SQLITE_FULL) return fail(batch, notWritten(error));
    // A commit whose fsync failed may be found on the disk or not, and a second fsync proves
    // nothing: this writer never writes again, and whoever opens the log next will see.
    broken = `the log could not be written: ${String(error)}`;
    return fail(batch, { why: 'unknown', reason: broken });
  }
}

/** One append that is refused or fails takes none of its neighbours with it. */
function apart({ id, change }: Request): Reply {
  db.exec('SAVEPOINT apart');
  try {
    const done = perform(change);
    db.exec('RELEASE apart');
    return { id, done };
  } catch (error) {
    // A disk that is full or broken has ended the transaction for everybody.
    if (!db.isTransaction) throw error;
    rollBack('ROLLBACK TO apart; RELEASE apart');
    return { id, refused: error instanceof Refusal ? error.refused : notWritten(error) };
  }
}

function perform(change: Change): Outcome {
  const stream = (sql.stream.get(change.stream) as Stream | undefined) ?? NO_STREAM;
  if (stream.state === 'tombstoned') throw new Refusal({ why: 'tombstoned' });
  switch (change.kind) {
    case 'append':
      return firstAnswer(stream, change.expected, change.events) ?? write(stream, change);
    case 'setStreamMeta': {
      const { truncateBefore = null, maxCount = null, maxAgeSeconds = null } = change.meta;
      sql.setMeta.run(numberOf(stream, change), truncateBefore, maxCount, maxAgeSeconds);
      return NOTHING_WRITTEN;
    }
    case 'deleteStream':
    case 'tombstone':
      firstAnswer(stream, change.expected, []);
      return end(stream, change);
  }
}

/** Null where the change may be made; where it already was, the answer it got then. */
function firstAnswer(
  stream: Stream,
  expected: ExpectedRevision,
  events: readonly AdmittedEvent[],
): Outcome | null {
  const { revision, state } = stream;
  if (passes(stream, expected)) return null;
  const repeated = expected === 'streamExists' ? null : repeatOf(stream, next(expected), events);
  if (repeated !== null) return repeated;
  if (expected === 'noStream' && state === 'deleted') return null;
  const actual = state === 'live' && revision >= 0 ? revision : 'noStream';
  throw new Refusal({ why: 'wrongRevision', actual });
}

function passes({ revision, state }: Stream, expected: ExpectedRevision): boolean {
  if (expected === 'any') return true;
  return expected === 'streamExists' ? state === 'live' : next(expected) === revision + 1;
}

function next(expected: ExpectedRevision): number {
  return typeof expected === 'number' ? expected + 1 : 0;
}

function repeatOf({ no }: Stream, from: number, events: readonly AdmittedEvent[]): Outcome | null {
  let ordinal = 0;
  for (const [i, { id }] of events.entries()) {
    const there = sql.recorded.get(no, from + i) as { id: string; position: number } | undefined;
    const isSame = there?.id === hexOf(id);
    if (!isSame && i === 0) return null;
    if (!isSame) throw new Refusal({ why: 'corruptIdempotency' });
    ordinal = there.position;
  }
  return ordinal === 0 ? null : { revision: from + events.length - 1, ordinal };
}

function write(stream: Stream, change: Append): Outcome {
  const no = numberOf(stream, change);
  const category = categories.of(change.category);
  let { revision } = stream;
  let ordinal = 0;
  for (const { id, type, schema, data, meta } of change.events) {
    revision += 1;
    const place = [no, category, revision, hexOf(id), types.of(type)];
    const { lastInsertRowid } = sql.addEvent.run(...place, schema, data, meta, change.storedAt);
    ordinal = Number(lastInsertRowid);
  }
  sql.grow.run(no, revision);
  return { revision, ordinal };
}

function end(stream: Stream, change: Ending): Outcome {
  if (change.kind === 'tombstone') sql.end.run(numberOf(stream, change), 'tombstoned');
  else if (stream.revision >= 0) sql.end.run(stream.no, 'deleted');
  return NOTHING_WRITTEN;
}

function numberOf({ no }: Stream, { stream, category }: Change): number {
  return no ?? Number(sql.addStream.run(stream, categories.of(category)).lastInsertRowid);
}

/** Numbers of the names of a small table, remembered until something is rolled back. */
function numbersOf(table: 'categories' | 'types') {
  const known = new Map<string, number>();
  const find = db.prepare(`SELECT no FROM ${table} WHERE name = ?`);
  const add = db.prepare(`INSERT INTO ${table} (name) VALUES (?)`);
  return {
    of(name: string): number {
      const found = known.get(name) ?? (find.get(name) as { no: number } | undefined)?.no;
      const no = found ?? Number(add.run(name).lastInsertRowid);
      known.set(name, no);
      return no;
    },
    forget: () => known.clear(),
  };
}

function rollBack(statement: string): void {
  categories.forget();
  types.forget();
  if (db.isTransaction) db.exec(statement);
}

function leave(): void {
  db.close();
  parentPort?.close();
}

function send(message: FromWriter): void {
  parentPort?.postMessage(message);
}

function fail(batch: readonly Request[], refused: Refused): Reply[] {
  return batch.map(({ id }) => ({ id, refused }));
}

function notWritten(reason: unknown): Refused {
  return { why: 'notWritten', reason: String(reason) };
}

function codeOf(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}

function hexOf(uuid: string): string {
  return uuid.replaceAll('-', '');
}
