/** Work of one key goes one after another, whatever becomes of it; of different keys side by side. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    void mine
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(key) === mine) this.#last.delete(key);
      });
    return mine;
  }
}
