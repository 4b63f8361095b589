import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeCopy, SqliteEventReader, SqliteSnapshot, takeLock } from '@tavolo/event-store';
import type { Sha256 } from '@tavolo/kernel';
import { BrokenSeal, SqlitePrivateRows, SqlitePrivateStore } from '@tavolo/private-store';
import { unsealStream } from '@tavolo/private-store';
import type { PrivateRow, PrivateRows } from '@tavolo/private-store';
import { batchesOf } from '../batches.js';
import { NotThisLog } from '../carry.js';
import { fingerprintOf } from '../logged-event.js';
import type { Counts } from '../private-part.js';
import { beginFilling, endFilling } from '../unfinished.js';
import { withoutErased } from './erased.js';
import { DamagedBackup, keysIn, manifestIn, mustBeWhole, names } from './manifest.js';
import type { BackupKeys, Manifest } from './manifest.js';
import { SealedRows, sealOf } from './sealed-rows.js';
import { documentPath, sealedIn } from './take-backup.js';

/** A newer state of the same instance: its data folder, or a backup of it with its keys. */
export type Newer = Readonly<{ folder: string; keys?: string | undefined }>;

export type Restoration = Readonly<{
  from: string;
  keys: string;
  /** The data folder that is to be: empty, or begun by the same restoration. */
  folder: string;
  /** What was erased there stays erased. */
  newer?: Newer | undefined;
  signal: AbortSignal;
  show: (what: string, done: number, total: number) => void;
}>;

/** What is there again, and how much stayed away because it was erased since. */
export type Restored = Readonly<{ manifest: Manifest; rows: Counts; erased: number }>;

type Rows = Pick<PrivateRows, 'rows'>;

/**
 * Brings a backup back into an empty folder. Every file is proven before anything is written; the
 * folder is nobody's until its end. What was erased after the backup was taken comes back with it,
 * unless a newer state of the instance is named.
 * @throws DamagedBackup | NotThisLog | StoreInUse | UnusableStore
 */
export async function restoreBackup(restoration: Restoration): Promise<Restored> {
  const { from, folder, signal, show } = restoration;
  const manifest = manifestIn(from);
  const keys = keysIn(restoration.keys, manifest);
  await mustBeWhole(from, manifest, (done, total) => {
    signal.throwIfAborted();
    show('files of the backup', done, total);
  });
  const sealed = new SealedRows(from, { id: manifest.id, key: keys.key });
  await using opened = new AsyncDisposableStack();
  const newer = await newerRows(restoration, manifest, opened);
  beginFilling(folder, { command: 'restore', from: resolve(from) });
  opened.defer(takeLock(join(folder, names.log)));
  await restoreLog(from, join(folder, names.log), manifest);
  const target = await emptyStore(join(folder, 'private'), opened);
  const counts: Record<string, number> = {};
  let erased = 0;
  const onErased = () => (erased += 1);
  const rowsOf = async (table: string) => {
    const key = await target.rows.keyOf(table);
    return newer ? withoutErased(sealed, newer, { table, key, onErased }) : sealed.rows(table);
  };
  for (const table of Object.keys(manifest.rows)) {
    const put = putterOf(table, { target, restoration, manifest, keys });
    for await (const batch of batchesOf(await rowsOf(table))) {
      signal.throwIfAborted();
      await put(batch);
      counts[table] = (counts[table] ?? 0) + batch.length;
      show(table, counts[table], manifest.rows[table] ?? 0);
    }
  }
  signal.throwIfAborted();
  await target.rows.put('secrets', keys.secrets);
  if (!newer && sumOf(counts) !== sumOf(manifest.rows))
    throw new DamagedBackup('The backup has not the rows that it says: take another one.');
  await target.store.bindTo(manifest.instance);
  await opened.disposeAsync();
  endFilling(folder);
  return { manifest, rows: counts, erased };
}

const sumOf = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

async function restoreLog(from: string, file: string, { log }: Manifest): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  placeCopy(join(from, names.log), file);
  const reader = SqliteEventReader.open(file, { pollMs: null });
  try {
    const { events, sha256 } = await fingerprintOf(reader);
    if (events === log.events && sha256 === log.sha256) return;
    throw new DamagedBackup(
      'The log of the backup is not the one that was copied: take another one.',
    );
  } finally {
    reader.close();
  }
}

/** What an earlier restoration that was cut off has left there goes. */
async function emptyStore(folder: string, opened: AsyncDisposableStack) {
  rmSync(folder, { recursive: true, force: true });
  const store = await SqlitePrivateStore.open(folder);
  opened.defer(() => store.close());
  const rows = SqlitePrivateRows.open(folder);
  opened.defer(() => rows.close());
  return { store, rows };
}

type Putting = Readonly<{
  target: Readonly<{ store: SqlitePrivateStore; rows: SqlitePrivateRows }>;
  restoration: Restoration;
  manifest: Manifest;
  keys: BackupKeys;
}>;

/** Documents come by their bytes, which give their names again; all else row by row. */
function putterOf(
  table: string,
  { target, restoration, manifest, keys }: Putting,
): (rows: readonly PrivateRow[]) => Promise<void> {
  if (table !== 'documents') return (rows) => target.rows.put(table, rows);
  return async (rows) => {
    for (const { sha256, bytes, media_type: mediaType } of rows) {
      restoration.signal.throwIfAborted();
      const path = documentPath(String(sha256));
      const about = { mediaType: String(mediaType), maxBytes: Number(bytes) };
      const sealed = sealedIn(restoration.from, path);
      const content = unsealStream(keys.key, sealed, sealOf(manifest.id, path));
      const put = await target.store.putDocument(content, about).catch(asDamage);
      if (put.sha256 !== (sha256 as Sha256)) {
        throw new DamagedBackup(`${path} of the backup is another document: take another one.`);
      }
    }
  };
}

function asDamage(error: unknown): never {
  if (error instanceof BrokenSeal) throw new DamagedBackup(error.message, { cause: error });
  throw error;
}

/**
 * The rows of a newer state of the same instance. One that is older, or another's, would make
 * everything look erased. @throws NotThisLog | DamagedBackup
 */
async function newerRows(
  { newer }: Restoration,
  { instance, position }: Manifest,
  opened: AsyncDisposableStack,
): Promise<Rows | null> {
  if (newer === undefined) return null;
  const { rows, ...state } =
    newer.keys === undefined ? await inFolder(newer.folder, opened) : inBackup(newer);
  if (state.instance === instance && state.position >= position) return rows;
  const why = state.instance === instance ? 'is older than the backup' : 'is of another instance';
  throw new NotThisLog(
    `${newer.folder} ${why}: name the newest copy of this instance that there is.`,
  );
}

async function inFolder(folder: string, opened: AsyncDisposableStack) {
  const log = SqliteSnapshot.open(join(folder, names.log));
  log.close();
  const rows = SqlitePrivateRows.snapshot(join(folder, 'private'));
  opened.defer(() => rows.close());
  const [owner] = await Array.fromAsync(rows.rows('instance'));
  return { rows, instance: String(owner?.id), position: log.head };
}

function inBackup({ folder, keys = '' }: Newer) {
  const manifest = manifestIn(folder);
  const { key } = keysIn(keys, manifest);
  const { id, instance, position } = manifest;
  return { rows: new SealedRows(folder, { id, key }), instance, position };
}
