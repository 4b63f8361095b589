import { describe, expect, it } from '@jest/globals';
import { attachmentsOf } from './attachments.tsx';
import { endsSoon } from './ends-soon.ts';
import { obligationsOf } from './obligations.tsx';
import { wordsFor } from './reminder-words.ts';
import type { Agreement } from './signature-state.ts';

describe('the words of a reminder', () => {
  it('name who is reminded, in the words of either language', () => {
    expect(wordsFor('Manca {parte}; {party} is awaited. ', 'Faro $&')).toBe(
      'Manca Faro $&; Faro $& is awaited.',
    );
  });
});

describe('an agreement that ends soon', () => {
  it('A-10: ends within ninety days, its last day included', () => {
    const now = new Date('2030-01-01T12:00:00Z');
    expect(endsSoon('2030-03-31', now)).toBe(true);
    expect(endsSoon('2030-04-01', now)).toBe(false);
    expect(endsSoon('2030-01-01', now)).toBe(true);
    expect(endsSoon('2029-12-31', now)).toBe(false);
  });
});

describe('the obligations of an agreement', () => {
  const clauses = [
    { id: '1', title: 'Pista', text: '', covers: ['AUDIT_TRAIL'] },
    { id: '2', title: 'Altro', text: '', covers: null },
  ] as unknown as Agreement['clauses'];
  it('A-9: of a grant are all topics, covered or not', () => {
    const all = obligationsOf({ kind: 'GRANT_AGREEMENT', clauses });
    expect(all).toHaveLength(13);
    expect(all.filter((one) => one.clauses.length > 0)).toHaveLength(1);
  });
  it('of any other are those that a clause names', () => {
    expect(obligationsOf({ kind: 'MEMORANDUM', clauses }).map(({ topic }) => topic)).toStrictEqual([
      'AUDIT_TRAIL',
    ]);
  });
});

describe('the attachments of an agreement', () => {
  it('are acts, signed files, reports and statements of each version, and proofs of conditions', () => {
    const parties = [
      {
        partner: { name: 'Faro' },
        ...{ approval: { act: 'a1' }, signature: { container: 'c1', report: 'r1' }, refusal: null },
      },
      { partner: null, approval: null, signature: null, refusal: { statement: 's1' } },
    ];
    const versions = [{ id: 'v', parties }] as unknown as Agreement['versions'];
    const conditions = [
      { title: 'CUP', document: 'd1' },
      { title: 'Nulla osta', document: null },
    ] as unknown as Agreement['conditions'];
    const all = attachmentsOf({ versions, conditions });
    expect(all.map(({ kind, sha256, of }) => [kind, sha256, of])).toStrictEqual([
      ['act', 'a1', 'Faro'],
      ['container', 'c1', 'Faro'],
      ['report', 'r1', 'Faro'],
      ['refusal', 's1', '—'],
      ['condition', 'd1', 'CUP'],
    ]);
  });
});
