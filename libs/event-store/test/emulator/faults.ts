/** What may go wrong on purpose, each for the next calls that it concerns. */
export type Fault =
  /** The call is taken and nothing is ever said. */
  | 'mute'
  /** The append is done, and its acknowledgement lost with the connection. */
  | 'late-acknowledgement'
  /** What only the leader answers (an append, a read to decide on) is refused: another node leads. */
  | 'not-leader'
  /** The append is taken, and done and answered as late as `delay` says. */
  | 'slow'
  /** The call breaks off with UNAVAILABLE before anything was done. */
  | 'unavailable'
  /** The subscription breaks off with an error after its next event. */
  | 'error-in-mid-batch'
  /** The subscription is ended with OK after its next event. */
  | 'end-with-ok'
  /** The next event of the subscription comes twice. */
  | 'duplicate'
  /** The data of the first event that is read is no JSON. */
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
