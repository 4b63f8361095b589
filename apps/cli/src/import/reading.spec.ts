import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { count, day, euro, taxCode, yes } from './cells.js';
import { rowsUnder } from './columns.js';
import { partnerOf, partnerColumns } from './partners.table.js';
import { csvRows } from './read-csv.js';
import { xlsxRows } from './read-xlsx.js';
import { sentenceOf } from './sheet.js';

const folder = mkdtempSync(join(tmpdir(), 'tavolo-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(content: string | Uint8Array, extension = 'csv'): string {
  files += 1;
  const path = join(folder, `${String(files)}.${extension}`);
  writeFileSync(path, content);
  return path;
}

const read = (content: string | Uint8Array) =>
  Array.fromAsync(rowsUnder(partnerColumns, csvRows(fileOf(content))));
const texts = async (content: string | Uint8Array) =>
  (await read(content)).map((row) => [row.line, row.text('name'), row.text('kind')]);

function workbook(sheet: WorkSheet): string {
  const book = utils.book_new(sheet, 'Enti');
  return fileOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'xlsx');
}
const readBook = (sheet: WorkSheet) =>
  Array.fromAsync(rowsUnder(partnerColumns, xlsxRows(workbook(sheet))));

describe('a CSV file', () => {
  it.each([
    ['semicolons', 'denominazione;tipo\nA;comune\n'],
    ['commas', 'name,kind\nA,comune\n'],
    ['tabs', 'Name\tKIND\nA\tcomune'],
    ['a byte order mark', '\ufeffdenominazione;tipo\r\nA;comune\r\n'],
    ['blanks that nobody sees', 'denominazione ;tipo\n\u00a0A\u200b ; comune \n'],
  ])('is read with %s', async (_, content) => {
    expect(await texts(content)).toStrictEqual([[2, 'A', 'comune']]);
  });
  it('counts lines as an editor does, over quotes that go on, and passes blank ones over', async () => {
    const content = 'denominazione;tipo\n"A\nB ""C""; D";comune\n\n;\nE;comune\n';
    expect(await texts(content)).toStrictEqual([
      [2, 'A\nB "C"; D', 'comune'],
      [6, 'E', 'comune'],
    ]);
  });
  it('has no rows where it has only headings', async () => {
    expect(await texts('denominazione;tipo\n')).toStrictEqual([]);
  });
  it.each([
    ['is empty', '', /is empty/],
    ['lacks a column', 'denominazione\nA', /«kind».*missing/],
    [
      'has one that is not known',
      'denominazione;tipo;colore\nA;comune;blu',
      /«colore» is not known/,
    ],
    ['has one twice', 'denominazione;tipo;name\nA;comune;B', /«name» appears twice/],
    ['has a quote that is not closed', 'denominazione;tipo\n"A;comune\n', /Line \d+: the quotes/],
    [
      'is in Windows-1252',
      Buffer.from('denominazione;tipo\nForl\xec;comune', 'latin1'),
      /CSV UTF-8/,
    ],
  ])('says what is wrong where it %s', async (_, content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence);
  });
  it('says where it is not there', async () => {
    const rows = csvRows(join(folder, 'none.csv'));
    await expect(Array.fromAsync(rows)).rejects.toThrow(/cannot be read/);
  });
  it('says of a row that it has more cells than headings', async () => {
    const [row] = await read('denominazione;tipo\nA;comune;oltre\n');
    expect(row?.bad.map((bad) => sentenceOf(bad, 'en'))).toStrictEqual([
      expect.stringMatching(/^line 2 \(oltre\): the row has more cells/),
    ]);
  });
  it('is read row by row, however long it is', async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `Ente ${String(i)};comune`);
    const rows = csvRows(fileOf(['denominazione;tipo', ...lines].join('\n')));
    let last = 0;
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const { line } of rowsUnder(partnerColumns, rows)) {
      last = line;
      if (line % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(last).toBe(100_001);
    expect(most).toBeLessThan(150_000_000);
  });
});

describe('a workbook', () => {
  it('is read as it shows: text, numbers, days', async () => {
    const sheet = utils.aoa_to_sheet([
      ['denominazione', 'tipo', 'codice fiscale', 'territorio'],
      ['A', 'comune', 1199250158, '015146'],
    ]);
    const [row] = await readBook(sheet);
    expect(row && partnerOf(row)?.input).toStrictEqual({
      ...{ name: 'A', kind: 'MUNICIPALITY', taxCode: '01199250158', territory: '015146' },
    });
  });
  it('gives a serial number under a format of days as that day', async () => {
    const sheet = utils.aoa_to_sheet([
      ['denominazione', 'tipo'],
      ['', 'comune'],
    ]);
    sheet.A2 = { t: 'n', v: 45382, z: 'dd/mm/yyyy' };
    const [row] = await readBook(sheet);
    expect(row?.text('name')).toBe('2024-03-31');
  });
  it('takes no formula and no merged cell', async () => {
    const sheet = utils.aoa_to_sheet([
      ['denominazione', 'tipo'],
      ['', 'comune'],
      ['B', 'comune'],
    ]);
    sheet.A2 = { t: 's', v: 'A', f: 'CONCATENATE("A")' };
    sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 1 } }];
    const rows = await readBook(sheet);
    const bad = rows.flatMap((row) => row.bad.map((each) => [each.line, each.column, each.why.en]));
    expect(bad).toStrictEqual([
      [2, 'denominazione', expect.stringContaining('formula')],
      [3, 'denominazione', expect.stringContaining('merged')],
      [3, 'tipo', expect.stringContaining('merged')],
    ]);
  });
  it('says where it is none', async () => {
    const rows = xlsxRows(join(folder, 'none.xlsx'));
    await expect(Array.fromAsync(rows)).rejects.toThrow(/cannot be read/);
  });
});

describe('a cell', () => {
  const ok = (taken: object) => ('value' in taken ? taken.value : null);
  it('is a day that is in the calendar', () => {
    for (const text of ['2024-02-29', '29/02/2024', '29.2.2024']) {
      expect(ok(day(text))).toBe('2024-02-29');
    }
    for (const text of ['31/02/2024', '2023-02-29', '2024-13-01', '1/2/24', 'ieri']) {
      expect(ok(day(text))).toBeNull();
    }
  });
  it('is an amount in euro, as either language writes it', () => {
    for (const text of ['1.234,50', '1,234.50', '1234,5', '€ 1.234,50', '1234.50 EUR']) {
      expect(ok(euro(text))).toBe('123450');
    }
    for (const text of ['-1', '1,234,5', 'mille', '1.23.4']) expect(ok(euro(text))).toBeNull();
  });
  it('is a tax code whose check character fits, zeros before it apart', () => {
    expect(ok(taxCode('1199250158'))).toBe('01199250158');
    expect(ok(taxCode('rssmra85t10a562s'))).toBe('RSSMRA85T10A562S');
    for (const text of ['01199250159', 'RSSMRA85T10A562T', '12', 'A1199250158']) {
      expect(ok(taxCode(text))).toBeNull();
    }
  });
  it('is yes or no, or a whole number', () => {
    expect([yes('Sì'), yes('no'), count('30')].map(ok)).toStrictEqual([true, false, 30]);
    expect([yes('forse'), count('3,5'), count('-1')].map(ok)).toStrictEqual([null, null, null]);
  });
});
