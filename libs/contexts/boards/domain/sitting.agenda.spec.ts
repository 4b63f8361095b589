import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { BoardId, DecisionId, Rulebook, SittingId } from '../contract/index.js';
import type { Roll } from './roll.js';
import * as a from './sitting.examples.js';
import { sitting } from './sitting.js';
import type { MeetingConvened, SittingEvent } from './sitting.events.js';

const given = specificationFor(sitting);
const day = (text: string) => text as LocalDate;
const rulebook: Rulebook = { ...a.roll.rulebook, agendaAdditions: 'urgent' };
const withRules = (more: Partial<Rulebook> = {}): Roll => {
  return { ...a.roll, rulebook: { ...rulebook, ...more } };
};
const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });
const first = 'sitting-0' as SittingId;
const firstCall = {
  ...{ board: a.board, deserted: true, startsOn: day('2030-01-09') },
  decisions: [a.decision],
};

describe('sitting, in second call', () => {
  const convene = (grounds: object = {}) =>
    ({
      type: 'ConveneMeeting',
      data: {
        ...{ board: a.board, at: a.start, place: 'Sala 1', secondOf: first, items: [a.asked] },
        grounds: {
          ...{ roll: a.roll, startsOn: day('2030-01-10'), newIds: [a.item], firstCall },
          ...{ decisions: [{ ...a.ready, status: 'Deferred' as const }], ...grounds },
        },
      },
      today: day('2030-01-09'),
    }) as const;
  const convened: MeetingConvened = {
    type: 'MeetingConvened',
    data: { ...a.convened.data, call: 'second', secondOf: first, convenedAt: someone.at },
  };
  it('GB-2, X-11, X-12: follows a deserted sitting of the same body, by a rulebook that knows it', () => {
    given().when(convene()).thenRepeatably(convened);
    given()
      .when(convene({ firstCall: { ...firstCall, deserted: false } }))
      .thenRefused('NotDeserted');
    given()
      .when(convene({ firstCall: { ...firstCall, board: 'board-2' as BoardId } }))
      .thenRefused('SittingUnknown');
    given()
      .when(convene({ firstCall: null }))
      .thenRefused('SittingUnknown');
    const { secondCall: _none, ...once } = a.roll.rulebook;
    given()
      .when(convene({ roll: { ...a.roll, rulebook: once } }))
      .thenRefused('NoSecondCall');
  });
  it('GB-1, GB-6: a day later, on the matters of the first call only', () => {
    given()
      .when(convene({ startsOn: day('2030-01-09') }))
      .thenRefused('SecondCallTooEarly');
    given()
      .when(convene({ firstCall: { ...firstCall, decisions: ['decision-9' as DecisionId] } }))
      .thenRefused('NotOfFirstCall');
    given()
      .when(convene({ startsOn: day('2033-01-01') }))
      .thenRefused('TermOver');
  });
  const verify = {
    type: 'VerifyQuorum',
    data: { item: a.item, grounds: { roll: a.roll } },
    at: a.start,
  } as const;
  it('GB-2, X-11: has the lower quorum of its call, and the vote keeps it', () => {
    const two = [a.opened, a.arrived('s1'), a.arrived('s2')];
    const { data } = a.verified('s1', 's2');
    given(convened, ...two)
      .when(verify)
      .then({ type: 'QuorumVerified', data: { ...data, needed: 2 } });
    given(a.convened, ...two)
      .when(verify)
      .then(a.notReached(['s1', 's2'], 'absence'), a.deserted);
    const grounds = { sitting: a.sittingId, roll: a.roll, decision: a.scheduled, plan: null };
    const { secondCall } = a.roll.rulebook;
    if (!secondCall) throw new Error('the example knows a second call');
    given(convened, ...two, a.verified('s1', 's2'))
      .when({
        type: 'OpenVote',
        data: { item: a.item, textSha256: a.text, grounds },
        at: a.start,
      })
      .then(a.voteOpened([], { ...a.roll.rulebook, quorum: secondCall }));
  });
});

describe('sitting, its agenda amended', () => {
  const added = { ...a.onAgenda, item: 'i2', decision: 'decision-2' as DecisionId };
  const amend = (roll: Roll, more: object = {}) =>
    ({
      type: 'AmendAgenda',
      data: {
        items: [{ ...a.asked, decision: added.decision }],
        grounds: { roll, newIds: ['i2'], decisions: [a.ready] },
        ...more,
      },
    }) as const;
  const amended = (
    urgency: SittingEvent & { type: 'AgendaAmended' } = {
      type: 'AgendaAmended',
      data: { items: [added], urgency: null },
    },
  ) => urgency;
  it('GB-1: with all present, not while a seat in office is missing', () => {
    const roll = withRules({ agendaAdditions: 'allPresent' });
    given(...a.inSession('s1', 's2', 's3'))
      .when(amend(roll, { urgency: a.minutes }))
      .thenRefused('NotAllPresent');
    given(...a.inSession())
      .when(amend(roll))
      .thenRepeatably(amended());
  });
  it('GB-1: for reasons of urgency where the rulebook lets, otherwise with all', () => {
    given(...a.inSession('s1', 's2', 's3'))
      .when(amend(withRules()))
      .thenRefused('NotAllPresent');
    given(...a.inSession('s1', 's2', 's3'))
      .when(amend(withRules(), { urgency: a.minutes }))
      .thenRepeatably({
        type: 'AgendaAmended',
        data: { items: [added], urgency: a.minutes },
      });
    given(...a.inSession())
      .when(amend(a.roll))
      .thenRefused('AgendaFixed');
  });
  it('X-11: of matters that are ready, while the sitting is open', () => {
    const decisions = [a.scheduled];
    const grounds = { roll: withRules(), newIds: ['i2'], decisions };
    given(...a.inSession())
      .when(amend(withRules(), { grounds }))
      .thenRefused('DecisionNotReady');
    given(a.convened).when(amend(withRules())).thenRefused('WrongState');
    const state = [...a.inSession(), amended()].reduce(sitting.evolve, sitting.initial);
    expect(state.items.map(({ id, status }) => [id, status])).toEqual([
      ['i1', 'QuorumVerified'],
      ['i2', 'OnAgenda'],
    ]);
  });
});

describe('sitting, its minutes rectified', () => {
  const done = [...a.inSession(), a.closed, a.drafted, a.approved];
  const rectify = (who: string, more: object = {}) =>
    ({
      type: 'RectifyMinutes',
      data: { minutes: a.otherText, rectifies: a.minutes, ...more },
      by: by(who),
      at: '2030-02-01T09:00:00.000Z' as Instant,
    }) as const;
  const rectified = (who: string): SittingEvent => ({
    type: 'MinutesRectified',
    data: { minutes: a.otherText, rectifies: a.minutes, rectifiedBy: a.personOf(who) },
  });
  it('GB-9, X-11, X-8: by who was there or keeps them, and only once they are approved', () => {
    given(...done)
      .when(rectify('s8'))
      .thenRefused('NotAmongThePresent');
    given(...done)
      .when(rectify('s2'))
      .then(rectified('s2'));
    given(...done)
      .when(rectify('s9'))
      .then(rectified('s9'));
    given(...done.slice(0, -1))
      .when(rectify('s2'))
      .thenRefused('WrongState');
  });
  it('X-8, X-11: of the minutes that stand, by another document', () => {
    given(...done)
      .when(rectify('s2', { rectifies: a.text }))
      .thenRefused('OtherMinutes');
    given(...done)
      .when(rectify('s2', { minutes: a.minutes }))
      .thenRefused('SameMinutes');
  });
});
