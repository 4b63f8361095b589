import { describe, expect, it } from '@jest/globals';
import { rulebookPresets } from '../contract/index.js';
import type { Rulebook } from '../contract/index.js';
import { dryRunOf } from './rulebook.warnings.js';

const safe: Rulebook = {
  quorum: { kind: 'fraction', num: 1, den: 2, strict: true, of: 'seatsFilled' },
  majority: { base: 'castLessAbstentions', num: 1, den: 2, strict: true, atLeast: 3 },
  tie: 'falls',
  recusedLeaveBase: true,
  noticeDays: 5,
  representation: [],
  login: { assurance: 'substantial' },
};
const codes = (more: Partial<Rulebook>, seats = 9) =>
  dryRunOf({ ...safe, ...more }, seats).warnings.map(({ code }) => code);
const majority = (more: object) => ({ majority: { ...safe.majority, ...more } });

describe('the dry run of a rulebook', () => {
  it('D-2: says how few make it valid and how few then adopt', () => {
    expect(dryRunOf(safe, 9)).toEqual({
      ...{ refusal: null, warnings: [], leastPresent: 5, leastFor: 3 },
    });
  });
  it('D-2: warns where few decide, not where enough do', () => {
    expect(codes(majority({ atLeast: 2 }))).toEqual(['FewDecide']);
    expect(codes(majority({ atLeast: 3 }))).toEqual([]);
  });
  it('D-2: warns where a valid sitting cannot adopt', () =>
    expect(codes(majority({ base: 'entitled', num: 2, den: 3 }))).toContain('UndecidableAtQuorum'));
  it('GB-2: warns below a third of the seats, in second call too', () => {
    expect(codes({ quorum: { kind: 'count', n: 2 } })).toContain('QuorumBelowThird');
    expect(codes({ secondCall: { kind: 'count', n: 2 } })).toEqual(['QuorumBelowThird']);
    expect(codes({ secondCall: { kind: 'count', n: 3 } })).toEqual([]);
  });
  it('GB-3: warns where a recusal counts as a vote against, and not where it leaves the base', () => {
    const seats = majority({ base: 'seats' });
    expect(codes({ ...seats, recusedLeaveBase: false })).toContain('RecusalCountsAgainst');
    expect(codes(seats)).not.toContain('RecusalCountsAgainst');
  });
  it('D-2: warns where an abstention counts as a vote against', () => {
    expect(codes(majority({ base: 'present' }))).toContain('AbstentionCountsAgainst');
    expect(codes({})).not.toContain('AbstentionCountsAgainst');
  });
  it('GB-2: warns where vacant seats count, in the quorum or in the majority', () => {
    expect(codes(majority({ base: 'seats' }))).toContain('VacancyCountsAgainst');
    const quorum = { ...safe.quorum, of: 'seats' } as Rulebook['quorum'];
    expect(codes({ quorum })).toContain('VacancyCountsAgainst');
    expect(codes(majority({ base: 'present' }))).not.toContain('VacancyCountsAgainst');
  });
  it('GB-1: warns of sittings on the day of their notice, and not where a day lies between', () => {
    expect(codes({ noticeDays: 0 })).toEqual(['NoNotice']);
    expect(codes({ noticeDays: 1 })).toEqual([]);
  });
  it('D-2: warns of unanimity, and of ties that nobody decides', () => {
    expect(codes(majority({ unanimity: 'noObjection', num: 1, den: 1, strict: false }))).toEqual([
      'OneBlocks',
    ]);
    expect(codes({ tie: 'chairDecides' })).toEqual(['TieWithoutChair']);
    expect(codes({ tie: 'chairDecides', tieUnpresided: 'postponed' })).toEqual([]);
    expect(codes({ tie: 'chairSecond' })).toEqual(['SecondVoteWithoutChair']);
    expect(codes({ tie: 'chairSecond', tieUnpresided: 'falls' })).toEqual([]);
    expect(codes({ tie: 'lot' })).toEqual([]);
  });
  it('X-3: warns where a login of a low level decides, or any, and not where a surer one does', () => {
    const { login: _none, ...anyhow } = safe;
    expect(dryRunOf(anyhow, 9).warnings.map(({ code }) => code)).toEqual(['AnyLoginDecides']);
    expect(codes({ login: { assurance: 'low' } })).toEqual(['AnyLoginDecides']);
    expect(codes({ login: { assurance: 'high', withinMinutes: 15 } })).toEqual([]);
  });
  it('GB-5: warns where delegations make a quorum of few people', () => {
    expect(codes({ delegation: { max: 2, noticeDays: 1 } })).toEqual(['FewPeopleMakeQuorum']);
    expect(codes({ delegation: { max: 0, noticeDays: 1 } })).toEqual([]);
  });
  it('D-3: warns where a secret vote cannot be held, and not where named ones are enough', () => {
    const secret = { ballots: ['named', 'secret'] } as const;
    expect(codes(secret)).toEqual([]);
    const weights = [{ category: 'comuni', weight: 2 }];
    expect(codes({ ...secret, weights })).toContain('SecretNeverPossible');
    expect(codes({ ballots: ['named', 'hidden'], weights })).not.toContain('SecretNeverPossible');
    expect(codes({ ...secret, quorum: { kind: 'count', n: 2 } }, 5)).toContain(
      'SecretAtQuorumTooFew',
    );
    expect(codes({ ...secret, quorum: { kind: 'count', n: 3 } }, 5)).toEqual([]);
  });
  it('D-3: warns of what a secret vote changes: no casting vote, a unanimity that tells', () => {
    const ballots = ['named', 'secretOnPaper'] as const;
    const chair = { tie: 'chairDecides', tieUnpresided: 'postponed' } as const;
    expect(codes({ ...chair, ballots })).toEqual(['SecretWithoutCastingVote']);
    expect(codes({ ...chair, tie: 'chairSecond', ballots })).toEqual(['SecretWithoutCastingVote']);
    expect(codes({ tie: 'lot', ballots })).toEqual([]);
    const unanimity = majority({ unanimity: 'noObjection', num: 1, den: 1, strict: false });
    expect(codes({ ...unanimity, ballots })).toContain('SecretUnanimityDiscloses');
    expect(codes({ ...unanimity, ballots: ['named', 'hidden'] })).not.toContain(
      'SecretUnanimityDiscloses',
    );
  });
  it('D-2: warns that one who is silent keeps a hidden or secret vote open', () => {
    expect(codes({ closing: 'settled', ballots: ['hidden'] })).toEqual(['SilenceKeepsOpen']);
    expect(codes({ closing: 'settled', ballots: ['named', 'secretOnPaper'] })).toEqual([]);
    expect(codes({ ballots: ['hidden'] })).toEqual([]);
  });
  it('D-2, GB-2: says why a rulebook could not be adopted at all', () => {
    const { refusal, warnings } = dryRunOf({ ...safe, quorum: { kind: 'count', n: 10 } }, 9);
    expect([refusal?.code, warnings]).toEqual(['QuorumRuleVoid', []]);
    expect(dryRunOf(rulebookPresets.councilDoubleMajority, 27).refusal?.code).toBe(
      'WeightsMissing',
    );
  });
  it('D-2: warns that by silence a tie is neither drawn nor voted on again', () => {
    const silence = { minDays: 5, objections: 2, onObjections: 'sitting' } as const;
    expect(codes({ tie: 'lot', silence })).toEqual(['SilenceBreaksNoTie']);
    expect(codes({ tie: 'chairSecond', tieUnpresided: 'falls', silence })).toEqual([
      'SilenceBreaksNoTie',
    ]);
    expect(codes({ tie: 'postponed', silence })).toEqual([]);
  });
});
