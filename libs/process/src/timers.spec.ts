import { describe, expect, it } from '@jest/globals';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate } from '@tavolo/kernel';
import type { TimerOrder } from './definition.js';
import { isLate, timerFacts } from './timers.js';

const at = (hour: number) => `2030-01-01T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
const id = (text: string) => text as Uuid;

const open = [
  { id: id('old'), name: 'reply', dueAt: at(13), causationId: id('c'), correlationId: id('c') },
];
const factsOf = (...orders: TimerOrder[]) =>
  timerFacts(orders, { open, zone: 'Europe/Rome', idOf: (index) => id(`t${String(index)}`) });
const scheduled = (name: string, dueAt: string, n: number) => ({
  type: 'TimerScheduled',
  data: { id: `t${String(n)}`, name, dueAt },
});
const cancelled = (timer: string) => ({ type: 'TimerCancelled', data: { id: timer } });

describe('orders for timers', () => {
  it('schedule each under its name', () => {
    expect(
      factsOf({ schedule: 'end', dueAt: at(15) }, { schedule: 'notice', dueAt: at(14) }),
    ).toStrictEqual([scheduled('end', at(15), 0), scheduled('notice', at(14), 1)]);
  });

  it('by a day are due as it begins, or when it is over', () => {
    const day = '2030-02-01' as LocalDate;
    expect(factsOf({ schedule: 'a', from: day }, { schedule: 'b', after: day })).toStrictEqual([
      scheduled('a', '2030-01-31T23:00:00.000Z', 0),
      scheduled('b', '2030-02-01T23:00:00.000Z', 1),
    ]);
  });

  it('put a new time in the place of the old one', () => {
    expect(factsOf({ schedule: 'reply', dueAt: at(16) })).toStrictEqual([
      cancelled('old'),
      scheduled('reply', at(16), 0),
    ]);
  });

  it('leave a timer alone that is scheduled for the same time', () => {
    expect(factsOf({ schedule: 'reply', dueAt: at(13) })).toStrictEqual([]);
  });

  it('cancel what is open and pass over what is not', () => {
    expect(factsOf({ cancel: 'reply' }, { cancel: 'end' })).toStrictEqual([cancelled('old')]);
  });

  it('are carried out one after another', () => {
    const orders: TimerOrder[] = [
      { cancel: 'reply' },
      { schedule: 'reply', dueAt: at(13) },
      { schedule: 'reply', dueAt: at(14) },
    ];
    expect(factsOf(...orders)).toStrictEqual([
      cancelled('old'),
      scheduled('reply', at(13), 1),
      cancelled('t1'),
      scheduled('reply', at(14), 2),
    ]);
  });

  it.each(['tomorrow', '2030-01-01', '2030-13-01T00:00:00.000Z', '2030-01-01T10:00:00Z'])(
    'for «%s», which is no instant, are a defect of the process',
    (dueAt) => {
      expect(() => factsOf({ schedule: 'end', dueAt: dueAt as Instant })).toThrow('no instant');
    },
  );
});

describe('a timer', () => {
  it('is late when it fires more than a minute after its time', () => {
    expect(isLate(at(12), '2030-01-01T12:01:00.000Z' as Instant)).toBe(false);
    expect(isLate(at(12), '2030-01-01T12:01:00.001Z' as Instant)).toBe(true);
  });
});
