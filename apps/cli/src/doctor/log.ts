import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { checkLog, SqliteEventReader, StoreUnavailable, UnusableStore } from '@tavolo/event-store';
import type { EventReader, Position } from '@tavolo/event-store';
import { BrokenLog, lineOf, FingerprintOf } from '@tavolo/moving';
import { logSettingsOf } from '../../../api/src/config/log-settings.js';
import type { LogSettings } from '../../../api/src/config/log-settings.js';
import { damaged, failed, ok, said, unreachable } from './check.js';
import type { Check } from './check.js';

/** What is known of a log that was read from end to end; null where there is none. */
export type LogFindings = Readonly<{
  checks: readonly Check[];
  instance: string | null;
  head: Position | null;
}>;

const SQLITE_BUSY = 5;
/** Clocks of machines differ by this much without harm. */
const TOLERATED_MS = 10_000;

type Reading = Readonly<{ folder: string; now: () => number; onEvent: (done: number) => void }>;

/** Reads the log beside whoever writes it. */
export async function logChecks(reading: Reading): Promise<LogFindings> {
  const settings = logSettingsOf(process.env, reading.folder);
  if (settings.kind === 'embedded' && !existsSync(settings.file)) return none(reading.folder);
  try {
    return await readFrom(settings, reading);
  } catch (error) {
    const check = checkOf(error);
    if (check === null) throw error;
    return { checks: [...holderOf(settings), check], instance: null, head: null };
  }
}

function checkOf(error: unknown): Check | null {
  if (error instanceof StoreUnavailable) {
    return unreachable(
      'Events',
      `the log does not answer (${error.message}): docs/runbooks/store-away.md`,
    );
  }
  const isDamage = error instanceof UnusableStore || error instanceof BrokenLog;
  return isDamage ? damaged('Events', error.message) : null;
}

function none(folder: string): LogFindings {
  const nothing = existsSync(folder) ? 'there, without a log' : 'not there';
  const advice = 'it is made by `npm start` (demo) or `npx tavolo init` (empty)';
  const value = `none: the folder is ${nothing}; ${advice}`;
  return { checks: [said('Instance', value)], instance: null, head: null };
}

async function readFrom(settings: LogSettings, reading: Reading): Promise<LogFindings> {
  if (settings.kind === 'embedded') checkLog(settings.file);
  const reader = await readerOf(settings);
  try {
    const { name, instance } = await foundingOf(reader);
    const all = new FingerprintOf();
    let latest = '';
    let head: Position | null = null;
    for await (const event of reader.readAll()) {
      all.add(event, lineOf(event));
      if (event.meta.recordedAt > latest) latest = event.meta.recordedAt;
      head = event.position;
      reading.onEvent(all.events);
    }
    const { events, sha256 } = all.done();
    const checks = [
      ...holderOf(settings),
      said('Instance', name),
      ok('Events', String(events)),
      ok('Whole', `every stream from its first event on; SHA-256 ${sha256}`),
      clockCheck(latest, reading.now()),
    ];
    return { checks, instance, head };
  } finally {
    await reader.close();
  }
}

async function readerOf(
  settings: LogSettings,
): Promise<EventReader & { readonly close: () => unknown }> {
  if (settings.kind === 'embedded') return SqliteEventReader.open(settings.file, { pollMs: null });
  const { EventStoreDbEventStore } = await import('@tavolo/event-store/eventstoredb');
  return new EventStoreDbEventStore(settings);
}

async function foundingOf(reader: EventReader) {
  for await (const { data } of reader.readStream('instance-tavolo', { max: 1 })) {
    const { name, demo, zone, instance } = data;
    const kind = demo === true ? 'a demo for ever' : 'real data';
    const parts = [name, kind, zone].filter((part) => typeof part === 'string');
    return { name: parts.join(', '), instance: typeof instance === 'string' ? instance : null };
  }
  return { name: 'not founded yet', instance: null };
}

/** A clock that stands behind the newest event would record the next one before it. */
function clockCheck(latest: string, now: number): Check {
  const behind = latest === '' ? 0 : Date.parse(latest) - now;
  if (behind <= TOLERATED_MS) return ok('Clock', new Date(now).toISOString());
  const seconds = String(Math.round(behind / 1000));
  return failed(
    'Clock',
    `${seconds} s behind the newest event: set the clock of this machine (NTP)`,
  );
}

function holderOf(settings: LogSettings): Check[] {
  if (settings.kind !== 'embedded') return [];
  const isRunning = isHeld(settings.file);
  return [said('Server on it', isRunning ? 'yes: what follows is read beside it' : 'no')];
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
