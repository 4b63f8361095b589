import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from '@tavolo/event-store';
import type { Fingerprint } from '../logged-event.js';
import type { Counts } from '../private-part.js';

const FORMAT = 'tavolo.backup';
const KEYS_FORMAT = 'tavolo.backup-keys';
const VERSION = 1;

/** The names of the files in a backup. */
export const names = {
  manifest: 'manifest.json',
  log: 'log.db',
  rows: 'private.sealed',
  documents: 'documents',
} as const;

/** What a backup says of itself; it is written last. */
export type Manifest = Readonly<{
  format: typeof FORMAT;
  version: number;
  id: string;
  takenAt: string;
  /** Whose it is, by the id of the instance. */
  instance: string;
  /** The last event of the log, to which all else belongs. */
  position: Position;
  log: Fingerprint;
  /** Rows of each table of the private store. */
  rows: Counts;
  /** SHA-256 of each file, by its path in the backup. */
  files: Readonly<Record<string, string>>;
}>;

/** What lies apart from its backup: without it nothing of the private store can be read. */
export type BackupKeys = Readonly<{
  format: typeof KEYS_FORMAT;
  version: number;
  /** Id of the backup. */
  backup: string;
  instance: string;
  takenAt: string;
  /** Under which the private store is sealed: 32 bytes in base64url. */
  key: string;
  /** The secrets of the instance, by their names. */
  secrets: readonly Readonly<{ name: string; secret: string }>[];
}>;

/** Not a whole backup, or not with these keys; nothing was restored. */
export class DamagedBackup extends Error {}

export const manifestOf = (parts: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  ...{ format: FORMAT, version: VERSION },
  ...parts,
});

export const keysOf = (parts: Omit<BackupKeys, 'format' | 'version'>): BackupKeys => ({
  ...{ format: KEYS_FORMAT, version: VERSION },
  ...parts,
});

/** @throws DamagedBackup */
export function manifestIn(folder: string): Manifest {
  const file = join(folder, names.manifest);
  if (!existsSync(file)) {
    throw new DamagedBackup(
      `${folder} is no backup, or one that was not finished: it has no manifest.json.`,
    );
  }
  return readOf(file, FORMAT) as Manifest;
}

/** The keys of this backup. @throws DamagedBackup */
export function keysIn(file: string, { id }: Manifest): BackupKeys {
  if (!existsSync(file))
    throw new DamagedBackup(`${file} is not there: name the file of keys of this backup.`);
  const keys = readOf(file, KEYS_FORMAT) as BackupKeys;
  if (keys.backup === id) return keys;
  throw new DamagedBackup(`${file} has the keys of another backup, taken at ${keys.takenAt}.`);
}

function readOf(file: string, format: string): unknown {
  const found = parsed(file);
  if (found.format !== format) throw new DamagedBackup(`${file} is no file of a backup of Tavolo.`);
  if (Number(found.version) <= VERSION) return found;
  throw new DamagedBackup(`${file} was written by a newer Tavolo: restore it with that one.`);
}

function parsed(file: string): Readonly<{ format?: unknown; version?: unknown }> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof found === 'object' && found !== null) return found;
  } catch {
    // Said below.
  }
  throw new DamagedBackup(`${file} is damaged: it is no JSON object.`);
}

/** Every file is there and is what was written. @throws DamagedBackup naming the first that is not */
export async function mustBeWhole(
  folder: string,
  { files }: Manifest,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const entries = Object.entries(files);
  for (const [n, [path, sha256]] of entries.entries()) {
    const file = join(folder, path);
    if (!existsSync(file)) throw new DamagedBackup(`The backup lacks ${path}: take another one.`);
    if ((await hashOf(file)) !== sha256) {
      throw new DamagedBackup(`${path} of the backup is damaged: take another one.`);
    }
    onProgress(n + 1, entries.length);
  }
}

/** SHA-256 of a file. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
