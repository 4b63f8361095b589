import { describe, expect, it } from '@jest/globals';
import { InvalidAppend, StreamTombstoned, WrongExpectedRevision } from '../event-store.js';
import type { StreamMeta } from '../event-store.js';
import { event, events, idsOf, Subject, uuid } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

/** What is shown; last, by a clock that no test has moved, where that is something else. */
const SHOWN: readonly (readonly [StreamMeta, readonly number[], (readonly number[])?])[] = [
  [{}, [1, 2, 3, 4]],
  [{ maxCount: 3 }, [2, 3, 4]],
  [{ truncateBefore: 1 }, [2, 3, 4]],
  [{ truncateBefore: 9 }, []],
  [{ maxCount: 1, truncateBefore: 1 }, [4]],
  [{ maxAgeSeconds: 10 }, [3, 4], [1, 2, 3, 4]],
  [{ maxAgeSeconds: 10, maxCount: 1 }, [4]],
];

export function describeStreamMeta(factory: StoreFactory): void {
  describe('stream meta', () => {
    const subject = new Subject(factory);

    it.each(SHOWN)('%j shows %j, while the log shows all', async (...row) => {
      const [meta, byItsClock, byAnother = byItsClock] = row;
      const { store, hasOwnClock } = subject;
      const numbers = hasOwnClock ? byAnother : byItsClock;
      await store.append('note-1', events(2), { expected: 'noStream' });
      subject.at += 60_000;
      await store.append('note-1', events(2, 3), { expected: 1 });
      subject.at += 9_999;
      await store.setStreamMeta('note-1', { maxCount: 2 });
      await store.setStreamMeta('note-1', meta);
      expect(await store.streamMeta('note-1')).toEqual(meta);
      expect(await idsOf(store.readStream('note-1'))).toEqual(numbers.map(uuid));
      expect(await idsOf(store.readStream('note-1', { backwards: true }))).toEqual(
        numbers.toReversed().map(uuid),
      );
      expect(await idsOf(store.readAll())).toEqual([1, 2, 3, 4].map(uuid));
    });

    it('is empty where none was set, and may come before the first event', async () => {
      const { store } = subject;
      expect(await store.streamMeta('note-1')).toEqual({});
      await store.setStreamMeta('note-1', { maxCount: 1 });
      await store.append('note-1', events(3), { expected: 'noStream' });
      expect(await idsOf(store.readStream('note-1'))).toEqual([uuid(3)]);
    });

    it('shows events of any age when the clock went backwards', async () => {
      const { store } = subject;
      await store.setStreamMeta('note-1', { maxAgeSeconds: 10 });
      await store.append('note-1', [event(1)], { expected: 'noStream' });
      subject.at -= 3_600_000;
      expect(await idsOf(store.readStream('note-1'))).toEqual([uuid(1)]);
    });
  });
}

export function describeEndings(factory: StoreFactory): void {
  describe('a stream that was ended', () => {
    const subject = new Subject(factory);

    it('by deletion is empty, and its numbering goes on', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      await store.deleteStream('note-1', 1);
      expect(await idsOf(store.readStream('note-1'))).toEqual([]);
      const { revision } = await store.append('note-1', [event(3)], { expected: 'noStream' });
      expect(revision).toBe(2);
      expect(await idsOf(store.readStream('note-1'))).toEqual([uuid(3)]);
      expect(await idsOf(store.readAll())).toEqual([1, 2, 3].map(uuid));
      const again = store.append('note-1', [event(4)], { expected: 'noStream' });
      await expect(again).rejects.toMatchObject({ actual: 2 });
    });

    it('by deletion comes back when its meta is set', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      await store.deleteStream('note-1', 'streamExists');
      await store.setStreamMeta('note-1', { truncateBefore: 1 });
      expect(await idsOf(store.readStream('note-1'))).toEqual([uuid(2)]);
    });

    it('by a tombstone is empty and takes nothing more', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      await store.tombstone('note-1', 1);
      await store.tombstone('note-2', 'noStream');
      expect(await idsOf(store.readStream('note-1'))).toEqual([]);
      expect(await idsOf(store.readAll())).toEqual([1, 2].map(uuid));
      const repeated = store.append('note-1', events(2), { expected: 'noStream' });
      await expect(repeated).rejects.toThrow(StreamTombstoned);
      const first = store.append('note-2', events(2), { expected: 'noStream' });
      await expect(first).rejects.toThrow(StreamTombstoned);
      await expect(store.setStreamMeta('note-1', {})).rejects.toThrow(StreamTombstoned);
      await expect(store.deleteStream('note-1', 'any')).rejects.toThrow(StreamTombstoned);
    });

    it('is ended only at the revision that was expected, and under a name that can be', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      await expect(store.deleteStream('note-1', 0)).rejects.toThrow(WrongExpectedRevision);
      await expect(store.tombstone('note-1', 'noStream')).rejects.toThrow(WrongExpectedRevision);
      await expect(store.deleteStream('note-2', 'streamExists')).rejects.toThrow(
        WrongExpectedRevision,
      );
      await expect(store.tombstone('$note-1', 'any')).rejects.toThrow(InvalidAppend);
      expect(await idsOf(store.readStream('note-1'))).toEqual([1, 2].map(uuid));
    });
  });
}
