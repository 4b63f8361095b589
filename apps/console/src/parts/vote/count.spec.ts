import { describe, expect, it } from '@jest/globals';
import { barOf, neededIn, spreadOf } from './count.ts';
import type { Reckoned, Spread, Step } from './count.ts';

const spread: Spread = {
  ...{ for: 4, against: 2, abstain: 1, recused: 1, entitled: 10, present: 8 },
  ...{ needed: 5, quorum: 6 },
};
const drawn = (bar: ReturnType<typeof barOf>) =>
  bar.segments.map(({ kind, count, from, width }) => [kind, count, from, width]);

describe('the vote bar', () => {
  it('D-2: of all who are entitled, each in one stretch, end to end', () => {
    const bar = barOf(spread, 'entitled');
    expect(bar.whole).toBe(10);
    expect(drawn(bar)).toStrictEqual([
      ['for', 4, 0, 0.4],
      ['against', 2, 0.4, 0.2],
      ['abstain', 1, 0.6, 0.1],
      ['silent', 2, 0.7, 0.2],
      ['recused', 1, 0.9, 0.1],
    ]);
    expect([bar.threshold, bar.quorum]).toStrictEqual([0.5, 0.6]);
  });

  it('GB-3: of who was there, without those who are out', () => {
    const bar = barOf(spread, 'present');
    expect(bar.whole).toBe(8);
    expect(drawn(bar)).toStrictEqual([
      ['for', 4, 0, 0.5],
      ['against', 2, 0.5, 0.25],
      ['abstain', 1, 0.75, 0.125],
      ['silent', 1, 0.875, 0.125],
    ]);
    expect([bar.threshold, bar.quorum]).toStrictEqual([0.625, 0.75]);
  });

  it('reaches as far as a line that lies beyond everybody', () => {
    const bar = barOf({ ...spread, for: 3, against: 0, abstain: 0, present: 3 }, 'present');
    expect([bar.whole, bar.threshold, bar.quorum]).toStrictEqual([3, 5 / 6, 1]);
    expect(drawn(bar)).toStrictEqual([['for', 3, 0, 0.5]]);
  });

  it('has no stretch for who left after voting, and no width below nothing', () => {
    const bar = barOf({ ...spread, present: 5, quorum: null }, 'present');
    expect(bar.whole).toBe(7);
    expect(bar.segments.every(({ width }) => width > 0)).toBe(true);
    expect(bar.quorum).toBeNull();
  });

  it('of who answered, where nobody had to be there', () => {
    expect(barOf({ ...spread, present: null }, 'present').whole).toBe(7);
  });

  it('of nobody is empty', () => {
    const none = { for: 0, against: 0, abstain: 0, recused: 0, entitled: 0, present: 0 };
    expect(barOf({ ...none, needed: null, quorum: null }, 'entitled')).toStrictEqual({
      ...{ whole: 0, segments: [], threshold: null, quorum: null },
    });
  });
});

const step = (kind: Step['step'], numbers: Readonly<Record<string, number>>): Step => ({
  ...{ step: kind, holds: true },
  numbers: Object.entries(numbers).map(([name, value]) => ({ name, value })),
});
const trace = [
  step('QUORUM', { present: 4, whole: 5, needed: 3 }),
  step('MAJORITY', { for: 3, base: 4, num: 1, den: 2, needed: 3 }),
];
const rules: Reckoned = {
  ...{ majority: { unanimity: null }, weights: null, weightedMajority: null },
};

describe('what a trace says of the bar', () => {
  it('D-2: votes needed are those of the majority, in heads', () => {
    expect(neededIn(trace, rules)).toBe(3);
    expect(neededIn(trace, null)).toBe(3);
  });

  it('D-2: weights alone and unanimity without objection are no line for heads', () => {
    expect(neededIn(trace, { ...rules, weights: [{}] })).toBeNull();
    expect(neededIn(trace, { ...rules, weights: [{}], weightedMajority: {} })).toBe(3);
    const unanimity = { unanimity: 'NO_OBJECTION' } as const;
    expect(neededIn(trace, { ...rules, majority: unanimity })).toBeNull();
    expect(neededIn(trace, { ...rules, majority: { unanimity: 'ALL_YES' } })).toBe(3);
  });

  it('GB-2: quorum and presence are those of the closing; who voted was there', () => {
    const tally = { for: 3, against: 1, abstain: 1, recused: 1 };
    expect(spreadOf({ tally, trace, rulebook: rules, entitled: 6 })).toStrictEqual({
      ...tally,
      ...{ entitled: 6, present: 5, needed: 3, quorum: 3 },
    });
  });

  it('without an electorate, who voted and who is out were entitled; without a quorum, none', () => {
    const tally = { for: 3, against: 0, abstain: 0, recused: 1 };
    expect(spreadOf({ tally, trace: [], rulebook: null, entitled: null })).toStrictEqual({
      ...tally,
      ...{ entitled: 4, present: null, needed: null, quorum: null },
    });
  });
});
