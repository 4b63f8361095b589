import { Leases } from '../leases.js';
import type { Lease } from '../leases.js';

/** Keeps leases until the process ends. For tests. */
export class MemoryLeases extends Leases {
  readonly #leases = new Map<string, Lease>();
  readonly #progress = new Map<string, Map<string, string>>();

  find(name: string): Promise<Lease | null> {
    return Promise.resolve(this.#leases.get(name) ?? null);
  }

  progress(name: string): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map(this.#progress.get(name)));
  }

  keepProgress(
    { name, epoch }: Readonly<{ name: string; epoch: number }>,
    worker: string,
    reached: string,
  ): Promise<boolean> {
    if (this.#leases.get(name)?.epoch !== epoch) return Promise.resolve(false);
    const kept = this.#progress.get(name) ?? new Map<string, string>();
    this.#progress.set(name, kept.set(worker, reached));
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  protected swap(name: string, from: Lease | null, to: Lease): Promise<boolean> {
    const stands = this.#leases.get(name);
    const isAsSeen =
      stands?.epoch === from?.epoch &&
      stands?.beat === from?.beat &&
      stands?.holder === from?.holder;
    if (isAsSeen) this.#leases.set(name, to);
    return Promise.resolve(isAsSeen);
  }
}
