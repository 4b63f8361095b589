import { describe, expect, it } from '@jest/globals';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { BoardId } from '../contract/index.js';
import { board } from './board.js';
import type { BoardEvent } from './board.events.js';
import { quorumOf } from './outcome.js';
import { rollOf, unrepresented } from './roll.js';

const given = specificationFor(board);
const day = (text: string) => text as LocalDate;
const [ana, bo, cy, dan] = ['a', 'b', 'c', 'd'].map((one) => `person-${one}`) as [
  ...(readonly [PersonRef, PersonRef, PersonRef, PersonRef]),
];
const last = day('2031-12-31');
const term = { from: day('2030-01-01'), until: last };
const rulebook = {
  ...rulebookPresets.italianCollegialBody,
  representation: [{ category: 'comuni', min: 3 }],
};
const founding = { name: 'Cabina', nameEn: null, level: 'region', network: null } as const;
const established: BoardEvent = {
  type: 'BoardEstablished',
  data: { ...founding, plan: null, seats: 4, rulebook, rulebookVersion: 1, termUntil: last },
};
const held = (seat: string, person: PersonRef, more: object = {}): BoardEvent[] => {
  const of = { seat, category: 'comuni', organisation: 'partner-1' as OrganisationId, person };
  return [
    { type: 'BoardMemberDesignated', data: of },
    { type: 'BoardMemberAppointed', data: { ...of, ...term, ...more } },
  ];
};
const chair: BoardEvent = {
  type: 'BoardChairAppointed',
  data: { n: 1, seat: 's1', person: ana, ...term },
};
const sat = [established, ...held('s1', ana), ...held('s2', bo), ...held('s3', cy), chair];
const june = day('2030-06-01');
const suspended = (seat: string, person: PersonRef, from = june): BoardEvent => {
  return { type: 'BoardSeatSuspended', data: { seat, person, from } };
};
const reinstated = (seat: string, person: PersonRef, from = day('2030-09-01')): BoardEvent => {
  return { type: 'BoardSeatReinstated', data: { seat, person, from } };
};
const suspend = (more: object = {}, today = june, person = dan) =>
  ({
    type: 'SuspendSeat',
    data: { seat: 's2', from: june, ...more },
    ...{ today, by: { ...someone.by, person } },
  }) as const;
const reinstate = (from: LocalDate, { today = from, person = dan, seat = 's2' } = {}) =>
  ({ type: 'ReinstateSeat', data: { seat, from }, today, by: { ...someone.by, person } }) as const;
const rollOn = (events: readonly BoardEvent[], text: string) =>
  rollOf(events.reduce(board.evolve, board.initial), {
    ...{ board: 'board-1' as BoardId, revision: 1, day: day(text) },
  });
const out = [...sat, suspended('s2', bo)];

describe('a seat that is suspended', () => {
  it('X-2, X-11: is suspended from today or a later day, not for the past', () => {
    given(...sat)
      .when(suspend({}, day('2030-06-02')))
      .thenRefused('SuspendedForThePast');
    given(...sat)
      .when(suspend())
      .then(suspended('s2', bo));
    given(...sat)
      .when(suspend({}, day('2030-05-31')))
      .then(suspended('s2', bo));
  });
  it('X-5, X-11: is not suspended by its own holder, who is not the judge of that', () => {
    given(...sat)
      .when(suspend({}, june, bo))
      .thenRefused('OwnSuspension');
    given(...sat)
      .when(suspend({}, june, ana))
      .then(suspended('s2', bo));
  });
  it('X-11: is one that somebody holds on that day', () => {
    const left: BoardEvent = {
      type: 'BoardMemberResigned',
      data: { seat: 's2', person: bo, lastDay: day('2030-05-31') },
    };
    given(...sat, left)
      .when(suspend())
      .thenRefused('SeatVacant');
    const later = { ...left, data: { ...left.data, lastDay: june } };
    given(...sat, later)
      .when(suspend())
      .then(suspended('s2', bo));
  });
  it('X-12, X-11: is one that the body has', () => {
    given(...sat)
      .when(suspend({ seat: 's4' }))
      .thenRefused('SeatUnknown');
    given(...sat)
      .when(reinstate(june, { seat: 's9' }))
      .thenRefused('SeatUnknown');
    given(...out)
      .when(reinstate(june))
      .then(reinstated('s2', bo, june));
  });
  it('X-11: is suspended once, and again only after it was reinstated', () => {
    given(...out)
      .when(suspend({ from: day('2030-07-01') }))
      .thenRefused('SeatSuspended');
    const back = [...out, reinstated('s2', bo)];
    given(...back)
      .when(suspend({ from: day('2030-08-31') }))
      .thenRefused('SeatSuspended');
    given(...back)
      .when(suspend({ from: day('2030-09-01') }))
      .then(suspended('s2', bo, day('2030-09-01')));
  });
  it('GB-6, X-11: ends with the board like every act on its seats', () => {
    given(...sat)
      .when(suspend({ from: last }, day('2032-01-01')))
      .thenRefused('TermOver');
    given(...sat)
      .when(suspend({ from: last }, last))
      .then(suspended('s2', bo, last));
  });
});

describe('a seat that is reinstated', () => {
  it('X-11: is one that is suspended today', () => {
    given(...sat)
      .when(reinstate(june))
      .thenRefused('NotSuspended');
    given(...out)
      .when(reinstate(day('2030-05-31')))
      .thenRefused('NotSuspended');
    given(...out, reinstated('s2', bo))
      .when(reinstate(day('2030-08-31')))
      .thenRefused('NotSuspended');
    given(...out)
      .when(reinstate(june))
      .then(reinstated('s2', bo, june));
  });
  it('X-2, X-11: from today on, or later', () => {
    const september = day('2030-09-01');
    given(...out)
      .when(reinstate(september, { today: day('2030-09-02') }))
      .thenRefused('SuspendedForThePast');
    given(...out)
      .when(reinstate(september, { today: june }))
      .then(reinstated('s2', bo));
  });
  it('X-5, X-11: by somebody else', () => {
    given(...out)
      .when(reinstate(june, { person: bo }))
      .thenRefused('OwnSuspension');
    given(...out)
      .when(reinstate(june, { person: ana }))
      .then(reinstated('s2', bo, june));
  });
  it('X-11: is none whose holder has gone meanwhile', () => {
    const left: BoardEvent = {
      type: 'BoardMemberResigned',
      data: { seat: 's2', person: bo, lastDay: day('2030-06-30') },
    };
    given(...out, left)
      .when(reinstate(day('2030-07-01')))
      .thenRefused('SeatVacant');
    given(...out, left)
      .when(reinstate(day('2030-06-30')))
      .then(reinstated('s2', bo, day('2030-06-30')));
  });
});

describe('the roll of a board with a suspended seat', () => {
  const seatsOn = (events: readonly BoardEvent[], text: string) =>
    rollOn(events, text)?.members.map(({ seat }) => seat);

  it('GB-2: is without it from that day on, until it is reinstated', () => {
    const back = [...out, reinstated('s2', bo)];
    expect(seatsOn(back, '2030-05-31')).toEqual(['s1', 's2', 's3']);
    expect(seatsOn(back, '2030-06-01')).toEqual(['s1', 's3']);
    expect(seatsOn(back, '2030-08-31')).toEqual(['s1', 's3']);
    expect(seatsOn(back, '2030-09-01')).toEqual(['s1', 's2', 's3']);
    expect(seatsOn(out, '2031-12-31')).toEqual(['s1', 's3']);
  });
  it('GB-2: composes the body all the same: only a quorum of the seats held is easier to reach', () => {
    const roll = rollOn(out, '2030-06-01');
    const entitled = roll?.members.map(({ seat }) => seat) ?? [];
    const count = { seats: roll?.seats ?? 0, entitled, recused: [], present: entitled };
    const of = (whole: 'seats' | 'seatsFilled') =>
      quorumOf(count, { kind: 'fraction', num: 1, den: 2, strict: true, of: whole });
    expect(of('seats')).toMatchObject({ whole: 4, needed: 3, reached: false });
    expect(of('seatsFilled')).toMatchObject({ whole: 2, needed: 2, reached: true });
  });
  it('GB-7: has nobody for the category that the seat stands for', () => {
    const categories = (text: string) => {
      const roll = rollOn(out, text);
      return roll && unrepresented(roll);
    };
    expect(categories('2030-05-31')).toEqual([]);
    expect(categories('2030-06-01')).toEqual(['comuni']);
  });
  it('GB-8: has no chair while the chair is suspended, and the vice chair stays', () => {
    const vice: BoardEvent = {
      type: 'BoardViceChairAppointed',
      data: { n: 1, seat: 's2', person: bo, ...term },
    };
    const facts = [...sat, vice, suspended('s1', ana)];
    expect(rollOn(facts, '2030-05-31')).toMatchObject({ chair: { seat: 's1' } });
    expect(rollOn(facts, '2030-06-01')).toMatchObject({
      ...{ chair: null, viceChair: { seat: 's2' } },
    });
    expect(rollOn([...sat, vice, suspended('s2', bo)], '2030-06-01')).not.toHaveProperty(
      'viceChair',
    );
  });
  it('GB-5: has no alternate of it: the seat is suspended, not only who holds it', () => {
    const standIn: BoardEvent = {
      type: 'AlternateAppointed',
      data: { n: 1, seat: 's2', person: dan, ...term },
    };
    const alternates = (text: string) =>
      rollOn([...out, standIn], text)?.members.flatMap(({ alternate }) => alternate ?? []);
    expect(alternates('2030-05-31')).toEqual([dan]);
    expect(alternates('2030-06-01')).toEqual([]);
  });
  it('X-11: ends with the term: who takes the seat after that is not suspended', () => {
    const next: BoardEvent = {
      type: 'BoardMemberReplaced',
      data: {
        ...{ seat: 's2', category: 'comuni', organisation: null, person: dan, previous: bo },
        ...{ lastDay: day('2030-06-30'), from: day('2030-07-01'), until: last },
      },
    };
    expect(seatsOn([...out, next], '2030-06-30')).toEqual(['s1', 's3']);
    expect(seatsOn([...out, next], '2030-07-01')).toEqual(['s1', 's2', 's3']);
  });
});

describe('the chair taken from a suspended seat', () => {
  const preside = (span: Readonly<{ from: string; until: string }>) => {
    const data = { seat: 's2', from: day(span.from), until: day(span.until) };
    return { type: 'AppointChair', data, today: june } as const;
  };
  const appointed = (from: string, until: string): BoardEvent => {
    const data = { n: 1, seat: 's2', person: bo, from: day(from), until: day(until) };
    return { type: 'BoardChairAppointed', data };
  };
  const facts = [established, ...held('s1', ana), ...held('s2', bo)];

  it('X-11: is for days on which it is not suspended', () => {
    const now = [...facts, suspended('s2', bo)];
    given(...now)
      .when(preside({ from: '2030-06-01', until: '2030-12-31' }))
      .thenRefused('SeatSuspended');
    given(...now)
      .when(preside({ from: '2030-05-01', until: '2030-06-01' }))
      .thenRefused('SeatSuspended');
    given(...now)
      .when(preside({ from: '2030-05-01', until: '2030-05-31' }))
      .then(appointed('2030-05-01', '2030-05-31'));
    const next: BoardEvent = {
      type: 'BoardMemberReplaced',
      data: {
        ...{ seat: 's2', category: 'comuni', organisation: null, person: dan, previous: bo },
        ...{ lastDay: day('2030-06-30'), from: day('2030-07-01'), until: last },
      },
    };
    const presides = appointed('2030-07-01', '2030-12-31');
    given(...now, next)
      .when(preside({ from: '2030-07-01', until: '2030-12-31' }))
      .then({ ...presides, data: { ...presides.data, person: dan } } as BoardEvent);
    const back = [...now, reinstated('s2', bo)];
    given(...back)
      .when(preside({ from: '2030-08-31', until: '2030-12-31' }))
      .thenRefused('SeatSuspended');
    given(...back)
      .when(preside({ from: '2030-09-01', until: '2030-12-31' }))
      .then(appointed('2030-09-01', '2030-12-31'));
  });
});
