import { describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';
import { evolve, noSitting } from './sitting.state.js';
import * as t from './tie.examples.js';
import type { TieBreak } from './tie.events.js';

const given = specificationFor(sitting);
const at = a.start;
const { grounds, record } = t;
const drawnBy = a.personOf('s2');
const draw = (more: object = {}, person = 's9') =>
  ({
    type: 'RecordDraw',
    data: { item: a.item, textSha256: a.text, side: 'for', record, drawnBy, grounds, ...more },
    at,
    ...t.by(person),
  }) as const;
const again = (more: object = {}, person = 's1') =>
  ({
    type: 'CastSecondVote',
    data: { item: a.item, textSha256: a.text, side: 'against', grounds, ...more },
    at,
    ...t.by(person),
  }) as const;
const postpone = (more: object = {}) =>
  ({
    type: 'PostponeTie',
    data: { item: a.item, grounds, ...more },
    at,
    ...t.by('s1'),
  }) as const;
const drawn: TieBreak = { kind: 'lot', side: 'for', record, drawnBy };
const votedAgain: TieBreak = {
  ...{ kind: 'secondVote', side: 'against', seat: 's1', person: a.personOf('s1') },
};
const put: TieBreak = { kind: 'postponement', postponedBy: a.personOf('s1') };
const lot = t.tied({ rule: 'lot' });
const second = t.tied({ rule: 'chairSecond' });
const over = '2033-01-01' as LocalDate;

describe('a vote that closes on equal votes', () => {
  it('D-2: is tied, and names how that is to be broken', () => {
    expect(lot.at(-1)).toMatchObject({ data: { outcome: 'tied', tie: { rule: 'lot' } } });
    expect(second.at(-1)).toMatchObject({
      data: { outcome: 'tied', tie: { rule: 'chairSecond', seat: 's1' } },
    });
    const { items } = second.reduce(evolve, noSitting);
    expect(items).toMatchObject([{ status: 'VoteTied', result: null, tied: { outcome: 'tied' } }]);
  });
  it('D-2, X-11: is broken once, and what it came to is the result of the vote', () => {
    const broken = [...lot, t.brokenIn(lot, drawn)];
    given(...lot)
      .when(draw())
      .then(t.brokenIn(lot, drawn));
    expect(broken.at(-1)).toMatchObject({ data: { outcome: 'approved', tally: { for: 2 } } });
    const [item] = broken.reduce(evolve, noSitting).items;
    expect(item).toMatchObject({ status: 'VoteClosed', tied: null });
    expect(item?.result).toMatchObject({ outcome: 'approved', closedAt: at });
    expect(item?.result?.rules?.tie).toBe('lot');
    given(...broken)
      .when(draw())
      .thenRefused('NoTie');
    given(...broken)
      .when(postpone())
      .thenRefused('NoTie');
  });
  it('X-11, X-12: is what a draw, a second vote or a postponement is about', () => {
    for (const command of [draw(), again(), postpone()]) {
      given(...a.voting())
        .when(command)
        .thenRefused('NoTie');
      given(...lot, a.closed)
        .when(command)
        .thenRefused('WrongState');
    }
    given(...lot)
      .when(draw({ item: 'i9' }))
      .thenRefused('ItemUnknown');
  });
  it('GB-6, X-11: is not broken once the term of the body is over, and on its last day is', () => {
    given(...lot)
      .when({ ...draw(), today: over })
      .thenRefused('TermOver');
    given(...lot)
      .when({ ...draw(), today: '2032-12-31' as LocalDate })
      .then(t.brokenIn(lot, drawn));
    given(...second)
      .when({ ...again(), today: over })
      .thenRefused('TermOver');
    given(...second)
      .when({ ...postpone(), today: over })
      .thenRefused('TermOver');
  });
  it('X-12: is of a body that there is', () => {
    given(...lot)
      .when(draw({ grounds: { roll: null, plan: null } }))
      .thenRefused('BoardUnknown');
  });
  it('X-11, X-8: is not broken on a text that is superseded', () => {
    const subject = { kind: 'adoptPlan', plan: a.plan, version: 1, sha256: a.text } as const;
    const onPlan = lot.map((one) =>
      one.type === 'VoteOpened' ? { ...one, data: { ...one.data, subject } } : one,
    ) as SittingEvent[];
    const plan = (version: number) => ({
      grounds: { roll: a.roll, plan: { frozen: { version, sha256: a.text }, missing: [] } },
    });
    given(...onPlan)
      .when(draw(plan(2)))
      .thenRefused('TextSuperseded');
    given(...onPlan)
      .when(draw(plan(1)))
      .then(t.brokenIn(lot, drawn));
  });
  it('GB-3, X-11: takes no more conflicts: its votes are counted', () => {
    const declare = {
      type: 'DeclareConflict',
      data: { item: a.item, seat: 's2', grounds: { roll: a.roll } },
      at,
      ...t.by('s2'),
    } as const;
    given(...lot)
      .when(declare)
      .thenRefused('ItemDone');
  });
  it('D-2, X-11: keeps the sitting open, and no other vote begins before it is broken', () => {
    const close = { type: 'CloseMeeting', data: { grounds: { roll: a.roll } }, at } as const;
    const verify = { type: 'VerifyQuorum', data: { item: 'i2', grounds: { roll: a.roll } }, at };
    const other: SittingEvent = {
      type: 'AgendaAmended',
      data: { items: [{ ...a.onAgenda, item: 'i2' }], urgency: null },
    };
    given(...lot)
      .when(close)
      .thenRefused('TieWaits');
    given(...lot, other)
      .when({ ...verify, type: 'VerifyQuorum' })
      .thenRefused('TieWaits');
    given(...lot, t.brokenIn(lot, drawn))
      .when(close)
      .then({ type: 'MeetingClosed', data: { board: a.board, closedAt: at, deferred: [] } });
    given(...a.voting())
      .when(close)
      .thenRefused('AnotherVoteOpen');
  });
  it('GB-6, X-11: is voided with the sitting that the end of the term closes', () => {
    const close = { type: 'CloseMeeting', data: { grounds: { roll: a.roll } }, at } as const;
    const of = { item: a.item, decision: a.decision, textSha256: a.text };
    given(...lot)
      .when({ ...close, today: over })
      .then(
        { type: 'VoteVoided', data: { ...of, cause: 'termOver', voidedAt: at } },
        { type: 'MeetingClosed', data: { board: a.board, closedAt: at, deferred: [] } },
      );
  });
  it('X-8: is voided with its text, and what was broken before is not', () => {
    const cause = 'textSuperseded';
    const voiding = {
      type: 'VoidVote',
      data: { item: a.item, cause, grounds: { roll: a.roll } },
      at,
    } as const;
    const of = { item: a.item, decision: a.decision, textSha256: a.text };
    const voided = { type: 'VoteVoided', data: { ...of, cause, voidedAt: at } } as const;
    given(...lot)
      .when(voiding)
      .then(voided);
    expect([...lot, voided].reduce(evolve, noSitting).items).toMatchObject([
      { status: 'Deferred', tied: null, result: null },
    ]);
    given(...lot, t.brokenIn(lot, drawn))
      .when(voiding)
      .then();
  });
});

describe('a tie that the lot decides', () => {
  it('D-2, X-11: is drawn by who was at the sitting, or by its secretary', () => {
    given(...lot)
      .when(draw({ drawnBy: 'person-77' as PersonRef }))
      .thenRefused('DrawerAbsent');
    const secretary = a.personOf('s9');
    given(...lot)
      .when(draw({ drawnBy: secretary }, 's1'))
      .then(t.brokenIn(lot, { ...drawn, drawnBy: secretary }));
    given(...lot, a.left('s2'))
      .when(draw())
      .then(t.brokenIn(lot, drawn));
  });
  it('X-5: is recorded by another than who drew', () =>
    given(...lot)
      .when(draw({}, 's2'))
      .thenRefused('DrawerRecords'));
  it('GB-3, X-11: is not drawn by who is out by a conflict', () => {
    const events = [...lot.slice(0, -1), ...a.recusal('s2'), ...lot.slice(-1)];
    given(...events)
      .when(draw())
      .thenRefused('DrawerRecused');
    given(...events)
      .when(draw({ drawnBy: a.personOf('s3') }))
      .then(t.brokenIn(lot, { ...drawn, drawnBy: a.personOf('s3') }));
  });
  it('X-8: is drawn on the text that was voted on', () =>
    given(...lot)
      .when(draw({ textSha256: a.otherText }))
      .thenRefused('OtherText'));
  it('D-2, X-11: takes no second vote, and may be postponed by who presides', () => {
    given(...lot)
      .when(again())
      .thenRefused('NotBySecondVote');
    given(...lot)
      .when(postpone())
      .then(t.brokenIn(lot, put));
    expect(t.brokenIn(lot, put).data.outcome).toBe('postponed');
  });
  it('D-2, X-11: on a deferral defers the item or leaves it to be voted on', () => {
    const question = { kind: 'defer', reason: a.minutes } as const;
    const asked = t.tied({ rule: 'lot', question });
    const statusAfter = (how: TieBreak) =>
      [...asked, t.brokenIn(asked, how)].reduce(evolve, noSitting).items[0]?.status;
    expect(asked.reduce(evolve, noSitting).items[0]?.status).toBe('VoteTied');
    expect(statusAfter(drawn)).toBe('Deferred');
    expect(statusAfter({ ...drawn, side: 'against' })).toBe('QuorumVerified');
    expect(statusAfter(put)).toBe('QuorumVerified');
    given(...asked)
      .when(draw())
      .then(t.brokenIn(asked, drawn));
  });
  it('D-6: on the enforceability counts as voted on once it is broken, and not before', () => {
    const asked = t.tied({ rule: 'lot', question: { kind: 'enforceability' } });
    const [waits] = asked.reduce(evolve, noSitting).items;
    const [ended] = [...asked, t.brokenIn(asked, drawn)].reduce(evolve, noSitting).items;
    expect([waits?.enforceabilityVoted, ended?.enforceabilityVoted]).toEqual([false, true]);
    expect(ended).toMatchObject({ status: 'VoteClosed', result: null });
  });
});

describe('a tie that a second vote of who presides decides', () => {
  it('D-2, X-11: by who sits for the seat that presided, and by nobody for them', () => {
    given(...second)
      .when(again())
      .then(t.brokenIn(second, votedAgain));
    for (const person of ['s2', 's9']) {
      given(...second)
        .when(again({}, person))
        .thenRefused('NotPresidingSeat');
    }
  });
  it('D-1: by who is there', () =>
    given(...second, a.left('s1'))
      .when(again())
      .thenRefused('VoterAbsent'));
  it('X-8: on the text that was voted on', () =>
    given(...second)
      .when(again({ textSha256: a.otherText }))
      .thenRefused('OtherText'));
  it('D-2, X-11: not by lot, though it may be postponed, also once the chair has left', () => {
    given(...second)
      .when(draw())
      .thenRefused('NotByLot');
    given(...second, a.left('s1'))
      .when(postpone())
      .then(t.brokenIn(second, put));
  });
});
