import { readFile, stat } from 'node:fs/promises';
import { read, SSF, utils } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { missing } from './read-csv.js';
import { cellOf, UnreadableFile } from './sheet.js';
import type { Cell, SheetRow } from './sheet.js';
import { unpackedOf } from './unpacked.js';

/** A workbook is read whole: a larger one is for CSV. */
const MAX_BYTES = 20_000_000;
/** A small archive may unpack to more than a machine holds: its directory is asked first. */
const MAX_UNPACKED_BYTES = 200_000_000;
const MAX_PARTS = 1_000;

/** The rows of the first sheet of a workbook. @throws UnreadableFile */
export async function* xlsxRows(path: string): AsyncGenerator<SheetRow> {
  const sheet = await firstSheet(path);
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const merged = mergedCells(sheet);
  for (let row = range.s.r; row <= range.e.r; row += 1) {
    const cells: Cell[] = [];
    for (let column = range.s.c; column <= range.e.c; column += 1) {
      const place = utils.encode_cell({ r: row, c: column });
      cells.push(merged.has(place) ? MERGED : heldBy(sheet[place] as CellObject | undefined));
    }
    if (cells.some(({ text, problem }) => text !== '' || problem)) yield { line: row + 1, cells };
  }
}

async function firstSheet(path: string): Promise<WorkSheet> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw tooLarge;
    const file = await readFile(path);
    const { parts, bytes } = unpackedOf(file) ?? { parts: 0, bytes: 0 };
    if (parts > MAX_PARTS || bytes > MAX_UNPACKED_BYTES) throw tooLarge;
    const book = read(file, { cellFormula: true, cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (sheet) return sheet;
  } catch (error) {
    if (error === tooLarge) throw error;
    const known = missing(path, error);
    if (known instanceof UnreadableFile) throw known;
  }
  throw new UnreadableFile({
    it: `${path} non è una cartella di lavoro Excel (.xlsx) leggibile: salvarla di nuovo, o come CSV UTF-8.`,
    en: `${path} is no Excel workbook (.xlsx) that can be read: save it again, or as CSV UTF-8.`,
  });
}

const tooLarge = new UnreadableFile({
  it: 'La cartella di lavoro supera 20 MB, o 200 MB una volta aperta: salvarla come CSV UTF-8.',
  en: 'The workbook is larger than 20 MB, or than 200 MB once it is unpacked: save it as CSV UTF-8.',
});

const MERGED: Cell = {
  text: '',
  problem: {
    it: 'la cella è unita ad altre: dividerle e scrivere il valore in ognuna',
    en: 'the cell is merged with others: split them, and write the value into each',
  },
};

/** A merged cell shows one value and holds none: all of its cells are named. */
function mergedCells(sheet: WorkSheet): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    for (let r = s.r; r <= e.r; r += 1) {
      for (let c = s.c; c <= e.c; c += 1) places.add(utils.encode_cell({ r, c }));
    }
  }
  return places;
}

function heldBy(cell: CellObject | undefined): Cell {
  if (cell?.v === undefined) return { text: '' };
  if (cell.f !== undefined) {
    const problem = {
      it: 'la cella contiene una formula: incollare il suo valore',
      en: 'the cell holds a formula: paste its value',
    };
    return { text: String(cell.v), problem };
  }
  if (cell.t === 'n' && typeof cell.v === 'number') return { text: numberOf(cell.v, cell.z) };
  return cellOf(String(cell.v));
}

/** The part of the library that knows formats, which it does not type. */
const formats = SSF as Readonly<{
  is_date: (format: string) => boolean;
  parse_date_code: (value: number) => Readonly<{ y: number; m: number; d: number }>;
}>;

/** A day is kept as its serial number, and is a day by its format alone. */
function numberOf(value: number, format: unknown): string {
  if (typeof format !== 'string' || !formats.is_date(format)) return String(value);
  const { y, m, d } = formats.parse_date_code(value);
  return [y, String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
}
