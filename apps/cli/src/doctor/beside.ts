import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from '@tavolo/event-store';
import {
  PrivateStoreUnavailable,
  SqlitePrivateRows,
  UnusablePrivateStore,
} from '@tavolo/private-store';
import type { PrivateRows } from '@tavolo/private-store';
import { ReadModelTooNew, SqliteReadModel, whyRebuild } from '@tavolo/projection';
import { privateSettingsOf } from '../../../api/src/config/private-settings.js';
import type { PrivateSettings } from '../../../api/src/config/private-settings.js';
import { damaged, failed, ok, said, unreachable, warning } from './check.js';
import type { Check } from './check.js';

/** The private store: whose it is, and how much is in it; never what. */
export async function privateChecks(folder: string, instance: string | null): Promise<Check[]> {
  const settings = privateSettingsOf(process.env, folder);
  try {
    const rows = await rowsOf(settings);
    if (rows === null) {
      const sentence = 'there is none, and the log has one: restore the one that belongs to it';
      return instance === null ? [] : [failed('Private', sentence)];
    }
    try {
      return [await ownerCheck(rows, instance), said('Rows', await countedIn(rows))];
    } finally {
      await rows.close();
    }
  } catch (error) {
    if (error instanceof PrivateStoreUnavailable) return [unreachable('Private', error.message)];
    if (error instanceof UnusablePrivateStore) return [damaged('Private', error.message)];
    throw error;
  }
}

async function rowsOf(settings: PrivateSettings): Promise<PrivateRows | null> {
  if (settings.kind === 'embedded') {
    const isThere = existsSync(join(settings.folder, 'private.db'));
    return isThere ? SqlitePrivateRows.snapshot(settings.folder) : null;
  }
  const { PostgresPrivateRows } = await import('@tavolo/private-store/postgres');
  return await PostgresPrivateRows.look(settings.kept());
}

async function ownerCheck(rows: PrivateRows, instance: string | null): Promise<Check> {
  const [owner] = await Array.fromAsync(rows.rows('instance'));
  if (owner === undefined) return warning('Private', 'it belongs to no instance yet');
  if (instance === null || owner.id === instance) return ok('Private', 'it belongs to this log');
  return failed(
    'Private',
    'it belongs to another instance: restore the one that belongs to the log',
  );
}

async function countedIn(rows: PrivateRows): Promise<string> {
  const counted: string[] = [];
  for (const table of await rows.tables()) {
    if (table === 'instance') continue;
    let count = 0;
    for await (const _row of rows.rows(table)) count += 1;
    counted.push(`${table} ${String(count)}`);
  }
  return counted.join(', ');
}

/** The read model: of which version, and how far it has come. It holds nothing of its own. */
export async function readModelChecks(folder: string, head: Position | null): Promise<Check[]> {
  const place = join(folder, 'read-model');
  const pointer = join(place, 'active');
  if (head === null) return [];
  if (!existsSync(pointer))
    return [said('Read model', 'none: the server builds it when it starts')];
  const name = readFileSync(pointer, 'utf8').trim();
  return [await generationCheck(name, join(place, name), head)];
}

async function generationCheck(name: string, file: string, head: Position): Promise<Check> {
  // Of the server: other commands need not wait for it to load.
  const { projections } = await import('../../../api/src/stores/projections.js');
  try {
    const why = whyRebuild(file, projections);
    if (why !== null) return said('Read model', `${name} is built anew at the next start: ${why}`);
  } catch (error) {
    if (error instanceof ReadModelTooNew) return failed('Read model', error.message);
    throw error;
  }
  const readModel = new SqliteReadModel(file);
  const { position } = readModel.now();
  readModel.close();
  const state = position === head ? 'up to date' : 'behind the log (it catches up)';
  return ok('Read model', `${name}, ${state}`);
}
