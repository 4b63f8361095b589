import { describe, expect, it } from '@jest/globals';
import { PAGE_EVENTS } from '../log.js';
import { Tail } from './tail.js';

const CATEGORIES = ['note', 'plan', 'vote'];
const log = Array.from({ length: 3 * PAGE_EVENTS }, (_, i) => ({
  position: i + 1,
  category: CATEGORIES[i % 3] ?? '',
  type: `${CATEGORIES[(i * 7) % 3] ?? ''}.Written`,
}));
const between = (after: number, upTo: number) =>
  log.filter(({ position }) => position > after && position <= upTo);

function tail(): { tail: Tail; looks: (readonly [number, number])[] } {
  const looks: [number, number][] = [];
  return {
    looks,
    tail: new Tail((after, upTo) => {
      looks.push([after, upTo]);
      return between(after, upTo);
    }),
  };
}
const span = (after: number, upTo: number, max = PAGE_EVENTS) => ({
  after,
  upTo,
  max,
  backwards: false,
});
const notes = { categories: ['note'] };

describe('the tail of the log', () => {
  it('looks once for all who ask about the same events', () => {
    const one = tail();
    for (const filter of [notes, { typePrefixes: ['plan.'] }, { categories: ['vote', 'plan'] }]) {
      one.tail.positions(span(10, 14), filter);
    }
    one.tail.positions(span(12, 14), notes);
    one.tail.positions(span(14, 17), notes);
    expect(one.looks).toEqual([
      [10, 14],
      [14, 17],
    ]);
  });

  it('answers as the whole log would, whoever has asked before', () => {
    const { tail: asked } = tail();
    const heads = [3, 40, 41, 200, 300, 301, 560, 600];
    const laggards = [0, 1, 17, PAGE_EVENTS];
    for (const upTo of heads) {
      for (const behind of laggards) {
        const after = Math.max(0, upTo - behind);
        const matching = between(after, upTo).filter(({ category }) => category === 'note');
        const positions = matching.map(({ position }) => position);
        expect(asked.positions(span(after, upTo), notes)).toEqual(positions);
        expect(asked.positions(span(after, upTo, 2), notes)).toEqual(positions.slice(0, 2));
      }
    }
  });

  it('finds a type by its beginning', () => {
    const { tail: asked } = tail();
    expect(asked.positions(span(0, 3), { typePrefixes: ['vote.', 'nothing'] })).toEqual([3]);
    expect(asked.positions(span(0, 3), { typePrefixes: ['ote.'] })).toEqual([]);
  });

  it('leaves long spans and reading backwards to the index, and remembers a page at most', () => {
    const one = tail();
    expect(one.tail.positions(span(0, PAGE_EVENTS + 1), notes)).toBeNull();
    expect(one.tail.positions({ ...span(0, 5), backwards: true }, notes)).toBeNull();
    one.tail.positions(span(0, PAGE_EVENTS), notes);
    one.tail.positions(span(PAGE_EVENTS, 2 * PAGE_EVENTS), notes);
    one.tail.positions(span(0, 2), notes);
    expect(one.looks.at(-1)).toEqual([0, 2]);
  });
});
