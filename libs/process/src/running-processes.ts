import type { ProcessDefinition } from './definition.js';
import type { RunnerPorts } from './ports.js';
import { ProcessRunner } from './runner.js';

/** Every process manager of the house, each with a runner of its own. */
export class RunningProcesses {
  readonly #runners: readonly ProcessRunner<unknown>[];
  readonly #ended: Promise<unknown>;

  constructor(
    definitions: readonly ProcessDefinition<unknown>[],
    private readonly ports: RunnerPorts,
  ) {
    this.#runners = definitions.map((definition) => new ProcessRunner(definition, ports));
    this.#ended = Promise.allSettled(this.#runners.map((runner) => runner.run()));
  }

  /**
   * Resolves when nothing is left to do: what one process brought about, the others have taken
   * up too. While something is tried again, it does not resolve.
   */
  async settled(): Promise<void> {
    for (;;) {
      const before = await this.ports.store.head();
      await Promise.all(this.#runners.map((runner) => runner.settled()));
      if ((await this.ports.store.head()) === before) return;
    }
  }

  /** Resolves when every step under way has ended. */
  async stop(): Promise<void> {
    for (const runner of this.#runners) runner.stop();
    await this.#ended;
  }
}
