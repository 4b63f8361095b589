import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@tavolo/kernel';
import type { Instant } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';
import { recordOf } from './sitting.record.js';

const given = specificationFor(sitting);
const record = (...events: readonly SittingEvent[]) => recordOf(a.sittingId, events);
const itemOf = (...events: readonly SittingEvent[]) => record(...events)?.items[0];
const later = '2030-01-10T10:30:00.000Z' as Instant;
const leftAt = (seat: string, at = later): SittingEvent => {
  return { type: 'MemberLeft', data: { seat, person: a.personOf(seat), leftAt: at } };
};
const ballots = [
  { seat: 's1', choice: 'for' as const },
  { seat: 's2', choice: 'for' as const },
  { seat: 's3', choice: 'against' as const },
];
const casts = ballots.map(({ seat, choice }) => a.voteCast(seat, choice));
const present = ['s1', 's2', 's3', 's4'];
const voted = [...a.voting(), ...casts, a.closedWith({ present, ballots })];

describe('the record of a sitting', () => {
  it('GB-9: says where, when and by whom it was held, and how it ended', () => {
    expect(record(a.convened)).toMatchObject({
      ...{ sitting: a.sittingId, opened: null, ended: null },
      convened: { at: a.start, place: 'Sala 1', call: 'first', notified: present, secondOf: null },
    });
    const end = { ...a.closed, data: { ...a.closed.data, closedAt: later } };
    expect(record(...voted, end)).toMatchObject({
      opened: { chair: { seat: 's1' }, secretary: a.personOf('s9'), openedAt: a.start },
      ended: { as: 'closed', at: later },
    });
    expect(record(a.convened, a.opened, a.deserted)).toMatchObject({
      ended: { as: 'deserted', at: a.start },
    });
    expect(record()).toBeNull();
  });
  it('GB-9: says who was there from when to when, who came back, and who sat for whom', () => {
    const back: SittingEvent = {
      type: 'MemberArrived',
      data: {
        ...{ seat: 's1', person: a.personOf('s8'), arrivedAt: later },
        ...{ as: 'alternate', by: 'video' },
      },
    };
    const end = { ...a.closed, data: { ...a.closed.data, closedAt: later } };
    const there = [a.convened, a.opened, a.arrived('s1'), a.arrived('s2'), leftAt('s1', a.start)];
    const holder = { as: 'holder', by: 'room', arrivedAt: a.start };
    expect(record(...there, back, end)?.attendance).toEqual([
      { seat: 's1', person: a.personOf('s1'), ...holder, leftAt: a.start },
      // Who is still there when it ends was there until then.
      { seat: 's2', person: a.personOf('s2'), ...holder, leftAt: later },
      {
        ...{ seat: 's1', person: a.personOf('s8'), as: 'alternate', by: 'video' },
        ...{ arrivedAt: later, leftAt: later },
      },
    ]);
    expect(record(...there)?.attendance.map((one) => one.leftAt)).toEqual([a.start, null]);
  });
  it('GB-9: says which attendance was delegated, and what was taken back', () => {
    const to = (seat: string): SittingEvent => ({
      type: 'AttendanceDelegated',
      data: { seat, person: a.personOf(seat), to: 's1', notice: a.minutes },
    });
    const revoked: SittingEvent = {
      type: 'AttendanceDelegationRevoked',
      data: { seat: 's3', to: 's1' },
    };
    expect(record(a.convened, to('s2'), to('s3'), revoked)?.delegations).toEqual([
      { seat: 's2', to: 's1', notice: a.minutes, revoked: false },
      { seat: 's3', to: 's1', notice: a.minutes, revoked: true },
    ]);
  });
  it('GB-9: says the quorum of each item, each time that it was verified', () => {
    const facts = [...a.there('s1', 's2'), a.notReached(['s1', 's2'], 'absence')];
    const read = { whole: 5, needed: 3, rulebookVersion: 1, boardRevision: 12, recused: [] };
    expect(itemOf(...facts, a.verified('s1', 's2', 's3'))?.quorum).toEqual([
      { ...read, reached: false, cause: 'absence', counted: 2, present: ['s1', 's2'] },
      { ...read, reached: true, cause: null, counted: 3, present: ['s1', 's2', 's3'] },
    ]);
  });
  it('GB-9: says every conflict declared and what became of it', () => {
    const facts = [...a.recusal('s3'), a.conflict('s2'), a.dismissed('s2'), a.conflict('s4')];
    const found = itemOf(...a.inSession(), ...facts, a.conflict('s1'), a.upheld('s1'));
    expect(found?.conflicts.map(({ seat, became }) => `${seat} ${became}`)).toEqual([
      ...['s3 recused', 's2 dismissed', 's4 declared', 's1 upheld'],
    ]);
    const again = itemOf(...a.inSession(), a.conflict('s2'), a.dismissed('s2'), a.conflict('s2'));
    expect(again?.conflicts.map(({ became }) => became)).toEqual(['dismissed', 'declared']);
  });
  it('GB-9: says every vote, what was cancelled, and how it came out', () => {
    const out: SittingEvent = { type: 'VoteCancelled', data: { item: a.item, seat: 's3' } };
    const found = itemOf(...a.voting(), ...casts, out, a.closedWith({ present, ballots }));
    expect(found).toMatchObject({ deferred: false, textSha256: a.text });
    expect(found?.votes).toMatchObject([
      {
        ...{ question: null, form: 'named', rulebookVersion: 1, voided: null },
        electorate: { chair: 's1', seats: 5 },
        closed: { outcome: 'approved', tally: { for: 2, against: 1 }, key: null, voters: [] },
      },
    ]);
    expect(
      found?.votes[0]?.cast.map(({ seat, choice, cancelled }) => [seat, choice, cancelled]),
    ).toEqual([
      ['s1', 'for', false],
      ['s2', 'for', false],
      ['s3', 'against', true],
    ]);
  });
  it('GB-9: says a vote that was void beside the one that was held again', () => {
    const of = { item: a.item, decision: a.decision, textSha256: a.text };
    const voided: SittingEvent = {
      type: 'VoteVoided',
      data: { ...of, cause: 'boxLost', voidedAt: later },
    };
    const votes = itemOf(...a.votingIn('secret'), voided, a.voteOpened(), ...casts)?.votes;
    expect(votes).toMatchObject([
      { form: 'secret', cast: [], voided: { cause: 'boxLost', at: later } },
      { form: 'named', voided: null, closed: null },
    ]);
    expect(votes?.[1]?.cast).toHaveLength(3);
  });
  it('GB-9: says what left the sitting without a decision, and what was added to the agenda', () => {
    const added = { ...a.onAgenda, item: 'i2' };
    const amended: SittingEvent = {
      type: 'AgendaAmended',
      data: { items: [added], urgency: null },
    };
    const deferred: SittingEvent = {
      type: 'AgendaItemDeferred',
      data: { item: 'i2', decision: a.decision },
    };
    const items = (...facts: readonly SittingEvent[]) =>
      record(...a.inSession(), amended, ...facts)?.items.map((one) => [one.item, one.deferred]);
    expect(items()).toEqual([
      ['i1', false],
      ['i2', false],
    ]);
    expect(items(deferred)).toEqual([
      ['i1', false],
      ['i2', true],
    ]);
    expect(items(a.closed)).toEqual([
      ['i1', true],
      ['i2', false],
    ]);
  });
  it('GB-9: says of a vote on a deferral that the item left by it, where it was approved', () => {
    const question = { kind: 'defer', reason: a.text } as const;
    const asked = a.voteOpened();
    const opened: SittingEvent = { ...asked, data: { ...asked.data, question } };
    const closed = (outcome: 'approved' | 'rejected'): SittingEvent => {
      const { type, data } = a.closedWith({ present, ballots });
      return { type, data: { ...data, outcome, question } };
    };
    const facts = [...a.inSession(), opened, ...casts];
    expect(itemOf(...facts, closed('approved'))).toMatchObject({
      ...{ deferred: true, votes: [{ question: { kind: 'defer' } }] },
    });
    expect(itemOf(...facts, closed('rejected'))?.deferred).toBe(false);
  });
  it('D-3: shows no choice of a hidden vote before its closing, nor of a secret one ever', () => {
    const hidden = [...a.votingIn('hidden'), a.voteSealed('s1')];
    expect(itemOf(...hidden)?.votes[0]?.cast).toMatchObject([{ seat: 's1', choice: null }]);
    expect(canonicalJson(record(...hidden))).not.toMatch(/"(for|against|abstain)"|sealed/u);
    const voters = [{ seat: 's1', person: a.personOf('s1') }];
    const { type, data } = a.closedWith({ present, ballots });
    const closed: SittingEvent = { type, data: { ...data, voters } };
    const secret = itemOf(...a.votingIn('secret'), closed);
    expect(secret?.votes).toMatchObject([{ cast: [], closed: { voters, ballots: [] } }]);
  });
  it('GB-9: is the same, byte for byte, for the same facts, and not changed by its minutes', () => {
    const facts = [...voted, a.closed];
    const bytes = canonicalJson(record(...facts));
    const stored = JSON.parse(JSON.stringify(facts)) as SittingEvent[];
    expect(canonicalJson(record(...stored))).toBe(bytes);
    expect(canonicalJson(record(...facts, a.drafted, a.approved))).toBe(bytes);
    expect(canonicalJson(record(...voted, leftAt('s4'), a.closed))).not.toBe(bytes);
    const other = facts.map((fact) =>
      fact.type === 'VoteCast' && fact.data.seat === 's2'
        ? { ...fact, data: { ...fact.data, choice: 'against' as const } }
        : fact,
    );
    expect(canonicalJson(record(...other))).not.toBe(bytes);
  });
});

describe('minutes and the record of their sitting', () => {
  const older = 'd'.repeat(64) as typeof a.record;
  const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });
  const about = (more: object) => ({ minutes: a.minutes, grounds: { record: a.record }, ...more });
  const draft = (more: object = {}) =>
    ({ type: 'DraftMinutes', data: about(more), by: by('s9') }) as const;
  const approve = (more: object = {}) =>
    ({ type: 'ApproveMinutes', data: about(more), by: by('s1') }) as const;
  const closed = [a.convened, a.opened, a.arrived('s1'), a.closed];

  it('GB-9, X-11: are drafted on the record as it is, and carry its hash', () => {
    given(...closed)
      .when(draft({ record: older }))
      .thenRefused('OtherRecord');
    given(...closed)
      .when(draft({ record: a.record }))
      .then(a.drafted);
    given(...closed)
      .when(draft())
      .then(a.drafted);
  });
  it('GB-9, X-11: are not approved once the record is another than they were drafted on', () => {
    const moved = { grounds: { record: older } };
    given(...closed, a.drafted)
      .when(approve(moved))
      .thenRefused('OtherRecord');
    given(...closed, a.drafted)
      .when(approve({ record: older }))
      .thenRefused('OtherRecord');
    for (const more of [{}, { record: a.record }]) {
      given(...closed, a.drafted)
        .when(approve(more))
        .then(a.approved);
    }
    // Those of earlier facts name none.
    const { record: _record, ...data } = a.drafted.data;
    given(...closed, { ...a.drafted, data })
      .when(approve(moved))
      .then(a.approved);
  });
});
