import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteEventReader, UnusableStore } from '@tavolo/event-store';
import type { EventReader } from '@tavolo/event-store';
import { SqliteReadModel } from '@tavolo/projection';

/** What a data folder holds, name by name; `problem` is null where all of it can be used. */
export type Findings = Readonly<{
  entries: readonly (readonly [name: string, value: string])[];
  problem: string | null;
}>;

const SQLITE_BUSY = 5;

/** Looks at the files of an instance, only reading, also beside a server that holds them. */
export async function examine(folder: string): Promise<Findings> {
  const log = join(folder, 'log.db');
  if (!existsSync(log)) {
    const nothing = existsSync(folder) ? 'there, without a log' : 'not there';
    const advice = 'it is made by `npm start` (demo) or `npx tavolo init` (empty)';
    return { entries: [['Instance', `none: the folder is ${nothing}; ${advice}`]], problem: null };
  }
  const holder = isHeld(log) ? 'yes: what follows is read beside it' : 'no';
  try {
    const entries = await entriesOf(log, join(folder, 'read-model'));
    return { entries: [['Server on it', holder], ...entries], problem: null };
  } catch (error) {
    if (!(error instanceof UnusableStore)) throw error;
    return { entries: [['Server on it', holder]], problem: error.message };
  }
}

async function entriesOf(log: string, readModel: string): Promise<Findings['entries']> {
  const reader = SqliteEventReader.open(log, { pollMs: null });
  try {
    const founding = await foundingOf(reader);
    const head = await reader.head();
    return [
      ['Instance', founding],
      ['Events', String(await count(reader))],
      ['Read model', readModelAt(readModel, head)],
    ];
  } finally {
    reader.close();
  }
}

async function foundingOf(reader: EventReader): Promise<string> {
  for await (const { data } of reader.readStream('instance-tavolo', { max: 1 })) {
    const { name, demo, zone } = data;
    const kind = demo === true ? 'a demo for ever' : 'real data';
    return [name, kind, zone].filter((part) => typeof part === 'string').join(', ');
  }
  return 'not founded yet';
}

/** Reads the whole log, so that it is also known to be readable from end to end. */
async function count(reader: EventReader): Promise<number> {
  let events = 0;
  for await (const _event of reader.readAll()) events += 1;
  return events;
}

function readModelAt(folder: string, head: string): string {
  const active = join(folder, 'active');
  if (!existsSync(active)) return 'none: the server builds it when it starts';
  const name = readFileSync(active, 'utf8').trim();
  const file = join(folder, name);
  if (!existsSync(file)) return `${name} is missing: the server builds it anew when it starts`;
  const position = checkpointOf(file);
  if (position === null) return `${name} cannot be read: the server builds it anew when it starts`;
  return position === head ? `${name}, up to date` : `${name}, behind the log (it catches up)`;
}

function checkpointOf(file: string): string | null {
  try {
    const readModel = new SqliteReadModel(file);
    const { position } = readModel.now();
    readModel.close();
    return position;
  } catch {
    return null; // Damaged or half made: it is rebuilt from the log and holds nothing of its own.
  }
}

/** The writer of a log keeps an exclusive lock on a file beside it for as long as it lives. */
function isHeld(log: string): boolean {
  const path = `${log}.lock`;
  if (!existsSync(path)) return false;
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    return ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
  }
}
