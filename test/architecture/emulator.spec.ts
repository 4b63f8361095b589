import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const text = (file: string) => readFileSync(file, 'utf8');
const EMULATOR = 'libs/event-store/test/emulator';
const sources = globSync(`${EMULATOR}/*.ts`).toSorted();

/** A line of the notes on the server (2.1) or on its client (2.2), by its number or its subject. */
const LINES = [
  ...['catch-up', 'checkpoints', 'expected revision', 'filters', 'idempotency', 'metadata'].map(
    (subject) => `2.1, ${subject}`,
  ),
  ...['channel', 'positions', 'signals'].map((subject) => `2.2, ${subject}`),
  ...Array.from({ length: 10 }, (_, n) => `2.2, ${String(n + 1)}`),
];

type Row = readonly [name: string, line: string, shownBy: string];

/** Every fault, and every behaviour that says of itself what it imitates, with its line. */
const imitated = new Map([
  ...[...text(`${EMULATOR}/faults.ts`).matchAll(/\(([^()]+)\)\.\s+\*\/\s+\| '([a-z-]+)'/gu)].map(
    ([, line = '', name = '']) => [name, line] as const,
  ),
  ...sources.flatMap((file) =>
    [
      ...text(file)
        .replaceAll(/\n\s+(?:\*|\/\/) /gu, ' ')
        .matchAll(/Imitates ([^(]+) \(([^)]+)\)/gu),
    ].flatMap(([, names = '', line = '']) =>
      [...names.matchAll(/`([a-z-]+)`/gu)].map(([, name = '']) => [name, line] as const),
    ),
  ),
]);

const table = text('docs/eventstoredb.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const rows: readonly Row[] = table
  .filter((cells) => cells.length === 7 && cells[1]?.startsWith('`') === true)
  .map(([, name = '', line = '', , , shownBy = '']) => [name.slice(1, -1), line, shownBy]);

/** What the client does whatever the server: no part of the emulator, and with tests all the same. */
const ofTheClient: readonly Row[] = table
  .filter((cells) => cells.length === 6 && cells[1]?.startsWith('2.2, ') === true)
  .map(([, line = '', , , shownBy = '']) => ['the client', line, shownBy]);

describe('the emulator of EventStoreDB', () => {
  it('imitates what its table says, each by the same line, and nothing else', () => {
    expect(imitated.size).toBeGreaterThan(20);
    const told = rows.map(([name, line]) => [name, line]);
    expect(told.toSorted()).toEqual([...imitated].toSorted());
  });

  it('knows no fault and has no part that names no line', () => {
    const faults = [...text(`${EMULATOR}/faults.ts`).matchAll(/^ {2}\| '([a-z-]+)'/gmu)];
    expect(faults.map(([, name]) => name).filter((name) => !imitated.has(name ?? ''))).toEqual([]);
    const parts = sources.filter((file) => !file.endsWith('/faults.ts'));
    expect(parts.filter((file) => !text(file).includes('Imitates `'))).toEqual([]);
    for (const [name, lines] of imitated) {
      expect([name, lines.split('; ').filter((line) => !LINES.includes(line))]).toEqual([name, []]);
    }
  });

  it('has a test for each row of its table, and so has what the client does by itself', () => {
    expect(ofTheClient.length).toBeGreaterThan(2);
    const tests = globSync('libs/event-store/src/**/*.{contract,spec}.ts').map(text).join('\n');
    const titles = [...tests.matchAll(/'([^'\n]+)',\s+(?:async )?\(/gu)].map(
      ([, title = '']) => title,
    );
    for (const [name, line, shownBy] of [...rows, ...ofTheClient]) {
      const named = [...shownBy.matchAll(/`([^`]+)`/gu)].map(([, test = '']) => test);
      expect([name, line, named.length]).not.toEqual([name, line, 0]);
      const missing = named.filter(
        (test) => !existsSync(test) && !titles.some((title) => title.includes(test)),
      );
      expect([name, line, missing]).toEqual([name, line, []]);
    }
  });
});
