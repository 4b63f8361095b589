import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { SqliteEventReader, SqliteSnapshot } from '@tavolo/event-store';
import type { Sha256 } from '@tavolo/kernel';
import { newSealingKey, sealStream, SqlitePrivateRows } from '@tavolo/private-store';
import { SqlitePrivateStore } from '@tavolo/private-store';
import type { PrivateRow } from '@tavolo/private-store';
import { NotThisLog } from '../carry.js';
import { fingerprintOf } from '../logged-event.js';
import { hashOf, keysOf, manifestOf, names } from './manifest.js';
import type { BackupKeys, Manifest } from './manifest.js';
import { linesOfRows, sealOf } from './sealed-rows.js';

const OWNER_ONLY = 0o700;
const OWNER_READS = 0o600;
/** A busy server writes between two looks now and then, not twenty times in a row. */
const LOOKS = 20;

export type Backup = Readonly<{
  /** The embedded log, and the private folder. */
  source: Readonly<{ log: string; private: string }>;
  /** A new folder. */
  to: string;
  /** A new file, which lies elsewhere. */
  keys: string;
  now: () => Date;
  signal: AbortSignal;
  show: (what: string, done: number, total: number) => void;
}>;

/**
 * Copies log and private store as they were at one position, also while a server runs and writes.
 * The private store is sealed under a key that goes to a file of its own, with the secrets of the
 * instance: who has the backup alone reads no name and no text, and who destroys that file has
 * destroyed them. Ballots, sessions and leases are in no backup. The folder has its name when all
 * of it is there. @throws NotThisLog | UnusableStore | UnusablePrivateStore | DocumentDamaged
 */
export async function takeBackup(backup: Backup): Promise<Manifest> {
  mustBeNew(backup);
  const part = `${backup.to}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, names.documents), { recursive: true, mode: OWNER_ONLY });
  await using opened = new AsyncDisposableStack();
  const { log, rows, instance } = await atOnePosition(backup.source);
  opened.defer(() => rows.close());
  opened.defer(() => log.close());
  const id = randomUUID();
  const key = newSealingKey();
  const copy = join(part, names.log);
  await log.copyTo(copy, (done, total) => {
    backup.signal.throwIfAborted();
    backup.show('pages of the log', done, total);
  });
  const counts = await sealRows(rows, { part, id, key });
  await sealDocuments(backup, { part, id, key, rows });
  backup.signal.throwIfAborted();
  const takenAt = backup.now().toISOString();
  const secrets = await Array.fromAsync(rows.rows('secrets'), secretOf);
  writeKeys(backup.keys, keysOf({ backup: id, instance, takenAt, key, secrets }));
  const manifest = manifestOf({
    ...{ id, takenAt, instance, position: log.head },
    log: await fingerprintIn(copy),
    rows: counts,
    files: await hashesIn(part),
  });
  writeFileSync(join(part, names.manifest), JSON.stringify(manifest, null, 2), {
    ...{ mode: OWNER_READS, flush: true },
  });
  renameSync(part, backup.to);
  return manifest;
}

function mustBeNew({ to, keys }: Backup): void {
  const taken = [to, keys].find((path) => existsSync(path));
  if (taken !== undefined) throw new NotThisLog(`${taken} is there already: name a new one.`);
  if (`${resolve(keys)}${sep}`.startsWith(`${resolve(to)}${sep}`)) {
    throw new NotThisLog(
      `${keys} lies in the backup: keys beside what they open protect nothing. Name a file elsewhere.`,
    );
  }
}

/**
 * Both as they were at one moment: the log is looked at, then the private store, and where the log
 * has not grown meanwhile, the private store is of a moment at which that was its last event. On a
 * log that never stands still it is a little later, and lacks nothing that the log names.
 */
async function atOnePosition({ log: file, private: folder }: Backup['source']) {
  for (let look = 1; ; look += 1) {
    const log = SqliteSnapshot.open(file);
    const rows = SqlitePrivateRows.snapshot(folder);
    if (look === LOOKS || headOf(file) === log.head) {
      return { log, rows, instance: await instanceIn(rows) };
    }
    log.close();
    await rows.close();
  }
}

function headOf(file: string): string {
  const now = SqliteSnapshot.open(file);
  now.close();
  return now.head;
}

/** @throws NotThisLog for a store that no server has used */
async function instanceIn(rows: SqlitePrivateRows): Promise<string> {
  for await (const { id } of rows.rows('instance')) return String(id);
  throw new NotThisLog(
    'The private store belongs to no instance yet: there is nothing to back up.',
  );
}

type Sealing = Readonly<{ part: string; id: string; key: string }>;

async function sealRows(rows: SqlitePrivateRows, { part, id, key }: Sealing) {
  const counts: Record<string, number> = {};
  const count = (table: string) => (counts[table] = (counts[table] ?? 0) + 1);
  const lines = linesOfRows(rows, count);
  await write(join(part, names.rows), sealStream(key, lines, sealOf(id, names.rows)));
  return counts;
}

/** Their bytes are hashed on their way: a damaged one is not taken for a good one. */
async function sealDocuments(
  { source, signal, show }: Backup,
  { part, id, key, rows }: Sealing & { readonly rows: SqlitePrivateRows },
): Promise<void> {
  const store = await SqlitePrivateStore.open(source.private);
  try {
    const hashes = await Array.fromAsync(rows.rows('documents'), ({ sha256 }) => String(sha256));
    for (const [n, sha256] of hashes.entries()) {
      signal.throwIfAborted();
      const content = await store.readDocument(sha256 as Sha256);
      const path = documentPath(sha256);
      if (content) await write(join(part, path), sealStream(key, content, sealOf(id, path)));
      show('documents', n + 1, hashes.length);
    }
  } finally {
    await store.close();
  }
}

/** Where a document lies in a backup. */
export const documentPath = (sha256: string) => `${names.documents}/${sha256}.sealed`;

const secretOf = ({ name, secret }: PrivateRow) => ({
  ...{ name: String(name), secret: String(secret) },
});

async function write(file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await writeFile(file, content, { mode: OWNER_READS, flush: true });
}

function writeKeys(file: string, keys: BackupKeys): void {
  writeFileSync(file, JSON.stringify(keys, null, 2), {
    ...{ mode: OWNER_READS, flag: 'wx', flush: true },
  });
}

async function fingerprintIn(file: string) {
  const reader = SqliteEventReader.open(file, { pollMs: null });
  try {
    return await fingerprintOf(reader);
  } finally {
    reader.close();
  }
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
  const files: Record<string, string> = {};
  for (const path of paths) files[path.replaceAll(sep, '/')] = await hashOf(join(folder, path));
  return files;
}

/** The bytes of a sealed file. */
export const sealedIn = (folder: string, path: string) => createReadStream(join(folder, path));
