import { describe, expect, it } from '@jest/globals';
import type { ProcessEvent, TimedInput } from '@tavolo/process';
import * as p from '../domain/procedure.examples.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import * as a from '../domain/sitting.examples.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import * as t from '../domain/tie.examples.js';
import type { TieBreak } from '../domain/tie.events.js';
import { deliberationProcess } from './deliberation.process.js';
import { procedureProcess } from './procedure.process.js';

const drawn: TieBreak = {
  ...{ kind: 'lot', side: 'for', record: t.record, drawnBy: a.personOf('s2') },
};
const against: TieBreak = { ...drawn, side: 'against' };
const put: TieBreak = { kind: 'postponement', postponedBy: a.personOf('s1') };

const heard = (fact: ProcedureEvent | SittingEvent | undefined, stream: string) =>
  ({ kind: 'event', event: { ...fact, stream } as unknown as ProcessEvent }) as const;

describe('what a tie of a sitting means for its decision', () => {
  const told = (fact: SittingEvent | undefined) =>
    deliberationProcess.react(null, heard(fact, a.sittingId)).commands;
  const lot = t.tied({ rule: 'lot' });

  it('D-2, X-11: nothing until it is broken; then the result, at the time of the breaking', () => {
    expect(told(lot.at(-1))).toEqual([]);
    const broken = t.brokenIn(lot, drawn);
    const { trace, tally, brokenAt: closedAt } = broken.data;
    const on = { sitting: a.sittingId, item: a.item };
    expect(told(broken)).toMatchObject([
      {
        ...{ target: a.decision, type: 'ApproveDecision' },
        data: { ...on, textSha256: a.text, tally, trace, closedAt },
      },
    ]);
    expect(told(t.brokenIn(lot, against))).toMatchObject([{ type: 'RejectDecision' }]);
    expect(told(t.brokenIn(lot, put))).toMatchObject([
      { type: 'DeferDecision', data: { ...on, cause: 'tie' } },
    ]);
    expect(deliberationProcess.keyOf(heard(broken, a.sittingId).event)).toBe('1');
  });
  it('GB-1: on a deferral it is deferred where the lot says so', () => {
    const asked = t.tied({ rule: 'lot', question: { kind: 'defer', reason: a.minutes } });
    expect(told(asked.at(-1))).toEqual([]);
    expect(told(t.brokenIn(asked, drawn))).toMatchObject([
      { type: 'DeferDecision', data: { cause: 'byVote', reason: a.minutes } },
    ]);
    expect(told(t.brokenIn(asked, against))).toEqual([]);
    expect(told(t.brokenIn(asked, put))).toEqual([]);
  });
});

describe('what a tie in writing means for its decision', () => {
  const facts = t.tiedInWriting('lot');
  const stream = 'procedure-1';
  const react = (state: ReturnType<typeof opened>, input: TimedInput) =>
    procedureProcess.react(state, input);
  const opened = () => procedureProcess.react(null, heard(facts[0], stream)).state;
  const refused = (code: string, details: object = {}) =>
    ({
      kind: 'answer',
      command: { name: 'VoidProcedure', type: 'VoidProcedure', aggregate: 'procedure' },
      ...{ outcome: 'refused', refusal: { code, details } },
    }) as unknown as TimedInput;

  it('D-2, GB-6: it waits, at most until the term of the body is over', () => {
    expect(react(opened(), heard(facts.at(-1), stream))).toMatchObject({
      timers: [{ cancel: 'deadline' }, { schedule: 'term', after: p.roll.termUntil }],
    });
    expect(react(opened(), heard(facts.at(-1), stream)).commands).toBeUndefined();
    const due = { kind: 'timer', timer: { name: 'term', dueAt: p.deadline } } as const;
    expect(react(opened(), due).commands).toMatchObject([
      { target: stream, type: 'VoidProcedure', data: { cause: 'termOver' } },
    ]);
    const deadline = { ...due, timer: { ...due.timer, name: 'deadline' } };
    expect(react(opened(), deadline).commands).toMatchObject([{ type: 'CloseProcedure' }]);
  });
  it('GB-6: waits on in a term that was made longer, and stops at any other refusal', () => {
    const longer = react(opened(), refused('TermNotOver', { termUntil: '2033-06-30' }));
    expect(longer).toMatchObject({
      timers: [{ schedule: 'term', after: '2033-06-30' }],
      waiting: { owner: p.board, why: { en: expect.stringContaining('2033-06-30') } },
    });
    for (const other of [refused('BoardUnknown'), refused('TermNotOver')]) {
      expect(react(opened(), other)).toEqual({ state: opened() });
    }
  });
  it('D-2: broken, the decision has its result and nothing is waited for', () => {
    const broken = t.brokenInWriting(facts, drawn);
    const { trace, tally, brokenAt: closedAt } = broken.data;
    expect(react(opened(), heard(broken, stream))).toMatchObject({
      commands: [
        {
          ...{ target: p.decision, type: 'ApproveDecision' },
          data: { procedure: stream, textSha256: p.text, tally, trace, closedAt },
        },
      ],
      timers: [{ cancel: 'term' }],
    });
    expect(react(opened(), heard(t.brokenInWriting(facts, put), stream)).commands).toMatchObject([
      { type: 'DeferDecision', data: { procedure: stream, cause: 'tie' } },
    ]);
    expect(procedureProcess.keyOf(heard(broken, stream).event)).toBe('1');
  });
});
