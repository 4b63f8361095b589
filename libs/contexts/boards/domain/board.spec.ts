import { describe, it } from '@jest/globals';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import { board } from './board.js';
import type {
  BoardChairAppointed,
  BoardEstablished,
  BoardMemberAppointed,
  BoardMemberDesignated,
  BoardMemberResigned,
  BoardSecretaryAppointed,
} from './board.events.js';

const given = specificationFor(board);
const day = (text: string) => text as LocalDate;
const [ana, bo] = ['person-a', 'person-b'] as [PersonRef, PersonRef];
const milan = 'partner-1' as OrganisationId;
const rulebook = rulebookPresets.italianCollegialBody;
const founding = { name: 'Cabina di regia', level: 'region', seats: 2, rulebook } as const;
const network = 'network-1' as NetworkId;
const known = { networkKnown: true, planKnown: true };
const term = { from: day('2030-01-01'), until: day('2031-12-31') };
const established: BoardEstablished = {
  type: 'BoardEstablished',
  data: {
    ...founding,
    nameEn: null,
    network,
    plan: null,
    rulebookVersion: 1,
    termUntil: day('2032-12-31'),
  },
};
const establish = (more: object = {}) =>
  ({
    type: 'EstablishBoard',
    data: { ...founding, network, termUntil: day('2032-12-31'), grounds: known, ...more },
  }) as const;
const seatOf = (person: PersonRef, category = 'comuni') => ({
  category,
  organisation: milan,
  person,
});
const designated = (seat: string, person: PersonRef): BoardMemberDesignated => ({
  type: 'BoardMemberDesignated',
  data: { seat, ...seatOf(person) },
});
const appointed = (seat: string, person: PersonRef, span = term): BoardMemberAppointed => ({
  type: 'BoardMemberAppointed',
  data: { seat, ...seatOf(person), ...span },
});
const designate = (person: PersonRef, more: object = {}) =>
  ({
    type: 'DesignateMember',
    data: { ...seatOf(person), grounds: { newId: 's2', organisationKnown: true }, ...more },
  }) as const;
const appoint = (more: object = {}) =>
  ({ type: 'AppointMember', data: { seat: 's1', ...term, ...more } }) as const;
const held = [established, designated('s1', ana), appointed('s1', ana)] as const;
const chairs: BoardChairAppointed = {
  type: 'BoardChairAppointed',
  data: { n: 1, seat: 's1', person: ana, ...term },
};
const secretary: BoardSecretaryAppointed = {
  type: 'BoardSecretaryAppointed',
  data: { n: 1, person: bo, organisation: null, ...term },
};
const appointChair = (more: object = {}) =>
  ({ type: 'AppointChair', data: { seat: 's1', ...term, ...more } }) as const;
const appointSecretary = (more: object = {}) =>
  ({
    type: 'AppointSecretary',
    data: { person: bo, ...term, grounds: { organisationKnown: false }, ...more },
  }) as const;
const by = (person: PersonRef) => ({ ...someone.by, person });
const resign = (person: PersonRef, lastDay: string) =>
  ({ type: 'ResignSeat', data: { seat: 's1', lastDay: day(lastDay) }, by: by(person) }) as const;
const resigned: BoardMemberResigned = {
  type: 'BoardMemberResigned',
  data: { seat: 's1', person: ana, lastDay: day('2030-01-31') },
};
const later = { today: day('2030-02-01') };

describe('board, established', () => {
  it('adopts the rulebook by which it decides', () =>
    given().when(establish()).thenRepeatably(established));
  it('X-12: under a network that exists', () =>
    given()
      .when(establish({ grounds: { networkKnown: false, planKnown: true } }))
      .thenRefused('NetworkUnknown'));
  it('X-12: for a plan that exists', () =>
    given()
      .when(establish({ plan: 'plan-1', grounds: { networkKnown: true, planKnown: false } }))
      .thenRefused('PlanUnknown'));
  it('GB-6: for a term that is not over', () =>
    given()
      .when(establish({ termUntil: day('2029-12-31') }))
      .thenRefused('TermAlreadyOver'));
  it('GB-6: a term that ends today includes today', () =>
    given()
      .when(establish({ termUntil: someone.today }))
      .thenRepeatably({ ...established, data: { ...established.data, termUntil: someone.today } }));
  it('GB-2: a quorum of more than there are is none', () =>
    given()
      .when(establish({ rulebook: { ...rulebook, quorum: { kind: 'count', n: 3 } } }))
      .thenRefused('QuorumRuleVoid'));
  it('D-2: a majority of nothing is none', () => {
    const majority = { ...rulebook.majority, num: 0 };
    given()
      .when(establish({ rulebook: { ...rulebook, majority } }))
      .thenRefused('MajorityRuleVoid');
  });
  it('D-2: more than all can never be reached, all can', () => {
    const all = (strict: boolean) => ({
      ...rulebook,
      majority: { base: 'seats' as const, num: 3, den: 3, strict },
    });
    given()
      .when(establish({ rulebook: all(true) }))
      .thenRefused('MajorityRuleVoid');
    given()
      .when(establish({ rulebook: all(false) }))
      .thenRepeatably({ ...established, data: { ...established.data, rulebook: all(false) } });
  });
  it('GB-7: no more representation than seats', () => {
    const representation = [{ category: 'comuni', min: 3 }];
    given()
      .when(establish({ rulebook: { ...rulebook, representation } }))
      .thenRefused('RepresentationExceedsSeats');
  });
});

describe('board, its seats', () => {
  it('GB-5: are filled by who is designated', () =>
    given(established).when(designate(bo)).then(designated('s2', bo)));
  it('X-12: on behalf of an organisation that exists', () =>
    given(established)
      .when(designate(bo, { grounds: { newId: 's2', organisationKnown: false } }))
      .thenRefused('OrganisationUnknown'));
  it('GB-5: one person, one seat', () =>
    given(...held)
      .when(designate(ana))
      .thenRefused('PersonHasSeat'));
  it('GB-5: another person another seat', () =>
    given(...held)
      .when(designate(bo))
      .then(designated('s2', bo)));
  it('X-11: nobody is designated twice for a seat, another in their place is', () => {
    given(established, designated('s1', ana))
      .when(designate(ana, { seat: 's1' }))
      .thenRefused('AlreadyDesignated');
    given(established, designated('s1', ana))
      .when(designate(bo, { seat: 's1' }))
      .then(designated('s1', bo));
  });
  it('GB-7: no more than there are', () =>
    given(established, designated('s1', ana), designated('s2', bo))
      .when(designate('person-c' as PersonRef))
      .thenRefused('NoSeatLeft'));
  it('X-11: a held seat is not filled again', () =>
    given(...held)
      .when(designate(bo, { seat: 's1' }))
      .thenRefused('SeatHeld'));
  it('GB-7: a vacant seat is filled again, in its own category', () => {
    const vacant = given(...held, resigned);
    vacant.when({ ...designate(bo, { seat: 's1' }), ...later }).then(designated('s1', bo));
    vacant
      .when({ ...designate(bo, { seat: 's1', category: 'scuole' }), ...later })
      .thenRefused('OtherCategory');
  });
  it('X-12: no seat that there is not', () =>
    given(established)
      .when(designate(bo, { seat: 's9' }))
      .thenRefused('SeatUnknown'));
  it('are held by appointment', () =>
    given(established, designated('s1', ana)).when(appoint()).then(appointed('s1', ana)));
  it('X-11: no appointment without a designation', () =>
    given(...held)
      .when(appoint())
      .thenRefused('NobodyDesignated'));
  it('X-12: no appointment to a seat that there is not', () =>
    given(established).when(appoint()).thenRefused('SeatUnknown'));
  it('GB-6: no appointment past the term of the board', () => {
    const seat = given(established, designated('s1', ana));
    const last = day('2032-12-31');
    seat.when(appoint({ until: day('2033-01-01') })).thenRefused('BeyondTerm');
    seat.when(appoint({ until: last })).then(appointed('s1', ana, { ...term, until: last }));
  });
  it('GB-6: no appointment that ends before it begins', () =>
    given(established, designated('s1', ana))
      .when(appoint({ until: day('2029-12-31') }))
      .thenRefused('EndsBeforeStart'));
  it('GB-5, X-11: two do not hold a seat on the same day', () => {
    const seat = given(...held, resigned, designated('s1', bo));
    seat.when(appoint({ from: day('2030-01-31') })).thenRefused('SeatHeld');
    const from = day('2030-02-01');
    seat.when(appoint({ from })).then(appointed('s1', bo, { ...term, from }));
  });
  it('X-3, X-11: are left by their holder only', () => {
    given(...held)
      .when(resign(bo, '2030-01-31'))
      .thenRefused('NotTheHolder');
    given(...held)
      .when(resign(ana, '2030-01-31'))
      .then(resigned);
  });
  it('X-2: are not left yesterday', () =>
    given(...held)
      .when(resign(ana, '2029-12-31'))
      .thenRefused('ResignedForThePast'));
  it('GB-6: nothing after the term, everything on its last day', () => {
    const seat = given(established, designated('s1', ana));
    seat.when({ ...appoint(), today: day('2033-01-01') }).thenRefused('TermOver');
    seat.when({ ...appoint(), today: day('2032-12-31') }).then(appointed('s1', ana));
  });
});

describe('board, its chair and secretary', () => {
  it('GB-8, X-11: the chair holds a seat', () => {
    given(...held)
      .when(appointChair())
      .then(chairs);
    given(established, designated('s1', ana)).when(appointChair()).thenRefused('NotInOffice');
  });
  it('GB-8, X-11: for no longer than the seat', () =>
    given(...held)
      .when(appointChair({ until: day('2032-01-01') }))
      .thenRefused('NotInOffice'));
  it('X-12: of a seat that there is', () => {
    given(...held)
      .when(appointChair({ seat: 's9' }))
      .thenRefused('SeatUnknown');
    given(...held)
      .when({ ...resign(ana, '2030-01-31'), data: { seat: 's9', lastDay: day('2030-01-31') } })
      .thenRefused('SeatUnknown');
  });
  it('GB-6: no office that ends before it begins', () =>
    given(established)
      .when(appointSecretary({ until: day('2029-12-31') }))
      .thenRefused('EndsBeforeStart'));
  it('X-11: one chair at a time', () =>
    given(...held, chairs)
      .when(appointChair({ from: term.until }))
      .thenRefused('OfficeHeld'));
  it('GB-8, X-11: who leaves the seat leaves the chair', () => {
    const from = day('2030-02-01');
    const next = given(
      ...held,
      chairs,
      resigned,
      designated('s1', bo),
      appointed('s1', bo, { ...term, from }),
    );
    const chair: BoardChairAppointed = {
      type: 'BoardChairAppointed',
      data: { n: 2, seat: 's1', person: bo, ...term, from },
    };
    next.when(appointChair({ from })).then(chair);
    next.when(appointChair({ from: day('2030-01-31') })).thenRefused('OfficeHeld');
  });
  it('GB-8, X-11: the secretary need not be a member', () =>
    given(established).when(appointSecretary()).then(secretary));
  it('X-11: one secretary at a time', () =>
    given(established, secretary).when(appointSecretary()).thenRefused('OfficeHeld'));
  it('X-12: the secretary of an organisation that exists', () =>
    given(established)
      .when(appointSecretary({ organisation: milan }))
      .thenRefused('OrganisationUnknown'));
  it('GB-6: no office past the term of the board', () =>
    given(established)
      .when(appointSecretary({ until: day('2033-01-01') }))
      .thenRefused('BeyondTerm'));
});
