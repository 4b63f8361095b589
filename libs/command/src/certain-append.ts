import { setTimeout as after } from 'node:timers/promises';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import { WrongExpectedRevision } from '@tavolo/event-store';
import type { Appended, EventStore, ExpectedRevision, NewEvent, Uuid } from '@tavolo/event-store';
import { OutcomeUnknown } from './errors.js';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** The time that passes while a command is carried out; injected, so that a test need not wait. */
export type Timing = Readonly<{
  /** Milliseconds from any beginning. */
  elapsedMs: () => number;
  pause: (ms: number) => Promise<void>;
  /** From 0 up to 1, so that commands that failed together are not repeated together. */
  chance: () => number;
}>;

/** That of the machine. */
export const realTiming: Timing = {
  elapsedMs: () => performance.now(),
  pause: (ms) => after(ms),
  chance: () => Math.random(),
};

/** One append of one command. */
export type Sending = Readonly<{
  stream: string;
  events: readonly NewEvent[];
  expected: ExpectedRevision;
  commandId: Uuid;
}>;

/**
 * Repeats the same bytes at the same revision until the store says success or conflict (null).
 * Once an outcome was unknown, a store that is away says nothing about that one: what then cannot
 * be found out by the deadline stays unknown.
 * @throws OutcomeUnknown | StoreUnavailable, and whatever else `append` throws
 */
export async function appendCertainly(
  store: Pick<EventStore, 'append'>,
  { stream, events, expected, commandId }: Sending,
  { timing, deadline }: Readonly<{ timing: Timing; deadline: number }>,
): Promise<Appended | null> {
  let mayBeWritten = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(stream, events, { expected });
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return null;
      mayBeWritten ||= error instanceof AppendOutcomeUnknown;
      if (!mayBeWritten || !isOfTheMoment(error)) throw error;
    }
    if (timing.elapsedMs() > deadline) throw new OutcomeUnknown(stream, commandId);
    const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
    await timing.pause((full * (1 + timing.chance())) / 2);
  }
}

function isOfTheMoment(error: unknown): boolean {
  return error instanceof AppendOutcomeUnknown || error instanceof StoreUnavailable;
}
