import { describe, expect, it } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Column } from './columns.ts';
import { csvOf, xlsxOf } from './list-files.ts';

interface Row {
  readonly title: string;
}
/** What would be run, or change the file, if it were written as it is. */
const title = `</t></is></c><script>alert("1")</script> & ']]>`;
const columns: readonly Column<Row>[] = [
  { key: 'title', title: 'Titolo <b>', value: ({ title: text }) => text },
];
const zone = 'Europe/Rome';
const file = { columns, rows: [{ title }], zone, aboutTitle: 'Informazioni' };

/** A sheet of a file, each cell as its program shows it (`w`) or keeps it (`v`). */
async function sheetOf(blob: Blob, name: string): Promise<readonly (readonly unknown[])[]> {
  const { Sheets } = read(await blob.arrayBuffer(), { cellNF: true, UTC: true });
  const sheet = Sheets[name];
  return sheet ? utils.sheet_to_json(sheet, { header: 1, raw: true, UTC: true }) : [];
}

describe('a text of somebody in the file of a list', () => {
  it('is the same text in a sheet of XLSX, and no element of it', async () => {
    const blob = await xlsxOf({ ...file, about: [['Da', title]] });
    expect(await sheetOf(blob, 'Tavolo')).toStrictEqual([['Titolo <b>'], [title]]);
    expect(await sheetOf(blob, 'Informazioni')).toStrictEqual([['Da', title]]);
  });

  it('is the same text in a CSV file, and a formula is none', async () => {
    const rows = [{ title }, { title: '=HYPERLINK("http://evil.example")' }];
    const text = await (await csvOf({ ...file, rows })).text();
    const [, first, second] = text.trim().split('\n');
    expect(first).toBe(`"${title.replaceAll('"', '""')}"`);
    expect(second).toMatch(/^"'=HYPERLINK/);
  });

  it('is a text on a page, and no element', () => {
    const page = renderToStaticMarkup(<p title={title}>{columns[0]?.value({ title })}</p>);
    expect(page).not.toMatch(/<script|"1"/);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ');
  });
});

describe('a value in the file of a list', () => {
  const column = (of: Omit<Column<null>, 'key' | 'title'>): Column<null> => ({
    ...{ key: 'it', title: 'It' },
    ...of,
  });
  const kinds: readonly Column<null>[] = [
    column({ value: () => 3, isNumber: true }),
    column({ value: () => 1250.5, as: 'money', isNumber: true }),
    column({ value: () => 0.125, as: 'share', isNumber: true }),
    column({ value: () => '2026-03-12', as: 'day' }),
    column({ value: () => '2026-07-12T22:30:05.120Z', as: 'instant' }),
    column({ value: () => '2016', as: 'day' }),
    column({ value: () => null, as: 'instant' }),
  ];
  const values = { columns: kinds, rows: [null], zone };

  it('is a number, a sum, a share or a date to who opens the sheet', async () => {
    const blob = await xlsxOf({ ...values, about: [], aboutTitle: 'Informazioni' });
    const { Sheets } = read(await blob.arrayBuffer(), { cellNF: true });
    const cells = ['A2', 'B2', 'C2', 'D2', 'E2', 'F2'].map((name) => {
      const { t, w } = (Sheets.Tavolo?.[name] ?? {}) as { t?: string; w?: string };
      return [t, w];
    });
    expect(cells).toStrictEqual([
      ['n', '3'],
      ['n', '1,250.50'],
      ['n', '12.5%'],
      ['n', '12/03/2026'],
      // Half past midnight in Rome.
      ['n', '13/07/2026 00:30:05'],
      ['s', '2016'],
    ]);
  });

  it('is written in CSV as Italian programs read it, and not rounded', async () => {
    const text = await (await csvOf(values)).text();
    expect(text.trim().split('\n')[1]).toBe('3;1250,5;0,125;12/03/2026;13/07/2026 00:30:05;2016;');
  });
});
