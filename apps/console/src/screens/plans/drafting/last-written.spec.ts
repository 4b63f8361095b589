import { describe, expect, it } from '@jest/globals';
import { lastWritten } from './last-written.ts';

const PLAN = 'plan-1';
const fact = (type: string, data: object, who = 'Ada Esempio') => ({
  ...{ type, data, stream: PLAN, recordedAt: '2026-11-27T10:42:00.000Z' },
  actor: { id: 'person-1', name: who },
});
const wrote = (section: string, who: string) => fact('SectionRevised', { section }, who);
const consolidated = fact('PlanDraftConsolidated', { version: 1 });

describe('who wrote a section last', () => {
  it('is told for each section', () => {
    const found = lastWritten([wrote('a', 'Ada'), wrote('b', 'Bea'), wrote('a', 'Cleo')], PLAN);
    expect([...found].map(([section, { who }]) => [section, who])).toStrictEqual([
      ['a', 'Cleo'],
      ['b', 'Bea'],
    ]);
  });

  it('was before the last version, or after it', () => {
    const facts = [wrote('a', 'Ada'), wrote('b', 'Bea'), consolidated, wrote('b', 'Bea')];
    const found = lastWritten(facts, PLAN);
    expect(found.get('a')?.sinceVersion).toBe(false);
    expect(found.get('b')?.sinceVersion).toBe(true);
  });

  it('is nothing new where there is no version yet, and of no other object', () => {
    const other = { ...wrote('b', 'Bea'), stream: 'plan-2' };
    const found = lastWritten([wrote('a', 'Ada'), other], PLAN);
    expect([...found.keys()]).toStrictEqual(['a']);
    expect(found.get('a')?.sinceVersion).toBe(false);
  });
});
