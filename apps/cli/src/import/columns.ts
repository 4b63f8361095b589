import type { Words } from '@tavolo/demo';
import { UnreadableFile } from './sheet.js';
import type { BadCell, Cell, SheetRow } from './sheet.js';

/** What a cell is taken for, or why it cannot be. */
export type Taken<T> = { readonly value: T } | { readonly why: Words };

/** One column: its headings, whether it must be there, and an example. */
export type Column = Readonly<{
  it: string;
  en: string;
  example: string;
  isRequired?: boolean;
  /** What its cells hold, for the documentation. */
  holds: Words;
}>;

/** The columns of a file by the names that the program gives them. */
export type Columns<Name extends string> = Readonly<Record<Name, Column>>;

/** A row whose cells are found by the name of their column. */
export class Row<Name extends string> {
  readonly bad: BadCell[] = [];

  constructor(
    readonly line: number,
    private readonly cells: ReadonlyMap<Name, Cell>,
    private readonly headings: ReadonlyMap<Name, string>,
  ) {
    for (const [name, { text, problem }] of cells) {
      if (problem) this.refuse(name, problem, text);
    }
  }

  /** The text of a cell; empty where there is none. */
  text(name: Name): string {
    return this.cells.get(name)?.text ?? '';
  }

  /** What the cell is taken for; undefined where it is empty or bad, which is then said. */
  take<T>(name: Name, taking: (text: string) => Taken<T>): T | undefined {
    const cell = this.cells.get(name);
    if (!cell || cell.text === '' || cell.problem) return undefined;
    const taken = taking(cell.text);
    if ('value' in taken) return taken.value;
    this.refuse(name, taken.why);
    return undefined;
  }

  /** The same, of a cell that must hold something. */
  need<T>(name: Name, taking: (text: string) => Taken<T>): T | undefined {
    const cell = this.cells.get(name);
    if (cell?.text || cell?.problem) return this.take(name, taking);
    this.refuse(name, { it: 'manca: è obbligatorio', en: 'is missing: it must be there' });
    return undefined;
  }

  /** Says what is wrong with a cell, or with the row where no column is named. */
  refuse(name: Name | null, why: Words, value?: string): void {
    const column = name === null ? null : (this.headings.get(name) ?? name);
    const text = name === null ? null : this.text(name);
    this.bad.push({ line: this.line, column, value: value ?? text, why });
  }
}

/** Any text. */
export function anyText(text: string): Taken<string> {
  return { value: text };
}

/**
 * The rows of a file under its headings, which may be Italian or English, in any order.
 * @throws UnreadableFile where a heading is missing, unknown, or there twice
 */
export async function* rowsUnder<Name extends string>(
  columns: Columns<Name>,
  rows: AsyncIterable<SheetRow>,
): AsyncGenerator<Row<Name>> {
  let places: readonly (Name | null)[] | null = null;
  let headings: ReadonlyMap<Name, string> = new Map();
  for await (const { line, cells } of rows) {
    if (places === null) {
      places = placesOf(columns, cells);
      const named = places.flatMap((name, i) =>
        name === null ? [] : [[name, cells[i]?.text ?? ''] as const],
      );
      headings = new Map(named);
    } else {
      const found = places.flatMap((name, i) => {
        const cell = cells[i];
        return name === null || !cell ? [] : [[name, cell] as const];
      });
      const row = new Row(line, new Map(found), headings);
      const over = cells.slice(places.length).find(({ text }) => text !== '');
      if (over) row.refuse(null, tooMany, over.text);
      yield row;
    }
  }
  if (places === null) {
    throw new UnreadableFile({
      it: 'Il file è vuoto: la prima riga porta le intestazioni (vedi --template).',
      en: 'The file is empty: its first line holds the headings (see --template).',
    });
  }
}

const tooMany: Words = {
  it: 'la riga ha più celle delle intestazioni: controllare separatori e virgolette',
  en: 'the row has more cells than there are headings: look at separators and quotes',
};

function placesOf<Name extends string>(
  columns: Columns<Name>,
  cells: readonly Cell[],
): readonly (Name | null)[] {
  const names = Object.keys(columns) as Name[];
  const places = cells.map(({ text }) => {
    if (text === '') return null;
    const found = names.find((name) => isHeading(columns[name], text));
    if (found !== undefined) return found;
    throw new UnreadableFile({
      it: `La colonna «${text}» non è prevista: correggerla o toglierla (vedi --template).`,
      en: `The column «${text}» is not known: correct it or take it out (see --template).`,
    });
  });
  const twice = places.findIndex((name, i) => name !== null && places.indexOf(name) !== i);
  if (twice >= 0) {
    const text = cells[twice]?.text ?? '';
    throw new UnreadableFile({
      it: `La colonna «${text}» compare due volte.`,
      en: `The column «${text}» appears twice.`,
    });
  }
  const lacking = names.find((name) => columns[name].isRequired && !places.includes(name));
  if (lacking === undefined) return places;
  throw new UnreadableFile({
    it: `Manca la colonna «${columns[lacking].it}», che è obbligatoria (vedi --template).`,
    en: `The column «${columns[lacking].en}», which must be there, is missing (see --template).`,
  });
}

function isHeading({ it, en }: Column, text: string): boolean {
  return [it, en].some((heading) => plain(heading) === plain(text));
}

/** Letters and figures alone: case, accents, blanks and marks make no difference. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
