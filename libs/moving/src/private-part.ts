import type { PrivateRow, PrivateRows, PrivateStore } from '@tavolo/private-store';
import { canonicalJson } from '@tavolo/kernel';
import type { Sha256 } from '@tavolo/kernel';
import { batchesOf } from './batches.js';
import { NotTheSame, NotThisLog } from './carry.js';

/** A private store as a store, for its documents, and row by row, for all else. */
export type PrivatePart = Readonly<{ rows: PrivateRows; store: PrivateStore }>;

/** What a row becomes on its way. */
export type RowChange = (table: string, row: PrivateRow) => PrivateRow;

export type CarryingRows = Readonly<{
  rowOf?: RowChange;
  /** Told the table and how many of its rows are there. */
  onProgress?: (table: string, done: number) => void;
  signal?: AbortSignal;
}>;

/** Rows of each table. */
export type Counts = Readonly<Record<string, number>>;

/** The row that says whose it is: it comes last, so that no server takes half a store for a whole one. */
const WHOSE = 'instance';
const DOCUMENTS = 'documents';
const unchanged: RowChange = (_table, row) => row;

/**
 * Carries a private store over into one that is empty, or holds a part of the same: names, texts,
 * documents, logins, links, traces, secrets. Whose it is comes last, from the caller. Ballots and
 * sessions are none of it. A call that was cut off is repeated, and goes on.
 * @throws NotThisLog | DocumentDamaged | PrivateStoreUnavailable
 */
export async function carryPrivate(
  source: PrivatePart,
  target: PrivatePart,
  { rowOf = unchanged, onProgress, signal }: CarryingRows = {},
): Promise<void> {
  const tables = await carriedTables(source, target);
  for (const table of tables) await mustBePart(table, { source, target, rowOf });
  for (const table of tables) {
    let done = 0;
    for await (const rows of batchesOf(source.rows.rows(table))) {
      signal?.throwIfAborted();
      if (table === DOCUMENTS) await putDocuments(rows, source, target);
      else
        await target.rows.put(
          table,
          rows.map((row) => rowOf(table, row)),
        );
      done += rows.length;
      onProgress?.(table, done);
    }
  }
}

/** Compares two private stores row by row, and the bytes of each document. @throws NotTheSame | DocumentDamaged */
export async function comparePrivate(
  source: PrivatePart,
  target: PrivatePart,
  { rowOf = unchanged, signal }: Omit<CarryingRows, 'onProgress'> = {},
): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const table of await carriedTables(source, target)) {
    const there = target.rows.rows(table)[Symbol.asyncIterator]();
    let same = 0;
    for await (const row of source.rows.rows(table)) {
      signal?.throwIfAborted();
      const next = await there.next();
      if (next.done === true || lineOf(next.value) !== lineOf(rowOf(table, row))) {
        throw differ(table, same + 1);
      }
      if (table === DOCUMENTS) await mustBeReadable(row, target);
      same += 1;
    }
    if ((await there.next()).done !== true) throw differ(table, same + 1);
    counts[table] = same;
  }
  return counts;
}

function differ(table: string, n: number): NotTheSame {
  return new NotTheSame(
    `The private store is not the same in the target: row ${String(n)} of ${table}. Somebody writes to one of the two: stop every server, and give the same command again.`,
  );
}

/** Every table of the source has its counterpart: none is left behind in silence. */
async function carriedTables(source: PrivatePart, target: PrivatePart): Promise<string[]> {
  const there = await target.rows.tables();
  const tables = (await source.rows.tables()).filter((table) => table !== WHOSE);
  const missing = tables.find((table) => !there.includes(table));
  if (missing === undefined) return tables;
  throw new NotThisLog(`The target has no place for ${missing}: it is of another Tavolo.`);
}

type Comparison = Readonly<{ source: PrivatePart; target: PrivatePart; rowOf: RowChange }>;

/** Both come in the order of their keys: what is there must be met on the way through the source. */
async function mustBePart(table: string, { source, target, rowOf }: Comparison): Promise<void> {
  const all = source.rows.rows(table)[Symbol.asyncIterator]();
  try {
    for await (const row of target.rows.rows(table)) {
      const line = lineOf(row);
      const isLine = (next: PrivateRow) => lineOf(rowOf(table, next)) === line;
      if (!(await reaches(all, isLine))) throw notThis(table);
    }
  } finally {
    await all.return?.();
  }
}

/** Goes on to the first that is so. */
async function reaches<T>(items: AsyncIterator<T>, isSo: (item: T) => boolean): Promise<boolean> {
  for (;;) {
    const next = await items.next();
    if (next.done === true) return false;
    if (isSo(next.value)) return true;
  }
}

function notThis(table: string): NotThisLog {
  return new NotThisLog(
    `The private store of the target is not empty, and holds in ${table} what this one does not. Nothing was changed: name an empty place.`,
  );
}

async function putDocuments(
  rows: readonly PrivateRow[],
  source: PrivatePart,
  target: PrivatePart,
): Promise<void> {
  const hashes = rows.map(({ sha256 }) => sha256 as Sha256);
  const there = await target.store.documents(hashes);
  for (const { sha256, bytes, media_type: mediaType } of rows) {
    if (there.has(sha256 as Sha256)) continue;
    const content = await source.store.readDocument(sha256 as Sha256);
    if (!content) continue;
    const about = { mediaType: String(mediaType), maxBytes: Number(bytes) };
    await target.store.putDocument(content, about);
  }
}

async function mustBeReadable(
  { sha256, bytes }: PrivateRow,
  { store }: PrivatePart,
): Promise<void> {
  let found = 0;
  for await (const chunk of (await store.readDocument(sha256 as Sha256)) ?? []) {
    found += chunk.byteLength;
  }
  if (found !== bytes)
    throw new NotTheSame(`The document ${String(sha256)} is not whole in the target.`);
}

/** A row as canonical JSON, its bytes in base64. */
export function lineOf(row: PrivateRow): string {
  const cells = Object.entries(row).map(([name, cell]) => {
    return [
      name,
      cell instanceof Uint8Array ? { base64: Buffer.from(cell).toString('base64') } : cell,
    ];
  });
  return canonicalJson(Object.fromEntries(cells));
}
