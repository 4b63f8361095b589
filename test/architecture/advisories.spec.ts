import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { advisoriesIn, knownOn, overdueOn } from '../../tools/advisories.js';
import type { Advisory, Audit, KnownAdvisories } from '../../tools/advisories.js';

const at = (id: string) => `https://github.com/advisories/${id}`;
const audit: Audit = {
  vulnerabilities: {
    parser: { via: [{ url: at('GHSA-a'), name: 'parser', severity: 'high', title: 'Loops' }] },
    server: {
      via: [
        'parser',
        { url: at('GHSA-a'), name: 'parser', severity: 'high', title: 'Loops' },
        { url: at('GHSA-b'), name: 'server', severity: 'moderate', title: 'Tells' },
      ],
    },
  },
};
const [high, moderate] = advisoriesIn(audit) as [Advisory, Advisory];
const overdue = (day: string, known: KnownAdvisories, of = [high, moderate]) =>
  overdueOn(day, of, known).map((sentence) => sentence.split(' ')[0]);

describe('a weakness of a package', () => {
  it('is read once, in whatever way it comes in', () => {
    expect([high, moderate]).toStrictEqual([
      { id: 'GHSA-a', package: 'parser', severity: 'high', title: 'Loops' },
      { id: 'GHSA-b', package: 'server', severity: 'moderate', title: 'Tells' },
    ]);
  });

  it('that is known for longer than its time frame fails: seven days, or thirty', () => {
    const known = { 'GHSA-a': { since: '2026-11-01' }, 'GHSA-b': { since: '2026-11-01' } };
    expect(overdue('2026-11-08', known)).toStrictEqual([]);
    expect(overdue('2026-11-09', known)).toStrictEqual(['GHSA-a']);
    expect(overdue('2026-12-01', known)).toStrictEqual(['GHSA-a']);
    expect(overdue('2026-12-02', known)).toStrictEqual(['GHSA-a', 'GHSA-b']);
  });

  it('that is used already has one day; more than usual is given to who says why', () => {
    const since = '2026-11-01';
    expect(overdue('2026-11-03', { 'GHSA-b': { since, days: 1 } }, [moderate])).toHaveLength(1);
    const late = '2026-11-20';
    expect(overdue(late, { 'GHSA-a': { since, days: 30 } }, [high])).toHaveLength(1);
    const said = { since, days: 30, why: 'The parser is given constants alone.' };
    expect(overdue(late, { 'GHSA-a': said }, [high])).toStrictEqual([]);
  });

  it('is known from the day on which it is first found, until it is gone', () => {
    const first = knownOn('2026-11-01', [high], {});
    expect(first).toStrictEqual({ 'GHSA-a': { since: '2026-11-01' } });
    const both = knownOn('2026-11-05', [high, moderate], first);
    expect(both).toStrictEqual({ ...first, 'GHSA-b': { since: '2026-11-05' } });
    expect(knownOn('2026-11-06', [moderate], both)).not.toHaveProperty('GHSA-a');
  });

  it('is not taken for none where nothing was looked up', () => {
    expect(() => advisoriesIn({})).toThrow('looked nothing up');
    expect(advisoriesIn({ vulnerabilities: {} })).toStrictEqual([]);
  });

  it('that is written down as given more time has its reason beside it', () => {
    const { known } = JSON.parse(readFileSync('security/advisories.json', 'utf8')) as {
      readonly known: KnownAdvisories;
    };
    const silent = Object.entries(known).filter(([, { days, why }]) => (days ?? 0) > 1 && !why);
    expect(silent).toStrictEqual([]);
  });
});
