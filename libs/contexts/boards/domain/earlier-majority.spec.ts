import { describe, expect, it } from '@jest/globals';
import type { Command, LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { DecisionId } from '../contract/index.js';
import type { EarlierOnTable } from './decision.commands.js';
import { countingRules, majoritiesOf } from './earlier-majority.js';
import type { EarlierMajority } from './earlier-majority.js';
import { outcomeIn } from './ballot.count.js';
import { outcomeOf } from './outcome.js';
import { closedOf, procedureOutcomeOf } from './procedure.closing.js';
import * as p from './procedure.examples.js';
import { procedure } from './procedure.js';
import { recomputed, recomputedProcedure } from './recomputation.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';
import { evolve, noSitting } from './sitting.state.js';
import { isSettled } from './settled.js';

const old = 'decision-9' as DecisionId;
const subject = { kind: 'reconsider', decision: old } as const;
/** Two thirds of who is entitled: three of four. */
const [twoThirds] = majoritiesOf(old, rulebookPresets.qualifiedMajority) as [EarlierMajority];
const half = a.roll.rulebook;
const rules = countingRules(half, [twoThirds]);

const count = (votes: string) => {
  const entitled = ['s1', 's2', 's3', 's4'];
  const ballots = Array.from(votes).map((letter, i) => {
    return { seat: `s${String(i + 1)}`, choice: letter === 'F' ? 'for' : 'against' } as const;
  });
  return { seats: 5, entitled, chair: 's1', recused: [], present: entitled, ballots };
};

describe('the majority of a decision that the body comes back to', () => {
  it('D-8: two of three are enough by today’s rule, and too few for what two thirds had adopted', () => {
    expect(outcomeOf(count('FFA'), half).outcome).toBe('approved');
    expect(outcomeOf(count('FFA'), rules).outcome).toBe('rejected');
    expect(outcomeOf(count('FFFA'), rules).outcome).toBe('approved');
  });
  it('D-8: the trace says which majority failed, in both languages', () => {
    const { trace } = outcomeOf(count('FFA'), rules);
    expect(trace.map(({ step, holds }) => `${step} ${String(holds)}`)).toEqual([
      ...['quorum true', 'votes true', 'base true', 'majority true'],
      ...['earlier true', 'earlier false', 'result false'],
    ]);
    expect(trace[5]).toMatchObject({
      numbers: { for: 2, base: 4, num: 2, den: 3, needed: 3 },
      it: expect.stringContaining('Come per la deliberazione su cui si torna: servono almeno 2/3'),
      en: expect.stringContaining('As for the decision that the body comes back to: at least 2/3'),
    });
  });
  it('D-8: a lower majority of then takes nothing off that of today', () => {
    const [lower] = majoritiesOf(old, half) as [EarlierMajority];
    const today = { ...half, majority: twoThirds.majority };
    expect(outcomeOf(count('FFA'), countingRules(today, [lower])).outcome).toBe('rejected');
    expect(outcomeOf(count('FFFA'), countingRules(today, [lower])).outcome).toBe('approved');
  });
  it('D-8: by the same rulebook it is as any other vote, the casting vote of the chair included', () => {
    const chair = { ...half, tie: 'chairDecides' } as const;
    const again = countingRules(chair, majoritiesOf(old, chair));
    for (const votes of ['FFAA', 'AAFF', 'FFA', 'FAA', 'F', '']) {
      expect(outcomeOf(count(votes), again).outcome).toBe(outcomeOf(count(votes), chair).outcome);
    }
    expect(outcomeOf(count('FFAA'), again).outcome).toBe('approved');
  });
  it('D-8: weights of then are weighed, where there are none today', () => {
    const weights = [
      { category: 'comuni', weight: 1 },
      { category: 'regione', weight: 5 },
    ];
    const double = { ...half, weights, weightedMajority: { num: 1, den: 2, strict: true } };
    const weighed = countingRules(half, majoritiesOf(old, double));
    const categories = { s1: 'comuni', s2: 'comuni', s3: 'comuni', s4: 'regione' };
    const of = (votes: string) => outcomeOf({ ...count(votes), categories }, weighed).outcome;
    expect(of('FFFA')).toBe('rejected');
    expect(of('AFFF')).toBe('approved');
  });
  it('D-8: what comes back to what came back needs all that it was voted on with', () => {
    const later = 'decision-10' as DecisionId;
    expect(majoritiesOf(later, rules).map(({ decision }) => decision)).toEqual([later, old]);
  });
  it('D-3: the casting vote of then breaks no tie of a secret vote either', () => {
    const chair = { ...half, tie: 'chairDecides' } as const;
    const again = countingRules(chair, majoritiesOf(old, chair));
    expect(outcomeIn('named', count('FFAA'), again).outcome).toBe('approved');
    const secret = outcomeIn(
      'secret',
      count('FFAA'),
      countingRules(half, majoritiesOf(old, chair)),
    );
    expect(secret.trace.map(({ it }) => it).join(' ')).not.toContain('prevale');
    expect(outcomeIn('secret', count('FFAA'), again).outcome).toBe('rejected');
  });
  it('D-8: nothing is settled while the majority of then can still be missed', () => {
    const all = ['s1', 's2', 's3', 's4'];
    const ballots = (votes: string) => ({ ...count(votes), present: all });
    const cast = { ...half, majority: { ...half.majority, base: 'seats' as const } };
    const both = countingRules(cast, [
      { ...twoThirds, majority: { ...twoThirds.majority, num: 1, den: 1 } },
    ]);
    expect(isSettled(ballots('FFF'), cast, all)).toBe(true);
    expect(isSettled(ballots('FFF'), both, all)).toBe(false);
    expect(isSettled(ballots('FFFF'), both, all)).toBe(true);
  });
});

describe('a vote on a decision that the body comes back to', () => {
  const given = specificationFor(sitting);
  const earlier: EarlierOnTable = {
    ...{ status: 'Effective', sameOrHigher: true, sameBody: true, alsoNeeded: [twoThirds] },
  };
  const open = (more: object = {}, about: object = subject) =>
    ({
      type: 'OpenVote',
      data: {
        ...{ item: a.item, textSha256: a.text },
        grounds: {
          ...{ roll: a.roll, sitting: a.sittingId, plan: null, earlier },
          ...{ decision: { ...a.scheduled, subject: about } },
          ...more,
        },
      },
      at: a.start,
    }) as never;
  const opened = a.voteOpened();
  const frozen = { ...opened, data: { ...opened.data, subject, alsoNeeded: [twoThirds] } };

  it('D-8: freezes the majority of then, for reconsidering and for ending', () => {
    given(...a.inSession())
      .when(open())
      .then(frozen);
    const ends = { kind: 'endDecision', decision: old, how: 'revoke', dependents: [] } as const;
    given(...a.inSession())
      .when(open({}, ends))
      .then({ ...frozen, data: { ...frozen.data, subject: ends } });
  });
  it('D-8: freezes nothing of a decision that this body did not vote on', () =>
    given(...a.inSession())
      .when(open({ earlier: { ...earlier, alsoNeeded: [] } }))
      .then({ ...opened, data: { ...opened.data, subject } }));
  it('D-8, X-12: asks at the opening whether the earlier decision can still be come back to', () => {
    given(...a.inSession())
      .when(open({ earlier: { ...earlier, status: 'Revoked' } }))
      .thenRefused('NotToReconsider');
    given(...a.inSession())
      .when(open({ earlier: null }))
      .thenRefused('DecisionUnknown');
  });
  it('D-2: is not opened where the weights of then leave a seat without one', () => {
    const weights = [{ category: 'regione', weight: 1 }];
    given(...a.inSession())
      .when(open({ earlier: { ...earlier, alsoNeeded: [{ ...twoThirds, weights }] } }))
      .thenRefused('WeightMissing');
  });
  it('D-3: is not secret where votes of then are weighed', () => {
    const weights = [{ category: 'comuni', weight: 2 }];
    const ballots = ['named', 'secret'] as const;
    const secretly = (one: EarlierMajority) => {
      const { type, data } = open({
        roll: { ...a.roll, rulebook: { ...half, ballots } },
        earlier: { ...earlier, alsoNeeded: [one] },
      }) as { type: 'OpenVote'; data: object };
      return { type, data: { ...data, ballot: 'secret' }, at: a.start } as never;
    };
    given(...a.inSession())
      .when(secretly({ ...twoThirds, weights }))
      .thenRefused('SecretWithWeights');
    const rulebook = { ...half, ballots };
    given(...a.inSession())
      .when(secretly(twoThirds))
      .then({ ...frozen, data: { ...frozen.data, rulebook, ballot: 'secret' } });
  });
  it('D-8: closes by both majorities, and is counted again by both', () => {
    const facts: SittingEvent[] = [
      ...[...a.inSession(), frozen],
      ...[a.voteCast('s1', 'for'), a.voteCast('s2', 'for'), a.voteCast('s3', 'against')],
    ];
    const data = { item: a.item, grounds: { roll: a.roll, plan: null } };
    const close = { ...someone, type: 'CloseVote', data, at: a.start } as Command<
      'CloseVote',
      typeof data
    >;
    const decided = sitting.decide(close, facts.reduce(evolve, noSitting));
    const closed = decided.outcome === 'accepted' ? [...facts, ...decided.events] : facts;
    expect(closed.at(-1)).toMatchObject({ type: 'VoteClosed', data: { outcome: 'rejected' } });
    expect(recomputed(closed, a.item)).toMatchObject({ equal: true });
    // Another rulebook of today changes nothing of what is needed beside it.
    expect(
      recomputed(closed, a.item, { another: rulebookPresets.steeringCommittee })?.computed?.outcome,
    ).toBe('rejected');
  });
});

describe('a procedure on a decision that the body comes back to', () => {
  const given = specificationFor(procedure);
  const opened = p.opened('written', { subject, alsoNeeded: [twoThirds] });
  const outcome = (...facts: Parameters<typeof procedure.evolve>[1][]) =>
    procedureOutcomeOf(facts.reduce(procedure.evolve, procedure.initial));

  it('D-8: closes by both majorities, and is counted again by both', () => {
    const two = [p.reply('s1', 'for'), p.reply('s2', 'for'), p.reply('s3', 'against')];
    expect(outcome(p.opened('written', { subject }), ...two).outcome).toBe('approved');
    const facts = [opened, ...two];
    expect(outcome(...facts).outcome).toBe('rejected');
    const state = facts.reduce(procedure.evolve, procedure.initial);
    const closed = [...facts, closedOf(state, p.deadline)];
    expect(recomputedProcedure(closed, { another: p.rules })).toMatchObject({
      ...{ equal: true, computed: { outcome: 'rejected' } },
    });
  });
  it('D-8: silence is a vote in favour, towards the majority of then', () => {
    const silent = p.silent();
    const asked = { ...silent, data: { ...silent.data, subject, alsoNeeded: [twoThirds] } };
    const all = { ...twoThirds, majority: { ...twoThirds.majority, num: 1, den: 1 } };
    const everybody = { ...asked, data: { ...asked.data, alsoNeeded: [all] } };
    expect(outcome(asked, p.objection('s1')).outcome).toBe('approved');
    expect(outcome(everybody, p.objection('s1')).outcome).toBe('rejected');
    expect(outcome(everybody).outcome).toBe('approved');
  });
  it('D-8, D-10, X-11: opens with the majority of then; a ratification only with a deadline in its time', () => {
    const grounds = { ...p.grounds, closesOn: p.closesOn, decision: { ...p.ready, subject } };
    const earlier = { status: 'Effective', sameOrHigher: true, sameBody: true } as const;
    const open = (more: object) => ({
      ...{ type: 'OpenProcedure', at: p.openedAt, today: p.openedOn, by: p.by(p.secretary).by },
      data: {
        ...{ board: p.board, kind: 'written', decision: p.decision, textSha256: p.text },
        ...{ papers: [], deadline: p.deadline, grounds: { ...grounds, ...more } },
      },
    });
    given()
      .when(open({ earlier: { ...earlier, alsoNeeded: [twoThirds] } }) as never)
      .then(opened);
    const ratifying = { ...p.ready, subject: { kind: 'ratify', decision: old } };
    const urgent = (ratifyBy: string) => {
      const later = { conditions: [], objections: [] };
      const act = { ratifyBy: ratifyBy as LocalDate, ratified: false, ratifiedBy: null };
      return { ...earlier, alsoNeeded: [], later: { ...later, urgent: act } };
    };
    given()
      .when(open({ decision: ratifying, earlier: urgent('2030-01-30') }) as never)
      .thenRefused('RatificationTooLate');
    given()
      .when(open({ decision: ratifying, earlier: urgent('2030-01-31') }) as never)
      .then(p.opened('written', { subject: { kind: 'ratify', decision: old } }));
  });
});

describe('a vote that opens too late', () => {
  const given = specificationFor(sitting);
  const day = (today: string) => ({ at: a.start, today: today as LocalDate });
  const open = (decision: object, earlier: object | null, today = '2030-01-10') =>
    ({
      type: 'OpenVote',
      data: {
        ...{ item: a.item, textSha256: a.text },
        grounds: {
          ...{ roll: a.roll, sitting: a.sittingId, plan: null, earlier },
          decision: { ...a.scheduled, ...decision },
        },
      },
      ...day(today),
    }) as never;

  it('X-2: on a condition that fell due, which is amended before; on its last day it opens', () => {
    const due = { firstDueOn: '2030-01-09' };
    given(...a.inSession())
      .when(open(due, null))
      .thenRefused('ConditionsOverdue');
    given(...a.inSession())
      .when(open({ firstDueOn: '2030-01-10' }, null))
      .then(a.voteOpened());
  });
  it('D-10: on a ratification whose time is over; on its last day it opens', () => {
    const asked = { kind: 'ratify', decision: old } as const;
    const act = (ratifyBy: string) => ({
      ...{ status: 'Effective', sameOrHigher: true, sameBody: true, alsoNeeded: [] },
      later: { conditions: [], objections: [], urgent: { ratifyBy, ratified: false } },
    });
    given(...a.inSession())
      .when(open({ subject: asked }, act('2030-01-09')))
      .thenRefused('RatificationTooLate');
    const opened = a.voteOpened();
    given(...a.inSession())
      .when(open({ subject: asked }, act('2030-01-10')))
      .then({ ...opened, data: { ...opened.data, subject: asked } });
  });
});
