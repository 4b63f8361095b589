import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { NotThisLog } from './carry.js';

const MARK = 'unfinished.json';

/** What a folder is being filled by: the command, and from where. */
export type Filling = Readonly<{ command: string; from: string }>;

/**
 * Marks a folder that is about to be filled, which is empty or was being filled by the same command
 * from the same place, or `isOurs`: was filled to its end before. Until the mark is taken away no
 * server starts on it. @throws NotThisLog
 */
export function beginFilling(folder: string, filling: Filling, isOurs = false): void {
  mkdirSync(folder, { recursive: true });
  const known = fillingOf(folder);
  if (known?.command === filling.command && known.from === filling.from) return;
  if (known) {
    throw new NotThisLog(
      `${folder} is being filled by \`tavolo ${known.command}\` from ${known.from}: finish that first, or name another folder.`,
    );
  }
  if (!isOurs && readdirSync(folder).length > 0) {
    throw new NotThisLog(`${folder} is not empty: name a new folder. Nothing in it was changed.`);
  }
  write(folder, filling);
}

/** What a folder is being filled by; null for one that is whole, or is not there. */
export function fillingOf(folder: string): Filling | null {
  try {
    const { command, from } = JSON.parse(readFileSync(join(folder, MARK), 'utf8')) as Filling;
    return { command, from };
  } catch {
    return null;
  }
}

/** All of it is there: a server may start. */
export function endFilling(folder: string): void {
  rmSync(join(folder, MARK), { force: true });
}

function write(folder: string, filling: Filling): void {
  const draft = join(folder, `${MARK}.new`);
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(filling));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, join(folder, MARK));
}
