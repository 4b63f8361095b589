import { LeaseKeeper } from './lease-keeper.js';
import type { LeasePorts } from './lease-keeper.js';
import type { ProcessProgress } from './runner.js';
import type { RunningProcesses } from './running-processes.js';

/** Who runs the process managers, as this replica knows. */
export type ProcessLease = Readonly<{ epoch: number; holder: string | null; isHeld: boolean }>;

/**
 * The process managers of one replica of several: they run here while it holds the lease, and
 * stand by while another does. That saves work; right they are without it (README of this part).
 */
export class LeasedProcesses {
  readonly #keeper: LeaseKeeper;
  readonly #ended: Promise<void>;
  #running: RunningProcesses | null = null;
  #begun = Promise.withResolvers<RunningProcesses>();

  /** `start` is asked in which epoch they run; how far they come is kept under it. */
  constructor(ports: LeasePorts, start: (epoch: number) => RunningProcesses) {
    this.#keeper = new LeaseKeeper(ports, {
      begin: (epoch) => {
        this.#running = start(epoch);
        this.#begun.resolve(this.#running);
      },
      end: () => this.#end(),
    });
    this.#ended = this.#keeper.run();
  }

  /** Null where nobody has held it so far. */
  get lease(): ProcessLease | null {
    const { lease, isHeld } = this.#keeper;
    return lease && { epoch: lease.epoch, holder: lease.holder, isHeld };
  }

  /**
   * Resolves when nothing is left to do; where another replica does it, or takes it over meanwhile,
   * when that is this one's again. @throws Error where this one is stopped before
   */
  async settled(): Promise<void> {
    const stopped = this.#ended.then(() => null);
    for (;;) {
      const running = await Promise.race([this.#begun.promise, stopped]);
      if (!running) throw new Error('The processes were stopped before all of it was done.');
      if (await running.settled()) return;
    }
  }

  /** How far each of them is; of those that stand by nothing. */
  progress(): readonly ProcessProgress[] {
    return this.#running?.progress() ?? [];
  }

  /** The clock was moved: what is due by now fires. */
  wake(): void {
    this.#running?.wake();
  }

  /** Resolves when every step under way has ended and the lease is given back. */
  async stop(): Promise<void> {
    this.#keeper.stop();
    await this.#ended;
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#begun = Promise.withResolvers();
    await running?.stop();
  }
}
