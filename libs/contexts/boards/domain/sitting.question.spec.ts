import { describe, expect, it } from '@jest/globals';
import type { Command, LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { VoteChoice } from './outcome.js';
import { open as openProcedure } from './procedure.opening.js';
import * as p from './procedure.examples.js';
import { recomputed } from './recomputation.js';
import { rulebookRefusal } from './rulebook.refusal.js';
import * as a from './sitting.examples.js';
import type { SittingEvent, VoteQuestion } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const day = (text: string) => text as LocalDate;
const today = day('2030-01-10');
const until = day('2030-03-01');
const defer: VoteQuestion = { kind: 'defer', until, reason: a.minutes };
const enforceability: VoteQuestion = { kind: 'enforceability' };
const majority = { base: 'seats', num: 1, den: 2, strict: true } as const;

const open = (question: VoteQuestion | undefined, decision: object = {}, roll: object = {}) =>
  ({
    type: 'OpenVote',
    data: {
      ...{ item: a.item, textSha256: a.text, ...(question && { question }) },
      grounds: {
        ...{ roll: { ...a.roll, ...roll }, sitting: a.sittingId, plan: null },
        decision: { ...a.scheduled, ...decision },
      },
    },
    ...{ at: a.start, today },
  }) as never;
/** The vote on a question opened, by heads of all seats where it is about enforceability. */
function asked(question: VoteQuestion): SittingEvent {
  const { type, data } = a.voteOpened();
  const own = question.kind === 'defer' ? data.rulebook.majority : majority;
  return { type, data: { ...data, question, rulebook: { ...data.rulebook, majority: own } } };
}
const closing = {
  ...{ type: 'CloseVote', at: a.start },
  data: { item: a.item, grounds: { roll: a.roll, plan: null } },
} as const;
const cast = (...choices: VoteChoice[]) =>
  choices.map((choice, i) => a.voteCast(`s${String(i + 1)}`, choice));
/** The facts with the closing that follows from them. */
function closed(...facts: readonly SittingEvent[]): readonly SittingEvent[] {
  const state = facts.reduce(sitting.evolve, sitting.initial);
  const decided = sitting.decide({ ...someone, ...closing } as Command<'CloseVote', never>, state);
  return decided.outcome === 'accepted' ? [...facts, ...decided.events] : facts;
}
const statusAfter = (facts: readonly SittingEvent[]) =>
  facts.reduce(sitting.evolve, sitting.initial).items[0]?.status;
const approved = () => closed(...a.voting(), ...cast('for', 'for', 'for', 'against'));
const deferring = (...choices: VoteChoice[]) =>
  closed(...a.inSession(), asked(defer), ...cast(...choices));

describe('the body votes to defer an item', () => {
  it('GB-1, GB-10, X-11: before it is voted on, by the rulebook, with the reasons', () => {
    given(...a.inSession())
      .when(open(defer))
      .then(asked(defer));
    given(...a.there('s1', 's2', 's3'))
      .when(open(defer))
      .thenRefused('QuorumNotVerified');
    given(...approved())
      .when(open(defer))
      .thenRefused('ItemDone');
  });
  it('X-2: to a day to come, or to the next sitting', () => {
    given(...a.inSession())
      .when(open({ ...defer, until: today }))
      .thenRefused('DeferralPast');
    const next: VoteQuestion = { kind: 'defer', reason: a.minutes };
    given(...a.inSession())
      .when(open(next))
      .then(asked(next));
  });
  it('GB-1: yes, it leaves the sitting; no, it is voted on now', () => {
    const yes = deferring('for', 'for', 'for', 'against');
    expect(yes.at(-1)).toMatchObject({ data: { question: defer, outcome: 'approved' } });
    expect(statusAfter(yes)).toBe('Deferred');
    const no = deferring('for', 'against', 'against', 'against');
    expect(statusAfter(no)).toBe('QuorumVerified');
    given(...no)
      .when(open(undefined))
      .then(a.voteOpened());
  });
  it('GB-6: the term of the body ends meanwhile: the item leaves with the sitting', () => {
    const over = { ...a.roll, termUntil: day('2030-01-09') };
    const decided = sitting.decide(
      { ...someone, type: 'CloseMeeting', data: { grounds: { roll: over } }, at: a.start, today },
      [...a.inSession(), asked(defer)].reduce(sitting.evolve, sitting.initial),
    );
    expect(decided).toMatchObject({
      events: [
        { type: 'VoteVoided', data: { question: defer } },
        { type: 'MeetingClosed', data: { deferred: [{ decision: a.decision }] } },
      ],
    });
  });
  it('D-2: the decision is counted again by its own vote, not by that on a question', () => {
    const no = deferring('for', 'against', 'against', 'against');
    expect(recomputed(no, a.item)).toBeNull();
    const both = closed(...no, a.voteOpened(), ...cast('for', 'for', 'for'));
    expect(recomputed(both, a.item)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' } },
    });
  });
});

describe('what the body deferred', () => {
  const deferred = { ...a.ready, status: 'Deferred', deferredUntil: until } as const;
  const convene = (startsOn: string) =>
    ({
      type: 'ConveneMeeting',
      data: {
        ...{ board: a.board, at: a.start, place: 'Sala 1', items: [a.asked] },
        grounds: {
          ...{ roll: a.roll, newIds: [a.item], decisions: [deferred] },
          startsOn: day(startsOn),
        },
      },
      ...{ at: a.start, today },
    }) as const;

  it('GB-1: is on no agenda before its day, and on its day it is', () => {
    given().when(convene('2030-02-28')).thenRefused('DeferredUntil');
    const notice = { convenedAt: a.start, startsOn: until, boardRevision: a.roll.revision };
    given()
      .when(convene('2030-03-01'))
      .thenRepeatably({ ...a.convened, data: { ...a.convened.data, ...notice } });
  });
  it('GB-1: is put to no procedure before its day', () => {
    const ask = (now: string) =>
      openProcedure({
        ...{ ...someone, type: 'OpenProcedure', at: p.openedAt, today: day(now) },
        by: p.by(p.secretary).by,
        data: {
          ...{ board: p.board, kind: 'written', decision: p.decision, textSha256: p.text },
          ...{ papers: [], deadline: '2030-03-20T11:00:00.000Z' as never },
          grounds: { ...p.grounds, closesOn: day('2030-03-20'), decision: deferred },
        },
      });
    expect(ask('2030-02-28')).toMatchObject({ refusal: { code: 'DeferredUntil' } });
    expect(ask('2030-03-01')).toMatchObject({ outcome: 'accepted' });
  });
  it('GB-1: is not added again to the sitting that deferred it', () => {
    const roll = { ...a.roll, rulebook: { ...a.roll.rulebook, agendaAdditions: 'allPresent' } };
    const again = (decision: object) =>
      ({
        type: 'AmendAgenda',
        data: {
          items: [a.asked],
          grounds: { roll, newIds: ['i2'], decisions: [{ ...a.ready, ...decision }] },
        },
      }) as never;
    given(...deferring('for', 'for', 'for', 'for'))
      .when(again({ status: 'Deferred' }))
      .thenRefused('DeferredHere');
    const other = a.inSession('s1', 's2', 's3', 's4');
    given(...other)
      .when(again({ status: 'Deferred' }))
      .thenRepeatably({
        type: 'AgendaAmended',
        data: { items: [{ ...a.onAgenda, item: 'i2' }], urgency: null },
      });
  });
});

describe('the body votes on the immediate enforceability', () => {
  it('D-6, X-11: of what this sitting has approved, in a vote of its own', () => {
    given(...a.inSession())
      .when(open(enforceability))
      .thenRefused('NotApproved');
    given(...closed(...a.voting(), ...cast('against', 'against', 'for')))
      .when(open(enforceability))
      .thenRefused('NotApproved');
    for (const status of ['OnAgenda', 'Approved', 'Numbered']) {
      given(...approved())
        .when(open(enforceability, { status }))
        .then(asked(enforceability));
    }
    given(...approved())
      .when(open(enforceability, { status: 'Published' }))
      .thenRefused('DecisionNotOnAgenda');
  });
  it('D-6: by the majority of all seats, as the law has it, unless the rulebook says another', () => {
    const enough = closed(...approved(), asked(enforceability), ...cast('for', 'for', 'for'));
    expect(enough.at(-1)).toMatchObject({ data: { outcome: 'approved' } });
    const few = closed(...approved(), asked(enforceability), ...cast('for', 'for', 'against'));
    expect(few.at(-1)).toMatchObject({ data: { outcome: 'rejected' } });
    const two = { base: 'present', num: 2, den: 3, strict: false } as const;
    const rulebook = { ...a.roll.rulebook, enforceability: two };
    const { type, data } = a.voteOpened();
    given(...approved())
      .when(open(enforceability, { status: 'Approved' }, { rulebook }))
      .then({
        type,
        data: { ...data, question: enforceability, rulebook: { ...rulebook, majority: two } },
      });
  });
  it('D-2: heads, where votes are weighed: vacant seats have no weight', () => {
    const weights = [{ category: 'comuni', weight: 2 }];
    const rulebook = { ...a.roll.rulebook, weights };
    const { type, data } = a.voteOpened();
    given(...approved())
      .when(open(enforceability, { status: 'Approved' }, { rulebook }))
      .then({
        type,
        data: { ...data, question: enforceability, rulebook: { ...data.rulebook, majority } },
      });
  });
  it('D-6: once, whatever came of it; the decision stands as it was voted', () => {
    const few = closed(...approved(), asked(enforceability), ...cast('for', 'against'));
    given(...few)
      .when(open(enforceability, { status: 'Approved' }))
      .thenRefused('EnforceabilityVoted');
    expect(statusAfter(few)).toBe('VoteClosed');
    expect(recomputed(few, a.item)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' } },
    });
  });
  it('D-2: a majority that nothing or nobody could reach is none', () => {
    const rules = (num: number) => ({
      ...a.roll.rulebook,
      enforceability: { base: 'seats' as const, num, den: 2, strict: false },
    });
    expect(rulebookRefusal(rules(3), 5)).toMatchObject({ refusal: { code: 'MajorityRuleVoid' } });
    expect(rulebookRefusal(rules(1), 5)).toBeNull();
  });
});
