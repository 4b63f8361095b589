import { mustKeepAll } from '@tavolo/event-store';
import type { EventStore, Position } from '@tavolo/event-store';
import type { Leases } from '@tavolo/private-store';
import { carryLog, compareLogs, NotTheSame, NotThisLog } from './carry.js';
import { fingerprintOf } from './logged-event.js';
import type { Fingerprint } from './logged-event.js';
import { PositionMap } from './position-map.js';
import { carryProgress, hasMoved } from './progress.js';
import { carryPrivate, comparePrivate } from './private-part.js';
import type { Counts, PrivatePart, RowChange } from './private-part.js';

/** An instance as it is carried: its log and what lies beside it. */
export type Instance = Readonly<{
  log: EventStore;
  beside: PrivatePart;
  /** Null where it is not known where they lie, or is to be. */
  leases: Leases | null;
}>;

export type Migration = Readonly<{
  source: Instance;
  target: Instance;
  /** Where the map of positions is to lie. */
  map: string;
  /** The lease of the process managers of an instance. */
  leaseOf: (instance: string) => string;
  signal: AbortSignal;
  show: (what: string, done: number, total: number) => void;
}>;

/** What was carried over, and compared. */
export type Migrated = Fingerprint & Readonly<{ rows: Counts }>;

/**
 * Carries an instance over to other stores while nobody writes: the log in its order with its bytes
 * unchanged, then what lies beside it with positions as they are now, each compared from end to end.
 * Whose the private store is comes last: no server starts on half of it. A call that was cut off
 * anywhere, by whatever, is repeated, and goes on.
 * @throws NotThisLog | NotTheSame | BrokenLog | UnusableStore | StoreUnavailable | PrivateStoreUnavailable
 */
export async function migrate(migration: Migration): Promise<Migrated> {
  const { source, target, map, leaseOf, signal, show } = migration;
  const id = await instanceOf(source, target);
  const name = leaseOf(id);
  const mustBeQuiet = await watching(source, name);
  await mustKeepAll(source.log, null);
  const whole = await fingerprintOf(source.log);
  const { events: total } = whole;
  const onProgress = (done: number) => show('events', done, total);
  await carryLog(source.log, target.log, { onProgress, signal });
  const compared = await mapped(map, { source, target, signal, show, total });
  if (compared.sha256 !== whole.sha256) throw somebodyWrites();
  const positions = PositionMap.open(map);
  try {
    const rowOf = momentsBy(positions);
    const told = (table: string, done: number) => show(table, done, done);
    await carryPrivate(source.beside, target.beside, { rowOf, signal, onProgress: told });
    const rows = await comparePrivate(source.beside, target.beside, { rowOf, signal });
    await mustBeQuiet();
    const { leases } = source;
    const at = (position: Position) => positions.at(position);
    if (leases && target.leases) await carryProgress({ leases, name }, target.leases, at);
    await target.beside.store.bindTo(id);
    return { ...compared, rows };
  } finally {
    positions.close();
  }
}

/** Asked at the end: nothing was written since, and no server gave a sign of life. */
async function watching({ log, leases }: Instance, name: string): Promise<() => Promise<void>> {
  const seen = async () => ({ head: await log.head(), lease: (await leases?.find(name)) ?? null });
  const before = await seen();
  return async () => {
    const { head, lease } = await seen();
    if (head !== before.head) throw somebodyWrites();
    if (hasMoved(before.lease, lease)) throw serverRuns();
  };
}

function somebodyWrites(): NotTheSame {
  return new NotTheSame(
    'Somebody has written to the source while it was carried over: stop every server on it, and give the same command again. It goes on from where it is.',
  );
}

function serverRuns(): NotTheSame {
  return new NotTheSame(
    'A server runs on the source: it gives signs of life. Stop every server on it, and give the same command again. It goes on from where it is.',
  );
}

/** @throws NotThisLog where the private store of either is none of this instance */
async function instanceOf(source: Instance, target: Instance): Promise<string> {
  const id = await source.beside.store.instanceId();
  if (id === null) {
    throw new NotThisLog(
      'The private store of the source belongs to no instance: it is none that a server has used. Name the one that lies beside the log.',
    );
  }
  const there = await target.beside.store.instanceId();
  if (there === null || there === id) return id;
  throw new NotThisLog('The private store of the target belongs to another instance.');
}

type Mapping = Omit<Migration, 'leaseOf' | 'map'> & Readonly<{ total: number }>;

/** Compares, and writes down where each event was and is. */
async function mapped(
  file: string,
  { source, target, signal, show, total }: Mapping,
): Promise<Fingerprint> {
  const draft = PositionMap.draft(file);
  try {
    const compared = await compareLogs(source.log, target.log, (from, to, done) => {
      signal.throwIfAborted();
      draft.add(from.position, to.position);
      show('events compared', done, total);
    });
    draft.finish();
    return compared;
  } finally {
    draft.discard();
  }
}

/** Traces of reading name a moment by its position: the one thing beside a log that does. */
function momentsBy(positions: PositionMap): RowChange {
  return (table, row) =>
    table === 'reading_traces' ? { ...row, moment: positions.at(row.moment as Position) } : row;
}
