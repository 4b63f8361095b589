import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { canTrace, scriptArguments, traced } from '../../test/child.js';
import { freshFolder } from '../../test/folder.js';
import { event, idsOf, uuid } from '../contract/harness.contract.js';
import { AppendOutcomeUnknown, StoreUnavailable } from '../event-store.js';
import { SqliteEventReader } from './sqlite-event-reader.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const APPENDS = 40;
const system = canTrace();

describe('an acknowledgement', () => {
  const path = freshFolder();

  it('never comes before the fsync of its transaction', async () => {
    const steps = system ? systemCalls(path()) : await ownSteps(path());
    // One writer, one append at a time: between two acknowledgements lies a sync of the log.
    expect(steps.filter((step) => step === 'acknowledged')).toHaveLength(APPENDS);
    const early = steps.filter((step, i) => step === 'acknowledged' && steps[i - 1] !== 'synced');
    expect(early).toEqual([]);
  });

  it('comes after the commit that many appends share', async () => {
    const steps: string[] = [];
    const store = await SqliteEventStore.open(path(), { trace: (step) => steps.push(step) });
    const sent = Array.from({ length: 300 }, (_, i) =>
      store.append(`note-${String(i)}`, [event(i + 1)], { expected: 'noStream' }),
    );
    await Promise.all(sent);
    await store.close();
    const group = ['begin', 'commit', 'committed', 'answered'];
    const acknowledged = (count: number) => Array.from({ length: count }, () => 'acknowledged');
    expect(steps).toEqual([...group, ...acknowledged(256), ...group, ...acknowledged(44)]);
  });

  it('that is not waited for leaves the outcome unknown, and a repeat tells it', async () => {
    const store = await SqliteEventStore.open(path());
    const leaving = new AbortController();
    const options = { expected: 'noStream', signal: leaving.signal } as const;
    const left = store.append('note-1', [event(1)], options);
    leaving.abort();
    await expect(left).rejects.toThrow(AppendOutcomeUnknown);
    const known = await store.append('note-1', [event(1)], { expected: 'noStream' });
    expect([known.revision, await idsOf(store.readAll())]).toEqual([0, [uuid(1)]]);
    await store.close();
  });

  it('is refused to what would make more than 64 MB wait for the disk', async () => {
    const store = await SqliteEventStore.open(path());
    const large = event(1, { text: 'x'.repeat(999_000) });
    const sent = Array.from({ length: 80 }, (_, i) =>
      store.append(`note-${String(i)}`, [large], { expected: 'noStream' }),
    );
    const answers = await Promise.allSettled(sent);
    const refused = answers.flatMap((one): unknown[] =>
      one.status === 'rejected' ? [one.reason] : [],
    );
    expect(refused).toHaveLength(80 - 64);
    expect(refused.every((error) => error instanceof StoreUnavailable)).toBe(true);
    const late = await store.append('note-99', [large], { expected: 'noStream' });
    expect(late.revision).toBe(0);
    await store.close();
  });
});

(system ? describe : describe.skip)('under strace, a disk', () => {
  const path = freshFolder();
  const script = () => scriptArguments('./failing-disk.js', [path()]);

  it('that fails in the fsync of a commit leaves the outcome unknown, and ends the writing', async () => {
    const outcome = traced(failing(path(), 'fsync,fdatasync', 'EIO:when=3'), script());
    expect(outcome.split('\n')).toEqual([
      'written',
      'AppendOutcomeUnknown',
      'StoreUnavailable',
      '',
    ]);
    const store = await SqliteEventStore.open(path());
    const ids = await idsOf(store.readAll());
    await store.close();
    expect([[uuid(1)], [uuid(1), uuid(2)]]).toContainEqual(ids);
  });

  it('that is full refuses the append, and takes the next when there is room', async () => {
    // The first append writes 25 times, the second 16 times.
    const outcome = traced(failing(path(), 'pwrite64', 'ENOSPC:when=33'), script());
    expect(outcome.split('\n')).toEqual(['written', 'StoreUnavailable', 'written', '']);
    const reader = SqliteEventReader.open(path(), { pollMs: null });
    expect(await idsOf(reader.readAll())).toEqual([uuid(1), uuid(3)]);
    reader.close();
  });

  it('is synced for every append under FULL, and seldom under NORMAL', () => {
    const synced = (synchronous: string) =>
      systemCalls(path(synchronous), synchronous).filter((step) => step === 'synced').length;
    expect(synced('FULL')).toBeGreaterThanOrEqual(APPENDS);
    expect(synced('NORMAL')).toBeLessThan(APPENDS / 2);
  });
});

/** Options of strace that make some system calls on the log's WAL fail. */
function failing(file: string, calls: string, error: string): string[] {
  return [
    '-f',
    '-qq',
    '-o',
    `${file}.trace`,
    '-P',
    `${file}-wal`,
    '-e',
    `inject=${calls}:error=${error}`,
  ];
}

/** Syncs of the log and acknowledgements on the output, in the order the system saw them end. */
function systemCalls(file: string, synchronous = 'FULL'): string[] {
  const log = `${file}.trace`;
  traced(
    ['-f', '-y', '-qq', '-e', 'trace=fsync,fdatasync,write', '-o', log],
    scriptArguments('./appending.js', [file, 'run', '1', String(APPENDS), synchronous]),
  );
  const syncing = new Set<string>();
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.includes('"note-run-0 ')) return ['acknowledged'];
      return isSynced(line, syncing) ? ['synced'] : [];
    });
}

/** A call may be cut in two lines by those of another thread; only its end says that it is done. */
function isSynced(line: string, syncing: Set<string>): boolean {
  const [thread = ''] = line.split(' ');
  const isBegun = /\b(fsync|fdatasync)\(\d+<[^>]*-wal>/.test(line);
  if (isBegun && line.includes('<unfinished')) syncing.add(thread);
  const isResumed = /<\.\.\. (fsync|fdatasync) resumed>/.test(line) && syncing.delete(thread);
  return (isBegun || isResumed) && line.endsWith('= 0');
}

async function ownSteps(file: string): Promise<string[]> {
  const steps: string[] = [];
  const trace = (step: string) => {
    if (step === 'committed') steps.push('synced');
    if (step === 'acknowledged') steps.push(step);
  };
  const store = await SqliteEventStore.open(file, { trace });
  for (let i = 0; i < APPENDS; i += 1) {
    await store.append('note-1', [event(i + 1)], { expected: i === 0 ? 'noStream' : i - 1 });
  }
  await store.close();
  return steps;
}
