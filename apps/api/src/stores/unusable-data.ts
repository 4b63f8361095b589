import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NotFounded, OtherKindOfInstance } from '@tavolo/access';
import { StoreInUse, StoreUnavailable, UnusableStore } from '@tavolo/event-store';
import { fillingOf } from '@tavolo/moving';
import { PrivateStoreUnavailable, UnusablePrivateStore } from '@tavolo/private-store';
import { ReadModelTooNew } from '@tavolo/projection';

/** The data folder cannot be used; the sentence says why and what to do. Nothing was changed. */
export class UnusableData extends Error {}

/** Errors of our own stores, whose sentences say it already. */
const SAID: readonly (new (...parts: never[]) => Error)[] = [
  ...[
    NotFounded,
    OtherKindOfInstance,
    PrivateStoreUnavailable,
    ReadModelTooNew,
    StoreInUse,
    StoreUnavailable,
    UnusablePrivateStore,
    UnusableStore,
  ],
];

const NOT_WRITABLE =
  'cannot be written: give the user that starts Tavolo the right to write there, or name another folder in TAVOLO_DATA.';
const NO_FOLDER = 'is no folder, or lies below a file: name a folder in TAVOLO_DATA.';
const NO_PLACE = 'cannot be made: name a folder in TAVOLO_DATA whose path exists.';
const FULL = 'lies on a disk that is full: make room there, or name another folder in TAVOLO_DATA.';

/** By the code of the operating system, or by the primary result code of SQLite. */
const SENTENCES: Readonly<Record<string, string>> = {
  ...{ EACCES: NOT_WRITABLE, EPERM: NOT_WRITABLE, EROFS: NOT_WRITABLE },
  ...{ 3: NOT_WRITABLE, 8: NOT_WRITABLE, 14: NOT_WRITABLE },
  ...{ EEXIST: NO_FOLDER, EISDIR: NO_FOLDER, ENOTDIR: NO_FOLDER },
  ...{ ENOENT: NO_PLACE, ENAMETOOLONG: NO_PLACE },
  ...{ EDQUOT: FULL, ENOSPC: FULL, 13: FULL },
};

/** The sentence for what kept the stores from opening; null for a defect. */
export function unusableDataOf(error: unknown, dataFolder: string): UnusableData | null {
  if (error instanceof UnusableData) return error;
  if (!(error instanceof Error)) return null;
  if (SAID.some((kind) => error instanceof kind)) {
    return new UnusableData(error.message, { cause: error });
  }
  const { code, errcode, path } = error as { code?: string; errcode?: number; path?: string };
  const sentence = SENTENCES[String(errcode === undefined ? code : errcode & 0xff)];
  if (sentence === undefined) return null;
  return new UnusableData(`${path ?? dataFolder} ${sentence}`, { cause: error });
}

const KEPT = ['.', 'log.db', 'private', 'private/private.db', 'private/documents', 'snapshots.db'];
const READ_MODEL = 'read-model';

/**
 * Fails before anything is opened: SQLite opens for reading what it may not write, and the first
 * command would be the one that finds out. @throws EACCES | EPERM | EROFS
 */
export function checkWritable(dataFolder: string): void {
  const readModel = join(dataFolder, READ_MODEL);
  const generations = existsSync(readModel) ? readdirSync(readModel) : [];
  const names = [...KEPT, READ_MODEL, ...generations.map((name) => join(READ_MODEL, name))];
  const paths = names.map((name) => join(dataFolder, name));
  for (const path of paths.filter((each) => existsSync(each))) accessSync(path, constants.W_OK);
}

/** A folder that is being filled by a command holds half an instance. @throws UnusableData */
export function refuseUnfinished(dataFolder: string): void {
  const filling = fillingOf(dataFolder);
  if (filling === null) return;
  throw new UnusableData(
    `${dataFolder} is not filled to its end: give \`tavolo ${filling.command}\` from ${filling.from} again, which goes on from where it is.`,
  );
}
