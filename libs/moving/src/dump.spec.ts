import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import { freshFolder } from '../../event-store/test/folder.js';
import { event, sampleLog } from '../test/sample-log.js';
import { carryLog, compareLogs, DamagedDump, DumpFile, dumpOf, fingerprintOf } from './index.js';
import { mustBeOneLog, NotThisLog } from './index.js';
import type { NameOfLog } from './index.js';

/** A log is named here by the first words in it. */
const nameOf: NameOfLog = ({ data: { text } }) => `note/${JSON.stringify(text).slice(3, 6)}`;
const NAME = 'note/«1»';

const textOf = async (log: Parameters<typeof dumpOf>[0]) =>
  (await Array.fromAsync(dumpOf(log, { nameOf }))).map((line) => `${line}\n`).join('');

describe('the dump of a log', () => {
  const path = freshFolder();
  const dumped = async (appends = 12) => {
    const source = await sampleLog(appends);
    const file = path('log.jsonl');
    writeFileSync(file, await textOf(source));
    return { source, file, lines: readFileSync(file, 'utf8').split('\n') };
  };
  const changed = (file: string, change: (lines: string[]) => void) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    change(lines);
    writeFileSync(file, lines.join('\n'));
    return new DumpFile(file, nameOf).check();
  };

  it('loaded into an empty store is the same log, and its dump the same bytes', async () => {
    const { source, file } = await dumped();
    const dump = new DumpFile(file, nameOf);
    expect(await dump.check()).toEqual({ ...(await fingerprintOf(source)), log: NAME });
    const target = new MemoryEventStore();
    await carryLog(dump, target);
    expect(await compareLogs(dump, target)).toEqual(await fingerprintOf(source));
    expect(await textOf(target)).toBe(readFileSync(file, 'utf8'));
  });

  it('has one event a line, between a header with count and name and a last line with the hash', async () => {
    const { lines, source } = await dumped(3);
    expect(lines[0]).toBe(`{"events":4,"format":"tavolo.log","log":"${NAME}","version":2}`);
    expect(lines[1]).toMatch(
      /^\{"event":\{"data":.*"stream":"note-1".*\},"sha256":"[0-9a-f]{64}"\}$/su,
    );
    expect(lines).toHaveLength(7);
    expect(JSON.parse(lines[5] ?? '')).toEqual(await fingerprintOf(source));
  });

  it('ends with the last event of the moment in which it began', async () => {
    const source = await sampleLog(3);
    const lines: string[] = [];
    for await (const line of dumpOf(source, { nameOf })) {
      if (lines.length === 1) await source.append('note-9', [event(99)], { expected: 'noStream' });
      lines.push(line);
    }
    expect(lines).toHaveLength(6);
  });

  it('of an empty log is one, too', async () => {
    writeFileSync(path('log.jsonl'), await textOf(new MemoryEventStore()));
    const checked = await new DumpFile(path('log.jsonl'), nameOf).check();
    expect(checked).toMatchObject({ events: 0, log: null });
  });

  it.each([
    {
      what: 'a letter that was changed',
      line: 3,
      by: (text: string) => text.replace('«2»', '«3»'),
    },
    { what: 'half a line', line: 3, by: (text: string) => text.slice(0, 40) },
    { what: 'a blank put in', line: 3, by: (text: string) => text.replace('{', '{ ') },
    {
      what: 'another hash',
      line: 3,
      by: (text: string) => text.replace(/[0-9a-f]{64}/u, '0'.repeat(64)),
    },
    { what: 'a foreign header', line: 1, by: () => '{"format":"other"}' },
    { what: 'a newer version', line: 1, by: (text: string) => text.replace(':2}', ':3}') },
    { what: 'another name', line: 1, by: (text: string) => text.replace('«1»', '«1»/demo') },
    { what: 'no name', line: 1, by: (text: string) => text.replace(`"${NAME}"`, 'null') },
  ])('with $what is refused by the number of the line', async ({ line, by }) => {
    const { file } = await dumped();
    const check = changed(file, (lines) => (lines[line - 1] = by(lines[line - 1] ?? '')));
    await expect(check).rejects.toThrow(new RegExp(`^Line ${String(line)} of the dump `, 'u'));
  });

  it.each([
    {
      what: 'cut off after an event',
      by: (lines: string[]) => lines.splice(5),
      says: /Line 6 of the dump is missing: the file was cut off after 4 of 16 events/u,
    },
    {
      what: 'empty',
      by: (lines: string[]) => lines.splice(0),
      says: /Line 1 of the dump is missing/u,
    },
    {
      what: 'without one of its last events',
      by: (lines: string[]) => lines.splice(16, 1),
      says: /Line 17 of the dump does not fit/u,
    },
    {
      what: 'with a line after the last',
      by: (lines: string[]) => lines.push('{}'),
      says: /Line 19 of the dump/u,
    },
  ])('$what is refused', async ({ by, says }) => {
    const { file } = await dumped();
    await expect(changed(file, by)).rejects.toThrow(says);
    await expect(new DumpFile(file, nameOf).check()).rejects.toThrow(DamagedDump);
  });

  it('of version 1, which named no log, is told its name all the same', async () => {
    const { file } = await dumped();
    const check = changed(file, (lines) => {
      lines[0] = '{"events":16,"format":"tavolo.log","version":1}';
    });
    expect(await check).toMatchObject({ events: 16, log: NAME });
  });

  it('is let into an empty store and its own log, and into no other', async () => {
    const source = await sampleLog();
    const other = new MemoryEventStore();
    await other.append('note-1', [event(7)], { expected: 'noStream' });
    const into = (target: MemoryEventStore | typeof source) => mustBeOneLog(NAME, target, nameOf);
    await expect(into(new MemoryEventStore())).resolves.toBeUndefined();
    await expect(into(source)).resolves.toBeUndefined();
    await expect(into(other)).rejects.toThrow(NotThisLog);
    await expect(into(other)).rejects.toThrow(/holds the log note\/«7», and this is note\/«1»/u);
  });

  it('with bytes that are no text is refused', async () => {
    const { file } = await dumped();
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('è')] = 0xff;
    writeFileSync(file, bytes);
    await expect(new DumpFile(file, nameOf).check()).rejects.toThrow(
      /Line 2 of the dump is no text/u,
    );
  });
});
