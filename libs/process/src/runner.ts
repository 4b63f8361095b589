import { START } from '@tavolo/event-store';
import type { Position, RecordedEvent, Signal, Uuid } from '@tavolo/event-store';
import type { TimedProcess } from './definition.js';
import { follow } from './follow.js';
import { InTurn } from './in-turn.js';
import { processEvent } from './instance-state.js';
import { InstanceWork } from './instance-work.js';
import type { RunnerPorts } from './ports.js';
import { Progress } from './progress.js';
import { Steady } from './steady.js';

const MAX_OPEN = 256;
const CHECKPOINT_EVERY = 100;

/** Everything up to `done` is finished with; so many facts are begun on and are not. */
export type ProcessProgress = Readonly<{ process: string; done: Position; open: number }>;

/**
 * Runs one process manager: takes up facts of the log in their order, decides what follows,
 * writes that down in one append, and only then sends the commands, until each has its answer.
 *
 * Promises: killed anywhere and started again, or run twice side by side, it does nothing
 * twice. An input taken is not taken again, appends carry an exact revision and derived ids,
 * and a command sent again carries the id it had. A checkpoint passes a fact only when every
 * command that followed from it has its answer, so a start from there finds what is open.
 * What a newer version of the program wrote it leaves to that one, with all that comes later on
 * the same stream, and the checkpoint stays before it.
 * Does not promise: an order between instances of different keys.
 *
 * A runner runs once; a start after a stop is a new runner.
 */
export class ProcessRunner<State> {
  readonly #steady: Steady;
  readonly #work: InstanceWork<State>;
  readonly #turns = new InTurn();
  readonly #tasks = new Set<Promise<void>>();
  readonly #progress = new Progress();
  readonly #heldBack = new Set<string>();
  #sinceCheckpoint = 0;

  constructor(
    private readonly definition: TimedProcess<State>,
    private readonly ports: RunnerPorts,
  ) {
    this.#steady = new Steady(definition.name, ports);
    this.#work = new InstanceWork(definition, ports, this.#steady);
  }

  /** Goes on until it is stopped. Rejects only with what `beforeStep` throws. */
  async run(): Promise<void> {
    const steady = this.#steady;
    try {
      await steady.attempt('read', async () => {
        const from = await this.ports.checkpoints.get(this.definition.name);
        if (from !== null) this.#progress.look(from);
      });
      await follow({
        ...{ reader: this.definition.name, ports: this.ports, steady },
        filter: { categories: this.definition.categories },
        seen: () => this.#progress.seen,
        hear: (heard) => this.#hear(heard),
      });
    } catch (error) {
      if (!steady.stopped) throw error;
    }
    await Promise.allSettled(this.#tasks);
    steady.throwIfInterrupted();
    await this.#checkpoint();
  }

  /** Lets the steps under way end; `run` then resolves. */
  stop(): void {
    this.#steady.stop();
  }

  get progress(): ProcessProgress {
    const { checkpoint: done, open } = this.#progress;
    return { process: this.definition.name, done, open };
  }

  /** Resolves when every fact now in the log was taken up and every command has its answer. */
  async settled(): Promise<void> {
    await this.#progress.reach(await this.ports.store.head());
  }

  /**
   * Writes down that a timer of an instance fired, unless it did or was cancelled; what follows
   * is sent by `dispatch`. Rejects only when the runner was stopped.
   */
  fire(stream: string, timer: Uuid, failed: (error: unknown) => void): Promise<void> {
    return this.#work.fire(stream, timer, failed);
  }

  /** Sends what an instance has decided on and that has no answer yet. */
  dispatch(stream: string): Promise<void> {
    return this.#turns.run(stream, () => this.#work.dispatch(stream));
  }

  async #hear(heard: Signal): Promise<void> {
    if (heard.kind === 'event') this.#begin(heard.event);
    if (heard.kind === 'checkpoint' && heard.position > this.#progress.seen) {
      this.#progress.look(heard.position);
    }
    if (this.#sinceCheckpoint >= CHECKPOINT_EVERY) await this.#checkpoint();
    // What is open is kept small: a process that cannot go on must not read the whole log ahead.
    while (this.#progress.open >= MAX_OPEN && !this.#steady.stopped) {
      await Promise.race(this.#tasks);
    }
  }

  #begin(recorded: RecordedEvent): void {
    // After a subscription was renewed a store may repeat what it sent before.
    if (recorded.position <= this.#progress.seen) return;
    this.#sinceCheckpoint += 1;
    if (this.#isHeldBack(recorded)) {
      this.#progress.passOver(recorded.position);
      return;
    }
    const key = this.definition.keyOf(processEvent(recorded));
    if (key === null) {
      this.#progress.look(recorded.position);
      return;
    }
    const done = this.#progress.begin(recorded.position);
    const stream = `pm_${this.definition.name}-${key}`;
    const task = this.#turns.run(stream, async () => {
      await this.#work.take(stream, recorded);
      await this.#work.dispatch(stream);
    });
    // Only a stop makes it fail; the next start takes up again what was left open.
    const ended = task.then(done, () => undefined).then(() => void this.#tasks.delete(ended));
    this.#tasks.add(ended);
  }

  /** A fact that this program does not know, and all that comes later on its stream. */
  #isHeldBack({ stream, type, schema }: RecordedEvent): boolean {
    const knows = this.ports.knows?.(type, schema) ?? true;
    if (!knows) this.#heldBack.add(stream);
    return this.#heldBack.has(stream);
  }

  async #checkpoint(): Promise<void> {
    this.#sinceCheckpoint = 0;
    const { checkpoint } = this.#progress;
    if (checkpoint === START) return;
    this.#steady.before('checkpoint');
    try {
      await this.ports.checkpoints.put(this.definition.name, checkpoint);
    } catch (error) {
      // Losing one costs time only, so it is not tried again; but it is said.
      this.ports.trouble({ process: this.definition.name, step: 'checkpoint', attempt: 1, error });
    }
  }
}
