import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, Uuid } from '@tavolo/event-store';
import { Correlations } from './correlations.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
const fact = (n: number, type: string): NewEvent => ({
  ...{ id: uuid(n), type, schema: 1, data: {} },
  meta: {
    correlationId: uuid(100 + n),
    recordedAt: '2030-01-01T00:00:00.000Z',
  } as NewEvent['meta'],
});

describe('what an act goes on with', () => {
  it('is the act of the newest fact that says so, and nothing where there is none', async () => {
    const store = new MemoryEventStore();
    const facts = [fact(1, 'Proposed'), fact(2, 'Proposed'), fact(3, 'Signed')];
    await store.append('thing-1', facts, { expected: 'noStream' });
    const correlations = new Correlations(store);
    const ofType = (type: string) => correlations.of('thing-1', type, (one) => one.type === type);
    expect(await ofType('Proposed')).toBe(uuid(102));
    expect(await ofType('Proposed')).toBe(uuid(102));
    expect(await ofType('Amended')).toBeNull();
    await store.append('thing-1', [fact(4, 'Amended')], { expected: 2 });
    expect(await ofType('Amended')).toBe(uuid(104));
  });
});
