import type { ProcessDefinition } from './definition.js';

/** Every process manager of this house. A context registers its own when its module is built. */
export class Processes {
  readonly #definitions = new Map<string, ProcessDefinition<unknown>>();

  /** @throws Error for a name that is taken or would not make a stream category. */
  register(...definitions: readonly ProcessDefinition<unknown>[]): void {
    for (const definition of definitions) {
      const { name } = definition;
      if (!/^[a-z][A-Za-z0-9]*$/u.test(name)) throw new Error(`${name}: no name of a process`);
      if (this.#definitions.has(name)) throw new Error(`${name}: registered twice`);
      this.#definitions.set(name, definition);
    }
  }

  get all(): readonly ProcessDefinition<unknown>[] {
    return [...this.#definitions.values()];
  }
}
