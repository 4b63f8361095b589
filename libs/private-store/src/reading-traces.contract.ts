import { describe, expect, it } from '@jest/globals';
import type { Instant, MandateRef, PersonRef } from '@tavolo/kernel';
import type { PrivateStore, ReadingTrace } from './private-store.js';

const [ada, bo] = ['a', 'b'].map(
  (letter) => `person-${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [PersonRef, PersonRef];

function trace(person: PersonRef, object: string, more: Partial<ReadingTrace> = {}): ReadingTrace {
  return {
    ...{ kind: 'confidential', person, object, mandate: 'board-1#seat-1' as MandateRef },
    ...{ scope: 'board-1', moment: '7', at: '2030-01-01T08:00:00.000Z' as Instant },
    ...{ reason: null, requestId: 'r1', ...more },
  };
}

/** What every adapter keeps of who read what. `open` gives an empty store each time. */
export function describeReadingTraces(open: () => Promise<PrivateStore>): void {
  describe('traces of reading', () => {
    it('are given back whole, the newest first, page by page', async () => {
      const store = await open();
      const past = trace(bo, 'plan-1', {
        kind: 'past',
        mandate: null,
        scope: null,
        reason: 'Audit',
      });
      await store.keepTraces([trace(ada, 'decision-1'), past]);
      await store.keepTraces([trace(ada, 'decision-2')]);
      const { traces, total } = await store.traces({ first: 2 });
      expect(total).toBe(3);
      expect(traces).toStrictEqual([
        { ...trace(ada, 'decision-2'), n: 3 },
        { ...past, n: 2 },
      ]);
      const rest = await store.traces({ first: 2, before: 2 });
      expect(rest.traces.map(({ object }) => object)).toStrictEqual(['decision-1']);
      expect(rest.total).toBe(3);
    });

    it('are found by when they were left: at an instant or later, and before another', async () => {
      const store = await open();
      const instants = ['2030-01-01T08:00:00.000Z', '2030-01-01T08:00:00.001Z'] as Instant[];
      const [first, second] = instants as [Instant, Instant];
      await store.keepTraces(instants.map((at) => trace(ada, 'decision-1', { at })));
      const found = async (query: object) => {
        const { traces, total } = await store.traces({ first: 10, ...query });
        expect(total).toBe(traces.length);
        return traces.map(({ n }) => n);
      };
      expect(await found({ since: first })).toStrictEqual([2, 1]);
      expect(await found({ since: second })).toStrictEqual([2]);
      expect(await found({ until: second })).toStrictEqual([1]);
      expect(await found({ until: first })).toStrictEqual([]);
      expect(await found({ since: first, until: second })).toStrictEqual([1]);
    });

    it('are found by object, by person, and within scopes with one’s own', async () => {
      const store = await open();
      const elsewhere = trace(ada, 'decision-3', { scope: 'board-2' });
      await store.keepTraces([trace(ada, 'decision-1'), trace(bo, 'decision-2'), elsewhere]);
      const found = async (query: object) => {
        const { traces, total } = await store.traces({ first: 10, ...query });
        expect(total).toBe(traces.length);
        return traces.map(({ n }) => n);
      };
      expect(await found({ object: 'decision-2' })).toStrictEqual([2]);
      expect(await found({ person: ada })).toStrictEqual([3, 1]);
      expect(await found({ within: { scopes: ['board-2'], own: bo } })).toStrictEqual([3, 2]);
      expect(await found({ within: { scopes: [], own: bo } })).toStrictEqual([2]);
    });
  });
}
