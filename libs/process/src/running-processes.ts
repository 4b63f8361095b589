import { SharedReading } from '@tavolo/event-store';
import type { ProcessDefinition } from './definition.js';
import type { RunnerPorts } from './ports.js';
import { ProcessRunner } from './runner.js';
import type { ProcessProgress } from './runner.js';
import { TimerScheduler } from './timer-scheduler.js';

/** Every process manager of the house, each with a runner of its own, and the timers of all. */
export class RunningProcesses {
  readonly #runners: readonly ProcessRunner<unknown>[];
  readonly #timers: TimerScheduler;
  readonly #ended: Promise<unknown>;

  constructor(
    definitions: readonly ProcessDefinition<unknown>[],
    private readonly ports: RunnerPorts,
  ) {
    const shared = { ...ports, reading: new SharedReading(ports.store) };
    const named = new Map(definitions.map((each) => [each.name, new ProcessRunner(each, shared)]));
    this.#runners = [...named.values()];
    this.#timers = new TimerScheduler(named, shared);
    const runs = this.#runners.map((runner) => runner.run());
    this.#ended = Promise.allSettled([...runs, this.#timers.run()]);
  }

  /**
   * True when nothing is left to do: every timer that is due has fired, and what one process brought
   * about, the others have taken up too; while something is tried again, it waits. False where they
   * were stopped before.
   */
  async settled(): Promise<boolean> {
    const stopped = this.#ended.then(() => false);
    return await Promise.race([this.#nothingLeft(), stopped]);
  }

  /** How far each of them is: what it has finished with, and how many facts it works on. */
  progress(): readonly ProcessProgress[] {
    return this.#runners.map((runner) => runner.progress);
  }

  /** The clock was moved: what is due by now fires. */
  wake(): void {
    this.#timers.wake();
  }

  /** Resolves when every step under way has ended. */
  async stop(): Promise<void> {
    this.#timers.stop();
    for (const runner of this.#runners) runner.stop();
    await this.#ended;
  }

  async #nothingLeft(): Promise<true> {
    for (;;) {
      const before = await this.ports.store.head();
      await Promise.all(this.#runners.map((runner) => runner.settled()));
      await this.#timers.settled();
      if ((await this.ports.store.head()) === before) return true;
    }
  }
}
