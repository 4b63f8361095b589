import type { Lease, Leases } from '@tavolo/private-store';

/** What a lease is kept by. */
export type LeasePorts = Readonly<{
  leases: Leases;
  name: string;
  /** Names this replica; no two that live at once have the same. */
  holder: string;
  /** Milliseconds without a sign of life after which a lease is another's to take. */
  patienceMs: number;
  /** Milliseconds from any beginning, of a clock that never goes back. */
  elapsedMs: () => number;
  /** Waits; resolves at an abort too. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The private store did not answer; it is asked again. */
  trouble: (error: unknown) => void;
}>;

/** What is done while the lease is held. */
export type UnderLease = Readonly<{
  /** In this epoch. */
  begin: (epoch: number) => void;
  /** Resolves when nothing of it is under way any more. */
  end: () => Promise<void>;
}>;

type Held = Readonly<{ lease: Lease; since: number }>;

/** So often within the patience of the others a holder shows that it lives. */
const BEATS = 3;

/**
 * Takes a lease where it is free, keeps it, and has the work done for as long as it is held.
 *
 * Promises: the work ends as soon as the lease is known to be another's, or could not be prolonged
 * for as long as the others are patient; a lease is given back when its work has ended. Clocks of
 * machines are never compared: patience is counted here, from when a sign of life was asked for,
 * and there, from when it was seen.
 * Does not promise that no two work at once: a holder that freezes does not know of it until it
 * wakes.
 */
export class LeaseKeeper {
  readonly #ports: LeasePorts;
  readonly #work: UnderLease;
  readonly #stop = new AbortController();
  #held: Held | null = null;
  /** What another holds, and since when it stands still. */
  #seen: Held | null = null;

  constructor(ports: LeasePorts, work: UnderLease) {
    this.#ports = ports;
    this.#work = work;
  }

  /** The lease of this replica, or that of another as it was last seen. */
  get lease(): Lease | null {
    return this.#held?.lease ?? this.#seen?.lease ?? null;
  }

  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** Goes on until it is stopped; then the work has ended and the lease is given back. */
  async run(): Promise<void> {
    const { leases, name, sleep } = this.#ports;
    while (!this.#stop.signal.aborted) {
      await this.#look();
      await sleep(this.#pauseMs(), this.#stop.signal);
    }
    const held = this.#held;
    await this.#lose();
    if (held) await this.#asked(leases.giveBack(name, held.lease));
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Until the next sign of life; never past the moment at which the others may take the lease. */
  #pauseMs(): number {
    const usual = this.#ports.patienceMs / BEATS;
    return this.#held ? Math.min(usual, this.#leftMs(this.#held)) : usual;
  }

  #leftMs({ since }: Held): number {
    return Math.max(0, since + this.#ports.patienceMs - this.#ports.elapsedMs());
  }

  async #look(): Promise<void> {
    if (this.#held) await this.#prolong(this.#held);
    else await this.#takeWhereFree();
  }

  /** Whoever wakes after the others have lost their patience has lost the lease. */
  async #prolong(held: Held): Promise<void> {
    const { leases, name, elapsedMs, sleep } = this.#ports;
    const [since, left] = [elapsedMs(), this.#leftMs(held)];
    const answered = new AbortController();
    const prolonged = await Promise.race([
      this.#asked(leases.prolong(name, held.lease)),
      sleep(left, answered.signal).then(() => null),
    ]);
    answered.abort();
    if (prolonged === null || left === 0) await this.#lose();
    else if (prolonged !== undefined) this.#held = { lease: prolonged, since };
  }

  async #takeWhereFree(): Promise<void> {
    const { leases, name, holder, elapsedMs } = this.#ports;
    const found = await this.#asked(leases.find(name));
    if (found === undefined || !this.#isFree(found)) return;
    const since = elapsedMs();
    const taken = await this.#asked(leases.take(name, holder, found));
    if (!taken) return;
    this.#seen = null;
    this.#held = { lease: taken, since };
    this.#work.begin(taken.epoch);
  }

  /** What has stood still for as long as this replica is patient is nobody's any more. */
  #isFree(found: Lease | null): boolean {
    const { holder, patienceMs, elapsedMs } = this.#ports;
    if (found === null || found.holder === null || found.holder === holder) return true;
    const now = elapsedMs();
    const before = this.#seen;
    const isStill = before?.lease.epoch === found.epoch && before.lease.beat === found.beat;
    this.#seen = { lease: found, since: isStill ? before.since : now };
    return now - this.#seen.since >= patienceMs;
  }

  async #lose(): Promise<void> {
    if (!this.#held) return;
    this.#held = null;
    await this.#work.end();
  }

  /** The answer; undefined where the private store gives none. */
  async #asked<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      this.#ports.trouble(error);
      return undefined;
    }
  }
}
