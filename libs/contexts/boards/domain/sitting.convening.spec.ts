import { describe, it } from '@jest/globals';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const day = (text: string) => text as LocalDate;
const convene = (more: object = {}, grounds: object = {}) =>
  ({
    type: 'ConveneMeeting',
    data: {
      board: a.board,
      at: a.start,
      place: 'Sala 1',
      items: [a.asked],
      grounds: {
        roll: a.roll,
        startsOn: day('2030-01-10'),
        newIds: [a.item],
        decisions: [a.ready],
        ...grounds,
      },
      ...more,
    },
    at: '2030-01-05T09:00:00.000Z' as Instant,
    today: day('2030-01-05'),
  }) as const;

describe('sitting, convened', () => {
  it('GB-1: with enough days of notice, to every seat in office', () =>
    given().when(convene()).thenRepeatably(a.convened));
  it('GB-1: not with a day less', () =>
    given()
      .when({ ...convene(), today: day('2030-01-06') })
      .thenRefused('NoticeTooShort'));
  it('GB-1: days of notice cross the end of a month and of summer time', () => {
    const before = { ...convene({}, { startsOn: day('2030-04-01') }), today: day('2030-03-28') };
    given().when(before).thenRefused('NoticeTooShort');
    given()
      .when({ ...before, today: day('2030-03-27') })
      .thenRepeatably({
        ...a.convened,
        data: { ...a.convened.data, startsOn: day('2030-04-01') },
      });
  });
  it('GB-1: with an agenda', () =>
    given()
      .when(convene({ items: [] }, { decisions: [], newIds: [] }))
      .thenRefused('AgendaEmpty'));
  it('GB-6: not after the term', () => {
    const roll = { ...a.roll, termUntil: day('2030-01-09') };
    given().when(convene({}, { roll })).thenRefused('TermOver');
  });
  it('GB-6: on the last day of the term', () => {
    const roll = { ...a.roll, termUntil: day('2030-01-10') };
    given().when(convene({}, { roll })).thenRepeatably(a.convened);
  });
  it('GB-7: by a body in which every category is represented', () => {
    const asking = (min: number) => ({
      ...a.roll,
      rulebook: {
        ...rulebookPresets.italianCollegialBody,
        representation: [{ category: 'comuni', min }],
      },
    });
    given()
      .when(convene({}, { roll: asking(5) }))
      .thenRefused('CategoryUnrepresented');
    given()
      .when(convene({}, { roll: asking(4) }))
      .thenRepeatably(a.convened);
  });
  it('X-12: by a board that exists', () =>
    given()
      .when(convene({}, { roll: null }))
      .thenRefused('BoardUnknown'));
  it('X-12: on a decision that exists', () =>
    given()
      .when(convene({}, { decisions: [null] }))
      .thenRefused('DecisionUnknown'));
  it('X-11: on a decision of this board', () => {
    const decisions = [{ ...a.ready, board: 'board-2' }];
    given().when(convene({}, { decisions })).thenRefused('OtherBoard');
  });
  it('X-11: on a decision that is ready or was deferred', () => {
    const at = (status: string) => convene({}, { decisions: [{ ...a.ready, status }] });
    given().when(at('Proposed')).thenRefused('DecisionNotReady');
    given().when(at('OnAgenda')).thenRefused('DecisionNotReady');
    given().when(at('Deferred')).thenRepeatably(a.convened);
  });
  it('X-11: on a decision once', () =>
    given()
      .when(convene({ items: [a.asked, a.asked] }, { decisions: [a.ready, a.ready] }))
      .thenRefused('DecisionTwice'));
  it('X-8: on the text of the decision', () =>
    given()
      .when(convene({ items: [{ ...a.asked, textSha256: a.otherText }] }))
      .thenRefused('OtherText'));
});

describe('sitting, opened', () => {
  const opens = (roll: object = {}) =>
    ({
      type: 'OpenMeeting',
      data: { grounds: { roll: { ...a.roll, ...roll } } },
      at: a.start,
      today: day('2030-01-10'),
    }) as const;

  it('GB-8, X-11: with chair and secretary in office', () => {
    given(a.convened).when(opens()).then(a.opened);
    given(a.convened)
      .when(opens({ chair: null }))
      .thenRefused('ChairMissing');
    given(a.convened)
      .when(opens({ secretary: null }))
      .thenRefused('SecretaryMissing');
  });
  it('GB-1: not before the time it was called for', () =>
    given(a.convened)
      .when({ ...opens(), at: '2030-01-10T08:59:59.999Z' as Instant })
      .thenRefused('BeforeItsTime'));
  it('GB-6: not after the term', () =>
    given(a.convened)
      .when(opens({ termUntil: day('2030-01-09') }))
      .thenRefused('TermOver'));
  it('X-11: once, and after it was convened', () => {
    given(a.convened, a.opened).when(opens()).thenRefused('WrongState');
    given().when(opens()).thenRefused('WrongState');
  });
  it('X-12: by a board that exists', () =>
    given(a.convened)
      .when({ ...opens(), data: { grounds: { roll: null } } })
      .thenRefused('BoardUnknown'));
});

describe('sitting, attended', () => {
  const arrive = (seat: string, roll: object | null = a.roll) =>
    ({ type: 'RecordArrival', data: { seat, grounds: { roll } }, at: a.start }) as never;
  const leave = (seat: string) =>
    ({ type: 'RecordDeparture', data: { seat }, at: a.start }) as const;

  it('GB-2, X-11: by the holder of a seat in office', () => {
    given(a.convened, a.opened).when(arrive('s1')).then(a.arrived('s1'));
    given(a.convened, a.opened).when(arrive('s9')).thenRefused('SeatNotInOffice');
  });
  it('X-11: not before it is open', () =>
    given(a.convened).when(arrive('s1')).thenRefused('WrongState'));
  it('X-11: nobody arrives twice, who left comes back', () => {
    const here = [a.convened, a.opened, a.arrived('s1')] as const;
    given(...here)
      .when(arrive('s1'))
      .thenRefused('AlreadyPresent');
    given(...here, a.left('s1'))
      .when(arrive('s1'))
      .then(a.arrived('s1'));
  });
  it('GB-5, X-11: by one person for a seat at a time, the holder or the alternate', () => {
    const alternate = 'person-11' as PersonRef;
    const roll = { ...a.roll, members: [{ ...a.memberOf('s1'), alternate }] };
    const standIn = {
      ...({ type: 'RecordArrival', at: a.start } as const),
      data: { seat: 's1', as: 'alternate', grounds: { roll } },
    } as never;
    const sat: SittingEvent = {
      type: 'MemberArrived',
      data: { seat: 's1', person: alternate, arrivedAt: a.start, as: 'alternate' },
    };
    given(a.convened, a.opened, a.arrived('s1')).when(standIn).thenRefused('SeatSatFor');
    given(a.convened, a.opened, sat).when(arrive('s1')).thenRefused('SeatSatFor');
    given(a.convened, a.opened, a.arrived('s1'), a.left('s1')).when(standIn).then(sat);
  });
  it('X-11: who is not there does not leave', () => {
    given(a.convened, a.opened).when(leave('s1')).thenRefused('NotPresent');
    given(a.convened, a.opened, a.arrived('s1')).when(leave('s1')).then(a.left('s1'));
  });
  it('X-12: of a board that exists', () =>
    given(a.convened, a.opened).when(arrive('s1', null)).thenRefused('BoardUnknown'));
});

describe('sitting, closed and minuted', () => {
  const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });
  const grounds = { record: a.record };
  const draft = (minutes: string, seat = 's9') =>
    ({ type: 'DraftMinutes', data: { minutes, grounds }, by: by(seat) }) as never;
  const approve = (minutes: string, seat: string) =>
    ({ type: 'ApproveMinutes', data: { minutes, grounds }, by: by(seat) }) as never;
  const closes = {
    type: 'CloseMeeting',
    data: { grounds: { roll: a.roll } },
    at: a.start,
  } as const;
  const session = [a.convened, a.opened, a.arrived('s1'), a.arrived('s2')] as const;
  const drafted = [...session, a.closed, a.drafted] as const;

  it('X-11: what was not voted is deferred', () =>
    given(...session)
      .when(closes)
      .then(a.closed));
  it('X-11: not while a vote is open', () =>
    given(...a.voting())
      .when(closes)
      .thenRefused('AnotherVoteOpen'));
  it('X-11: not before it was opened', () =>
    given(a.convened).when(closes).thenRefused('WrongState'));
  it('X-11: minutes after the sitting, of a deserted one too', () => {
    given(...session)
      .when(draft(a.minutes))
      .thenRefused('WrongState');
    given(...session, a.closed)
      .when(draft(a.minutes))
      .then(a.drafted);
    given(...session, a.deserted)
      .when(draft(a.minutes))
      .then(a.drafted);
  });
  it('X-6, X-11: a correction is another document', () => {
    given(...drafted)
      .when(draft(a.minutes))
      .thenRefused('SameMinutes');
    const corrected = { ...a.drafted, data: { ...a.drafted.data, minutes: a.otherText } };
    given(...drafted)
      .when(draft(a.otherText))
      .then(corrected);
  });
  it('GB-9, X-11: minutes are approved by who was present, also by who left early', () => {
    given(...drafted)
      .when(approve(a.minutes, 's3'))
      .thenRefused('NotAmongThePresent');
    given(...drafted)
      .when(approve(a.minutes, 's1'))
      .then(a.approved);
    given(...session, a.left('s1'), a.closed, a.drafted)
      .when(approve(a.minutes, 's1'))
      .then(a.approved);
  });
  it('X-5: not by who drafted them', () => {
    const own = { ...a.drafted, data: { ...a.drafted.data, draftedBy: a.personOf('s1') } };
    given(...session, a.closed, own)
      .when(approve(a.minutes, 's1'))
      .thenRefused('OwnMinutes');
  });
  it('X-8: those that were drafted', () =>
    given(...drafted)
      .when(approve(a.otherText, 's1'))
      .thenRefused('OtherMinutes'));
});
