import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sizes } from '@tavolo/demo';

/** What was generated into a data folder, and how far. */
export interface Generated {
  readonly sizes: Sizes;
  /** Waves that are whole. */
  readonly waves: number;
  /** How far the log was then: one that is behind lost its last moments with the power. */
  readonly position: string | null;
  readonly isFinished: boolean;
}

/** Null where nothing was generated into this folder. */
export function generatedIn(dataFolder: string): Generated | null {
  const file = join(dataFolder, 'generated.json');
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as Generated;
}

/** Written beside and renamed, so that whoever dies when, one of the two is there whole. */
export function markGenerated(dataFolder: string, generated: Generated): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'generated.json');
  writeFileSync(`${file}.new`, JSON.stringify(generated));
  renameSync(`${file}.new`, file);
}

/** True where the log lost what was there when the last wave was whole. */
export function hasLost({ position }: Generated, head: string): boolean {
  return position !== null && head < position;
}

/** True where an instance is there that nobody generated. */
export function holdsOther(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'log.db')) && generatedIn(dataFolder) === null;
}

/** How the same generation is asked for again. */
export function commandOf({ sizes }: Generated): string {
  const words = Object.entries(sizes).map(([name, value]) => `--${name} ${String(value)}`);
  return `npx tavolo generate ${words.join(' ')}`;
}
