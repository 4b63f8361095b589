import { setTimeout as after } from 'node:timers/promises';
import { AppendOutcomeUnknown, START, StoreUnavailable } from '@tavolo/event-store';
import type { Position, RecordedEvent, Signal, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { DueQueue } from './due-queue.js';
import { follow } from './follow.js';
import type { RunnerPorts } from './ports.js';
import type { ProcessManagerEvent, TimerScheduled } from './process.events.js';
import type { ProcessRunner } from './runner.js';
import { Steady } from './steady.js';

/** No name of a process, so that its checkpoint is its own. */
const READER = '$timers';
const filter = { typePrefixes: ['Timer'] };
const MAX_TASKS = 256;
const CHECKPOINT_EVERY = 100;
// A clock that is set, or a machine that slept, is noticed after a minute.
const MAX_SLEEP_MS = 60_000;

type Runners = ReadonlyMap<string, Pick<ProcessRunner<unknown>, 'dispatch' | 'fire'>>;

/** A timer that is open, or whose commands have no answer yet. */
interface Timer {
  readonly id: Uuid;
  readonly stream: string;
  readonly dueAt: Instant;
  readonly order: number;
  /** Where reading has to begin to find it again. */
  readonly before: Position;
  /** It has neither fired nor been cancelled. */
  isOpen: boolean;
}

/**
 * Fires the timers of every process in the order of their due times.
 *
 * Promises: a timer fires once, also where two schedulers run side by side or one is killed
 * and started again, for its append has an exact revision and ids derived from its own. None
 * fires before every timer that the log holds at that moment is known, so one that is due
 * earlier is not overtaken, unless its own stream cannot be written. A checkpoint stays behind
 * the oldest timer that is open or whose commands have no answer.
 * Does not promise: that what one timer leads to has happened when the next one fires.
 */
export class TimerScheduler {
  readonly #steady: Steady;
  /** In the order of the log. */
  readonly #known = new Map<Uuid, Timer>();
  readonly #queue = new DueQueue<Timer>();
  readonly #tasks = new Set<Promise<void>>();
  readonly #asking: (() => void)[] = [];
  #heard: Position = START;
  #order = 0;
  #sinceCheckpoint = 0;
  #roused = new AbortController();
  #awaited: Readonly<{ position: Position; resume: () => void }> | null = null;

  constructor(
    private readonly runners: Runners,
    private readonly ports: RunnerPorts,
  ) {
    this.#steady = new Steady(READER, ports);
  }

  /** Goes on until it is stopped. Rejects only with what `beforeStep` throws. */
  async run(): Promise<void> {
    const steady = this.#steady;
    await Promise.allSettled([this.#begin()]);
    await Promise.allSettled([this.#follow(), this.#fireInOrder()]);
    await Promise.allSettled(this.#tasks);
    steady.throwIfInterrupted();
    await this.#checkpoint();
  }

  /** Lets the steps under way end; `run` then resolves. */
  stop(): void {
    this.#steady.stop();
    this.#awaited?.resume();
    this.wake();
  }

  /** Looks at the clock and at what is due again. */
  wake(): void {
    this.#roused.abort();
  }

  /** Resolves when every timer that is due has fired and all that it led to has its answer. */
  settled(): Promise<void> {
    return new Promise((resume) => {
      this.#asking.push(resume);
      this.wake();
    });
  }

  async #begin(): Promise<void> {
    await this.#steady.attempt('read', async () => {
      this.#heard = (await this.ports.checkpoints.get(READER)) ?? START;
    });
  }

  async #follow(): Promise<void> {
    try {
      await follow({
        ...{ reader: READER, ports: this.ports, steady: this.#steady, filter },
        seen: () => this.#heard,
        hear: (heard) => this.#hear(heard),
      });
    } finally {
      this.stop();
    }
  }

  async #hear(heard: Signal): Promise<void> {
    if (heard.kind === 'event') this.#note(heard.event);
    if (heard.kind === 'checkpoint') this.#heardUpTo(heard.position);
    if (this.#sinceCheckpoint >= CHECKPOINT_EVERY) await this.#checkpoint();
    while (this.#tasks.size >= MAX_TASKS && !this.#steady.stopped) await Promise.race(this.#tasks);
  }

  #note(recorded: RecordedEvent): void {
    // After a subscription was renewed a store may repeat what it sent before.
    if (recorded.position <= this.#heard) return;
    const event = recorded as unknown as ProcessManagerEvent;
    if (event.type === 'TimerScheduled') this.#opened(recorded, event.data);
    if (event.type === 'TimerCancelled') this.#closed(event.data.id);
    if (event.type === 'TimerFired') this.#fired(event.data.id);
    this.#sinceCheckpoint += 1;
    this.#heardUpTo(recorded.position);
    this.wake();
  }

  #opened({ stream, schema }: RecordedEvent, { id, dueAt }: TimerScheduled['data']): void {
    this.#order += 1;
    const timer = { id, stream, dueAt, order: this.#order, before: this.#heard, isOpen: true };
    this.#known.set(id, timer);
    // Of a process that this program does not run, or in words that it does not know: another
    // program fires it, and this one keeps the place where it stands in the log.
    if (schema === 1 && this.#runnerOf(timer)) this.#queue.add(timer);
  }

  #closed(id: Uuid): void {
    const timer = this.#known.get(id);
    if (timer) timer.isOpen = false;
    this.#known.delete(id);
  }

  /** Whoever fired it may have died before the commands were sent: their ids make a repeat harmless. */
  #fired(id: Uuid): void {
    const timer = this.#known.get(id);
    if (!timer) return; // Done with before the checkpoint.
    timer.isOpen = false;
    const dispatched = this.#runnerOf(timer)?.dispatch(timer.stream) ?? Promise.resolve();
    this.#track(dispatched.then(() => void this.#known.delete(id)));
  }

  #heardUpTo(position: Position): void {
    if (position <= this.#heard) return;
    this.#heard = position;
    if (this.#awaited && this.#awaited.position <= position) this.#awaited.resume();
  }

  async #fireInOrder(): Promise<void> {
    try {
      while (!this.#steady.stopped) await this.#fireNext();
    } finally {
      this.stop();
    }
  }

  async #fireNext(): Promise<void> {
    // Whatever happens from here on ends the rest below at once.
    if (this.#roused.signal.aborted) this.#roused = new AbortController();
    await this.#caughtUp();
    const next = this.#earliest();
    if (next && next.dueAt <= this.ports.clock.now()) await this.#fire(next);
    else await this.#rest(next);
  }

  /** Resolves when all that the log says of timers was heard, or at a stop. */
  async #caughtUp(): Promise<void> {
    const position = await this.#steady.attempt('read', () => this.#newest());
    if (position <= this.#heard || this.#steady.stopped) return;
    await new Promise<void>((resume) => {
      this.#awaited = { position, resume };
    });
    this.#awaited = null;
  }

  async #newest(): Promise<Position> {
    const newest = this.ports.store.readAll({ backwards: true, max: 1, filter });
    for await (const { position } of newest) return position;
    return START;
  }

  #earliest(): Timer | undefined {
    while (this.#queue.first?.isOpen === false) this.#queue.take();
    return this.#queue.first;
  }

  /**
   * What fails for the store as a whole is waited for, so that the order holds; a stream that
   * fails by itself is tried again on the side and keeps nobody else up.
   */
  async #fire(timer: Timer): Promise<void> {
    this.#queue.take();
    const stuck = Promise.withResolvers<null>();
    const firing = this.#runnerOf(timer)?.fire(timer.stream, timer.id, (error) => {
      const isOfAll = error instanceof StoreUnavailable || error instanceof AppendOutcomeUnknown;
      if (!isOfAll) stuck.resolve(null);
    });
    if (!firing) return;
    this.#track(firing);
    await Promise.race([firing, stuck.promise]);
  }

  #runnerOf({ stream }: Timer) {
    const name = /^pm_([^-]+)-/u.exec(stream)?.[1];
    return name === undefined ? undefined : this.runners.get(name);
  }

  /** Only a stop makes such work fail; the next start takes it up again. */
  #track(work: Promise<void>): void {
    const ended = work
      .catch(() => undefined)
      .then(() => {
        this.#tasks.delete(ended);
        this.wake();
      });
    this.#tasks.add(ended);
  }

  /** Until the next timer is due, or something has happened. */
  async #rest(next: Timer | undefined): Promise<void> {
    const { signal } = this.#roused;
    if (this.#tasks.size === 0) for (const resume of this.#asking.splice(0)) resume();
    if (signal.aborted) return;
    if (!next) {
      await new Promise((resume) => {
        signal.addEventListener('abort', resume, { once: true });
      });
      return;
    }
    const ms = Date.parse(next.dueAt) - Date.parse(this.ports.clock.now());
    const sleep = this.ports.sleep ?? sleepUnheld;
    await sleep(Math.min(ms, MAX_SLEEP_MS), signal);
  }

  async #checkpoint(): Promise<void> {
    this.#sinceCheckpoint = 0;
    const [oldest] = this.#known.values();
    const position = oldest?.before ?? this.#heard;
    if (position === START) return;
    this.#steady.before('checkpoint');
    try {
      await this.ports.checkpoints.put(READER, position);
    } catch (error) {
      // Losing one costs time only, so it is not tried again; but it is said.
      this.ports.trouble({ process: READER, step: 'checkpoint', attempt: 1, error });
    }
  }
}

/** A timer that is due in a year keeps no program from ending. */
async function sleepUnheld(ms: number, signal: AbortSignal): Promise<void> {
  // Only an abort makes it fail, and that is a way to wake.
  await after(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
