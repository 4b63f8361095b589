import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import { OpenRows } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
import type { Capacity, Move } from '@tavolo/waiting';
import { rulebookPresets } from '../contract/index.js';
import { boardProjection, boardTable } from './board.projection.js';
import { boardWaiting } from './board.waiting.js';

type Fact = Readonly<{ type: string; data: object }>;
const [begin, end] = ['2030-01-01', '2031-12-31'];
const rulebook = {
  ...rulebookPresets.italianCollegialBody,
  quorum: { kind: 'count', n: 2 },
  representation: [{ category: 'comuni', min: 1 }],
};
const fact = (type: string, data: object): Fact => ({ type, data });
const established = fact('BoardEstablished', {
  ...{ name: 'Cabina', nameEn: null, level: 'region', network: null, plan: null, seats: 3 },
  ...{ rulebook, rulebookVersion: 1, termUntil: end },
});
const seat = (id: string, until = end, category = 'comuni') =>
  fact('BoardMemberAppointed', {
    ...{ seat: id, category, organisation: null, person: `person-${id}`, from: begin, until },
  });
const office = (type: string, id: string, until = end) =>
  fact(type, { n: 1, seat: id, organisation: null, person: `person-${id}`, from: begin, until });
const chair = (until?: string) => office('BoardChairAppointed', 's1', until);
const secretary = (until?: string) => office('BoardSecretaryAppointed', 's9', until);
const seats = [seat('s1'), seat('s2'), seat('s3', end, 'scuole')];
const whole = [established, ...seats, chair(), secretary()];
const leaves = (id: string, type = 'BoardMemberResigned', lastDay = '2030-06-30') =>
  fact(type, { seat: id, person: `person-${id}`, lastDay });
const suspended = (id: string) =>
  fact('BoardSeatSuspended', { seat: id, person: `person-${id}`, from: '2030-07-15' });
const reinstated = (id: string) =>
  fact('BoardSeatReinstated', { seat: id, person: `person-${id}`, from: '2030-09-01' });

function after(facts: readonly Fact[]) {
  const rows = new OpenRows();
  facts.forEach((one, revision) => {
    const recorded = { ...one, stream: 'board-1', revision, schema: 1 };
    boardProjection.apply(recorded as unknown as RecordedEvent, rows);
  });
  const row = rows.get(boardTable, 'board-1');
  if (!row) throw new Error('no board');
  const state = boardWaiting.states[row.status];
  const said = [
    ...(state.is === 'awaited' ? state.of(row, rows) : []),
    ...(boardWaiting.beside?.of(row, rows) ?? []),
  ];
  return { row, said, held: boardWaiting.capacities?.(row, rows) ?? [] };
}
const statusAfter = (...facts: readonly Fact[]) => after(facts).row.status;
const short = ({ move, key, due }: Move) =>
  [move, key, due && 'on' in due ? due.on : undefined].filter(Boolean).join(' ');
const awaitedAfter = (...facts: readonly Fact[]) => after(facts).said.map((one) => short(one));
const daysOf = (held: readonly Capacity[], id: string) =>
  held.filter((one) => one.id === id).map(({ from, until }) => [from, until])[0];
const renewal = `renewBoard ${end}`;

describe('what a board needs to sit', () => {
  it('GB-8: chair and secretary, in office from a seat that its holder has', () => {
    expect(statusAfter(...whole)).toBe('Constituted');
    expect(statusAfter(established, ...seats, secretary())).toBe('Established');
    expect(statusAfter(established, ...seats, chair())).toBe('Established');
    for (const type of ['BoardMemberResigned', 'BoardMemberRevoked', 'BoardSeatLapsed']) {
      const gone = [...whole, leaves('s1', type)];
      expect(statusAfter(...gone)).toBe('Inquorate');
      expect(awaitedAfter(...gone)).toEqual(['appointChair', renewal, 'fillSeat s1']);
    }
    // Another member who leaves takes no chair with them.
    expect(statusAfter(...whole, leaves('s2'))).toBe('Constituted');
  });
  it('GB-8: who takes the seat of the chair does not preside by that, nor who comes back to it', () => {
    const successor = { seat: 's1', category: 'comuni', organisation: null, person: 'person-7' };
    const replaced = fact('BoardMemberReplaced', {
      ...{ ...successor, previous: 'person-s1', lastDay: '2030-06-30', from: '2030-07-01' },
      until: end,
    });
    expect(awaitedAfter(...whole, replaced)).toEqual(['appointChair', renewal]);
    const again = fact('BoardMemberAppointed', {
      ...{ ...successor, person: 'person-s1', from: '2030-07-01', until: end },
    });
    expect(awaitedAfter(...whole, leaves('s1'), again)).toEqual(['appointChair', renewal]);
    const anew = fact('BoardChairAppointed', {
      ...{ n: 2, seat: 's1', person: 'person-s1', from: '2030-07-01', until: end },
    });
    expect(statusAfter(...whole, leaves('s1'), again, anew)).toBe('Constituted');
  });
  it('GB-7: every category that its rules want represented', () => {
    const [one, two] = [seat('s1', end, 'scuole'), seat('s2', end, 'scuole')];
    const without = [established, one, two, chair(), secretary()];
    expect(statusAfter(...without)).toBe('Established');
    expect(awaitedAfter(...without)).toEqual(['constituteBoard']);
    expect(statusAfter(...without, seat('s3'))).toBe('Constituted');
  });
  it('GB-2: as many members as the quorum takes', () => {
    const gone = [...whole, leaves('s2'), leaves('s3')];
    expect(statusAfter(...gone)).toBe('Inquorate');
    expect(awaitedAfter(...gone)).toEqual([
      ...['constituteBoard', renewal, 'fillSeat s2', 'fillSeat s3'],
    ]);
    expect(statusAfter(...gone, seat('s2'))).toBe('Constituted');
  });
});

describe('a seat that is vacant', () => {
  it('GB-6: waits to be filled, and no more once somebody is designated and appointed', () => {
    const gone = [...whole, leaves('s2', 'BoardSeatLapsed')];
    expect(awaitedAfter(...gone)).toEqual([renewal, 'fillSeat s2']);
    const named = { seat: 's2', category: 'comuni', organisation: null, person: 'person-7' };
    const designated = fact('BoardMemberDesignated', named);
    expect(awaitedAfter(...gone, designated)).toEqual([renewal, 'appointMember s2']);
    expect(awaitedAfter(...gone, designated, seat('s2'))).toEqual([renewal]);
  });
  it('GB-6: waits for nobody once the body itself has run out: that is renewed first', () => {
    const over = [...whole, leaves('s2'), leaves('s3', 'BoardSeatLapsed', end)];
    expect(awaitedAfter(...over)).toEqual(['constituteBoard', renewal]);
    const dissolved = fact('BoardDissolved', { lastDay: '2030-12-31' });
    expect(awaitedAfter(...whole, leaves('s2'), dissolved)).toEqual([]);
    const prorogued = fact('BoardProrogued', { until: '2032-02-14', previousUntil: end });
    expect(awaitedAfter(...over, prorogued)).toEqual(['renewBoard 2032-02-14', 'fillSeat s2']);
  });
  it('GB-8: chair and secretary are succeeded by the last day of their term', () => {
    const early = [established, ...seats, chair('2030-12-31'), secretary('2031-06-30')];
    expect(awaitedAfter(...early)).toEqual([
      ...[renewal, 'appointChair 2030-12-31', 'appointSecretary 2031-06-30'],
    ]);
    expect(awaitedAfter(...whole)).toEqual([renewal]);
  });
});

describe('a seat that is suspended', () => {
  const out = [...whole, suspended('s1')];

  it('X-11: waits for whoever composes the body, and leaves it without its chair', () => {
    expect(statusAfter(...out)).toBe('Inquorate');
    expect(awaitedAfter(...out)).toEqual([renewal, 'decideSuspension s1']);
    expect(statusAfter(...out, reinstated('s1'))).toBe('Constituted');
    expect(awaitedAfter(...out, reinstated('s1'))).toEqual([renewal]);
  });
  it('X-3: gives its holder nothing to act under meanwhile, as chair neither', () => {
    const days = (...facts: readonly Fact[]) => {
      const { held } = after(facts);
      return [daysOf(held, 's1'), daysOf(held, 'chair-1'), daysOf(held, 's2')];
    };
    const term = [begin, end];
    expect(days(...whole)).toEqual([term, term, term]);
    const until = [begin, '2030-07-14'];
    expect(days(...out)).toEqual([until, until, term]);
    const from = ['2030-09-01', end];
    expect(days(...out, reinstated('s1'))).toEqual([from, from, term]);
  });
  it('X-3: gives its alternate nothing to act under meanwhile either', () => {
    const { held } = after(whole);
    expect(held.map(({ id }) => id)).not.toContain('alternate-1');
    const standIn = fact('AlternateAppointed', {
      ...{ n: 1, seat: 's2', person: 'person-8', from: begin, until: end },
    });
    const days = (...facts: readonly Fact[]) =>
      daysOf(after([...whole, standIn, ...facts]).held, 'alternate-1');
    expect(days()).toEqual([begin, end]);
    expect(days(suspended('s2'))).toEqual([begin, '2030-07-14']);
    expect(days(suspended('s2'), reinstated('s2'))).toEqual(['2030-09-01', end]);
  });
  it('is shown with its days, which the next holder does not inherit', () => {
    const { row } = after([...out, reinstated('s1')]);
    expect(row.seats[0]).toMatchObject({
      ...{ status: 'Appointed', suspendedFrom: '2030-07-15', reinstatedFrom: '2030-09-01' },
    });
    const next = after([...out, leaves('s1'), seat('s1')]).row.seats[0];
    expect(next).toMatchObject({ status: 'Appointed', suspendedFrom: null, reinstatedFrom: null });
  });
  it('GB-6: is suspended still in a prorogation, where its term had lapsed meanwhile', () => {
    const prorogued = fact('BoardProrogued', { until: '2032-02-14', previousUntil: end });
    const lapsed = leaves('s1', 'BoardSeatLapsed', end);
    const statusOf = (...facts: readonly Fact[]) => after(facts).row.seats[0]?.status;
    expect(statusOf(...out, lapsed, prorogued)).toBe('Suspended');
    expect(statusOf(...out, reinstated('s1'), lapsed, prorogued)).toBe('Appointed');
  });
  it('is waited for by the lead of the network that the body governs', () => {
    const data = { ...established.data, network: 'network-1' };
    const { said } = after([{ ...established, data }, ...out.slice(1)]);
    expect(said.map(({ who }) => keyOf(who))).toEqual([
      ...['lead:network-1#membership', 'lead:network-1#membership'],
    ]);
  });
});
