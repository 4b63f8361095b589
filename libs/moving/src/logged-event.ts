import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';

/** An event as its log holds it, but for its position, which belongs to one store. */
export type LoggedEvent = Omit<RecordedEvent, 'position'>;

/** A log from its first event to the last of the moment in which reading begins. */
export interface ReadableLog<E extends LoggedEvent = LoggedEvent> {
  readAll(): AsyncIterable<E>;
}

/** What a log is known by, wherever it lies: how many events, and the hash of all their lines. */
export type Fingerprint = Readonly<{ events: number; sha256: string }>;

/** The log lacks an event, or holds one that it cannot hold: it must not be carried anywhere. */
export class BrokenLog extends Error {}

/**
 * The one line of an event: canonical JSON (RFC 8785) of all that is kept of it but its position,
 * so that the same log is the same lines in every store.
 */
export function lineOf(event: LoggedEvent): string {
  const { data, id, meta, revision, schema, stream, type } = event;
  return canonicalJson({ data, id, meta, revision, schema, stream, type });
}

/** Counts and hashes the lines of a log, each with its line feed, and sees that no revision is missing. */
export class FingerprintOf {
  readonly #hash = createHash('sha256');
  readonly #next = new Map<string, number>();
  #events = 0;

  /** @throws BrokenLog where a stream does not go on with the revision that comes next */
  add({ stream, revision }: LoggedEvent, line: string): void {
    const due = this.#next.get(stream) ?? 0;
    if (revision !== due) {
      throw new BrokenLog(
        `the log is not whole: ${stream} goes on with revision ${String(revision)}, and ${String(due)} is the one to come. Restore a backup of it.`,
      );
    }
    this.#next.set(stream, due + 1);
    this.#events += 1;
    this.#hash.update(line).update('\n');
  }

  get events(): number {
    return this.#events;
  }

  /** Once, when all lines were added. */
  done(): Fingerprint {
    return { events: this.#events, sha256: this.#hash.digest('hex') };
  }
}

/** Reads a log from end to end. @throws BrokenLog, and what the store throws */
export async function fingerprintOf(log: ReadableLog): Promise<Fingerprint> {
  const all = new FingerprintOf();
  for await (const event of log.readAll()) all.add(event, lineOf(event));
  return all.done();
}
