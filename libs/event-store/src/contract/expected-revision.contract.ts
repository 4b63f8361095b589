import { describe, expect, it } from '@jest/globals';
import { CorruptIdempotency, StreamTombstoned, WrongExpectedRevision } from '../event-store.js';
import type { EventStore, ExpectedRevision } from '../event-store.js';
import { all, event, events, idsOf, Subject, uuid } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

type StreamIs = 'missing' | 'live at 1' | 'deleted at 1' | 'tombstoned';
type Answer = number | Readonly<{ conflictWith: number | 'noStream' }> | 'tombstoned';

const none = { conflictWith: 'noStream' } as const;
const one = { conflictWith: 1 } as const;

const ANSWERS: readonly (readonly [ExpectedRevision, Readonly<Record<StreamIs, Answer>>])[] = [
  ['noStream', row(0, one, 2)],
  ['streamExists', row(none, 2, none)],
  ['any', row(0, 2, 2)],
  [0, row(none, one, none)],
  [1, row(none, 2, 2)],
  [2, row(none, one, none)],
];

function row(missing: Answer, live: Answer, deleted: Answer): Record<StreamIs, Answer> {
  return { missing, 'live at 1': live, 'deleted at 1': deleted, tombstoned: 'tombstoned' };
}

const CASES = ANSWERS.flatMap(([expected, answers]) =>
  Object.entries(answers).map(([state, answer]) => [expected, state as StreamIs, answer] as const),
);

export function describeExpectedRevision(factory: StoreFactory): void {
  describe('expected revision', () => {
    const subject = new Subject(factory);

    it.each(CASES)('%s on a stream that is %s', async (expected, state, answer) => {
      await given(subject.store, state);
      expect(await answerOf(subject.store, expected)).toEqual(answer);
    });

    it('passes streamExists and noStream alike where there is only meta', async () => {
      await subject.store.setStreamMeta('note-1', { maxCount: 9 });
      await subject.store.setStreamMeta('note-2', { maxCount: 9 });
      expect(await answerOf(subject.store, 'streamExists')).toBe(0);
      const other = await subject.store.append('note-2', [event(1)], { expected: 'noStream' });
      expect(other.revision).toBe(0);
    });

    it('lets exactly one of fifty writers win each revision', async () => {
      const writers = Array.from({ length: 50 }, (_, i) => contend(subject.store, i));
      const conflicts = (await Promise.all(writers)).reduce((sum, lost) => sum + lost, 0);
      const recorded = await all(subject.store.readStream('note-1'));
      expect(recorded.map(({ revision }) => revision)).toEqual(
        Array.from({ length: 50 }, numbered),
      );
      expect(new Set(recorded.map(({ id }) => id)).size).toBe(50);
      expect(conflicts).toBeGreaterThan(0);
    });
  });
}

export function describeRepeats(factory: StoreFactory): void {
  describe('the same event ids', () => {
    const subject = new Subject(factory);

    it.each<[ExpectedRevision, number]>([
      ['noStream', 1],
      [1, 3],
    ])('expecting %s again are one append with one answer', async (expected, from) => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      const first = await store.append('note-1', events(2, from), { expected });
      await store.append('note-2', events(1, 9), { expected: 'noStream' });
      await store.append('note-1', events(1, 8), { expected: from });
      expect(await store.append('note-1', events(2, from), { expected })).toEqual(first);
      expect(first.revision).toBe(from);
      expect(await all(store.readStream('note-1'))).toHaveLength(from === 1 ? 3 : 5);
    });

    it('in part are refused, be it others or fewer that are there', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      const others = [event(1), event(7)];
      for (const attempt of [others, events(3)]) {
        await expect(store.append('note-1', attempt, { expected: 'noStream' })).rejects.toThrow(
          CorruptIdempotency,
        );
      }
      expect(await idsOf(store.readAll())).toEqual([uuid(1), uuid(2)]);
    });

    it('in another order, or behind another event, are a conflict', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      const turned = store.append('note-1', events(2).reverse(), { expected: 'noStream' });
      await expect(turned).rejects.toThrow(WrongExpectedRevision);
      expect(await idsOf(store.readAll())).toEqual([uuid(1), uuid(2)]);
    });

    it('at a later revision, or in another stream, are a new append', async () => {
      const { store } = subject;
      await store.append('note-1', events(1), { expected: 'noStream' });
      expect((await store.append('note-1', events(1), { expected: 0 })).revision).toBe(1);
      expect((await store.append('note-2', events(1), { expected: 'noStream' })).revision).toBe(0);
      expect(await idsOf(store.readAll())).toEqual([uuid(1), uuid(1), uuid(1)]);
    });

    it('sent many times at once are one append', async () => {
      const { store } = subject;
      const sent = Array.from({ length: 20 }, () =>
        store.append('note-1', events(3), { expected: 'noStream' }),
      );
      expect(new Set((await Promise.all(sent)).map(({ position }) => position)).size).toBe(1);
      expect(await all(store.readAll())).toHaveLength(3);
    });
  });
}

async function given(store: EventStore, state: StreamIs): Promise<void> {
  if (state === 'missing') return;
  await store.append('note-1', events(2), { expected: 'noStream' });
  if (state === 'deleted at 1') await store.deleteStream('note-1', 1);
  if (state === 'tombstoned') await store.tombstone('note-1', 1);
}

async function answerOf(store: EventStore, expected: ExpectedRevision): Promise<Answer> {
  const before = await all(store.readAll());
  try {
    const { revision, position } = await store.append('note-1', [event(99)], { expected });
    const [last] = await all(store.readAll({ backwards: true, max: 1 }));
    return last?.id === uuid(99) && last.position === position ? last.revision : -revision;
  } catch (error) {
    if ((await all(store.readAll())).length !== before.length) throw error;
    if (error instanceof StreamTombstoned) return 'tombstoned';
    if (error instanceof WrongExpectedRevision) return { conflictWith: error.actual };
    throw error;
  }
}

/** Appends one event wherever it may, and says how often it came too late. */
async function contend(store: EventStore, writer: number): Promise<number> {
  let expected: number | 'noStream' = 'noStream';
  for (let lost = 0; ; lost += 1) {
    try {
      await store.append('note-1', [event(writer + 1)], { expected });
      return lost;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      expected = error.actual;
    }
  }
}

const numbered = (_: unknown, i: number) => i;
