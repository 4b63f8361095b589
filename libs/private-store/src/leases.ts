/** Who does what one of several replicas does for all of them. */
export type Lease = Readonly<{
  /** One more with each that takes it, also where the same one takes it again; never falls. */
  epoch: number;
  /** The replica that holds it; null where it was given back. */
  holder: string | null;
  /** Counts the signs of life of this holder. */
  beat: number;
}>;

/**
 * Leases, and how far the work under them has come. No time stands in them, for the clocks of
 * machines differ: whoever sees a lease stand still for long enough by its own clock takes it, by
 * comparing and setting, so that of several one gets it. Kept where no backup takes it along: an
 * epoch must not come back.
 *
 * A lease saves work and is not what makes work right: its holder may freeze and wake. What must
 * not be done by a former holder names its epoch, which is compared where it is written.
 */
export abstract class Leases {
  /** As it stands; null where nobody has ever held it. */
  abstract find(name: string): Promise<Lease | null>;

  /**
   * Takes a lease that still stands as it was seen, in the next epoch. Null where it does not:
   * its holder is alive, or another was faster.
   */
  async take(name: string, holder: string, seen: Lease | null): Promise<Lease | null> {
    const taken = { epoch: (seen?.epoch ?? 0) + 1, holder, beat: 0 };
    return (await this.swap(name, seen, taken)) ? taken : null;
  }

  /** A sign of life of its holder. Null where another one has it. */
  async prolong(name: string, held: Lease): Promise<Lease | null> {
    const prolonged = { ...held, beat: held.beat + 1 };
    return (await this.swap(name, held, prolonged)) ? prolonged : null;
  }

  /** Lets the next one take it at once; of one that another has nothing changes. */
  async giveBack(name: string, held: Lease): Promise<void> {
    await this.swap(name, held, { ...held, holder: null, beat: held.beat + 1 });
  }

  /** How far each of those that work under the lease has come. */
  abstract progress(name: string): Promise<ReadonlyMap<string, string>>;

  /** Keeps it, in this epoch. False in a later one: another goes on with the work. */
  abstract keepProgress(
    lease: Readonly<{ name: string; epoch: number }>,
    worker: string,
    reached: string,
  ): Promise<boolean>;

  /** Lets go of the file; a second call does nothing. */
  abstract close(): Promise<void>;

  /** Puts one in the place of the other; false, and nothing is changed, where another stands there. */
  protected abstract swap(name: string, from: Lease | null, to: Lease): Promise<boolean>;
}
