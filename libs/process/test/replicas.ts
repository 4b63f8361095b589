import { setImmediate as turn } from 'node:timers/promises';
import { MemoryLeases } from '@tavolo/private-store';
import type { Lease } from '@tavolo/private-store';
import type { LeasePorts } from '../src/lease-keeper.js';

interface Sleeper {
  readonly due: number;
  readonly replica: string;
  readonly wake: () => void;
}

/** The leases of a private store that answers when a test lets it. */
class MoodyLeases extends MemoryLeases {
  away: Error | null = null;
  /** Set: it takes what is asked, and answers when this does. */
  slow: Promise<unknown> | null = null;

  override async find(name: string): Promise<Lease | null> {
    if (this.away) throw this.away;
    return await super.find(name);
  }

  protected override async swap(name: string, from: Lease | null, to: Lease): Promise<boolean> {
    if (this.away) throw this.away;
    const swapped = await super.swap(name, from, to);
    await this.slow;
    return swapped;
  }
}

/** Replicas on one private store, in a time that a test lets pass. */
export class Replicas {
  readonly leases = new MoodyLeases();
  readonly troubles: unknown[] = [];
  readonly #frozen = new Set<string>();
  #sleepers: Sleeper[] = [];
  #now = 0;

  /** What the keeper of this replica is kept by; the patience is three seconds. */
  portsOf(holder: string): LeasePorts {
    return {
      ...{ leases: this.leases, name: 'processes', holder, patienceMs: 3_000 },
      elapsedMs: () => this.#now,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) resolve();
          signal.addEventListener('abort', () => resolve(), { once: true });
          this.#sleepers.push({ due: this.#now + ms, replica: holder, wake: resolve });
        }),
      trouble: (error) => this.troubles.push(error),
    };
  }

  /** Nothing of it goes on, and time passes. */
  freeze(replica: string): void {
    this.#frozen.add(replica);
  }

  async thaw(replica: string): Promise<void> {
    this.#frozen.delete(replica);
    await this.pass(0);
  }

  /** Time passes, by tenths of a second, and whoever sleeps no longer goes on. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await turns();
    do {
      this.#now = Math.min(until, this.#now + 100);
      const isAwake = ({ due, replica }: Sleeper) => due <= this.#now && !this.#frozen.has(replica);
      const awake = this.#sleepers.filter(isAwake);
      this.#sleepers = this.#sleepers.filter((sleeper) => !isAwake(sleeper));
      for (const { wake } of awake) wake();
      await turns();
    } while (this.#now < until);
  }
}

async function turns(): Promise<void> {
  for (let n = 0; n < 5; n++) await turn();
}
