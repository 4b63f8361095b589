import type { Column } from './columns.ts';

/** What a file of a list says of itself: where it comes from, and which moment it shows. */
export type About = readonly (readonly [name: string, value: string])[];

/** A list as a file. */
export type ListFile<Row> = Readonly<{
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  about: About;
}>;

/** As Excel opens it in Italy, and without a cell that could be taken for a formula. */
export async function csvOf<Row>({ columns, rows }: ListFile<Row>): Promise<Blob> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => written(value(row)))),
  ];
  const text = stringify(lines, { delimiter: ';', bom: true, escape_formulas: true });
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

/** Numbers as Italian programs read them. */
function written(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

/** With numbers as numbers, and a second sheet that says what the first shows. */
export async function xlsxOf<Row>({ columns, rows, about }: ListFile<Row>): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  const data = rows.map((row) =>
    columns.map(({ value }) => {
      const of = value(row);
      if (of === null) return null;
      return typeof of === 'number'
        ? { value: of, type: Number, format: '#,##0.00' }
        : { value: of, type: String };
    }),
  );
  const information = about.map(([name, value]) => [
    { value: name, fontWeight: 'bold' as const },
    { value, type: String },
  ]);
  return await write([
    { data: [head, ...data], sheet: 'Tavolo', stickyRowsCount: 1 },
    { data: information, sheet: 'Informazioni' },
  ]).toBlob();
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
