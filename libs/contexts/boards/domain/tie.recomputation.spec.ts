import { describe, expect, it } from '@jest/globals';
import type { ProcedureEvent } from './procedure.events.js';
import * as p from './procedure.examples.js';
import { recomputed, recomputedProcedure, recomputedQuestions } from './recomputation.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { recordOf } from './sitting.record.js';
import * as t from './tie.examples.js';
import type { TieBreak } from './tie.events.js';

const drawn: TieBreak = {
  ...{ kind: 'lot', side: 'for', record: t.record, drawnBy: a.personOf('s2') },
};
const against: TieBreak = { ...drawn, side: 'against' };
const votedAgain = (seat: string): TieBreak => ({
  ...{ kind: 'secondVote', side: 'for', seat, person: a.personOf(seat) },
});
const lot = t.tied({ rule: 'lot' });
const second = t.tied({ rule: 'chairSecond' });
const broken = (events: readonly SittingEvent[], how: TieBreak) => [
  ...events,
  t.brokenIn(events, how),
];

describe('a tie counted again', () => {
  it('D-2: waits as it was recorded, until it is broken', () => {
    expect(recomputed(lot, a.item)).toMatchObject({
      ...{ equal: true, recorded: { outcome: 'tied' } },
      computed: { outcome: 'tied', tie: { rule: 'lot' } },
    });
    expect(recomputed([...lot, a.voteOpened()], a.item)).toMatchObject({ equal: true });
  });
  it('D-2: takes the recorded draw in, and comes to what it was broken to', () => {
    for (const [how, outcome] of [
      [drawn, 'approved'],
      [against, 'rejected'],
    ] as const) {
      const found = recomputed(broken(lot, how), a.item);
      expect(found).toMatchObject({ equal: true, recorded: { outcome }, computed: { outcome } });
    }
    const result = recomputed(broken(lot, drawn), a.item)?.computed?.trace.at(-1);
    expect(result).toMatchObject({ it: expect.stringContaining('per sorteggio') });
    expect(recomputed(broken(second, votedAgain('s1')), a.item)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' } },
    });
  });
  it('D-2: is not equal where the outcome, the way or the seat is another than the tie asks for', () => {
    const [last] = broken(lot, drawn).slice(-1);
    const forged = { ...last, data: { ...last?.data, outcome: 'rejected' } } as SittingEvent;
    expect(recomputed([...lot, forged], a.item)?.equal).toBe(false);
    expect(recomputed(broken(lot, votedAgain('s1')), a.item)).toMatchObject({
      ...{ equal: false, computed: { outcome: 'tied' } },
    });
    expect(recomputed(broken(second, votedAgain('s2')), a.item)?.equal).toBe(false);
    const other = second.map((one) =>
      one.type === 'VoteClosed'
        ? { ...one, data: { ...one.data, tie: { rule: 'chairSecond', seat: 's2' } } }
        : one,
    ) as SittingEvent[];
    expect(recomputed(other, a.item)?.equal).toBe(false);
    expect(recomputed(broken(other, votedAgain('s2')), a.item)?.equal).toBe(false);
    const swapped = lot.map((one) =>
      one.type === 'VoteClosed'
        ? { ...one, data: { ...one.data, tie: { rule: 'chairSecond', seat: 's1' } } }
        : one,
    ) as SittingEvent[];
    expect(recomputed(swapped, a.item)?.equal).toBe(false);
  });
  it('D-2: by rules that leave no such tie the draw of then changes nothing', () => {
    const facts = broken(lot, against);
    const by = (tie: 'chairDecides' | 'chairSecond' | 'falls') =>
      recomputed(facts, a.item, { another: { ...a.roll.rulebook, tie } });
    expect(by('chairDecides')).toMatchObject({ equal: false, computed: { outcome: 'approved' } });
    expect(by('falls')).toMatchObject({ equal: false, computed: { outcome: 'rejected' } });
    expect(by('chairSecond')).toMatchObject({ equal: false, computed: { outcome: 'tied' } });
    expect(by('chairSecond')?.recorded.outcome).toBe('rejected');
  });
  it('D-2: of a question is its own, and not that of the next vote on its item', () => {
    const asked = t.tied({ rule: 'lot', question: { kind: 'defer', reason: a.minutes } });
    const facts = broken(asked, against);
    const { type, data } = a.voteOpened([], { ...a.roll.rulebook, tie: 'lot' });
    const votes = asked.filter((one) => one.type === 'VoteCast');
    const next = t.withClosing([...facts, { type, data }, ...votes]);
    const unsealedAt = () => null;
    const all = broken(next, drawn);
    expect(recomputedQuestions(all, a.item, { unsealedAt })).toMatchObject([
      { equal: true, computed: { outcome: 'rejected' } },
    ]);
    expect(recomputed(all, a.item)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' } },
    });
    // The first is still tied where nothing broke it before the next was opened.
    const without = all.filter((one, i) => one.type !== 'TieBroken' || i === all.length - 1);
    expect(recomputedQuestions(without, a.item, { unsealedAt })).toMatchObject([
      { equal: true, computed: { outcome: 'tied' } },
    ]);
    // A draw on another item is not of this one.
    const elsewhere = t.brokenIn(lot, drawn);
    const other = { ...elsewhere, data: { ...elsewhere.data, item: 'i9' } };
    expect(recomputed([...lot, other], a.item)?.computed?.outcome).toBe('tied');
  });
  it('D-2: in writing too', () => {
    const facts = t.tiedInWriting('chairSecond');
    const ended: readonly ProcedureEvent[] = [...facts, t.brokenInWriting(facts, votedAgain('s1'))];
    expect(recomputedProcedure(facts)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'tied' } },
    });
    expect(recomputedProcedure(ended)).toMatchObject({
      ...{ equal: true, recorded: { outcome: 'approved' }, computed: { outcome: 'approved' } },
    });
    const fallen = { ...p.rules, tie: 'falls' } as const;
    expect(recomputedProcedure(ended, { another: fallen })).toMatchObject({
      ...{ equal: false, computed: { outcome: 'rejected' } },
    });
  });
});

describe('a tie in the record of its sitting', () => {
  const voteIn = (events: readonly SittingEvent[]) =>
    recordOf(a.sittingId, events)?.items[0]?.votes[0];

  it('GB-9: says how it was to be broken, and what broke it', () => {
    expect(voteIn(lot)?.closed).toMatchObject({ outcome: 'tied', tie: { rule: 'lot' } });
    expect(voteIn(lot)).not.toHaveProperty('broken');
    const { outcome, trace, brokenAt } = t.brokenIn(lot, drawn).data;
    expect(voteIn(broken(lot, drawn))?.broken).toEqual({ by: drawn, outcome, trace, brokenAt });
  });
  it('GB-9: leaves records of votes that were not tied the bytes that they were', () => {
    const present = ['s1', 's2', 's3', 's4'];
    const voted = voteIn([...a.voting(), a.closedWith({ present })]);
    expect(voted).not.toHaveProperty('broken');
    expect(voted?.closed).not.toHaveProperty('tie');
  });
  it('GB-9: says that a deferral which was drawn left the item without a decision', () => {
    const asked = t.tied({ rule: 'lot', question: { kind: 'defer', reason: a.minutes } });
    const deferred = (how: TieBreak) =>
      recordOf(a.sittingId, broken(asked, how))?.items[0]?.deferred;
    expect([deferred(drawn), deferred(against)]).toEqual([true, false]);
  });
});
