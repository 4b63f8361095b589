import { setTimeout as pause } from 'node:timers/promises';
import { AppendOutcomeUnknown, MAX_APPEND_BYTES, StoreUnavailable } from '@tavolo/event-store';
import { StreamTombstoned, WrongExpectedRevision } from '@tavolo/event-store';
import type { EventStore, NewEvent, RecordedEvent } from '@tavolo/event-store';
import { FingerprintOf, lineOf } from './logged-event.js';
import type { Fingerprint, LoggedEvent, ReadableLog } from './logged-event.js';

/** The place where a log is to lie holds something else already; nothing of it was changed. */
export class NotThisLog extends Error {}

/** What was carried over is not what is there now: somebody writes, or the copy is damaged. */
export class NotTheSame extends Error {}

export type Carrying = Readonly<{
  /** Told how many events of the source the target has. */
  onProgress?: (done: number) => void;
  /** Stops between two appends; the same call goes on from there. */
  signal?: AbortSignal;
}>;

/** An election of the leader may take as long as these pauses. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 100;

/**
 * Carries a log over into a store that is empty, or holds the beginning of the same log: one append
 * after another in the order of the log, each with the events of the append it was, at the revision
 * it had. A call that was cut off anywhere is repeated, and goes on.
 * @throws NotThisLog | AppendOutcomeUnknown | StoreUnavailable
 */
export async function carryLog(
  source: ReadableLog,
  target: EventStore,
  { onProgress, signal }: Carrying = {},
): Promise<void> {
  const events = source.readAll()[Symbol.asyncIterator]();
  try {
    let done = await alreadyThere(events, target);
    onProgress?.(done);
    for await (const group of appendsOf(events)) {
      signal?.throwIfAborted();
      await append(target, group);
      done += group.length;
      onProgress?.(done);
    }
  } finally {
    await events.return?.();
  }
}

/**
 * Compares two logs event by event: order, streams, revisions, ids, bytes of data and meta.
 * Gives each pair as it goes. @throws NotTheSame | BrokenLog
 */
export async function compareLogs<E extends LoggedEvent>(
  source: ReadableLog<E>,
  target: Pick<EventStore, 'readAll'>,
  onPair: (from: E, to: RecordedEvent, done: number) => void = () => undefined,
): Promise<Fingerprint> {
  const all = new FingerprintOf();
  const there = target.readAll()[Symbol.asyncIterator]();
  try {
    for await (const from of source.readAll()) {
      const to = await nextOf(there);
      const line = lineOf(from);
      if (to === null || lineOf(to) !== line) throw notTheSame(all.events + 1, from);
      all.add(from, line);
      onPair(from, to, all.events);
    }
    if ((await nextOf(there)) !== null) {
      throw new NotTheSame(
        `The target has events after the last one of the source (${String(all.events)}): somebody has written to it. Stop every server on it, empty it, and begin again.`,
      );
    }
    return all.done();
  } finally {
    await there.return?.();
  }
}

function notTheSame(n: number, { stream, revision }: LoggedEvent): NotTheSame {
  return new NotTheSame(
    `Event ${String(n)} (${stream}, revision ${String(revision)}) is not the same in the target: somebody writes to one of the two. Stop every server, and give the same command again.`,
  );
}

/** How many events of the source the target has, in the same order and with the same bytes. */
async function alreadyThere(
  events: AsyncIterator<LoggedEvent>,
  target: Pick<EventStore, 'readAll'>,
): Promise<number> {
  let done = 0;
  for await (const to of target.readAll()) {
    const from = await nextOf(events);
    if (from === null || lineOf(from) !== lineOf(to)) throw notThisLog(to, done);
    done += 1;
  }
  return done;
}

function notThisLog({ stream, revision }: RecordedEvent, same: number): NotThisLog {
  return new NotThisLog(
    `The target is not empty, and does not hold the beginning of this log: its event ${String(same + 1)} (${stream}, revision ${String(revision)}) is another one. Nothing was changed: name an empty place.`,
  );
}

async function nextOf<T>(items: AsyncIterator<T>): Promise<T | null> {
  const next = await items.next();
  return next.done === true ? null : next.value;
}

/** Events of one append: one after another in the log, of one stream and of one command. */
async function* appendsOf(
  events: AsyncIterator<LoggedEvent>,
): AsyncGenerator<readonly LoggedEvent[]> {
  let group: LoggedEvent[] = [];
  let bytes = 0;
  for (let event = await nextOf(events); event !== null; event = await nextOf(events)) {
    const size = Buffer.byteLength(lineOf(event));
    const [first] = group;
    if (first && (!isOneAppend(first, event) || bytes + size > MAX_APPEND_BYTES)) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(event);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

function isOneAppend(first: LoggedEvent, { stream, meta }: LoggedEvent): boolean {
  return first.stream === stream && first.meta.commandId === meta.commandId;
}

/** Sent again with the same ids at the same revision: on every store that is one append. */
async function append(target: EventStore, group: readonly LoggedEvent[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { stream, revision } = first;
  const expected = revision === 0 ? 'noStream' : revision - 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await target.append(stream, group.map(newEventOf), { expected });
      return;
    } catch (error) {
      if (isForeign(error)) throw foreign(stream, error);
      const isPassing = error instanceof AppendOutcomeUnknown || error instanceof StoreUnavailable;
      if (!isPassing || attempt === ATTEMPTS) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

function isForeign(error: unknown): boolean {
  return error instanceof WrongExpectedRevision || error instanceof StreamTombstoned;
}

function foreign(stream: string, cause: unknown): NotThisLog {
  return new NotThisLog(
    `Somebody else writes to the target (${stream}): stop every server on it, empty it, and begin again.`,
    { cause },
  );
}

function newEventOf({ id, type, schema, data, meta }: LoggedEvent): NewEvent {
  return { id, type, schema, data, meta };
}
