import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import fc from 'fast-check';
import { DueQueue } from './due-queue.js';
import type { Due } from './due-queue.js';
import { endOf, startOf } from './due.js';

const day = (text: string) => text as LocalDate;

describe('a day in the zone of the body', () => {
  it.each([
    ['2030-01-31', '2030-01-30T23:00:00.000Z', '2030-01-31T23:00:00.000Z'],
    // Between these two the clock is put forward, and later back.
    ['2030-03-31', '2030-03-30T23:00:00.000Z', '2030-03-31T22:00:00.000Z'],
    ['2030-10-27', '2030-10-26T22:00:00.000Z', '2030-10-27T23:00:00.000Z'],
    ['2031-12-31', '2031-12-30T23:00:00.000Z', '2031-12-31T23:00:00.000Z'],
  ])('%s begins at %s and is over at %s in Rome', (text, begins, ends) => {
    expect(startOf(day(text), 'Europe/Rome')).toBe(begins);
    expect(endOf(day(text), 'Europe/Rome')).toBe(ends);
  });

  it('begins at the first instant that it has, where it has no midnight', () => {
    expect(startOf(day('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('the queue of what is due', () => {
  it('property: gives out the earliest first, and of two the one that came first', () => {
    const step = fc.option(fc.nat(9), { freq: 3 }); // A due time, or one is taken out.
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const queue = new DueQueue<Due>();
        const plain: Due[] = [];
        for (const [order, n] of steps.entries()) {
          if (n !== null) {
            const due = { dueAt: String(n) as Due['dueAt'], order };
            queue.add(due);
            plain.push(due);
            plain.sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.order - b.order);
          }
          expect(queue.first).toBe(plain[0]);
          if (n === null) expect(queue.take()).toBe(plain.shift());
        }
      }),
    );
  });
});
