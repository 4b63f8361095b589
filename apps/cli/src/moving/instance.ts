import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '@tavolo/event-store';
import type { Instance } from '@tavolo/moving';
import { SqliteBallotBoxes, SqliteLeases } from '@tavolo/private-store';
import { SqlitePrivateRows, SqlitePrivateStore } from '@tavolo/private-store';
import type { Leases } from '@tavolo/private-store';
import { exits, Problem } from '../problem.js';
import { openToFill } from './place.js';
import type { Place } from './place.js';

/** Where an instance lies: its log, its data folder, and its private store where that is on a server. */
export type Lying = Readonly<{
  log: Place;
  /** Its lock is taken: no server runs on it meanwhile. */
  folder: string | null;
  /** Address of the database of the private store; the folder `private` without. */
  postgres: string | undefined;
  /** Address of the database of ballots, sessions and leases, where that is known. */
  passing: string | undefined;
}>;

type Beside = Omit<Lying, 'log'>;

/** Opens all of it, alone: whoever has the folder open is refused. @throws StoreInUse, and what stores throw */
export async function openInstance(
  { log, ...lying }: Lying,
  opened: AsyncDisposableStack,
): Promise<Instance> {
  const { folder } = lying;
  // The embedded log takes the lock of its folder itself.
  if (folder !== null && log.folder !== folder) opened.defer(takeLock(join(folder, 'log.db')));
  const store = await openToFill(log);
  opened.defer(() => store.close());
  const beside = await openBeside(lying);
  opened.defer(() => beside.rows.close());
  opened.defer(() => beside.store.close());
  const leases = await leasesOf(lying);
  if (leases) opened.defer(() => leases.close());
  return { log: store, beside, leases };
}

async function openBeside({ folder, postgres }: Beside) {
  if (postgres !== undefined) {
    const { PostgresPrivateRows, PostgresPrivateStore } =
      await import('@tavolo/private-store/postgres');
    const store = await PostgresPrivateStore.open(postgres);
    return { store, rows: await PostgresPrivateRows.open(postgres) };
  }
  const path = privateFolderOf(folder ?? '');
  return { store: await SqlitePrivateStore.open(path), rows: SqlitePrivateRows.open(path) };
}

async function leasesOf({ folder, postgres, passing }: Beside): Promise<Leases | null> {
  if (postgres === undefined) return SqliteLeases.open(privateFolderOf(folder ?? ''));
  if (passing === undefined) return null;
  return await (await import('@tavolo/private-store/postgres')).PostgresLeases.open(passing);
}

export const privateFolderOf = (folder: string) => join(folder, 'private');

/**
 * Ballots that are not named stay in their boxes, of which no copy may be: the votes are closed
 * first. @throws Problem
 */
export async function refuseOpenBoxes(lying: Beside): Promise<void> {
  const boxes = await boxNames(lying);
  if (boxes.length === 0) return;
  const votes = boxes.length === 1 ? 'One vote' : `${String(boxes.length)} votes`;
  throw new Problem(
    `${votes} whose ballots are not named: still open (${boxes.slice(0, 3).join(', ')}). Ballots are carried nowhere: close the votes first.`,
    exits.conflict,
  );
}

async function boxNames({ folder, postgres, passing }: Beside): Promise<readonly string[]> {
  if (postgres !== undefined) {
    const { PostgresBallotBoxes } = await import('@tavolo/private-store/postgres');
    return passing === undefined ? [] : await PostgresBallotBoxes.namesIn(passing);
  }
  const path = privateFolderOf(folder ?? '');
  if (!existsSync(join(path, 'ballots.db'))) return [];
  return await SqliteBallotBoxes.namesIn(path);
}
