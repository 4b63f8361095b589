import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** How one table of two read models compares. */
export type TableComparison = Readonly<{
  table: string;
  /** Ids (or other keys) with the same rows in both. */
  same: number;
  /** Ids whose rows, now or at any earlier moment, differ or are in one of the two only. */
  differing: number;
  /** A few of them. */
  examples: readonly string[];
}>;

/** Two read models as of one ordinal. Tables that only one of them has are not compared. */
export type Comparison = Readonly<{
  ordinal: number;
  tables: readonly TableComparison[];
  onlyHere: readonly string[];
  onlyThere: readonly string[];
}>;

/** Everything a table said up to an ordinal, as one hash: equal for replicas that are equal. */
export type TableDigest = Readonly<{ table: string; keys: number; sha256: string }>;

const MAX_EXAMPLES = 5;

/** What the tables that are no temporal ones hold of the events up to `:at`. */
const INDEXES: Readonly<Record<string, string>> = {
  event: `SELECT event_id AS id, json_array(ordinal, position, stream, revision, type, recorded_at,
      latest, actor, command_id, correlation_id, causation_id) AS held
    FROM event WHERE ordinal <= :at ORDER BY event_id, ordinal`,
  event_about: `SELECT object AS id, ordinal AS held FROM event_about
    WHERE ordinal <= :at ORDER BY object, ordinal`,
  command: `SELECT person || ' ' || command_id AS id, json_array(command_hash, result, first) AS held
    FROM command WHERE first <= :at ORDER BY id`,
};

/** Compares two files, row by row with their whole history, up to an ordinal both have reached. */
export function compareReadModels(here: string, there: string, ordinal: number): Comparison {
  const [left, right] = [opened(here), opened(there)];
  try {
    const ours = tablesOf(left);
    const theirs = new Set(tablesOf(right));
    return {
      ordinal,
      tables: ours
        .filter((table) => theirs.has(table))
        .map((table) =>
          compareTable(table, keysOf(left, table, ordinal), keysOf(right, table, ordinal)),
        ),
      onlyHere: ours.filter((table) => !theirs.has(table)),
      onlyThere: [...theirs.difference(new Set(ours))],
    };
  } finally {
    left.close();
    right.close();
  }
}

/** The digests of all tables as of an ordinal; they do not depend on how the file was filled. */
export function digestsOf(path: string, ordinal: number): readonly TableDigest[] {
  const db = opened(path);
  try {
    return tablesOf(db).map((table) => {
      const hash = createHash('sha256');
      let keys = 0;
      for (const { id, rows } of keysOf(db, table, ordinal)) {
        hash.update(JSON.stringify([id, rows]));
        keys += 1;
      }
      return { table, keys, sha256: hash.digest('hex') };
    });
  } finally {
    db.close();
  }
}

function opened(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true });
}

function tablesOf(db: DatabaseSync): readonly string[] {
  const sql = `SELECT name FROM pragma_table_list
    WHERE type = 'table' AND name LIKE 't\\_%' ESCAPE '\\' ORDER BY name`;
  const names = db.prepare(sql).all();
  return [...names.map(({ name }) => (name as string).slice(2)), ...Object.keys(INDEXES)];
}

interface Key {
  readonly id: string;
  readonly rows: readonly string[];
}

/** All that was held under each id, in the order of ids. */
function* keysOf(db: DatabaseSync, table: string, ordinal: number): Generator<Key, void> {
  const sql =
    INDEXES[table] ??
    `SELECT id, json_array(opened, iif(closed <= :at, closed, NULL), json(row)) AS held
      FROM t_${table} WHERE opened <= :at ORDER BY id, opened`;
  let [current, rows]: [string | null, string[]] = [null, []];
  for (const { id, held } of db.prepare(sql).iterate({ at: ordinal })) {
    if (current !== id) {
      if (current !== null) yield { id: current, rows };
      [current, rows] = [id as string, []];
    }
    rows.push(String(held));
  }
  if (current !== null) yield { id: current, rows };
}

function compareTable(
  table: string,
  ours: Iterator<Key, void>,
  theirs: Iterator<Key, void>,
): TableComparison {
  const examples: string[] = [];
  let [same, differing] = [0, 0];
  for (const [left, right] of paired(ours, theirs)) {
    if (left?.rows.join() === right?.rows.join()) same += 1;
    else {
      differing += 1;
      if (examples.length < MAX_EXAMPLES) examples.push((left ?? right)?.id ?? '');
    }
  }
  return { table, same, differing, examples };
}

type Pair = readonly [Key | null, Key | null];

/** Walks two sorted sequences: what has the same id comes together, what has not comes alone. */
function* paired(ours: Iterator<Key, void>, theirs: Iterator<Key, void>): Generator<Pair, void> {
  let [left, right] = [nextOf(ours), nextOf(theirs)];
  while (left ?? right) {
    const order = orderOf(left, right);
    yield [order <= 0 ? left : null, order >= 0 ? right : null];
    if (order <= 0) left = nextOf(ours);
    if (order >= 0) right = nextOf(theirs);
  }
}

function nextOf(keys: Iterator<Key, void>): Key | null {
  return keys.next().value ?? null;
}

/** Ids are ASCII, so that JavaScript orders them as SQLite does. */
function orderOf(left: Key | null, right: Key | null): number {
  if (!left) return 1;
  if (!right) return -1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}
