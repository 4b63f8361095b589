import { describe, expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { closedOf } from './procedure.closing.js';
import * as a from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';

const given = specificationFor(procedure);
const close = (at: string = a.deadline, more: object = {}) =>
  ({
    type: 'CloseProcedure',
    data: { grounds: { ...a.grounds, ...more } },
    at: at as Instant,
  }) as const;
const early = {
  type: 'CloseProcedureEarly',
  data: { grounds: a.grounds },
  ...a.by(a.secretary),
} as const;
const closed = (history: readonly ProcedureEvent[], at: string = a.deadline) =>
  closedOf(history.reduce(procedure.evolve, procedure.initial), at as Instant);
const replies = (votes: string, from = 1) =>
  Array.from(votes).map((one, i) =>
    a.reply(`s${String(i + from)}`, one === 'F' ? 'for' : 'against'),
  );
const outcome = (...history: ProcedureEvent[]) => {
  const { data } = closed(history);
  return [data.outcome, data.trace.map(({ step, holds }) => `${step} ${String(holds)}`)];
};

describe('a written procedure at its deadline', () => {
  const three = [a.opened(), ...replies('FFA')];
  it('D-1: closes from its deadline on, and not before', () => {
    given(...three)
      .when(close('2030-01-31T10:59:59.999Z'))
      .thenRefused('NotYetDue');
    given(...three)
      .when(close())
      .then(closed(three));
  });
  it('D-2: comes to what its replies come to, and says how', () => {
    const { data } = closed(three);
    expect(data).toMatchObject({
      outcome: 'approved',
      tally: { for: 2, against: 1, abstain: 0, recused: 0 },
      ...{ replied: ['s1', 's2', 's3'], early: false },
    });
    expect(data.trace[0]).toMatchObject({
      ...{ step: 'quorum', numbers: { present: 3, whole: 5, needed: 3 }, holds: true },
      it: 'Risposte valide 3 su 5; ne servono 3: bastano.',
      en: '3 valid answers of 5; 3 are needed: they are enough.',
    });
  });
  it('GB-2: is void where too few replied: who is silent was not there', () => {
    expect(outcome(a.opened(), ...replies('FF'))).toEqual([
      'inquorate',
      ['quorum false', 'result false'],
    ]);
    expect(outcome(a.opened(), ...replies('FFA'))[0]).toBe('approved');
  });
  it('GB-2: counts the replies that the rulebook asks for, in exact fractions', () => {
    const twoThirds = {
      kind: 'fraction',
      num: 2,
      den: 3,
      strict: false,
      of: 'seatsFilled',
    } as const;
    // Two thirds of four are 2.67: three must reply.
    expect(outcome(a.openedBy({ replies: twoThirds }), ...replies('FF'))[0]).toBe('inquorate');
    expect(outcome(a.openedBy({ replies: twoThirds }), ...replies('FFF'))[0]).toBe('approved');
    const one = { kind: 'count', n: 1 } as const;
    expect(outcome(a.openedBy({ replies: one }), ...replies('F'))[0]).toBe('approved');
    const regional = { ...one, categories: [{ category: 'regione', min: 1 }] };
    expect(closed([a.openedBy({ replies: regional }), ...replies('F')]).data.trace[0]?.it).toBe(
      'Risposte valide 1 su 5; ne servono 1: mancano le categorie regione.',
    );
  });
  it('D-2: is closed once, also by a timer that fires late', () => {
    const late = '2030-03-01T09:00:00.000Z';
    given(...three)
      .when(close(late))
      .then(closed(three, late));
    given(...three, closed(three))
      .when(close(late))
      .then();
    expect(closed(three, late).data).toMatchObject({ early: false, deadline: a.deadline });
  });
  it('GB-6: of a body that was in office then, and need not be when the timer fires', () => {
    const until = (termUntil: string) => ({
      roll: { ...a.roll, termUntil: termUntil as LocalDate },
    });
    given(...three)
      .when(close(a.deadline, until('2030-01-30')))
      .thenRefused('TermOver');
    const late = '2030-03-01T09:00:00.000Z';
    given(...three)
      .when(close(late, until('2030-01-31')))
      .then(closed(three, late));
  });
  it('X-7: not while a conflict is open on the matter', () => {
    given(...three, a.declared('s4'))
      .when(close())
      .thenRefused('ConflictUnresolved');
    const upheld = [...three, a.declared('s4'), a.upheld('s4')];
    given(...upheld)
      .when(close())
      .then(closed(upheld));
  });
  it('X-8: not on a text that was superseded', () => {
    const subject = { kind: 'adoptPlan', plan: 'plan-1', version: 1, sha256: a.text } as never;
    const history = [a.opened('written', { subject }), ...replies('FFF')];
    const plan = { frozen: { version: 2, sha256: a.text }, missing: [] };
    given(...history)
      .when(close(a.deadline, { plan }))
      .thenRefused('TextSuperseded');
    const same = { frozen: { version: 1, sha256: a.text }, missing: [] };
    given(...history)
      .when(close(a.deadline, { plan: same }))
      .then(closed(history));
  });
  it('GB-5: has nobody represent anybody: a delegation is of attendance', () => {
    expect(a.opened().data.electorate).not.toHaveProperty('delegations');
  });
});

describe('a written procedure before its deadline', () => {
  const all = [a.opened(), ...replies('FFAA')];
  const at = (today: string) => ({
    ...early,
    ...{ at: `${today}T09:00:00.000Z` as Instant, today: today as LocalDate },
  });
  it('D-2, X-11: stays open for the days that the rulebook asks for, although all have replied', () => {
    given(...all)
      .when(at('2030-01-10'))
      .thenRefused('OpenTooShort');
    given(...all)
      .when(at('2030-01-11'))
      .then(closed(all, '2030-01-11T09:00:00.000Z'));
  });
  it('D-2, X-11: closes where nothing can change the outcome any more, and only there', () => {
    const three = [a.opened(), ...replies('FFF')];
    given(...three)
      .when(early)
      .then(closed(three, a.later.at));
    expect(closed(three, a.later.at).data.early).toBe(true);
    // One more against would make it a tie, which falls.
    const open = [a.opened(), ...replies('FFA')];
    given(...open)
      .when(early)
      .thenRefused('OutcomeOpen');
    const two = [a.opened(), ...replies('FF')];
    given(...two)
      .when(early)
      .thenRefused('OutcomeOpen');
  });
  it('D-2, X-11: not where a reply can be changed or a sitting called for, unless all have replied', () => {
    const changing = a.openedBy({ replyChange: 'untilClose' });
    given(changing, ...replies('FFF'))
      .when(early)
      .thenRefused('OutcomeOpen');
    given(changing, ...replies('FFFF'))
      .when(early)
      .then(closed([changing, ...replies('FFFF')], a.later.at));
    const calling = (sittingCalls: number) => a.openedBy({ sittingCalls });
    given(calling(1), ...replies('FFF'))
      .when(early)
      .thenRefused('OutcomeOpen');
    given(calling(2), ...replies('FFF'))
      .when(early)
      .then(closed([calling(2), ...replies('FFF')], a.later.at));
  });
  it('X-3, X-11: is closed by who presides', () => {
    given(...all)
      .when({ ...early, ...a.by(a.personOf('s2')) })
      .thenRefused('NotPresiding');
    given(...all)
      .when({ ...early, ...a.by(a.personOf('s1')) })
      .then(closed(all, a.later.at));
  });
  it('D-2: a silence is never closed early', () => {
    given(a.silent()).when(early).thenRefused('SilenceRunsOut');
  });
});

describe('a silence procedure at its deadline', () => {
  it('D-2: is adopted where too few objected, and says how', () => {
    const history = [a.silent(), a.objection('s2')];
    expect(closed(history).data).toMatchObject({
      ...{ outcome: 'approved', objected: ['s2'], replied: [] },
      tally: { for: 3, against: 1, abstain: 0, recused: 0 },
    });
    expect(closed(history).data.trace[1]).toMatchObject({
      ...{ step: 'silence', numbers: { free: 4, objections: 1, needed: 2 }, holds: true },
      it: 'Su 4 seggi, obiezioni motivate 1; ne bastano 2 per impedire l’assenso: il silenzio vale assenso.',
    });
    given(...history)
      .when(close())
      .then(closed(history));
  });
  it('GB-4: binds nobody where recusals or vacancies leave too few to speak', () => {
    const out = (...seats: string[]) => seats.flatMap((seat) => [a.declared(seat), a.upheld(seat)]);
    expect(outcome(a.silent(), ...out('s1', 's2'))).toEqual([
      'inquorate',
      ['quorum false', 'result false'],
    ]);
    expect(outcome(a.silent(), ...out('s1'))).toEqual([
      'approved',
      ['quorum true', 'silence true', 'result true'],
    ]);
  });
});

describe('what a process says of a procedure that has ended', () => {
  it('X-8: a text that is superseded voids it while it is open, and changes nothing after', () => {
    const voiding = {
      type: 'VoidProcedure',
      data: { cause: 'textSuperseded', grounds: { roll: a.roll } },
    } as const;
    const history = [a.opened(), ...replies('FFA')];
    given(...history)
      .when(voiding)
      .then(a.stopped('textSuperseded', someone.by.person, someone.at));
    given(...history, closed(history))
      .when(voiding)
      .then();
  });
});
