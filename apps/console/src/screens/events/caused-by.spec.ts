import { describe, expect, it } from '@jest/globals';
import { causedBy } from './caused-by.ts';

const event = (id: string, causationId: string | null = null) => ({ id, causationId });

describe('the events of one act', () => {
  it('stand below what caused them, in the order of the log', () => {
    const newestFirst = [event('d', 'b'), event('c', 'a'), event('b', 'a'), event('a')];
    expect(causedBy(newestFirst)).toEqual([
      {
        event: event('a'),
        effects: [
          { event: event('b', 'a'), effects: [{ event: event('d', 'b'), effects: [] }] },
          { event: event('c', 'a'), effects: [] },
        ],
      },
    ]);
  });

  it('stand at the top where their cause is not among them, and once', () => {
    expect(causedBy([event('b', 'hidden'), event('a', 'a')])).toEqual([
      { event: event('a', 'a'), effects: [] },
      { event: event('b', 'hidden'), effects: [] },
    ]);
    expect(causedBy([])).toEqual([]);
  });
});
