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
const file = { name: 'prova', columns, rows: [{ title }], about: [['Da', title]] as const };

describe('markup in a text', () => {
  it('is the same text in a workbook, in a cell of its own', async () => {
    const book = read(await (await xlsxOf(file)).arrayBuffer());
    const [list, about] = book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      return sheet ? utils.sheet_to_json(sheet, { header: 1 }) : [];
    });
    expect(list).toStrictEqual([['Titolo <b>'], [title]]);
    expect(about).toStrictEqual([['Da', title]]);
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
