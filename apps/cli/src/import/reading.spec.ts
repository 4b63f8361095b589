import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { CFB, utils, write } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { count, day, euro, taxCode, yes } from './cells.js';
import { rowsUnder } from './columns.js';
import { partnerOf, partnerColumns } from './partners.table.js';
import { csvRows } from './read-csv.js';
import { xlsxRows } from './read-xlsx.js';
import { sentenceOf } from './sheet.js';
import { unpackedOf } from './unpacked.js';

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

/** The part of the library that packs archives, which it does not type. */
const archives = CFB as Readonly<{
  read: (file: Buffer, how: object) => object;
  write: (container: object, how: object) => Buffer;
  utils: Readonly<{ cfb_add: (container: object, path: string, content: Buffer) => void }>;
}>;

/** A workbook whose one sheet begins with this and has this cell. */
function withSheet(prolog: string, cell: string): string {
  return packed((container) => {
    const xml = `<?xml version="1.0"?>${prolog}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A2"/><sheetData><row r="2">${cell}</row></sheetData></worksheet>`;
    archives.utils.cfb_add(container, '/xl/worksheets/sheet1.xml', Buffer.from(xml));
  });
}

function packed(change: (container: object) => void): string {
  const book = utils.book_new(utils.aoa_to_sheet([['A']]), 'Enti');
  const content = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const container = archives.read(content, { type: 'buffer' });
  change(container);
  return fileOf(archives.write(container, { type: 'buffer', fileType: 'zip' }), 'xlsx');
}

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
  it('resolves no entity that it declares, of a file least of all', async () => {
    const secret = fileOf('secret', 'txt');
    const sheet = withSheet(
      `<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file://${secret}"><!ENTITY i "inner">]>`,
      '<c r="A2" t="inlineStr"><is><t>A&e;&i;B</t></is></c>',
    );
    const rows = await Array.fromAsync(xlsxRows(sheet));
    const texts = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts).toStrictEqual(['A&e;&i;B']);
  });
  it('is refused before it is unpacked where it would hold too much, and one that lies about that is none', async () => {
    const content = readFileSync(workbook(utils.aoa_to_sheet([['denominazione'], ['A']])));
    const entry = content.indexOf(Buffer.from('504b0102', 'hex'));
    const others = (unpackedOf(content)?.bytes ?? 0) - content.readUInt32LE(entry + 24);
    const declaring = (bytes: number) => {
      content.writeUInt32LE(bytes - others, entry + 24);
      return Array.fromAsync(xlsxRows(fileOf(content, 'xlsx')));
    };
    await expect(declaring(200_000_001)).rejects.toThrow(/200 MB once it is unpacked/);
    await expect(declaring(200_000_000)).rejects.toThrow(/is no Excel workbook/);
    await expect(declaring(others)).rejects.toThrow(/is no Excel workbook/);
  });
  it.each([
    [1_001, /200 MB once it is unpacked/],
    [1_000, /is no Excel workbook/],
  ])('is refused before it is unpacked where it would have %s parts: %s', async (parts, why) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02_01_4b_50);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06_05_4b_50);
    end.writeUInt16LE(parts, 10);
    const file = fileOf(Buffer.concat([...Array<Buffer>(parts).fill(entry), end]), 'xlsx');
    await expect(Array.fromAsync(xlsxRows(file))).rejects.toThrow(why);
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
