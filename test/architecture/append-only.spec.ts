import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, SqliteEventStore, WrongExpectedRevision } from '@tavolo/event-store';
import type { EventStore, NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';

/** Statements that change or remove events; what a stream shows stands in another table. */
const CHANGING =
  /\b(?:UPDATE(?:\s+OR\s+\w+)?\s+events|DELETE\s+FROM\s+events|REPLACE\s+INTO\s+events|DROP\s+TABLE|INSERT\s+OR\s+REPLACE\s+INTO\s+events)\b/iu;

const counted = (n: number, amountCents: number): NewEvent => ({
  id: `00000000-0000-4000-8000-00000000000${String(n)}` as Uuid,
  type: n === 1 ? 'AmountRecorded' : 'AmountCorrected',
  schema: 1,
  data: { amountCents },
  meta: { recordedAt: `2030-01-0${String(n)}T12:00:00.000Z` } as NewEvent['meta'],
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the log', () => {
  it.each([
    ['in memory', () => Promise.resolve(new MemoryEventStore())],
    ['in SQLite', () => SqliteEventStore.open(join(folder, 'log.db'))],
  ] as const)(
    'X-1: %s takes no other event in the place of one, and a correction after it',
    async (_where, open) => {
      const store: EventStore = await open();
      await store.append('note-1', [counted(1, 100)], { expected: 'noStream' });
      const [before] = await whole(store);
      const instead = store.append('note-1', [counted(3, 900)], { expected: 'noStream' });
      await expect(instead).rejects.toThrow(WrongExpectedRevision);
      await store.append('note-1', [counted(2, 120)], { expected: 0 });
      // Not even a stream that is closed for ever loses what was written.
      await store.tombstone('note-1', 1);
      const [first, second, ...more] = await whole(store);
      expect(first).toStrictEqual(before);
      expect(second).toMatchObject({ type: 'AmountCorrected', data: { amountCents: 120 } });
      expect(more).toStrictEqual([]);
      await store.close();
    },
  );

  it('X-1: has no statement that changes or removes an event', () => {
    const files = globSync('libs/event-store/src/**/*.ts').filter((file) => !file.includes('spec'));
    const changing = files.filter((file) => CHANGING.test(readFileSync(file, 'utf8')));
    expect(changing).toStrictEqual([]);
    expect(files.length).toBeGreaterThan(5);
    expect(CHANGING.test('UPDATE events SET data = ?1')).toBe(true);
    expect(CHANGING.test('DELETE FROM events WHERE position = 1')).toBe(true);
    expect(CHANGING.test('UPDATE streams SET revision = ?2')).toBe(false);
  });
});

async function whole(store: EventStore): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const event of store.readAll()) found.push(event);
  return found;
}
