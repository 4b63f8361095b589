import { describe, expect, it } from '@jest/globals';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { BoardId, Rulebook } from '../contract/index.js';
import { board } from './board.js';
import type { BoardEvent } from './board.events.js';
import { rollOf } from './roll.js';

const given = specificationFor(board);
const day = (text: string) => text as LocalDate;
const [ana, bo, cy] = ['person-a', 'person-b', 'person-c'] as [PersonRef, PersonRef, PersonRef];
const milan = 'partner-1' as OrganisationId;
const id = 'board-1' as BoardId;
const rulebook: Rulebook = { ...rulebookPresets.italianCollegialBody, prorogationDays: 45 };
const last = day('2031-12-31');
const term = { from: day('2030-01-01'), until: last };
const founding = { name: 'Cabina', nameEn: null, level: 'region', network: null } as const;
const established: BoardEvent = {
  type: 'BoardEstablished',
  data: { ...founding, plan: null, seats: 3, rulebook, rulebookVersion: 1, termUntil: last },
};
const seatOf = (seat: string, person: PersonRef) => {
  return { seat, category: 'comuni', organisation: milan, person };
};
const held = (seat: string, person: PersonRef): BoardEvent[] => [
  { type: 'BoardMemberDesignated', data: seatOf(seat, person) },
  { type: 'BoardMemberAppointed', data: { ...seatOf(seat, person), ...term } },
];
const chair: BoardEvent = {
  type: 'BoardChairAppointed',
  data: { n: 1, seat: 's1', person: ana, ...term },
};
const sat = [established, ...held('s1', ana), ...held('s2', bo), chair];
const by = (person: PersonRef) => ({ ...someone.by, person });
const rollOn = (events: readonly BoardEvent[], text: string) =>
  rollOf(events.reduce(board.evolve, board.initial), { board: id, revision: 1, day: day(text) });

describe('board, alternates and the vice chair', () => {
  const alternate = (person: PersonRef, more: object = {}) =>
    ({ type: 'AppointAlternate', data: { seat: 's1', person, ...term, ...more } }) as const;
  const appointed: BoardEvent = {
    type: 'AlternateAppointed',
    data: { n: 1, seat: 's1', person: cy, ...term },
  };
  it('GB-5: an alternate stands in for one seat, and has none', () => {
    given(...sat)
      .when(alternate(bo))
      .thenRefused('PersonHasSeat');
    given(...sat)
      .when(alternate(cy))
      .then(appointed);
    expect(rollOn([...sat, appointed], '2030-02-01')?.members[0]?.alternate).toBe(cy);
  });
  it('GB-5: an alternate of one seat takes neither a seat nor another one’s place', () => {
    const designate = (person: PersonRef) =>
      ({
        type: 'DesignateMember',
        data: { category: 'comuni', person, grounds: { newId: 's3', organisationKnown: true } },
      }) as const;
    const another = given(...sat, appointed);
    another.when(designate(cy)).thenRefused('PersonIsAlternate');
    another.when(alternate(cy, { seat: 's2' })).thenRefused('PersonIsAlternate');
    const data = {
      seat: 's3',
      category: 'comuni',
      organisation: null,
      person: 'person-d' as PersonRef,
    };
    another.when(designate('person-d' as PersonRef)).then({ type: 'BoardMemberDesignated', data });
  });
  it('X-11, X-12: one alternate of a seat at a time, of a seat that there is', () => {
    given(...sat, appointed)
      .when(alternate('person-d' as PersonRef))
      .thenRefused('OfficeHeld');
    given(...sat)
      .when(alternate(cy, { seat: 's9' }))
      .thenRefused('SeatUnknown');
  });
  it('GB-8, X-11, X-12: the vice chair holds another seat than the chair', () => {
    const vice = (seat: string) => ({ type: 'AppointViceChair', data: { seat, ...term } }) as const;
    given(...sat)
      .when(vice('s1'))
      .thenRefused('ChairIsViceChair');
    given(...sat)
      .when(vice('s3'))
      .thenRefused('SeatUnknown');
    const data = { n: 1, seat: 's2', person: bo, ...term };
    given(...sat)
      .when(vice('s2'))
      .then({ type: 'BoardViceChairAppointed', data });
  });
});

describe('board, the end of a seat', () => {
  const replace = (more: object = {}) =>
    ({
      type: 'ReplaceMember',
      data: {
        ...{ seat: 's1', person: cy, from: day('2030-03-01'), until: last },
        ...{ grounds: { organisationKnown: true }, ...more },
      },
    }) as const;
  const replaced: BoardEvent = {
    type: 'BoardMemberReplaced',
    data: {
      ...seatOf('s1', cy),
      ...{ previous: ana, lastDay: day('2030-02-28'), from: day('2030-03-01'), until: last },
    },
  };
  it('GB-5: another takes the seat, and one day has one holder', () => {
    given(...sat)
      .when(replace({ person: bo }))
      .thenRefused('PersonHasSeat');
    given(...sat)
      .when(replace())
      .then(replaced);
    const holders = ['2030-02-28', '2030-03-01'].map(
      (text) => rollOn([...sat, replaced], text)?.members[0]?.person,
    );
    expect(holders).toEqual([ana, cy]);
  });
  it('GB-8: the chair does not pass to the successor in the seat', () => {
    expect(rollOn([...sat, replaced], '2030-02-28')?.chair?.person).toBe(ana);
    expect(rollOn([...sat, replaced], '2030-03-01')?.chair).toBeNull();
  });
  it('X-11, X-12: nobody is replaced in a seat that nobody holds', () => {
    given(...sat)
      .when(replace({ seat: 's3' }))
      .thenRefused('SeatUnknown');
    given(established, ...held('s1', ana).slice(0, 1))
      .when(replace())
      .thenRefused('SeatVacant');
  });
  it('GB-6, X-2: no successor past the term of the board, or in the past', () => {
    const seat = given(...sat);
    seat.when(replace({ until: day('2032-01-01') })).thenRefused('BeyondTerm');
    seat.when(replace({ until: day('2030-02-01') })).thenRefused('EndsBeforeStart');
    const late = { ...replace(), today: day('2030-03-02') };
    seat.when(late).thenRefused('EndedForThePast');
    seat.when({ ...replace(), today: day('2030-03-01') }).then(replaced);
  });
  it('X-12: a successor is of an organisation that exists', () =>
    given(...sat)
      .when(replace({ organisation: milan, grounds: { organisationKnown: false } }))
      .thenRefused('OrganisationUnknown'));
  const revoke = (lastDay: string, more: object = {}) =>
    ({
      type: 'RevokeMember',
      data: { seat: 's1', lastDay: day(lastDay), ...more },
      by: by(bo),
    }) as const;
  it('X-5, X-11: nobody revokes themself, another does', () => {
    const data = { seat: 's1', person: ana, lastDay: day('2030-01-31') };
    given(...sat)
      .when({ ...revoke('2030-01-31'), by: by(ana) })
      .thenRefused('OwnRevocation');
    given(...sat)
      .when(revoke('2030-01-31'))
      .then({ type: 'BoardMemberRevoked', data });
  });
  it('X-2, X-12: no revocation for yesterday; X-11: none of what ends sooner or is vacant', () => {
    given(...sat)
      .when(revoke('2029-12-31'))
      .thenRefused('EndedForThePast');
    given(...sat)
      .when(revoke('2031-12-31'))
      .thenRefused('SeatHeld');
    given(...sat)
      .when(revoke('2030-01-31', { seat: 's9' }))
      .thenRefused('SeatUnknown');
    given(established, ...held('s1', ana).slice(0, 1))
      .when(revoke('2030-01-31'))
      .thenRefused('SeatVacant');
  });
  it('GB-6, X-11, X-12: a term that ended by its date is recorded once, and not before', () => {
    const lapse = (today: string) =>
      ({ type: 'LapseSeat', data: { seat: 's1' }, today: day(today) }) as const;
    const data = { seat: 's1', person: ana, lastDay: last };
    const lapsed: BoardEvent = { type: 'BoardSeatLapsed', data };
    given(...sat)
      .when(lapse('2031-12-31'))
      .thenRefused('SeatHeld');
    given(...sat)
      .when(lapse('2032-01-01'))
      .then(lapsed);
    given(...sat, lapsed)
      .when(lapse('2032-01-02'))
      .thenRefused('SeatVacant');
    expect(rollOn(sat, '2032-01-01')?.members).toEqual([]);
    given(established).when(lapse('2032-01-01')).thenRefused('SeatUnknown');
  });
});

describe('board, the end of its term', () => {
  const prorogue = (until: string, today = '2031-12-01') =>
    ({ type: 'ProrogueBoard', data: { until: day(until) }, today: day(today) }) as const;
  const prorogued: BoardEvent = {
    type: 'BoardProrogued',
    data: { until: day('2032-02-14'), previousUntil: last },
  };
  it('GB-6: goes on for the days of the rulebook and no more', () => {
    given(...sat)
      .when(prorogue('2032-02-15'))
      .thenRefused('ProrogationTooLong');
    given(...sat)
      .when(prorogue('2031-12-31'))
      .thenRefused('ProrogationTooLong');
    given(...sat)
      .when(prorogue('2032-02-14'))
      .then(prorogued);
  });
  it('GB-6: not twice, and its acts end with the prorogation', () => {
    given(...sat, prorogued)
      .when(prorogue('2032-02-20'))
      .thenRefused('ProroguedAlready');
    const members = (text: string) => rollOn([...sat, prorogued], text)?.members.length;
    expect([members('2032-02-14'), members('2032-02-15')]).toEqual([2, 0]);
    expect(rollOn(sat, '2032-02-14')?.members).toEqual([]);
  });
  it('GB-6: may be ordered after the term, while its days last', () => {
    given(...sat)
      .when(prorogue('2032-02-14', '2032-01-20'))
      .then(prorogued);
    given(...sat)
      .when(prorogue('2032-01-10', '2032-01-20'))
      .thenRefused('ProrogationTooLong');
  });
  const dissolve = (lastDay: string) =>
    ({ type: 'DissolveBoard', data: { lastDay: day(lastDay) } }) as const;
  const dissolved: BoardEvent = { type: 'BoardDissolved', data: { lastDay: day('2030-01-31') } };
  it('GB-6, X-11: after its dissolution it does nothing, up to it everything', () => {
    given(...sat)
      .when(dissolve('2030-01-31'))
      .then(dissolved);
    const appoint = {
      type: 'AppointChair',
      data: { seat: 's2', ...term, until: day('2030-01-31') },
    } as const;
    given(...sat.slice(0, -1), dissolved)
      .when({ ...appoint, today: day('2030-02-01') })
      .thenRefused('TermOver');
    const data = { n: 1, seat: 's2', person: bo, from: term.from, until: day('2030-01-31') };
    given(...sat.slice(0, -1), dissolved)
      .when(appoint)
      .then({ type: 'BoardChairAppointed', data });
    expect(rollOn([...sat, dissolved], '2030-02-01')?.members).toEqual([]);
  });
  it('X-11, GB-6: is dissolved once and then not prorogued; X-2: not for the past', () => {
    given(...sat, dissolved)
      .when(dissolve('2030-01-31'))
      .thenRefused('Dissolved');
    given(...sat, dissolved)
      .when(prorogue('2030-02-10', '2030-01-20'))
      .thenRefused('Dissolved');
    given(...sat)
      .when(dissolve('2029-12-31'))
      .thenRefused('EndedForThePast');
    given(...sat)
      .when(dissolve('2032-01-01'))
      .thenRefused('BeyondTerm');
  });
});
