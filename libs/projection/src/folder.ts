import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';

const ACTIVE = 'active';
const PREVIOUS = 'previous';
const COPY = /^copy-\d+\.sqlite/;
const GENERATION = /^generation-(\d+)\.sqlite$/;

/**
 * The folder of a read model: its generations, each a SQLite file, a pointer to the one in use and
 * one to that which was in use before it. A pointer is replaced by a rename, so that a crash at any moment leaves the old one or
 * the new one, and both are whole. (A SQLite file itself is never renamed: its write-ahead log
 * would not come along.)
 */
export class ReadModelFolder {
  readonly #folder: string;
  #copies = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** The file in use; null where there is none yet, or the pointer leads nowhere. */
  active(): string | null {
    return this.#named(ACTIVE);
  }

  /** The file that was in use before; null where there is none any more. */
  previous(): string | null {
    const previous = this.#named(PREVIOUS);
    return previous === this.active() ? null : previous;
  }

  #named(which: string): string | null {
    const pointer = join(this.#folder, which);
    if (!existsSync(pointer)) return null;
    const name = readFileSync(pointer, 'utf8').trim();
    const path = join(this.#folder, name);
    return GENERATION.test(name) && existsSync(path) ? path : null;
  }

  /** A file that is not there yet, for the next generation. */
  next(): string {
    const numbers = readdirSync(this.#folder).map((name) =>
      Number(GENERATION.exec(name)?.[1] ?? 0),
    );
    return join(this.#folder, `generation-${String(Math.max(0, ...numbers) + 1)}.sqlite`);
  }

  /** A file that is not there yet, for a copy of the one in use. */
  copy(): string {
    this.#copies += 1;
    return join(this.#folder, `copy-${String(this.#copies)}.sqlite`);
  }

  /** From here on this generation is the one in use, and the one that was is the previous one. */
  activate(path: string): void {
    const former = this.active();
    if (former !== null && former !== path) this.#point(PREVIOUS, former);
    this.#point(ACTIVE, path);
  }

  #point(which: string, path: string): void {
    const pointer = join(this.#folder, which);
    const file = openSync(`${pointer}.new`, 'w');
    try {
      writeSync(file, `${basename(path)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(`${pointer}.new`, pointer);
    this.#syncFolder();
  }

  /** Removes every generation but the one in use and the one before it. */
  sweep(): void {
    const kept = [this.active(), this.previous()];
    const names = readdirSync(this.#folder).filter((name) => GENERATION.test(name));
    for (const path of names.map((name) => join(this.#folder, name))) {
      if (!kept.includes(path)) removeGeneration(path);
    }
  }

  /** Removes what was copied for somebody by an earlier run of the program. */
  sweepCopies(): void {
    for (const name of readdirSync(this.#folder)) {
      if (COPY.test(name)) rmSync(join(this.#folder, name), { force: true });
    }
  }

  #syncFolder(): void {
    if (process.platform === 'win32') return; // A folder can't be opened there.
    const folder = openSync(this.#folder, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }
}

/** Removes a read-model file with its write-ahead log; nobody must have it open. */
export function removeGeneration(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(`${path}${suffix}`, { force: true });
}
