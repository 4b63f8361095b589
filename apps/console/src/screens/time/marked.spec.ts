import { describe, expect, it } from '@jest/globals';
import { isMarked, markedFrom } from './marked.ts';

const facts = [
  'PlanInitiated',
  'PlanApproved',
  'SectionRevised',
  'AgreementSigned',
  'VoteCast',
].map((type) => ({ type }));

describe('the moments of a history that have a name', () => {
  it('are approvals and signatures, and not what leads to them', () => {
    expect(facts.filter(isMarked)).toEqual([{ type: 'PlanApproved' }, { type: 'AgreementSigned' }]);
    for (const type of ['AgreementOpenedForSignature', 'SignatureRefused', 'AmendmentProposed'])
      expect(isMarked({ type })).toBe(false);
  });

  it('are found before and after any place, the place itself left out', () => {
    const both = facts.map((_, place) => [
      markedFrom(facts, place, -1),
      markedFrom(facts, place, 1),
    ]);
    expect(both).toEqual([
      [null, 1],
      [null, 3],
      [1, 3],
      [1, null],
      [3, null],
    ]);
  });
});
