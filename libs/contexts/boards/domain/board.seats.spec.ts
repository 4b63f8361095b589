import { describe, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import { board } from './board.js';
import type { BoardEvent } from './board.events.js';

const given = specificationFor(board);
const day = (text: string) => text as LocalDate;
const [ana, bo, cy] = ['person-a', 'person-b', 'person-c'] as [PersonRef, PersonRef, PersonRef];
const last = day('2031-12-31');
/** Seats and offices end in June; the board goes on. */
const ends = day('2030-06-30');
const after = day('2030-07-01');
const term = { from: day('2030-01-01'), until: ends };
const established: BoardEvent = {
  type: 'BoardEstablished',
  data: {
    ...{ name: 'Cabina', nameEn: null, level: 'region', network: null, plan: null, seats: 3 },
    ...{ rulebook: rulebookPresets.italianCollegialBody, rulebookVersion: 1, termUntil: last },
  },
};
const seatOf = (seat: string, person: PersonRef) => {
  return { seat, category: 'comuni', organisation: null, person };
};
const designated = (seat: string, person: PersonRef): BoardEvent => {
  return { type: 'BoardMemberDesignated', data: seatOf(seat, person) };
};
const appointed = (seat: string, person: PersonRef): BoardEvent => {
  return { type: 'BoardMemberAppointed', data: { ...seatOf(seat, person), ...term } };
};
const sat = [established, designated('s1', ana), appointed('s1', ana)];
const stands: BoardEvent = {
  type: 'AlternateAppointed',
  data: { n: 1, seat: 's1', person: cy, ...term },
};
const by = (person: PersonRef) => ({ ...someone.by, person });
const designate = (person: PersonRef, today: LocalDate, seat?: string) =>
  ({
    type: 'DesignateMember',
    data: {
      ...{ category: 'comuni', person, ...(seat !== undefined && { seat }) },
      grounds: { newId: 's2', organisationKnown: true },
    },
    today,
  }) as const;

describe('seats of a board, on the last day of a term and the day after', () => {
  it('X-11: a held seat is designated for from the day after its last day', () => {
    given(...sat)
      .when(designate(bo, ends, 's1'))
      .thenRefused('SeatHeld');
    given(...sat)
      .when(designate(bo, after, 's1'))
      .then(designated('s1', bo));
  });
  it('GB-5: who holds a seat has no other until the day after its last day', () => {
    given(...sat)
      .when(designate(ana, ends))
      .thenRefused('PersonHasSeat');
    given(...sat)
      .when(designate(ana, after))
      .then(designated('s2', ana));
  });
  it('GB-5: who stands in for a seat has none until the day after their last day', () => {
    given(...sat, stands)
      .when(designate(cy, ends))
      .thenRefused('PersonIsAlternate');
    given(...sat, stands)
      .when(designate(cy, after))
      .then(designated('s2', cy));
  });
  it('X-11: is appointed to from the day after its last day', () => {
    const appoint = (from: LocalDate) =>
      ({ type: 'AppointMember', data: { seat: 's1', from, until: last } }) as const;
    const again = [...sat, designated('s1', bo)];
    given(...again)
      .when(appoint(ends))
      .thenRefused('SeatHeld');
    given(...again)
      .when(appoint(after))
      .then({
        type: 'BoardMemberAppointed',
        data: { ...seatOf('s1', bo), from: after, until: last },
      });
  });
  it('GB-6: is held for one day at the least, and until the last day of the board at the most', () => {
    const appoint = (from: LocalDate, until: LocalDate) =>
      ({ type: 'AppointMember', data: { seat: 's2', from, until } }) as const;
    const facts = [...sat, designated('s2', bo)];
    given(...facts)
      .when(appoint(last, last))
      .then({
        type: 'BoardMemberAppointed',
        data: { ...seatOf('s2', bo), from: last, until: last },
      });
    given(...facts)
      .when(appoint(after, ends))
      .thenRefused('EndsBeforeStart');
    given(...facts)
      .when(appoint(ends, day('2032-01-01')))
      .thenRefused('BeyondTerm');
  });
  it('X-2, X-11: is left today at the earliest and before its last day, by resignation or revocation', () => {
    const today = day('2030-03-01');
    const before = day('2030-06-29');
    const resign = (lastDay: LocalDate) =>
      ({ type: 'ResignSeat', data: { seat: 's1', lastDay }, today, by: by(ana) }) as const;
    const revoke = (lastDay: LocalDate) =>
      ({ type: 'RevokeMember', data: { seat: 's1', lastDay }, today, by: by(bo) }) as const;
    for (const lastDay of [today, before]) {
      const data = { seat: 's1', person: ana, lastDay };
      given(...sat)
        .when(resign(lastDay))
        .then({ type: 'BoardMemberResigned', data });
      given(...sat)
        .when(revoke(lastDay))
        .then({ type: 'BoardMemberRevoked', data });
    }
    for (const leaves of [resign, revoke]) {
      given(...sat)
        .when(leaves(ends))
        .thenRefused('SeatHeld');
    }
    given(...sat)
      .when(resign(day('2030-02-28')))
      .thenRefused('ResignedForThePast');
    given(...sat)
      .when(revoke(day('2030-02-28')))
      .thenRefused('EndedForThePast');
  });
  it('X-11: has lapsed from the day after its last day, once', () => {
    const lapse = (today: LocalDate) =>
      ({ type: 'LapseSeat', data: { seat: 's1' }, today }) as const;
    const lapsed: BoardEvent = {
      type: 'BoardSeatLapsed',
      data: { seat: 's1', person: ana, lastDay: ends },
    };
    given(...sat)
      .when(lapse(ends))
      .thenRefused('SeatHeld');
    given(...sat)
      .when(lapse(after))
      .then(lapsed);
    given(...sat, lapsed)
      .when(lapse(after))
      .thenRefused('SeatVacant');
    given(established, designated('s1', ana)).when(lapse(after)).thenRefused('SeatVacant');
  });
});
