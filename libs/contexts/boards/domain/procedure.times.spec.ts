import { describe, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import type { Instant, LocalDate } from '@tavolo/kernel';
import * as a from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';

const given = specificationFor(procedure);
const { grounds } = a;
const put = (day: string, more: object = {}) =>
  ({
    type: 'ExtendProcedure',
    data: {
      deadline: `${day}T11:00:00.000Z` as Instant,
      grounds: { ...grounds, closesOn: day as LocalDate, ...more },
    },
    ...a.by(a.secretary),
  }) as const;
const extended = (day: string): ProcedureEvent => ({
  type: 'ProcedureExtended',
  data: {
    ...{ deadline: `${day}T11:00:00.000Z` as Instant, closesOn: day as LocalDate },
    ...{ previousDeadline: a.deadline, extendedBy: a.secretary, extendedAt: a.later.at },
  },
});
const request = (seat: string, today: string) =>
  ({
    type: 'RequestDocuments',
    data: { seat, request: a.document, grounds },
    ...a.by(a.personOf(seat)),
    ...{ at: `${today}T09:00:00.000Z` as Instant, today: today as LocalDate },
  }) as const;

describe('the time to answer', () => {
  const extensible = a.openedBy({ extensionDays: 5 });
  it('GB-1: is extended where the rulebook allows it, by no more days, once', () => {
    given(a.opened()).when(put('2030-02-05')).thenRefused('NoExtension');
    given(extensible).when(put('2030-02-06')).thenRefused('DeadlineTooLate');
    given(extensible).when(put('2030-02-05')).then(extended('2030-02-05'));
    given(extensible, extended('2030-02-03'))
      .when(put('2030-02-05'))
      .thenRefused('ExtendedAlready');
    given(extensible).when(put('2030-01-30')).thenRefused('NoLaterDeadline');
  });
  it('D-1: is not extended once it is over, and extended it lets members answer', () => {
    given(extensible)
      .when({ ...put('2030-02-05'), at: a.deadline })
      .thenRefused('DeadlineOver');
    const data = { seat: 's2', choice: 'for', textSha256: a.text, grounds } as const;
    const reply = { type: 'CastReply', data, ...a.by(a.personOf('s2')), at: a.deadline } as const;
    given(extensible).when(reply).thenRefused('DeadlineOver');
    given(extensible, extended('2030-02-05'))
      .when(reply)
      .then({
        ...a.reply('s2', 'for'),
        data: { ...a.reply('s2', 'for').data, castAt: a.deadline },
      });
  });
  it('GB-6: is not extended beyond the term of the body', () => {
    const until = (termUntil: string) => ({
      roll: { ...a.roll, termUntil: termUntil as LocalDate },
    });
    given(extensible)
      .when(put('2030-02-05', until('2030-02-04')))
      .thenRefused('TermOver');
    given(extensible)
      .when(put('2030-02-05', until('2030-02-05')))
      .then(extended('2030-02-05'));
  });
  it('X-3, X-11: is extended, and the procedure withdrawn, by who presides', () => {
    const member = a.by(a.personOf('s2'));
    given(extensible)
      .when({ ...put('2030-02-05'), ...member })
      .thenRefused('NotPresiding');
    const withdraw = { type: 'WithdrawProcedure', data: { grounds } } as const;
    given(a.opened())
      .when({ ...withdraw, ...member })
      .thenRefused('NotPresiding');
    given(a.opened())
      .when({ ...withdraw, ...a.by(a.secretary) })
      .then(a.stopped('procedureWithdrawn', a.secretary));
  });
  it('D-1: a procedure whose time is over is withdrawn no more', () => {
    given(a.silent())
      .when({ type: 'WithdrawProcedure', data: { grounds }, ...a.by(a.secretary), at: a.deadline })
      .thenRefused('DeadlineOver');
  });
});

describe('documents in a procedure', () => {
  const asking = a.silent({ documentRequestDays: 15 });
  const requested = (today: string): ProcedureEvent => ({
    type: 'DocumentsRequested',
    data: {
      ...{ seat: 's2', person: a.personOf('s2'), request: a.document },
      requestedAt: `${today}T09:00:00.000Z` as Instant,
    },
  });
  it('GB-1: are asked for within the days that the rulebook gives', () => {
    given(a.silent()).when(request('s2', '2030-01-10')).thenRefused('NoDocumentRequests');
    given(asking).when(request('s2', '2030-01-17')).thenRefused('RequestTooLate');
    given(asking).when(request('s2', '2030-01-16')).thenRepeatably(requested('2030-01-16'));
  });
  it('X-6: are supplied to all by who presides, and are at least one', () => {
    const supply = (...papers: { sha256: typeof a.document; title: string }[]) =>
      ({ type: 'SupplyDocuments', data: { papers, grounds }, ...a.by(a.secretary) }) as const;
    given(asking).when(supply()).thenRefused('NothingSupplied');
    const paper = { sha256: a.document, title: 'Relazione integrativa' };
    given(asking)
      .when(supply(paper))
      .thenRepeatably({
        type: 'DocumentsSupplied',
        data: { papers: [paper], suppliedBy: a.secretary, suppliedAt: a.later.at },
      });
  });
});
