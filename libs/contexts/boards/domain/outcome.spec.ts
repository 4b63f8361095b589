import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulebookPresets } from '../contract/index.js';
import type { MajorityBase, QuorumRule, Rulebook } from '../contract/index.js';
import { majorityBases } from '../contract/index.js';
import { neededOf, outcomeOf, quorumOf } from './outcome.js';
import type { Ballot, Count, VoteChoice } from './outcome.js';

const seatsOf = (n: number) => Array.from({ length: n }, (_, i) => `seat-${String(i + 1)}`);

/** A vote of `n` seats, all held, all present unless said otherwise; the chair has the first. */
function count(n: number, votes: string, more: Partial<Count> = {}): Count {
  const entitled = seatsOf(n);
  const words: Record<string, VoteChoice> = { F: 'for', A: 'against', 0: 'abstain' };
  const ballots = Array.from(votes).flatMap((letter, i): Ballot[] => {
    const choice = words[letter];
    return choice ? [{ seat: `seat-${String(i + 1)}`, choice }] : [];
  });
  const all = { seats: n, entitled, chair: 'seat-1', recused: [], present: entitled, ballots };
  return { ...all, ...more };
}

const half = { num: 1, den: 2, strict: true };
const rulebook = (majority: Partial<Rulebook['majority']>, more: Partial<Rulebook> = {}) => ({
  ...rulebookPresets.italianCollegialBody,
  quorum: { kind: 'count', n: 1 } as QuorumRule,
  majority: { base: 'castLessAbstentions' as MajorityBase, ...half, ...majority },
  ...more,
});
const outcome = (votes: Count, rules: Rulebook) => outcomeOf(votes, rules).outcome;
const step = (votes: Count, rules: Rulebook, name: string) =>
  outcomeOf(votes, rules).trace.find((one) => one.step === name);

describe('outcome of a vote', () => {
  it('D-2: two thirds of seven are five, and four are not', () => {
    const twoThirds = rulebook({ base: 'entitled', num: 2, den: 3, strict: false });
    expect(outcome(count(7, 'FFFFFAA'), twoThirds)).toBe('approved');
    expect(outcome(count(7, 'FFFFAAA'), twoThirds)).toBe('rejected');
    expect(step(count(7, 'FFFFAAA'), twoThirds, 'majority')?.numbers).toStrictEqual({
      for: 4,
      base: 7,
      num: 2,
      den: 3,
      needed: 5,
    });
  });
  it('D-2: two thirds of six are four exactly: enough when at least, not when more', () => {
    const asked = { base: 'entitled', num: 2, den: 3 } as const;
    expect(outcome(count(6, 'FFFFAA'), rulebook({ ...asked, strict: false }))).toBe('approved');
    expect(outcome(count(6, 'FFFFAA'), rulebook({ ...asked, strict: true }))).toBe('rejected');
  });
  it('D-2: more than half of eight is five, of seven four', () => {
    expect(neededOf(8, half)).toBe(5);
    expect(neededOf(7, half)).toBe(4);
    expect(neededOf(7, { num: 1, den: 3, strict: false })).toBe(3);
  });
  it('D-2: abstentions alone adopt nothing, under no base', () => {
    for (const base of majorityBases) {
      const inclusive = rulebook({ base, num: 1, den: 1000, strict: false });
      expect(outcome(count(5, '00000'), inclusive)).toBe('rejected');
      expect(outcome(count(5, 'F0000'), inclusive)).toBe('approved');
    }
  });
  it('D-2: one in favour among abstentions passes where they do not count, and not where they do', () => {
    expect(outcome(count(5, 'F0000'), rulebook({ base: 'castLessAbstentions' }))).toBe('approved');
    expect(outcome(count(5, 'F0000'), rulebook({ base: 'cast' }))).toBe('rejected');
  });
  it('D-2: a silent member counts among those present and not among those who voted', () => {
    expect(outcome(count(5, 'FFA--'), rulebook({ base: 'present' }))).toBe('rejected');
    expect(outcome(count(5, 'FFA--'), rulebook({ base: 'cast' }))).toBe('approved');
  });
  it('D-2: who leaves after voting has voted', () => {
    const left = { present: ['seat-1', 'seat-2'] };
    expect(outcome(count(3, 'FFA', left), rulebook({ base: 'present' }))).toBe('approved');
    expect(step(count(3, 'FFA', left), rulebook({ base: 'present' }), 'base')?.numbers).toEqual({
      base: 3,
    });
  });
  it('D-2: all seats, entitled and present are three bases', () => {
    const body = { seats: 9, present: ['seat-1', 'seat-2', 'seat-3', 'seat-4', 'seat-5'] };
    const bases = Object.fromEntries(
      majorityBases.map((base) => [
        base,
        step(count(7, 'FFFA0', body), rulebook({ base }), 'base')?.numbers.base,
      ]),
    );
    expect(bases).toEqual({ cast: 5, castLessAbstentions: 4, present: 5, entitled: 7, seats: 9 });
  });
  it('D-2: a tie falls, or goes with the chair', () => {
    const chair = rulebook({}, { tie: 'chairDecides' });
    expect(outcome(count(4, 'FFAA'), rulebook({}))).toBe('rejected');
    expect(outcome(count(4, 'FFAA'), chair)).toBe('approved');
    expect(outcome(count(4, 'AFFA'), chair)).toBe('rejected');
  });
  it('D-2: a tie with an absent, silent, abstaining or recused chair falls', () => {
    const chair = rulebook({}, { tie: 'chairDecides' });
    const away = { present: ['seat-2', 'seat-3'] };
    expect(outcome(count(3, '-FA', away), chair)).toBe('rejected');
    expect(outcome(count(3, '-FA'), chair)).toBe('rejected');
    expect(outcome(count(3, '0FA'), chair)).toBe('rejected');
    expect(outcome(count(3, 'FFA', { recused: ['seat-1'] }), chair)).toBe('rejected');
    expect(outcome(count(3, '-FA', { chair: 'seat-2' }), chair)).toBe('approved');
    expect(outcome(count(2, 'FA', { chair: null }), chair)).toBe('rejected');
  });
  it('D-2: a casting vote supplies no two thirds and no absolute majority', () => {
    const tie = { tie: 'chairDecides' } as const;
    const most = rulebook({ num: 2, den: 3, strict: false }, tie);
    expect(outcome(count(4, 'FFAA'), most)).toBe('rejected');
    expect(outcome(count(4, 'FFAA'), rulebook({ base: 'entitled' }, tie))).toBe('rejected');
    expect(outcome(count(4, 'FFAA'), rulebook({ base: 'present' }, tie))).toBe('approved');
  });
  it('GB-3: a recused seat votes not, and leaves the base where the rulebook says so', () => {
    const recused = { recused: ['seat-5', 'seat-6'] };
    const shrinks = rulebook({ base: 'entitled' }, { recusedLeaveBase: true });
    const stays = rulebook({ base: 'entitled' }, { recusedLeaveBase: false });
    expect(outcome(count(6, 'FFFA', recused), shrinks)).toBe('approved');
    expect(outcome(count(6, 'FFFA', recused), stays)).toBe('rejected');
    expect(outcome(count(6, 'FAAAFF', recused), rulebook({}))).toBe('rejected');
    const present = rulebook({ base: 'present' }, { recusedLeaveBase: false });
    expect(step(count(6, 'FFFA', recused), present, 'base')?.numbers).toEqual({ base: 6 });
  });
  it('GB-2: below the structural quorum a vote is void, whatever the votes', () => {
    const rules = rulebookPresets.italianCollegialBody;
    const three = { present: ['seat-1', 'seat-2', 'seat-3'] };
    const four = { present: ['seat-1', 'seat-2', 'seat-3', 'seat-4'] };
    expect(outcome(count(7, 'FFF', three), rules)).toBe('inquorate');
    expect(outcome(count(7, 'FFF', four), rules)).toBe('approved');
  });
  it('D-2: a trace tells its steps in order and in both languages', () => {
    const { trace } = outcomeOf(count(4, 'FFAA'), rulebook({}, { tie: 'chairDecides' }));
    expect(trace.map(({ step: name }) => name)).toEqual([
      'quorum',
      'votes',
      'base',
      'majority',
      'tie',
      'result',
    ]);
    expect(trace.map(({ en }) => en).join('\n')).toMatch(
      /More than 1\/2 of 4, that is 3 votes in favour, are needed; there are 2/,
    );
    expect(
      trace.every(({ it: italian, en }) => italian !== en && !italian.includes('undefined')),
    ).toBe(true);
  });
});

describe('structural quorum', () => {
  const of = (whole: 'seats' | 'seatsFilled' | 'seatsLessRecused', strict = true): QuorumRule => ({
    kind: 'fraction',
    num: 1,
    den: 2,
    strict,
    of: whole,
  });
  const present = (n: number) => ({ present: seatsOf(n) });

  it('GB-2: a share of all seats counts the vacant ones, of those filled does not', () => {
    const body = count(6, '', { seats: 8, ...present(4) });
    expect(quorumOf(body, of('seats'))).toMatchObject({ reached: false, whole: 8, needed: 5 });
    expect(quorumOf(body, of('seatsFilled'))).toMatchObject({ reached: true, needed: 4 });
    expect(quorumOf(body, of('seats', false))).toMatchObject({ reached: true, needed: 4 });
  });
  it('GB-3: a recused seat is not counted as present, and shrinks the whole only by rule', () => {
    const body = count(6, '', { recused: ['seat-1', 'seat-2'], ...present(5) });
    expect(quorumOf(body, of('seats'))).toMatchObject({ reached: false, present: 3, whole: 6 });
    expect(quorumOf(body, of('seatsLessRecused'))).toMatchObject({ reached: true, whole: 4 });
  });
  it('GB-2: who has no seat in office does not make a quorum', () => {
    const body = count(2, '', { present: ['seat-1', 'seat-9'] });
    expect(quorumOf(body, { kind: 'count', n: 2 }).reached).toBe(false);
    expect(quorumOf(body, { kind: 'count', n: 1 }).reached).toBe(true);
  });
  it('GB-2: nobody is never a quorum', () => {
    const all = ['seat-1', 'seat-2'];
    const body = count(2, '', { recused: all });
    expect(quorumOf(body, of('seatsLessRecused', false)).reached).toBe(false);
    expect(quorumOf({ ...body, recused: ['seat-1'] }, of('seatsLessRecused')).reached).toBe(true);
  });
});

const anyCount = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.record({
    seats: fc.integer({ min: n, max: 60 }),
    entitled: fc.constant(seatsOf(n)),
    chair: fc.option(fc.constantFrom(...seatsOf(n))),
    recused: fc.subarray(seatsOf(n)),
    present: fc.subarray(seatsOf(n)),
    ballots: fc.subarray(seatsOf(n)).chain((voters) =>
      fc.tuple(
        ...voters.map((seat) =>
          fc.record({
            seat: fc.constant(seat),
            choice: fc.constantFrom<VoteChoice>('for', 'against', 'abstain'),
          }),
        ),
      ),
    ),
  }),
);
const anyShare = fc.integer({ min: 1, max: 20 }).chain((den) =>
  fc.record({
    num: fc.integer({ min: 1, max: den }),
    den: fc.constant(den),
    strict: fc.boolean(),
  }),
);
const anyRulebook: fc.Arbitrary<Rulebook> = fc.record({
  quorum: fc.oneof(
    fc.record({ kind: fc.constant('count' as const), n: fc.integer({ min: 1, max: 60 }) }),
    fc
      .tuple(
        anyShare,
        fc.constantFrom('seats' as const, 'seatsFilled' as const, 'seatsLessRecused' as const),
      )
      .map(([share, of]) => ({ kind: 'fraction' as const, ...share, of })),
  ),
  majority: fc
    .tuple(anyShare, fc.constantFrom(...majorityBases))
    .map(([share, base]) => ({ ...share, base })),
  tie: fc.constantFrom('falls' as const, 'chairDecides' as const),
  recusedLeaveBase: fc.boolean(),
  noticeDays: fc.constant(5),
  representation: fc.constant([]),
});

describe('every outcome', () => {
  it('D-2: is the same again, and each needed number is the least that holds', () => {
    fc.assert(
      fc.property(anyCount, anyRulebook, anyShare, (votes, rules, share) => {
        expect(outcomeOf(votes, rules)).toEqual(outcomeOf(votes, rules));
        const needed = neededOf(votes.seats, share);
        // Multiplied out, so that the test compares no rounded quotient either.
        const enough = (n: number) =>
          share.strict
            ? n * share.den > votes.seats * share.num
            : n * share.den >= votes.seats * share.num;
        expect([enough(needed), enough(needed - 1)]).toEqual([true, false]);
      }),
    );
  });
  it('D-2: one more vote in favour never turns an adopted proposal down', () => {
    fc.assert(
      fc.property(anyCount, anyRulebook, fc.nat(59), (votes, rules, which) => {
        const before = outcomeOf(votes, rules).outcome;
        const changed = votes.ballots.map((ballot, i) =>
          i === which ? { ...ballot, choice: 'for' as const } : ballot,
        );
        const after = outcomeOf({ ...votes, ballots: changed }, rules).outcome;
        expect(before === 'approved' && after === 'rejected').toBe(false);
        expect(before === 'inquorate').toBe(after === 'inquorate');
      }),
    );
  });
  it('GB-3: a recused seat changes nothing by what it voted', () => {
    fc.assert(
      fc.property(anyCount, anyRulebook, (votes, rules) => {
        const heard = votes.ballots.filter(({ seat }) => !votes.recused.includes(seat));
        expect(outcomeOf({ ...votes, ballots: heard }, rules)).toEqual(outcomeOf(votes, rules));
      }),
    );
  });
  it('D-2: without a vote in favour nothing is adopted, and with a trace that says so', () => {
    fc.assert(
      fc.property(anyCount, anyRulebook, (votes, rules) => {
        const none = votes.ballots.filter(({ choice }) => choice !== 'for');
        const { outcome: result, trace } = outcomeOf({ ...votes, ballots: none }, rules);
        expect(result).not.toBe('approved');
        expect(trace.at(-1)).toMatchObject({ step: 'result', holds: false });
      }),
    );
  });
});
