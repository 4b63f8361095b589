import { describe, expect, it } from '@jest/globals';
import { entriesOf } from './entries.ts';

const sitting = (at: string) => ({
  ...{ id: `sitting-${at}`, status: 'CONVENED' as const, at, place: '', board: null },
});
const move = (dueAt: string | null, dueOn: string | null) => ({
  ...{ id: 'm', move: 'CAST_VOTE' as const, what: '', title: null, object: 'o', about: null },
  ...{ dueAt, dueOn },
});
const term = (until: string) => ({ id: 't', object: 'o', title: null, titleEn: null, until });

const daysOf = (dated: Partial<Parameters<typeof entriesOf>[0]>, zone = 'Europe/Rome') =>
  entriesOf({ sittings: [], moves: [], terms: [], ...dated }, zone).map(({ kind, day }) => [
    kind,
    day,
  ]);

describe('entries of a calendar', () => {
  it('are on the day that it is where the body sits', () => {
    const sittings = [sitting('2026-11-27T23:30:00.000Z')];
    expect(daysOf({ sittings })).toStrictEqual([['sitting', '2026-11-28']]);
    expect(daysOf({ sittings }, 'Atlantic/Azores')).toStrictEqual([['sitting', '2026-11-27']]);
  });

  it('are in the order of their days, and within one what lasts all day comes first', () => {
    const dated = {
      sittings: [sitting('2026-11-28T08:00:00.000Z')],
      moves: [move(null, '2026-11-28'), move('2026-11-27T10:00:00.000Z', null)],
      terms: [term('2026-12-31')],
    };
    expect(daysOf(dated)).toStrictEqual([
      ['deadline', '2026-11-27'],
      ['deadline', '2026-11-28'],
      ['sitting', '2026-11-28'],
      ['term', '2026-12-31'],
    ]);
  });

  it('are none of what is due by no time', () => {
    expect(daysOf({ moves: [move(null, null)] })).toStrictEqual([]);
  });
});
