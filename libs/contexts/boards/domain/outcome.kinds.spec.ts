import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { majorityBases, rulebookPresets, tieRules } from '../contract/index.js';
import type { Rulebook } from '../contract/index.js';
import { outcomeOf, voteChoices } from './outcome.js';
import type { Ballot, Count, VoteChoice } from './outcome.js';
import { isSettled } from './settled.js';

const seatsOf = (n: number) => Array.from({ length: n }, (_, i) => `s${String(i + 1)}`);
const words: Readonly<Record<string, VoteChoice>> = { F: 'for', A: 'against', 0: 'abstain' };

/** Seats with their votes in order, the chair the first, the vice chair the second. */
function count(votes: string, more: Partial<Count> = {}): Count {
  const entitled = seatsOf(votes.length);
  const ballots = Array.from(votes).flatMap((letter, i): Ballot[] => {
    const choice = words[letter];
    return choice ? [{ seat: `s${String(i + 1)}`, choice }] : [];
  });
  const all = { seats: entitled.length, entitled, recused: [], present: entitled, ballots };
  return { ...all, chair: 's1', viceChair: 's2', ...more };
}

const rules = (more: Partial<Rulebook>): Rulebook => ({
  ...rulebookPresets.italianCollegialBody,
  quorum: { kind: 'count', n: 1 },
  ...more,
});
const outcome = (votes: Count, more: Partial<Rulebook>) => outcomeOf(votes, rules(more)).outcome;
const half = { num: 1, den: 2, strict: true } as const;
const all = { num: 1, den: 1, strict: false } as const;

describe('unanimity', () => {
  it('D-2: without objection is not blocked by an abstention, but by one vote against', () => {
    const majority = { base: 'present', unanimity: 'noObjection', ...all } as const;
    expect(outcome(count('FF00'), { majority })).toBe('approved');
    expect(outcome(count('FFFA'), { majority })).toBe('rejected');
    expect(outcome(count('0000'), { majority })).toBe('rejected');
  });
  it('D-2: of all is blocked by an abstention and by silence', () => {
    const majority = { base: 'present', unanimity: 'allYes', ...all } as const;
    expect(outcome(count('FFF0'), { majority })).toBe('rejected');
    expect(outcome(count('FFF-'), { majority })).toBe('rejected');
    expect(outcome(count('FFFF'), { majority })).toBe('approved');
  });
});

describe('weights', () => {
  const categories = { s1: 'regione', s2: 'comuni', s3: 'comuni', s4: 'comuni' };
  const weights = [
    { category: 'regione', weight: 5 },
    { category: 'comuni', weight: 1 },
  ];
  const weighed = { majority: { base: 'entitled', ...half }, weights } as const;
  it('D-2: are in the votes and in the base alike', () => {
    expect(outcome(count('FAAA', { categories }), weighed)).toBe('approved');
    expect(outcome(count('AFFF', { categories }), weighed)).toBe('rejected');
    expect(outcome(count('AFFF'), { majority: weighed.majority })).toBe('approved');
  });
  it('D-2: make a double majority, of heads and of weights', () => {
    const double = { ...weighed, weightedMajority: { num: 13, den: 20, strict: false } };
    expect(outcome(count('FAAA', { categories }), double)).toBe('rejected');
    expect(outcome(count('AFFF', { categories }), double)).toBe('rejected');
    expect(outcome(count('FFFA', { categories }), double)).toBe('approved');
    const { trace } = outcomeOf(count('FFFA', { categories }), rules(double));
    expect(trace.map(({ step }) => step)).toContain('weights');
    expect(trace.find(({ step }) => step === 'weights')?.numbers).toMatchObject({
      for: 7,
      base: 8,
    });
  });
});

describe('quorum and majority by number and category', () => {
  it('D-2: a number of votes in favour is asked beside the share', () => {
    const majority = { base: 'castLessAbstentions', ...half, atLeast: 3 } as const;
    expect(outcome(count('FF00'), { majority })).toBe('rejected');
    expect(outcome(count('FFF0'), { majority })).toBe('approved');
  });
  it('GB-2: a category that must be there and is not leaves no quorum', () => {
    const quorum = { kind: 'count', n: 1, categories: [{ category: 'scuole', min: 1 }] } as const;
    const categories = { s1: 'comuni', s2: 'scuole' };
    expect(outcome(count('FF', { categories, present: ['s1'] }), { quorum })).toBe('inquorate');
    expect(outcome(count('FF', { categories }), { quorum })).toBe('approved');
    const recused = ['s2'];
    expect(outcome(count('FF', { categories, recused }), { quorum })).toBe('inquorate');
  });
  it('GB-2: who is silent makes the quorum of those present, not of those who voted', () => {
    const quorum = { kind: 'count', n: 3 } as const;
    expect(outcome(count('FF--'), { quorum })).toBe('approved');
    expect(outcome(count('FF--'), { quorum: { ...quorum, counted: 'voted' } })).toBe('inquorate');
    expect(outcome(count('FF0-'), { quorum: { ...quorum, counted: 'voted' } })).toBe('approved');
  });
});

describe('a tie', () => {
  const chair = { tie: 'chairDecides' } as const;
  const away = { present: ['s2', 's3'] };
  it('D-2: is decided by the vice chair where the chair is absent or recused', () => {
    expect(outcome(count('-FA', away), chair)).toBe('approved');
    expect(outcome(count('-AF', away), chair)).toBe('rejected');
    expect(outcome(count('FFA', { recused: ['s1'] }), chair)).toBe('approved');
    expect(outcome(count('0FA'), chair)).toBe('rejected');
  });
  it('D-2: with neither of them there falls, or is postponed where the rulebook says so', () => {
    const nobody = count('--FA', { present: ['s3', 's4'] });
    expect(outcome(nobody, chair)).toBe('rejected');
    expect(outcome(nobody, { ...chair, tieUnpresided: 'postponed' })).toBe('postponed');
    expect(outcome(count('FA'), { ...chair, tieUnpresided: 'postponed' })).toBe('approved');
  });
  it('D-2: may be postponed, and a majority is not', () => {
    expect(outcome(count('FA'), { tie: 'postponed' })).toBe('postponed');
    expect(outcome(count('FFA'), { tie: 'postponed' })).toBe('approved');
  });
  it('D-2: of less than half the base is no tie that a chair could break', () => {
    const majority = { base: 'present', ...half } as const;
    expect(outcome(count('FA000'), { ...chair, majority })).toBe('rejected');
    expect(outcome(count('FA'), { ...chair, majority })).toBe('approved');
  });
});

const anyShare = fc.integer({ min: 1, max: 6 }).chain((den) =>
  fc.record({
    num: fc.integer({ min: 1, max: den }),
    den: fc.constant(den),
    strict: fc.boolean(),
  }),
);
const anyRules: fc.Arbitrary<Rulebook> = fc
  .record({
    n: fc.integer({ min: 1, max: 5 }),
    counted: fc.constantFrom('present' as const, 'voted' as const),
    share: fc.oneof(anyShare, fc.constant(half)),
    base: fc.constantFrom(...majorityBases),
    unanimity: fc.constantFrom(null, 'noObjection' as const, 'allYes' as const),
    atLeast: fc.integer({ min: 1, max: 3 }),
    tie: fc.constantFrom(...tieRules),
    tieUnpresided: fc.constantFrom('falls' as const, 'postponed' as const),
    recusedLeaveBase: fc.boolean(),
    weighed: fc.constantFrom('heads', 'weights', 'double'),
  })
  .map(({ n, counted, share, base, unanimity, atLeast, weighed, ...more }) => {
    const majority = { base, atLeast, ...(unanimity ? { unanimity, ...all } : share) };
    const weights = [
      { category: 'a', weight: 1 },
      { category: 'b', weight: 3 },
    ];
    const weighty = weighed !== 'heads' && base !== 'seats';
    return rules({
      ...{ ...more, majority, quorum: { kind: 'count', n, counted } },
      ...(weighty && { weights }),
      ...(weighty && weighed === 'double' && { weightedMajority: share }),
    });
  });
const anyVote = fc
  .record({
    votes: fc.array(fc.constantFrom('F', 'A', '0', '-'), { minLength: 1, maxLength: 6 }),
    vacant: fc.nat(2),
    there: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    recused: fc.array(fc.constantFrom('s1', 's2', 's3'), { maxLength: 1 }),
    kinds: fc.array(fc.constantFrom('a', 'b'), { minLength: 6, maxLength: 6 }),
  })
  .map(({ votes, vacant, there, recused, kinds }) => {
    const entitled = seatsOf(votes.length);
    const categories = Object.fromEntries(entitled.map((seat, i) => [seat, kinds[i] ?? 'a']));
    const present = entitled.filter((_, i) => there[i]);
    const seats = entitled.length + vacant;
    const out = recused.filter((seat) => entitled.includes(seat));
    return count(votes.join(''), { seats, present, categories, recused: out });
  });

/** Every outcome that silence or a vote of each open seat can still lead to. */
function reachable(votes: Count, rulebook: Rulebook): ReadonlySet<string> {
  const open = votes.entitled.filter(
    (seat) => !votes.recused.includes(seat) && !votes.ballots.some((one) => one.seat === seat),
  );
  const all_ = open.reduce<readonly Count[]>(
    (counts, seat) =>
      counts.flatMap((one) => [
        one,
        ...voteChoices.map((choice) => ({
          ...one,
          present: [...new Set([...one.present, seat])],
          ballots: [...one.ballots, { seat, choice }],
        })),
      ]),
    [votes],
  );
  return new Set(all_.map((one) => outcomeOf(one, rulebook).outcome));
}

describe('early close', () => {
  it('D-2: is settled exactly when no vote that is still out can change the outcome', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(anyVote, anyRules, (votes, rulebook) => {
        const settled = isSettled(votes, rulebook, votes.entitled);
        seen.add(settled);
        expect(settled).toBe(reachable(votes, rulebook).size === 1);
      }),
      { numRuns: 1500 },
    );
    expect(seen.size).toBe(2);
  });
});
