import type { Filter, Position, Signal } from '@tavolo/event-store';
import type { RunnerPorts } from './ports.js';
import type { Steady } from './steady.js';

type Following = Readonly<{
  /** Whose reading it is, for what is said of failures. */
  reader: string;
  ports: RunnerPorts;
  steady: Steady;
  filter: Filter;
  /** How far it has come. */
  seen: () => Position;
  hear: (signal: Signal) => Promise<void>;
}>;

/** Reads a part of the log, and then whatever comes, until it is stopped. */
export async function follow(following: Following): Promise<void> {
  const { steady } = following;
  while (!steady.stopped) await steady.attempt('read', () => readOn(following));
}

/** Reads until the subscription ends. Where it had come further, the next one starts at once. */
async function readOn(following: Following): Promise<void> {
  const { reader, ports, steady, filter, seen, hear } = following;
  const { signal } = steady;
  const after = seen();
  const reading = ports.reading ?? ports.store;
  try {
    for await (const heard of reading.subscribe({ after, filter, signal })) {
      if (signal.aborted) return;
      await hear(heard);
    }
    // A connection that is lost may end a subscription without an error.
    if (!signal.aborted) throw new Error('the subscription ended');
  } catch (error) {
    if (signal.aborted || seen() === after) throw error;
    ports.trouble({ process: reader, step: 'read', attempt: 1, error });
  }
}
