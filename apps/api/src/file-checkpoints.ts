import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { Position } from '@tavolo/event-store';
import { Checkpoints } from '@tavolo/process';

/** Checkpoints of the process managers in a small file. Losing it costs a reading of the log. */
export class FileCheckpoints extends Checkpoints {
  readonly #file: string;
  readonly #positions: Map<string, Position>;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string) {
    super();
    this.#file = file;
    this.#positions = new Map(Object.entries(readOr(file, {})));
  }

  get(name: string): Promise<Position | null> {
    return Promise.resolve(this.#positions.get(name) ?? null);
  }

  put(name: string, position: Position): Promise<void> {
    this.#positions.set(name, position);
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const draft = `${this.#file}.new`;
    await writeFile(draft, JSON.stringify(Object.fromEntries(this.#positions)));
    await rename(draft, this.#file);
  }
}

function readOr(file: string, otherwise: Record<string, Position>): Record<string, Position> {
  if (!existsSync(file)) return otherwise;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Position>;
  } catch {
    return otherwise;
  }
}
