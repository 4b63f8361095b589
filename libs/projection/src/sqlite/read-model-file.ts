import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@tavolo/event-store';
import { BEGINNING } from '../projection.js';
import type { KnownEvents, Moment, Projection } from '../projection.js';
import { eventIndexSql } from './event-index.js';
import { FORMAT, laidIn, layoutOf } from './layout.js';
import { newest } from './moments.js';
import { Statements } from './statements.js';
import { tableSql } from './temporal-table.js';

const ownSql = [
  `CREATE TABLE layout (format INTEGER NOT NULL, projections TEXT NOT NULL) STRICT`,
  `CREATE TABLE checkpoint (
    position TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    epoch INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE passed_over (
    type TEXT NOT NULL,
    schema INTEGER NOT NULL,
    first_position TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (type, schema)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE held_back (stream TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`,
  ...eventIndexSql,
];

/** Written by a newer version of the program; it was left untouched. */
export class ReadModelTooNew extends Error {}

/** Another writer has taken the read model over; this one must not write on. */
export class StaleWriter extends Error {}

/** Event types that this program did not know when it met them. */
export type PassedOver = Readonly<{
  type: string;
  schema: number;
  firstPosition: Position;
  events: number;
}>;

/**
 * The file of a read model, open for writing. Who opens it last owns it: each batch commits rows
 * and checkpoint in one transaction, and only if epoch and checkpoint are still those of its
 * writer, so that a forgotten one fails by comparison and not by timing.
 */
export class ReadModelFile {
  readonly statements: Statements;
  readonly #db: DatabaseSync;
  readonly #epoch: number;

  private constructor(path: string) {
    this.#db = new DatabaseSync(path);
    // What a crash of the machine takes from the end is read again from the log.
    this.#db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536`);
    this.statements = new Statements(this.#db);
    this.statements.run('UPDATE checkpoint SET epoch = epoch + 1');
    this.#epoch = Number(this.statements.get('SELECT epoch FROM checkpoint')?.epoch);
  }

  /** A new and empty one, in a file that must not be there. */
  static create(path: string, projections: readonly Projection[]): ReadModelFile {
    const db = new DatabaseSync(path);
    try {
      db.exec('BEGIN');
      for (const sql of ownSql) db.exec(sql);
      for (const table of projections.flatMap(({ tables }) => tables)) {
        for (const sql of tableSql(table).create) db.exec(sql);
      }
      db.prepare('INSERT INTO layout VALUES (?, ?)').run(FORMAT, layoutOf(projections));
      db.prepare('INSERT INTO checkpoint VALUES (?, 0, 0)').run(BEGINNING.position);
      db.exec('COMMIT');
    } finally {
      db.close();
    }
    return new ReadModelFile(path);
  }

  /** A file that `whyRebuild` had nothing against. */
  static open(path: string): ReadModelFile {
    return new ReadModelFile(path);
  }

  /** The moment of the checkpoint. */
  moment(): Moment {
    return newest(this.statements);
  }

  /** The latest recording up to the checkpoint; empty before the first event. */
  latest(): string {
    const sql = 'SELECT latest FROM event ORDER BY ordinal DESC LIMIT 1';
    return (this.statements.get(sql)?.latest ?? '') as string;
  }

  passedOver(): readonly PassedOver[] {
    const found = this.statements.all('SELECT * FROM passed_over ORDER BY first_position');
    return found.map(({ type, schema, first_position, events }) => ({
      type: type as string,
      schema: Number(schema),
      firstPosition: first_position as Position,
      events: Number(events),
    }));
  }

  /** The streams of what was passed over: nothing that comes later on them is read either. */
  heldBack(): readonly string[] {
    return this.statements.all('SELECT stream FROM held_back').map(({ stream }) => String(stream));
  }

  /** Commits what `work` writes, together with the checkpoint. @throws StaleWriter */
  advance(from: Moment, to: Moment, work: () => void): void {
    this.statements.run('BEGIN IMMEDIATE');
    try {
      work();
      this.#moveCheckpoint(from, to);
      this.statements.run('COMMIT');
    } catch (error) {
      this.statements.run('ROLLBACK');
      throw error;
    }
  }

  #moveCheckpoint(from: Moment, to: Moment): void {
    const moved = this.statements.run(
      `UPDATE checkpoint SET position = :position, ordinal = :ordinal
        WHERE epoch = :epoch AND position = :before`,
      {
        ...{ position: to.position, ordinal: to.ordinal },
        ...{ epoch: this.#epoch, before: from.position },
      },
    );
    if (moved !== 1) throw new StaleWriter('another writer has taken over this read model');
  }

  close(): void {
    this.#db.close();
  }
}

/**
 * Why a file can't go on as the read model of these projections; null when it can. It is looked
 * at only: a read model is a projection, so any doubt is a reason to build it anew, except that
 * one of a newer program is not ours to throw away. @throws ReadModelTooNew
 */
export function whyRebuild(
  path: string,
  projections: readonly Projection[],
  knows: KnownEvents = () => true,
): string | null {
  if (!existsSync(path)) return 'there is none yet';
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      return whyOutdated(db, projections) ?? whyBehind(db, knows) ?? whyDamaged(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof ReadModelTooNew) throw error;
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function whyOutdated(db: DatabaseSync, projections: readonly Projection[]): string | null {
  const row = db.prepare('SELECT format, projections FROM layout').get();
  const format = Number(row?.format);
  if (format > FORMAT) throw tooNew(`its format is ${String(format)}`);
  if (format !== FORMAT) return 'its format is older than this program';
  const stored = laidIn(row?.projections as string);
  const newer = stored.find(({ name, version }) =>
    projections.some((own) => own.name === name && own.version < version),
  );
  if (newer) throw tooNew(`its projection ${newer.name} is of version ${String(newer.version)}`);
  return row?.projections === layoutOf(projections) ? null : 'its projections are other ones';
}

function tooNew(detail: string): ReadModelTooNew {
  return new ReadModelTooNew(
    `The read model was written by a newer version of this program: ${detail}. It was left as it is: start that version again, or remove the folder read-model in the data folder, which is then built anew from the log (docs/runbooks/read-model.md).`,
  );
}

function whyBehind(db: DatabaseSync, knows: KnownEvents): string | null {
  const missed = db.prepare('SELECT type, schema FROM passed_over').all();
  const known = missed.find(({ type, schema }) => knows(type as string, Number(schema)));
  return known ? `it passed over ${String(known.type)}, which this program knows` : null;
}

function whyDamaged(db: DatabaseSync): string | null {
  const verdict = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (verdict !== 'ok') return `it is damaged: ${String(verdict)}`;
  const last = newest(new Statements(db));
  const checkpoint = db.prepare('SELECT ordinal, position FROM checkpoint').get();
  return checkpoint?.ordinal === last.ordinal && checkpoint.position === last.position
    ? null
    : 'its checkpoint is not at its last event';
}
