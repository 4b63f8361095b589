import type { Tongue, Words } from '@tavolo/demo';

/** A line of a file: what its cells hold, without the blanks around it, by position. */
export type SheetRow = Readonly<{ line: number; cells: readonly Cell[] }>;

/** What a cell holds; `problem` where that is nothing that can be taken as it is. */
export type Cell = Readonly<{ text: string; problem?: Words }>;

/** Why a row cannot be taken: where in the file, what stands there, and what is wrong with it. */
export type BadCell = Readonly<{
  line: number;
  /** As the file calls it; null where the whole row is meant. */
  column: string | null;
  value: string | null;
  why: Words;
}>;

/** The file as a whole cannot be read; nothing of it was. */
export class UnreadableFile extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** A cell without the blanks that nobody sees: no-break spaces and marks of width zero too. */
export function cellOf(text: string): Cell {
  return {
    text: text
      .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
      .replaceAll(/[\u200b\ufeff]/g, '')
      .trim(),
  };
}

/** The sentence of a bad cell. */
export function sentenceOf({ line, column, value, why }: BadCell, tongue: Tongue): string {
  const it = { line: 'riga', column: 'colonna' };
  const en = { line: 'line', column: 'column' };
  const words = { it, en }[tongue];
  const where = column === null ? '' : `, ${words.column} «${column}»`;
  const what = value === null || value === '' ? '' : ` (${value})`;
  return `${words.line} ${String(line)}${where}${what}: ${why[tongue]}`;
}
