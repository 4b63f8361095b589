import { describe, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import type { DecisionOnTable } from './sitting.commands.js';
import type { ProcedureAsked } from './procedure.commands.js';
import * as a from './procedure.examples.js';
import { procedure } from './procedure.js';
import type { Roll } from './roll.js';

const given = specificationFor(procedure);
const open = (more: Partial<Asked> = {}, { roll = {}, ...grounds }: Opening = {}) =>
  ({
    type: 'OpenProcedure',
    data: {
      ...{ board: a.board, kind: 'written' as const, decision: a.decision, textSha256: a.text },
      ...{ papers: [], deadline: a.deadline, ...more },
      grounds: {
        ...{ roll: { ...a.roll, ...roll }, plan: null, decision: a.ready, closesOn: a.closesOn },
        ...grounds,
      },
    },
    by: { ...someone.by, person: a.secretary },
  }) as const;
type Asked = Omit<ProcedureAsked<'OpenProcedure'>['data'], 'grounds'>;
type Opening = Readonly<{
  roll?: Partial<Roll>;
  decision?: DecisionOnTable | null;
  closesOn?: LocalDate;
}>;
const day = (closesOn: string) => ({ closesOn: closesOn as LocalDate });
const vote = (seat: string, more: object = {}, person = a.personOf(seat)) =>
  ({
    type: 'CastReply',
    data: { seat, choice: 'for', textSha256: a.text, grounds: a.grounds, ...more },
    ...a.by(person),
  }) as const;
const voteOf = (seat: string, choice: 'for' | 'against') => vote(seat, { choice });

describe('a procedure opens', () => {
  it('GB-1, X-11: with whole days enough to answer, and no more than the rulebook gives', () => {
    given()
      .when(open({}, day('2030-01-10')))
      .thenRefused('DeadlineTooSoon');
    given()
      .when(open({}, day('2030-01-11')))
      .then(a.opened('written', day('2030-01-11')));
    const rulebook = { ...a.rules, written: { ...a.written, maxDays: 20 } };
    given()
      .when(open({}, { roll: { rulebook }, ...day('2030-01-22') }))
      .thenRefused('DeadlineTooLate');
    given()
      .when(open({}, { roll: { rulebook }, ...day('2030-01-21') }))
      .then(a.opened('written', { rulebook, ...day('2030-01-21') }));
  });
  it('GB-1, X-11: with the longer time for sensitive interests only where there is one', () => {
    const long = { sensitive: true, kind: 'silence' } as const;
    given().when(open(long)).thenRefused('NoSensitiveTerm');
    const silence = { ...a.silence, maxDays: 20, sensitiveMaxDays: 60 };
    const rulebook = { ...a.rules, silence };
    given()
      .when(open({ kind: 'silence' }, { roll: { rulebook } }))
      .thenRefused('DeadlineTooLate');
    given()
      .when(open(long, { roll: { rulebook } }))
      .then(a.opened('silence', { rulebook, sensitive: true }));
  });
  it('GB-1, X-11: for a time that is still to come', () => {
    const rulebook = { ...a.rules, written: { ...a.written, minDays: 0 } };
    const atOnce = { roll: { rulebook }, ...day(someone.today) };
    given()
      .when(open({ deadline: someone.at }, atOnce))
      .thenRefused('DeadlinePast');
    const deadline = '2030-01-01T13:00:00.000Z' as Instant;
    given()
      .when(open({ deadline }, atOnce))
      .then(a.opened('written', { rulebook, deadline, ...day(someone.today) }));
  });
  it('D-1, X-11: where the rulebook of the body allows its kind', () => {
    const { written: _written, ...rulebook } = a.rules;
    given()
      .when(open({}, { roll: { rulebook } }))
      .thenRefused('KindNotAllowed');
    given()
      .when(open({ kind: 'silence' }, { roll: { rulebook } }))
      .then(a.opened('silence', { rulebook }));
  });
  it('GB-6, X-11: with a deadline within the term of the body', () => {
    const until = (termUntil: string) => ({ roll: { termUntil: termUntil as LocalDate } });
    given()
      .when(open({}, until('2030-01-30')))
      .thenRefused('TermOver');
    given()
      .when(open({}, until('2030-01-31')))
      .then(a.opened());
  });
  it('GB-8, X-11, X-3: in a body with chair and secretary, by one of them', () => {
    given()
      .when(open({}, { roll: { chair: null } }))
      .thenRefused('ChairMissing');
    given()
      .when(open({}, { roll: { secretary: null } }))
      .thenRefused('SecretaryMissing');
    const by = (seat: string) => ({ ...open(), by: { ...someone.by, person: a.personOf(seat) } });
    given().when(by('s2')).thenRefused('NotPresiding');
    given()
      .when(by('s1'))
      .then(a.opened('written', { openedBy: a.personOf('s1') }));
  });
  it('GB-7, X-11: in a body in which every category is represented', () => {
    const represented = (min: number) => {
      const rulebook = { ...a.rules, representation: [{ category: 'comuni', min }] };
      return { roll: { rulebook } };
    };
    given()
      .when(open({}, represented(5)))
      .thenRefused('CategoryUnrepresented');
    given()
      .when(open({}, represented(4)))
      .then(a.opened('written', { rulebook: represented(4).roll.rulebook }));
  });
  it('X-8, X-11, X-12: on a decision of the body that is ready, by the text that was read', () => {
    given()
      .when(open({ textSha256: a.otherText }))
      .thenRefused('OtherText');
    given()
      .when(open({}, { decision: null }))
      .thenRefused('DecisionUnknown');
    const proposed = { ...a.ready, status: 'Proposed' } as const;
    given()
      .when(open({}, { decision: proposed }))
      .thenRefused('DecisionNotReady');
    const theirs = { ...a.ready, board: 'board-2' } as DecisionOnTable;
    given()
      .when(open({}, { decision: theirs }))
      .thenRefused('OtherBoard');
    const deferred = { ...a.ready, status: 'Deferred' } as const;
    given()
      .when(open({}, { decision: deferred }))
      .then(a.opened());
  });
  it('X-12, X-11: in a board that there is, and nothing is done in one that there is not', () => {
    const asked = open();
    const unknown = { ...asked.data.grounds, roll: null };
    given()
      .when({ ...asked, data: { ...asked.data, grounds: unknown } })
      .thenRefused('BoardUnknown');
    given().when(asked).then(a.opened());
    const nobody = { roll: null, plan: null };
    given(a.opened())
      .when(vote('s2', { grounds: nobody }))
      .thenRefused('BoardUnknown');
    given(a.opened())
      .when({ type: 'CloseProcedure', data: { grounds: nobody }, at: a.deadline })
      .thenRefused('BoardUnknown');
  });
  it('PL-4, X-12: on the version of a plan that can be adopted', () => {
    const subject = { kind: 'adoptPlan', plan: 'plan-1', version: 1, sha256: a.text } as never;
    given()
      .when(open({}, { decision: { ...a.ready, subject } }))
      .thenRefused('PlanUnknown');
  });
});

describe('a seat answers in a written procedure', () => {
  it('D-1: until the deadline, although no timer has fired', () => {
    const at = (instant: string) => ({ ...vote('s2'), at: instant as Instant });
    given(a.opened()).when(at(a.deadline)).thenRefused('DeadlineOver');
    const last = '2030-01-31T10:59:59.999Z' as Instant;
    given(a.opened())
      .when(at(last))
      .then({ ...a.reply('s2', 'for'), data: { ...a.reply('s2', 'for').data, castAt: last } });
  });
  it('D-1, X-11: once, where the rulebook allows no change; where it does, until the close', () => {
    given(a.opened(), a.reply('s2', 'for'))
      .when(voteOf('s2', 'against'))
      .thenRefused('RepliedAlready');
    const changing = a.openedBy({ replyChange: 'untilClose' });
    given(changing, a.reply('s2', 'for')).when(voteOf('s2', 'for')).thenRefused('SameReply');
    given(changing, a.reply('s2', 'for'))
      .when(voteOf('s2', 'against'))
      .then({ type: 'ReplyChanged', data: a.reply('s2', 'against').data });
  });
  it('D-1: by who held it at the opening and still does', () => {
    given(a.opened()).when(vote('s5')).thenRefused('SeatNotEntitled');
    given(a.opened())
      .when(vote('s2', {}, a.personOf('s3')))
      .thenRefused('NotTheReplier');
    const person = 'person-22' as PersonRef;
    const members = a.roll.members.map((one) => (one.seat === 's2' ? { ...one, person } : one));
    const grounds = { roll: { ...a.roll, members }, plan: null };
    given(a.opened()).when(vote('s2', { grounds })).thenRefused('SeatChangedHands');
    given(a.opened())
      .when(vote('s2', { grounds }, person))
      .thenRefused('NotTheReplier');
    given(a.opened()).when(vote('s3', { grounds })).then(a.reply('s3', 'for'));
  });
  it('D-1: or the secretary records its answer', () => {
    given(a.opened())
      .when(vote('s2', {}, a.secretary))
      .then(a.reply('s2', 'for'));
  });
  it('GB-5, D-1, X-11: or its alternate, as long as the holder has not', () => {
    const asAlternate = { person: a.alternate, as: 'alternate' } as const;
    const byAlternate = {
      type: 'ReplyCast',
      data: { ...a.reply('s4', 'for').data, ...asAlternate },
    } as const;
    const changing = a.openedBy({ replyChange: 'untilClose' });
    given(changing)
      .when(vote('s4', {}, a.alternate))
      .then(byAlternate);
    given(changing, a.reply('s4', 'against'))
      .when(vote('s4', {}, a.alternate))
      .thenRefused('HolderReplied');
    given(changing, byAlternate)
      .when(vote('s4'))
      .then({ type: 'ReplyChanged', data: a.reply('s4', 'for').data });
    given(a.opened(), byAlternate).when(vote('s4')).thenRefused('RepliedAlready');
  });
  it('X-8: on the text that was frozen', () => {
    given(a.opened())
      .when(vote('s2', { textSha256: a.otherText }))
      .thenRefused('OtherText');
  });
  it('X-8: that the plan still stands by', () => {
    const subject = { kind: 'adoptPlan', plan: 'plan-1', version: 1, sha256: a.text } as never;
    const standing = (version: number) => {
      const plan = { frozen: { version, sha256: a.text }, missing: [] };
      return { grounds: { ...a.grounds, plan } };
    };
    given(a.opened('written', { subject }))
      .when(vote('s2', standing(2)))
      .thenRefused('TextSuperseded');
    given(a.opened('written', { subject }))
      .when(vote('s2', standing(1)))
      .then(a.reply('s2', 'for'));
  });
  it('GB-6: while the body is in office', () => {
    const grounds = (termUntil: string) => ({
      grounds: { ...a.grounds, roll: { ...a.roll, termUntil: termUntil as LocalDate } },
    });
    given(a.opened())
      .when(vote('s2', grounds('2030-01-19')))
      .thenRefused('TermOver');
    given(a.opened())
      .when(vote('s2', grounds('2030-01-20')))
      .then(a.reply('s2', 'for'));
  });
  it('X-11: not by silence, and not before it is opened or after its end', () => {
    given(a.silent()).when(vote('s2')).thenRefused('NotWritten');
    given().when(vote('s2')).thenRefused('WrongState');
    given(a.opened(), a.stopped('procedureWithdrawn', a.secretary))
      .when(vote('s2'))
      .thenRefused('WrongState');
  });
});
