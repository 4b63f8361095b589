import { describe, expect, it } from '@jest/globals';
import { clashing, contributionsOn } from './contributions.ts';

type Row = Readonly<{ id: string; on?: string; paragraph?: number; status?: 'ACCEPTED' }>;

const put = ({ id, on = 'a', paragraph, status }: Row) => ({
  ...{ id, on, paragraph: paragraph ?? null, status: status ?? ('PROPOSED' as const) },
  ...{ document: '', proposedBy: { id: 'p', name: null } },
});
const tablesOf = (...tables: readonly (readonly Row[])[]) => ({
  tables: tables.map((rows, place) => ({
    ...{ id: `t${String(place)}`, title: '', titleEn: null, open: true, sessions: [] },
    contributions: rows.map(put),
  })),
});
const clashesOf = (id: string, ...rows: readonly Row[]) => {
  const all = contributionsOn(tablesOf(rows), 'a');
  const one = all.find((each) => each.id === id);
  return one && clashing(one, all).map((each) => each.id);
};

describe('proposals on a section', () => {
  it('are those of every table, numbered in their order', () => {
    const found = contributionsOn(
      tablesOf([{ id: 'x' }, { id: 'y', on: 'b' }], [{ id: 'z' }]),
      'a',
    );
    expect(found.map(({ id, table, number }) => [id, table, number])).toStrictEqual([
      ['x', 't0', 1],
      ['z', 't1', 2],
    ]);
  });

  it('clash where they are on one paragraph', () => {
    const rows = [
      { id: 'x', paragraph: 2 },
      { id: 'y', paragraph: 2 },
      { id: 'z', paragraph: 3 },
    ];
    expect(clashesOf('x', ...rows)).toStrictEqual(['y']);
    expect(clashesOf('z', ...rows)).toStrictEqual([]);
  });

  it('clash with every other where one is on the whole', () => {
    const rows = [{ id: 'x' }, { id: 'y', paragraph: 2 }];
    expect(clashesOf('x', ...rows)).toStrictEqual(['y']);
    expect(clashesOf('y', ...rows)).toStrictEqual(['x']);
  });

  it('clash no more once one of them is decided', () => {
    const rows = [{ id: 'x' }, { id: 'y', status: 'ACCEPTED' as const }];
    expect(clashesOf('x', ...rows)).toStrictEqual([]);
    expect(clashesOf('y', ...rows)).toStrictEqual([]);
  });
});
