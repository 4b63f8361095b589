import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { closedOf } from './procedure.closing.js';
import * as a from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';

const given = specificationFor(procedure);
const { grounds } = a;
const object = (seat: string, more: object = {}) =>
  ({
    type: 'RaiseObjection',
    data: { seat, reasons: a.document, textSha256: a.text, grounds, ...more },
    ...a.by(a.personOf(seat)),
  }) as const;
const call = (seat: string, person = a.personOf(seat)) =>
  ({ type: 'CallForSitting', data: { seat, grounds }, ...a.by(person) }) as const;
const declare = (seat: string, person = a.personOf(seat)) =>
  ({
    type: 'DeclareProcedureConflict',
    data: { seat, declaration: a.document, grounds },
    ...a.by(person),
  }) as const;
const resolve = (seat: string, upheld: boolean, person = a.secretary) =>
  ({
    type: 'ResolveProcedureConflict',
    data: { seat, upheld, grounds },
    ...a.by(person),
  }) as const;
const vote = (seat: string) =>
  ({
    type: 'CastReply',
    data: { seat, choice: 'for', textSha256: a.text, grounds },
    ...a.by(a.personOf(seat)),
  }) as const;
const dismissed = (seat: string): ProcedureEvent => ({
  type: 'ProcedureConflictDismissed',
  data: { seat },
});

describe('an objection to a silence procedure', () => {
  it('D-1: until the deadline, although no timer has fired; once for each seat', () => {
    given(a.silent())
      .when({ ...object('s2'), at: a.deadline })
      .thenRefused('DeadlineOver');
    given(a.silent(), a.objection('s2')).when(object('s2')).thenRefused('ObjectedAlready');
    given(a.silent()).when(object('s2')).then(a.objection('s2'));
  });
  it('X-8: on the text that was frozen', () => {
    given(a.silent())
      .when(object('s2', { textSha256: a.otherText }))
      .thenRefused('OtherText');
  });
  it('X-11: not in a written procedure', () => {
    given(a.opened()).when(object('s2')).thenRefused('NotSilence');
  });
  it('D-2: enough of them bring it to a sitting, or turn it down, as the rulebook says', () => {
    given(a.silent(), a.objection('s1'))
      .when(object('s2'))
      .then(a.objection('s2'), a.stopped('objections', a.personOf('s2')));
    const rejecting = a.silent({ onObjections: 'rejected' });
    const state = [rejecting, a.objection('s1'), a.objection('s2')].reduce(
      procedure.evolve,
      procedure.initial,
    );
    const closed = closedOf(state, a.later.at);
    expect(closed.data).toMatchObject({ outcome: 'rejected', early: true });
    given(rejecting, a.objection('s1')).when(object('s2')).then(a.objection('s2'), closed);
  });
});

describe('members call for a sitting instead', () => {
  const calling = a.openedBy({ sittingCalls: 2 });
  it('GB-1, X-11: where the rulebook lets them, and as many as it asks for', () => {
    given(a.opened()).when(call('s2')).thenRefused('NoSittingCalls');
    given(calling).when(call('s2')).then(a.called('s2'));
    given(calling, a.called('s2'))
      .when(call('s3'))
      .then(a.called('s3'), a.stopped('sittingCalled', a.personOf('s3')));
  });
  it('X-11, D-1: once for each seat, and not after a final reply', () => {
    given(calling, a.called('s2')).when(call('s2')).thenRefused('CalledAlready');
    given(calling, a.reply('s2', 'for')).when(call('s2')).thenRefused('ReplyIsFinal');
    const changing = a.openedBy({ sittingCalls: 2, replyChange: 'untilClose' });
    given(changing, a.reply('s2', 'for')).when(call('s2')).then(a.called('s2'));
  });
  it('X-3, D-1: each for themself: the secretary records none', () => {
    given(calling).when(call('s2', a.secretary)).thenRefused('NotTheMember');
    given(calling)
      .when(call('s2', a.personOf('s3')))
      .thenRefused('NotTheReplier');
  });
});

describe('a conflict of interest in a procedure', () => {
  it('X-7, D-1, X-11: is declared by who answers for the seat, once, until the deadline', () => {
    given(a.opened()).when(declare('s2')).then(a.declared('s2'));
    given(a.opened())
      .when(declare('s2', a.personOf('s3')))
      .thenRefused('NotTheHolder');
    given(a.opened(), a.declared('s2')).when(declare('s2')).thenRefused('ConflictDeclared');
    given(a.opened())
      .when({ ...declare('s2'), at: a.deadline })
      .thenRefused('DeadlineOver');
    given(a.opened()).when(declare('s5')).thenRefused('SeatNotEntitled');
  });
  it('X-5, X-11: is resolved by another person', () => {
    given(a.opened(), a.declared('s2'))
      .when(resolve('s2', true, a.personOf('s2')))
      .thenRefused('OwnConflict');
    given(a.opened()).when(resolve('s2', true)).thenRefused('NoConflictDeclared');
    given(a.opened(), a.declared('s2')).when(resolve('s2', false)).then(dismissed('s2'));
  });
  it('X-7: keeps the seat from answering until it is resolved', () => {
    given(a.opened(), a.declared('s2')).when(vote('s2')).thenRefused('ConflictUnresolved');
    given(a.opened(), a.declared('s2')).when(vote('s3')).then(a.reply('s3', 'for'));
    given(a.opened(), a.declared('s2'), dismissed('s2'))
      .when(vote('s2'))
      .then(a.reply('s2', 'for'));
  });
  it('GB-3, X-11: takes the seat out of quorum and vote, and cancels what it answered', () => {
    const history = [a.opened(), a.reply('s1', 'for'), a.reply('s2', 'against')];
    given(...history, a.declared('s2'))
      .when(resolve('s2', true))
      .then(a.upheld('s2'), { type: 'ReplyCancelled', data: { seat: 's2', choice: 'against' } });
    given(a.opened(), a.upheld('s2')).when(vote('s2')).thenRefused('SeatRecused');
    const out = [...history, a.declared('s2'), a.upheld('s2')];
    const cancelled = { type: 'ReplyCancelled', data: { seat: 's2', choice: 'against' } } as const;
    const state = [...out, cancelled, a.reply('s3', 'for')].reduce(
      procedure.evolve,
      procedure.initial,
    );
    const { data } = closedOf(state, a.deadline);
    // Two of five replied and count; the third that had replied is out.
    expect(data).toMatchObject({
      ...{ outcome: 'inquorate', replied: ['s1', 's3'], recused: ['s2'] },
      tally: { for: 2, against: 0, abstain: 0, recused: 1 },
    });
  });
  it('GB-3, D-1, X-11: takes an objection and a call away with it, also before they are enough', () => {
    const history = [a.silent({ sittingCalls: 2 }), a.objection('s1'), a.called('s1')];
    given(...history, a.declared('s1'))
      .when(resolve('s1', true))
      .then(a.upheld('s1'), { type: 'ObjectionCancelled', data: { seat: 's1' } });
    const after: ProcedureEvent[] = [
      ...history,
      ...[a.declared('s1'), a.upheld('s1')],
      { type: 'ObjectionCancelled', data: { seat: 's1' } },
    ];
    given(...after)
      .when(object('s2'))
      .then(a.objection('s2'));
    given(...after)
      .when(call('s2'))
      .then(a.called('s2'));
  });
  it('X-7, D-1, X-11: keeps enough objections from ending it until it is resolved', () => {
    const waiting = [a.silent(), a.objection('s1'), a.declared('s1')];
    given(...waiting)
      .when(object('s2'))
      .then(a.objection('s2'));
    given(...waiting, a.objection('s2'))
      .when(resolve('s1', false))
      .then(dismissed('s1'), a.stopped('objections', a.secretary));
    given(...waiting, a.objection('s2'))
      .when(resolve('s1', true))
      .then(a.upheld('s1'), { type: 'ObjectionCancelled', data: { seat: 's1' } });
  });
  it('X-7, X-11: resolved after the deadline, it leaves the end to the closing', () => {
    const late = { at: '2030-02-02T09:00:00.000Z' as Instant, today: '2030-02-02' as LocalDate };
    const waiting = [a.silent(), a.objection('s1'), a.declared('s1'), a.objection('s2')];
    given(...waiting)
      .when({ ...resolve('s1', false), ...late })
      .then(dismissed('s1'));
    given(...waiting, dismissed('s1'))
      .when({ type: 'CloseProcedure', data: { grounds }, ...late })
      .then(
        a.stopped('objections', 'person-00000000-0000-4000-8000-000000000001' as never, late.at),
      );
  });
});
