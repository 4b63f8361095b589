import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';

const POINTER = 'active';
const GENERATION = /^generation-(\d+)\.sqlite$/;

/**
 * The folder of a read model: its generations, each a SQLite file, and a pointer to the one in
 * use. The pointer is replaced by a rename, so that a crash at any moment leaves the old one or
 * the new one, and both are whole. (A SQLite file itself is never renamed: its write-ahead log
 * would not come along.)
 */
export class ReadModelFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** The file in use; null where there is none yet, or the pointer leads nowhere. */
  active(): string | null {
    const pointer = join(this.#folder, POINTER);
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

  /** From here on this generation is the one in use. */
  activate(path: string): void {
    const pointer = join(this.#folder, POINTER);
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

  /** Removes every generation but the one in use: what a swap or a crash left behind. */
  sweep(): void {
    const active = this.active();
    const names = readdirSync(this.#folder).filter((name) => GENERATION.test(name));
    for (const path of names.map((name) => join(this.#folder, name))) {
      if (path !== active) removeGeneration(path);
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
