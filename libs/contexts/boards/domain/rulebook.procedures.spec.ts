import { describe, expect, it } from '@jest/globals';
import { rulebookPresets } from '../contract/index.js';
import type { Rulebook, SilenceRule, WrittenRule } from '../contract/index.js';
import { dryRunOf } from './rulebook.warnings.js';

const safe: Rulebook = {
  quorum: { kind: 'fraction', num: 1, den: 2, strict: true, of: 'seatsFilled' },
  majority: { base: 'castLessAbstentions', num: 1, den: 2, strict: true, atLeast: 3 },
  ...{ tie: 'falls', recusedLeaveBase: true, noticeDays: 5, representation: [] },
  login: { assurance: 'substantial' },
};
const safeWritten: WrittenRule = { minDays: 10, replyChange: 'no', sittingCalls: 1 };
const safeSilence: SilenceRule = { minDays: 10, objections: 1, onObjections: 'sitting' };
const written = (more: Partial<WrittenRule>): Rulebook => ({
  ...safe,
  written: { ...safeWritten, ...more },
});
const silence = (more: Partial<SilenceRule>): Rulebook => ({
  ...safe,
  silence: { ...safeSilence, ...more },
});
const codes = (rulebook: Rulebook, seats = 9) =>
  dryRunOf(rulebook, seats).warnings.map(({ code }) => code);
const refusal = (rulebook: Rulebook) => dryRunOf(rulebook, 9).refusal?.code ?? null;

describe('the dry run of a rulebook that decides without sitting', () => {
  it('GB-1: has days that agree', () => {
    expect(refusal(written({ maxDays: 9 }))).toBe('ProcedureDaysVoid');
    expect(refusal(written({ maxDays: 10 }))).toBeNull();
    expect(refusal(silence({ maxDays: 30, sensitiveMaxDays: 9 }))).toBe('ProcedureDaysVoid');
  });
  it('GB-1: lets no more members call for a sitting than there are, and one at least', () => {
    expect(refusal(written({ sittingCalls: 0 }))).toBe('SittingCallsVoid');
    expect(refusal(written({ sittingCalls: 10 }))).toBe('SittingCallsVoid');
    expect(refusal(written({ sittingCalls: 9 }))).toBeNull();
  });
  it('D-2: is ended by objections that there can be', () => {
    expect(refusal(silence({ objections: 0 }))).toBe('ObjectionsVoid');
    expect(refusal(silence({ objections: 10 }))).toBe('ObjectionsVoid');
    expect(refusal(silence({ objections: 9 }))).toBeNull();
  });
  it('GB-2: asks for replies that there can be', () => {
    expect(refusal(written({ replies: { kind: 'count', n: 10 } }))).toBe('QuorumRuleVoid');
    expect(refusal(written({ replies: { kind: 'count', n: 9 } }))).toBeNull();
  });
  it('GB-2: warns where few replies make it valid', () => {
    expect(codes(written({ replies: { kind: 'count', n: 2 } }))).toEqual(['RepliesBelowThird']);
    expect(codes(written({ replies: { kind: 'count', n: 3 } }))).toEqual([]);
  });
  it('GB-1: warns where it can close on the day that it opens', () => {
    expect(codes(written({ minDays: 0 }))).toEqual(['NoTimeToAnswer']);
    expect(codes(silence({ minDays: 0 }))).toEqual(['NoTimeToAnswer']);
    expect(codes(silence({ minDays: 1 }))).toEqual([]);
  });
  it('D-2: warns where members cannot bring it to a sitting', () => {
    const { sittingCalls: _none, ...rest } = safeWritten;
    expect(codes({ ...safe, written: rest })).toEqual(['NoWayToSitting']);
    expect(codes(written({}))).toEqual([]);
  });
  it('D-2: warns where silence is hard to break, and where one breaks it for good', () => {
    expect(codes(silence({ objections: 4 }))).toEqual(['ManyMustObject']);
    expect(codes(silence({ objections: 3 }))).toEqual([]);
    expect(codes(silence({ onObjections: 'rejected' }))).toEqual(['OneObjectionRejects']);
    expect(codes(silence({ onObjections: 'rejected', objections: 2 }))).toEqual([]);
  });
});

describe('the rulebooks to start from', () => {
  it('are the five that bodies know by name', () => {
    const { interregMonitoringCommittee, italianCollegialBody, ...rest } = rulebookPresets;
    const { councilDoubleMajority, conferenzaDiServizi, steeringConsent } = rest;
    expect(interregMonitoringCommittee.majority.unanimity).toBe('noObjection');
    expect(italianCollegialBody.secondCall.den).toBe(3);
    expect(councilDoubleMajority.weightedMajority).toEqual({ num: 13, den: 20, strict: false });
    expect(steeringConsent.silence.objections).toBe(1);
    // L. 241/1990 art. 14-bis: 15 days for documents, 45 for positions, 90 for sensitive interests.
    expect(conferenzaDiServizi.silence).toEqual({
      ...{ minDays: 15, maxDays: 45, sensitiveMaxDays: 90, documentRequestDays: 15 },
      ...{ objections: 1, onObjections: 'sitting' },
    });
  });
  it('D-2: the conferenza di servizi can be adopted, and its silence is safe', () => {
    const { refusal: kept, warnings } = dryRunOf(rulebookPresets.conferenzaDiServizi, 7);
    const found = warnings.map(({ code }) => code);
    expect([kept, found]).toEqual([null, ['FewDecide', 'TieWithoutChair']]);
  });
});
