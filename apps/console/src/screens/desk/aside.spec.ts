import { describe, expect, it } from '@jest/globals';
import { asideIn, putAside, standsAside, takeBack, tomorrowMorning } from './aside.ts';

const waits = (id: string, of: Partial<{ since: string; overdue: boolean }> = {}) => ({
  ...{ id, since: '2026-03-10T08:00:00.000Z', overdue: false, ...of },
});
const [vote, sign] = [waits('vote'), waits('sign')];
const waiting = [vote, sign];
const now = new Date('2026-03-12T09:00:00.000Z');

describe('what is put aside', () => {
  it('stays aside until its moment, and for as long as it waits where it has none', () => {
    const until = '2026-03-13T07:00:00.000Z';
    const aside = putAside(putAside([], vote, { until, waiting }), sign, { until: null, waiting });
    expect(waiting.map((one) => standsAside(one, aside, now))).toStrictEqual([true, true]);
    const later = new Date(until);
    expect(waiting.map((one) => standsAside(one, aside, later))).toStrictEqual([false, true]);
  });

  it('comes back when it is late, and when it waits anew', () => {
    const aside = putAside([], vote, { until: null, waiting });
    expect(standsAside(waits('vote', { overdue: true }), aside, now)).toBe(false);
    const anew = waits('vote', { since: '2026-03-12T08:00:00.000Z' });
    expect(standsAside(anew, aside, now)).toBe(false);
  });

  it('is taken back, and forgotten once it waits no more', () => {
    const both = putAside(putAside([], vote, { until: null, waiting }), sign, {
      ...{ until: null, waiting },
    });
    expect(takeBack(both, 'vote').map(({ id }) => id)).toStrictEqual(['sign']);
    const one = putAside(both, sign, { until: null, waiting: [sign] });
    expect(one.map(({ id }) => id)).toStrictEqual(['sign']);
  });

  it('is put off to the next morning', () => {
    const put = new Date(tomorrowMorning(new Date(2026, 11, 31, 23, 30)));
    expect([put.getFullYear(), put.getMonth(), put.getDate(), put.getHours()]).toStrictEqual([
      2027, 0, 1, 8,
    ]);
  });

  it('is nothing where what was kept cannot be read', () => {
    const kept = { id: 'vote', since: 'then', until: null };
    expect(asideIn(JSON.stringify([kept, { id: 1 }, null]))).toStrictEqual([kept]);
    expect(['{', 'null', null].map((one) => asideIn(one))).toStrictEqual([[], [], []]);
  });
});
