/** Work on one key happens one after another, in the order asked; different keys do not wait. */
export class InTurn {
  readonly #queues = new Map<string, Promise<void>>();

  run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.#queues.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    this.#queues.set(key, mine);
    const leave = () => {
      if (this.#queues.get(key) === mine) this.#queues.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
