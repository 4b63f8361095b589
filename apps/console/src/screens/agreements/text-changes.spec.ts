import { describe, expect, it } from '@jest/globals';
import type { Version } from './signature-state.ts';
import { changedVersions, clausesIn } from './text-changes.ts';

const clause = (id: string, text: string) => ({ id, title: `Clausola ${id}`, text });
const amendment = (id: string, number: number | null, change: Partial<Version['change']>) =>
  ({
    ...{ id, amends: 1, number },
    change: { title: null, end: null, total: null, clauses: null, dropped: null, ...change },
  }) as unknown as Version;
const founding = { id: 'founding', amends: null, number: 1, change: null } as unknown as Version;
const texts = (versions: readonly Version[], from: Parameters<typeof changedVersions>[0]) =>
  changedVersions(from, versions).map(({ clauses }) =>
    clauses.map(({ id, before, after }) => [id, before, after]),
  );

describe('what an amendment changes of a text', () => {
  const clauses = [clause('1', 'uno'), clause('2', 'due')];

  it('is each clause against the version that it amends, in their order', () => {
    const first = amendment('a', 2, { clauses: [clause('1', 'uno bis')], dropped: ['2'] });
    const second = amendment('b', 3, { clauses: [clause('1', 'uno ter'), clause('3', 'tre')] });
    expect(texts([founding, first, second], clauses)).toStrictEqual([
      [
        ['1', 'uno', 'uno bis'],
        ['2', 'due', null],
      ],
      [
        ['1', 'uno bis', 'uno ter'],
        ['3', null, 'tre'],
      ],
    ]);
  });

  it('is of an amendment alone until it is in force', () => {
    const open = amendment('a', null, { clauses: [clause('1', 'uno bis')] });
    const beside = amendment('b', null, { clauses: [clause('1', 'uno ter')] });
    expect(texts([founding, open, beside], clauses)).toStrictEqual([
      [['1', 'uno', 'uno bis']],
      [['1', 'uno', 'uno ter']],
    ]);
  });

  it('does not pretend to know what a clause was in a text that is a file', () => {
    const first = amendment('a', 2, { clauses: [clause('1', 'uno bis')] });
    const second = amendment('b', 3, { clauses: [clause('1', 'uno ter')] });
    const [one, other] = changedVersions(null, [founding, first, second]);
    expect(one?.clauses[0]).toMatchObject({ before: null, isBeforeUnknown: true });
    expect(other?.clauses[0]).toMatchObject({ before: 'uno bis', isBeforeUnknown: false });
  });

  it('reads the founding clauses from the canonical bytes, and none from those of something else', () => {
    expect(clausesIn(JSON.stringify({ clauses }))).toStrictEqual(clauses);
    expect(clausesIn('{"change":{}}')).toBeNull();
  });
});
