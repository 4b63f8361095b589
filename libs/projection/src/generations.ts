import { removeGeneration } from './folder.js';
import type { ReadModelFolder } from './folder.js';
import { ReadModelTooNew } from './sqlite/read-model-file.js';
import { messageOf } from './status.js';
import type { ReadModelWriter } from './writer.js';

/** A read-model file and who writes it. */
export interface Generation {
  readonly path: string;
  readonly writer: ReadModelWriter;
}

/**
 * Puts a copy of another replica's read model, of this layout, at the path. Answers why there is
 * none; whether it can be used is looked at afterwards.
 */
export type TakeReadModel = (
  wanted: Readonly<{ layout: string; path: string }>,
) => Promise<string | null>;

type Ways = Readonly<{
  folder: ReadModelFolder;
  writerOf: (path: string) => ReadModelWriter;
  take?: TakeReadModel | undefined;
  report?: ((message: string) => void) | undefined;
}>;

/** Opens generations of a read model, by the shortest way there is. */
export class Generations {
  constructor(private readonly ways: Ways) {}

  /**
   * The one in use; else the one that was in use before it, as a program that goes back to an
   * older version finds it; else a copy of another replica; else an empty one.
   * @throws ReadModelTooNew where there is nothing but one of a newer program
   */
  async openOrBegin(): Promise<Generation> {
    const { folder, report } = this.ways;
    const active = await this.#opened(folder.active());
    if ('writer' in active) return active;
    const previous = await this.#opened(folder.previous());
    if ('writer' in previous) {
      folder.activate(previous.path);
      report?.(
        `The read model that was in use before is taken up again: ${active.reason ?? 'there is no other'}.`,
      );
      return previous;
    }
    if (active.tooNew) throw active.tooNew;
    return (await this.#taken()) ?? (await this.#begun(active.reason));
  }

  /** The one that was in use before; the reason where it cannot go on. */
  async previous(): Promise<Generation | Refused> {
    return await this.#opened(this.ways.folder.previous());
  }

  /** An empty one, that nothing points to yet. */
  async begin(): Promise<Generation> {
    const path = this.ways.folder.next();
    const writer = this.ways.writerOf(path);
    try {
      await writer.create(path);
    } catch (error) {
      await discard({ path, writer });
      throw error;
    }
    return { path, writer };
  }

  async #begun(reason: string | null): Promise<Generation> {
    if (reason !== null) this.ways.report?.(`The read model is built anew: ${reason}.`);
    const generation = await this.begin();
    this.ways.folder.activate(generation.path);
    return generation;
  }

  async #opened(path: string | null): Promise<Generation | Refused> {
    if (path === null) return { reason: null };
    const writer = this.ways.writerOf(path);
    try {
      const reason = await writer.open(path);
      if (reason === null) return { path, writer };
      await writer.close();
      return { reason };
    } catch (error) {
      await writer.close();
      if (!(error instanceof ReadModelTooNew)) throw error;
      return { reason: error.message, tooNew: error };
    }
  }

  async #taken(): Promise<Generation | null> {
    const { folder, writerOf, take, report } = this.ways;
    if (!take) return null;
    const path = folder.next();
    const writer = writerOf(path);
    const reason = await takenOrWhyNot({ path, writer }, take);
    if (reason === null) {
      folder.activate(path);
      report?.('The read model was taken from another replica.');
      return { path, writer };
    }
    await discard({ path, writer });
    report?.(`No read model was taken from another replica: ${reason}.`);
    return null;
  }
}

/** Why a generation cannot go on; no reason where there is none. */
export type Refused = Readonly<{ reason: string | null; tooNew?: ReadModelTooNew }>;

/** Whatever goes wrong with a copy is no reason not to start. */
async function takenOrWhyNot(
  { path, writer }: Generation,
  take: TakeReadModel,
): Promise<string | null> {
  try {
    return (await take({ path, layout: await writer.layout() })) ?? (await writer.open(path));
  } catch (error) {
    return messageOf(error);
  }
}

/** Ends its writer and removes it. */
export async function discard({ path, writer }: Generation): Promise<void> {
  await writer.close();
  removeGeneration(path);
}
