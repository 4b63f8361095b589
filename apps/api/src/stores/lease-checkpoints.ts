import type { EventStore, Position } from '@tavolo/event-store';
import type { Leases } from '@tavolo/private-store';
import { Checkpoints } from '@tavolo/process';

/** The lease of the process managers of an instance: how far they came in one log says nothing of another. */
export const processLeaseOf = (instance: string) => `processes of ${instance}`;

/** In which epoch of which lease the process managers run that come so far. */
type Tenure = Readonly<{ leases: Leases; name: string; epoch: number }>;

/**
 * Checkpoints of the process managers, kept with the lease under which they run, so that the next
 * holder goes on from there. What a former holder says is not kept. Losing one costs a reading of
 * the log; so one that is ahead of the log, as a log restored from an older copy leaves it, is as
 * if it were not there.
 */
export class LeaseCheckpoints extends Checkpoints {
  #reading: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(
    private readonly tenure: Tenure,
    private readonly store: Pick<EventStore, 'head'>,
  ) {
    super();
  }

  async get(name: string): Promise<Position | null> {
    this.#reading ??= this.#read();
    return ((await this.#reading).get(name) ?? null) as Position | null;
  }

  async put(name: string, position: Position): Promise<void> {
    await this.tenure.leases.keepProgress(this.tenure, name, position);
  }

  /** Read once, when it is first asked for: before anything is appended by a process. */
  async #read(): Promise<ReadonlyMap<string, string>> {
    try {
      const head = await this.store.head();
      const kept = await this.tenure.leases.progress(this.tenure.name);
      return new Map([...kept].filter(([, position]) => position <= head));
    } catch (error) {
      this.#reading = null; // It is asked again.
      throw error;
    }
  }
}
