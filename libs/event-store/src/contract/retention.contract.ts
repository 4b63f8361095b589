import { describe, expect, it } from '@jest/globals';
import { UnusableStore } from '../event-store.js';
import type { EventStore, Shortening } from '../event-store.js';
import { mustKeepAll } from '../retention.js';
import { event, events, Subject } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

type Way = (store: EventStore, stream: string) => Promise<void>;

/** Every way in which a stream shows less, or will, than was written to it. */
const WAYS: readonly (readonly [Shortening, Way])[] = [
  ['maxCount', (store, stream) => store.setStreamMeta(stream, { maxCount: 1_000 })],
  ['maxAge', (store, stream) => store.setStreamMeta(stream, { maxAgeSeconds: 1_000_000 })],
  ['truncateBefore', (store, stream) => store.setStreamMeta(stream, { truncateBefore: 1 })],
  ['deleted', (store, stream) => store.deleteStream(stream, 1)],
  ['tombstoned', (store, stream) => store.tombstone(stream, 1)],
];

export function describeRetention(factory: StoreFactory): void {
  describe('a log that must keep all', () => {
    const subject = new Subject(factory);

    it.each(WAYS)('X-1: is refused for a stream with %s, by its name', async (by, shorten) => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      const mark = await mustKeepAll(store, null);
      expect(mark).toMatchObject({ stream: 'note-1', revision: 1, position: await store.head() });
      await store.append('note-2', events(2, 3), { expected: 'noStream' });
      await shorten(store, 'note-2');
      expect(await store.shortened()).toEqual([{ stream: 'note-2', by }]);
      for (const since of [null, mark]) {
        const refused = mustKeepAll(store, since);
        await expect(refused).rejects.toThrow(UnusableStore);
        await expect(refused).rejects.toThrow(/perde eventi.*note-2.*loses events.*note-2/u);
      }
    });

    it('X-1: is refused for a deleted stream that was written again', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      await store.deleteStream('note-1', 1);
      await store.append('note-1', [event(3)], { expected: 'noStream' });
      expect(await store.shortened()).toEqual([{ stream: 'note-1', by: 'truncateBefore' }]);
    });

    it('X-1: is taken when nothing is set any more, and every event is still there', async () => {
      const { store } = subject;
      expect(await mustKeepAll(store, null)).toBeNull();
      await store.append('note-1', events(2), { expected: 'noStream' });
      await store.append('note-2', events(2, 3), { expected: 'noStream' });
      await store.setStreamMeta('note-1', { maxCount: 1, maxAgeSeconds: 10 });
      await store.deleteStream('note-2', 1);
      expect(await store.shortened()).toHaveLength(3);
      await store.setStreamMeta('note-1', {});
      await store.setStreamMeta('note-2', { truncateBefore: 0 });
      expect(await mustKeepAll(store, null)).toMatchObject({ position: await store.head() });
    });

    it('X-1: names three streams, and how many there are more', async () => {
      const { store } = subject;
      for (const number of [1, 2, 3, 4, 5]) {
        await store.append(`note-${String(number)}`, [event(number)], { expected: 'noStream' });
        await store.setStreamMeta(`note-${String(number)}`, { maxCount: 5 });
      }
      await expect(mustKeepAll(store, null)).rejects.toThrow(/note-1.*note-2.*note-3.*\+2/u);
    });
  });
}
