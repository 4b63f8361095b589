import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarOf } from './calendar.js';
import type { CalendarContent } from './calendar.js';
import { NO_DUE } from './tables.js';
import type { CapacityRow, MoveRow } from './tables.js';

const move = (id: string, about: Partial<MoveRow>): MoveRow => ({
  ...{ id, source: 'sitting-1', object: 'sitting-1', objectKind: 'sitting', about: null },
  ...{ move: 'attendSitting', waitsFor: 'seat:board-1#1', whoKind: 'seat', cents: null },
  ...{ anyOne: false, since: '2030-01-01T09:00:00.000Z', changedAt: '2030-01-02T09:00:00.000Z' },
  ...{ dueAt: null, dueOn: null, due: NO_DUE, board: 'board-1', network: null, plan: null },
  ...{ title: 'Cabina; di, regia', titleEn: null, confidential: false, reminder: null },
  ...about,
});
const timed = move('sitting-1!attendSitting!1', {
  ...{ dueAt: '2030-03-31T08:00:00.000Z', due: '2030-03-31T08:00:00.000Z' },
});
const allDay = move('agreement-1!signAgreement!1', {
  ...{ move: 'signAgreement', dueOn: '2030-03-31', due: '2030-03-31T22:00:00.000Z' },
});
const secret = move('decision-1!castVote!1', {
  ...{ move: 'castVote', confidential: true, title: 'The matter of a secret ballot' },
  ...{ dueAt: '2030-04-01T08:00:00.000Z', due: '2030-04-01T08:00:00.000Z' },
});
const term: CapacityRow = {
  ...{ id: 'board-1#1!seat', source: 'board-1', holder: 'person-1', key: 'seat:board-1#1' },
  ...{ mandate: 'board-1#1', maxCents: null, from: '2029-01-01', until: '2030-12-31' },
  ...{ title: 'Cabina di regia', titleEn: 'Board', changedAt: '2029-01-01T09:00:00.000Z' },
};

function calendar(content: Partial<CalendarContent> = {}): string {
  return calendarOf({
    moves: [timed, allDay, secret, move('undated', {})].map((row) => ({ row, mandate: null })),
    terms: [term],
    instance: { id: 'instance-1', name: 'Tavolo', zone: 'Europe/Rome' },
    language: 'it',
    ...content,
  });
}

/** What a parser that is not ours reads. */
function eventsIn(text: string): readonly ICAL.Event[] {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

describe('a calendar of deadlines', () => {
  it('has an entry for each deadline and each end of a term, under an id of the same facts', () => {
    expect(eventsIn(calendar()).map(({ uid, summary }) => [uid, summary])).toStrictEqual([
      ['sitting-1!attendSitting!1@instance-1', 'Partecipare alla seduta: Cabina; di, regia'],
      ['agreement-1!signAgreement!1@instance-1', 'Firmare l’accordo: Cabina; di, regia'],
      ['board-1#1!termEnds@instance-1', 'Fine di un mandato: Cabina di regia'],
    ]);
    expect(eventsIn(calendar({ language: 'en' })).at(-1)?.summary).toBe(
      'End of a term of office: Board',
    );
  });

  it('an instant is in UTC and a day is a whole day, on the day that the clocks change too', () => {
    const [sitting, signature, end] = eventsIn(calendar());
    expect(sitting?.startDate.isDate).toBe(false);
    expect(sitting?.startDate.toJSDate().toISOString()).toBe('2030-03-31T08:00:00.000Z');
    expect(signature?.startDate).toMatchObject({ isDate: true, year: 2030, month: 3, day: 31 });
    expect(end?.startDate).toMatchObject({ isDate: true, year: 2030, month: 12, day: 31 });
  });

  it('says nothing of a confidential matter, not even that there is one', () => {
    expect(calendar()).not.toMatch(/secret|decision-1|20300401/u);
    expect(eventsIn(calendar())).toHaveLength(3);
  });

  it('stamps entries with the facts’ own time: the same facts give the same bytes', () => {
    expect(calendar()).toBe(calendar());
    expect(calendar()).toContain('DTSTAMP:20300102T090000Z');
    const lines = calendar().split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines).toContain('BEGIN:VCALENDAR');
  });
});
