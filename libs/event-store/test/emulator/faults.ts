/**
 * What may go wrong on purpose, each for the next calls that it concerns. The line that each
 * imitates stands with it, and in the table of docs/eventstoredb.md.
 */
export type Fault =
  /** The call is taken and nothing is ever said (2.2, 1). */
  | 'mute'
  /** The append is done, and its acknowledgement lost with the connection (2.1, idempotency). */
  | 'late-acknowledgement'
  /**
   * What only the leader answers (an append, a read to decide on) is refused: another node leads
   * (2.2, channel).
   */
  | 'not-leader'
  /** The append is taken, and done and answered as late as `delay` says (2.2, 4). */
  | 'slow'
  /** The call breaks off with UNAVAILABLE before anything was done (2.2, channel). */
  | 'unavailable'
  /** The subscription breaks off with an error after its next event (2.2, channel). */
  | 'error-in-mid-batch'
  /** The subscription is ended with OK after its next event (2.2, 6). */
  | 'end-with-ok'
  /** The next event of the subscription comes twice (2.1, catch-up). */
  | 'duplicate'
  /** The data of the first event that is read is no JSON (2.2, 10). */
  | 'no-json';

/** The faults that are still to come, in the order in which they were asked for. */
export class Faults {
  readonly #next: Fault[] = [];
  /** How long a slow append takes: as long as a test holds it back. */
  delay: () => Promise<unknown> = () => Promise.resolve();

  /** These for the next calls, one each. */
  inject(...faults: readonly Fault[]): void {
    this.#next.push(...faults);
  }

  /** The next fault, where it is one of those that this call can have. */
  take(...possible: readonly Fault[]): Fault | null {
    const [first] = this.#next;
    if (first === undefined || !possible.includes(first)) return null;
    this.#next.shift();
    return first;
  }

  get areOver(): boolean {
    return this.#next.length === 0;
  }
}
