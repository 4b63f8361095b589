/** Counts what was met, by name. */
export class Tally {
  readonly #counts = new Map<string, number>();

  counts(...names: readonly string[]): void {
    for (const name of names) this.#counts.set(name, this.of(name) + 1);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The count of the one that was met least. */
  least(...names: readonly string[]): number {
    return Math.min(...names.map((name) => this.of(name)));
  }

  /** Those of these that were never met. */
  never(names: readonly string[]): readonly string[] {
    return names.filter((name) => this.of(name) === 0);
  }
}
