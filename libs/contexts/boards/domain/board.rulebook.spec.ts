import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { BoardId, DecisionId, DecisionStatus, Rulebook } from '../contract/index.js';
import { board } from './board.js';
import type { BoardEvent } from './board.events.js';
import { rollOf } from './roll.js';
import { rulebookRefusal } from './rulebook.refusal.js';

const given = specificationFor(board);
const day = (text: string) => text as LocalDate;
const id = 'board-1' as BoardId;
const rulebook: Rulebook = rulebookPresets.italianCollegialBody;
const founding = { name: 'Cabina', nameEn: null, level: 'region', network: null } as const;
const established: BoardEvent = {
  type: 'BoardEstablished',
  data: {
    ...{ ...founding, plan: null, seats: 3, rulebook, rulebookVersion: 1 },
    termUntil: day('2031-12-31'),
  },
};
const sat = [established];
const rollOn = (events: readonly BoardEvent[], text: string) =>
  rollOf(events.reduce(board.evolve, board.initial), { board: id, revision: 1, day: day(text) });

describe('board, its rulebook amended by its own decision', () => {
  const decision = 'decision-1' as DecisionId;
  const next: Rulebook = { ...rulebook, tie: 'chairDecides' };
  const found = (status: DecisionStatus, more: object = {}) => ({
    ...{ board: id, status, subject: { kind: 'amendRules', rulebook: next } as const, ...more },
  });
  const amend = (known: ReturnType<typeof found> | null) =>
    ({ type: 'AmendRules', data: { decision, grounds: { board: id, decision: known } } }) as const;
  const amended: BoardEvent = {
    type: 'BoardRulesAmended',
    data: { decision, rulebook: next, rulebookVersion: 2 },
  };
  it('D-9, X-11: by a decision in effect, not by one that is only signed', () => {
    given(...sat)
      .when(amend(found('Adopted')))
      .thenRefused('DecisionNotEffective');
    given(...sat)
      .when(amend(found('Effective')))
      .then(amended);
    expect(rollOn([...sat, amended], '2030-02-01')).toMatchObject({
      rulebookVersion: 2,
      rulebook: { tie: 'chairDecides' },
    });
  });
  it('D-9, X-12: by its own decision, on a rulebook', () => {
    given(...sat)
      .when(amend(null))
      .thenRefused('DecisionUnknown');
    given(...sat)
      .when(amend(found('Effective', { board: 'board-2' })))
      .thenRefused('DecisionUnknown');
    given(...sat)
      .when(amend(found('Effective', { subject: { kind: 'other' } })))
      .thenRefused('NotOnRules');
  });
  it('X-11: once by each decision', () =>
    given(...sat, amended)
      .when(amend(found('Effective')))
      .thenRefused('RulesAmendedAlready'));
  it('GB-2: to a rulebook that can be met', () => {
    const impossible = { ...next, quorum: { kind: 'count', n: 9 } };
    given(...sat)
      .when(amend(found('Effective', { subject: { kind: 'amendRules', rulebook: impossible } })))
      .thenRefused('QuorumRuleVoid');
  });
});

describe('a rulebook', () => {
  const kept = (more: Partial<Rulebook>, seats = 5) => {
    const decision = rulebookRefusal({ ...rulebook, ...more }, seats);
    return decision?.outcome === 'refused' ? decision.refusal.code : null;
  };
  const share = { num: 13, den: 20, strict: false };
  const weights = [{ category: 'comuni', weight: 3 }];
  it('D-2: weighs everybody or nobody: a double majority needs weights, one for each category', () => {
    expect(kept({ weightedMajority: share })).toBe('WeightsMissing');
    expect(kept({ weightedMajority: share, weights })).toBeNull();
    expect(kept({ weights: [...weights, ...weights] })).toBe('WeightTwice');
    expect(kept({ weightedMajority: { ...share, num: 21 }, weights })).toBe('MajorityRuleVoid');
  });
  it('D-2: gives vacant seats no weight', () => {
    const of = (base: 'seats' | 'entitled') => ({ base, num: 1, den: 2, strict: true });
    expect(kept({ weights, majority: of('seats') })).toBe('WeightsOfVacantSeats');
    expect(kept({ weights, majority: of('entitled') })).toBeNull();
  });
  it('D-2: asks for no more votes than there are, and for unanimity of all', () => {
    const majority = (more: object) => ({ majority: { ...rulebook.majority, ...more } });
    expect(kept(majority({ atLeast: 6 }))).toBe('MajorityRuleVoid');
    expect(kept(majority({ atLeast: 5 }))).toBeNull();
    expect(kept(majority({ unanimity: 'allYes' }))).toBe('MajorityRuleVoid');
    expect(kept(majority({ unanimity: 'allYes', num: 1, den: 1, strict: false }))).toBeNull();
  });
  it('D-1: names each form of voting once, and one that can be used', () => {
    expect(kept({ ballots: ['named', 'hidden'] })).toBeNull();
    expect(kept({ ballots: [] })).toBe('BallotFormsVoid');
    expect(kept({ ballots: ['named', 'named'] })).toBe('BallotFormsVoid');
    expect(kept({ ballots: ['secret'] })).toBeNull();
    expect(kept({ ballots: ['secret', 'secretOnPaper'], weights })).toBe('BallotFormsVoid');
    expect(kept({ ballots: ['secret', 'hidden'], weights })).toBeNull();
  });
  it('GB-2, GB-7: has a quorum that can be met in second call and by category', () => {
    const secondCall = (n: number) => ({ secondCall: { kind: 'count' as const, n } });
    expect(kept(secondCall(6))).toBe('QuorumRuleVoid');
    expect(kept(secondCall(2))).toBeNull();
    const categories = (min: number) => {
      return { quorum: { ...rulebook.quorum, categories: [{ category: 'comuni', min }] } };
    };
    expect(kept(categories(6))).toBe('RepresentationExceedsSeats');
    expect(kept(categories(5))).toBeNull();
  });
  it('D-2: of every preset can be adopted, weights added where votes are weighed', () => {
    for (const preset of Object.values<Rulebook>(rulebookPresets)) {
      expect(
        rulebookRefusal(preset.weightedMajority ? { ...preset, weights } : preset, 5),
      ).toBeNull();
    }
  });
});
