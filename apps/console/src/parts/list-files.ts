import type { Column, ValueKind } from './columns.ts';

/** What a file of a list says of itself: where it comes from, and which moment it shows. */
export type About = readonly (readonly [name: string, value: string])[];

/** The rows of a list, as they are written to files. */
export type ListRows<Row> = Readonly<{
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** By whose clocks instants are written. */
  zone: string;
}>;

/** A list as a file with a sheet beside it that says what it is. */
export type ListFile<Row> = ListRows<Row> & Readonly<{ about: About; aboutTitle: string }>;

type Value = string | number | null;
type Way = Readonly<{ as: ValueKind | undefined; zone: string }>;

/** As Excel opens it in Italy, and without a cell that could be taken for a formula. */
export async function csvOf<Row>({ columns, rows, zone }: ListRows<Row>): Promise<Blob> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value, as }) => written(value(row), { as, zone }))),
  ];
  const text = stringify(lines, { delimiter: ';', bom: true, escape_formulas: true });
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

/** Numbers and dates as Italian programs read them. */
function written(value: Value, { as, zone }: Way): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const clock = clockOf(value, { as, zone });
  if (clock === null) return value;
  const [day = '', time = ''] = clock.toISOString().split('T');
  const date = day.split('-').toReversed().join('/');
  return as === 'day' ? date : `${date} ${time.slice(0, 'hh:mm:ss'.length)}`;
}

/** Numbers that are none of these are shown as they come: a version is 1, and not 1,00. */
const FORMATS = {
  money: '#,##0.00',
  share: '0.0%',
  day: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm:ss',
} as const satisfies Record<ValueKind, string>;

/** With numbers and dates as such, and a second sheet that says what the first shows. */
export async function xlsxOf<Row>(file: ListFile<Row>): Promise<Blob> {
  const { columns, rows, zone, about, aboutTitle } = file;
  const { default: write } = await import('write-excel-file/browser');
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  const data = rows.map((row) => columns.map(({ value, as }) => cellOf(value(row), { as, zone })));
  const information = about.map(([name, value]) => [
    { value: name, fontWeight: 'bold' as const },
    { value, type: String },
  ]);
  const widths = columns.map(({ as }) => ({ width: as === 'instant' ? WIDE : NARROW }));
  return await write([
    { data: [head, ...data], sheet: 'Tavolo', stickyRowsCount: 1, columns: widths },
    { data: information, sheet: aboutTitle, columns: [{ width: WIDE }, { width: WIDEST }] },
  ]).toBlob();
}

/** Widths of columns in characters: narrower ones would show a date as `####`. */
const [NARROW, WIDE, WIDEST] = [16, 22, 80] as const;

function cellOf(value: Value, way: Way) {
  if (value === null) return null;
  const format = way.as === undefined ? {} : { format: FORMATS[way.as] };
  if (typeof value === 'number') return { value, type: Number, ...format };
  const clock = clockOf(value, way);
  return clock === null ? { value, type: String } : { value: clock, type: Date, ...format };
}

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * A day, or what the clocks of a zone show at an instant, as if they were those of UTC: neither
 * kind of file knows zones. Null of what is no date, such as a day of which only the year is known.
 */
function clockOf(value: string, { as, zone }: Way): Date | null {
  if (as === 'day') return WHOLE_DAY.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (as !== 'instant' || Number.isNaN(Date.parse(value))) return null;
  // Swedes write dates as ISO 8601 does.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    ...{ dateStyle: 'short', timeStyle: 'medium', timeZone: zone },
  }).format(new Date(value));
  return new Date(`${clock.replace(' ', 'T')}Z`);
}

/** Hands a file to whoever asked for it. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Revoked at once, some browsers would save nothing.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, A_MINUTE);
}

const A_MINUTE = 60_000;
