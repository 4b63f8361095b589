import { describe, expect, it } from '@jest/globals';
import type { ProcessEvent } from '@tavolo/process';
import * as a from '../domain/decision.examples.js';
import { closedWith, decision, item, sittingId } from '../domain/sitting.examples.js';
import type { VoteQuestion } from '../domain/sitting.events.js';
import { deliberationProcess } from './deliberation.process.js';
import { effectProcess } from './effect.process.js';

const present = ['s1', 's2', 's3', 's4'];
const ballots = present.map((seat) => ({ seat, choice: 'for' as const }));
const { data } = closedWith({ present, ballots });
const defer: VoteQuestion = { kind: 'defer', until: '2030-03-01' as never, reason: a.document };
const enforceability: VoteQuestion = { kind: 'enforceability' };

const heard = (type: string, stream: string, of: object) =>
  ({ kind: 'event', event: { type, stream, data: of } as unknown as ProcessEvent }) as const;
const told = (type: string, of: object) =>
  deliberationProcess.react(null, heard(type, sittingId, of)).commands;
const on = { sitting: sittingId, item };

describe('what a sitting answered beside a decision', () => {
  it('GB-1: a deferral that was voted for defers the decision, with its day and its reasons', () => {
    expect(told('VoteClosed', { ...data, question: defer })).toMatchObject([
      {
        ...{ target: decision, type: 'DeferDecision' },
        data: { ...on, cause: 'byVote', until: '2030-03-01', reason: a.document },
      },
    ]);
  });
  it('D-6: enforceability that was voted for is declared on the decision', () =>
    expect(told('VoteClosed', { ...data, question: enforceability })).toMatchObject([
      { target: decision, type: 'DeclareImmediatelyEnforceable', data: on },
    ]));
  it('D-6: a no, or a void vote, leaves the decision as it was', () => {
    for (const question of [defer, enforceability]) {
      for (const outcome of ['rejected', 'inquorate', 'postponed']) {
        expect(told('VoteClosed', { ...data, question, outcome })).toEqual([]);
      }
      expect(told('VoteVoided', { ...data, question, cause: 'termOver' })).toEqual([]);
    }
    expect(told('VoteVoided', { ...data, cause: 'termOver' })).toHaveLength(1);
  });
});

describe('the effect of what is immediately enforceable', () => {
  const stream = 'decision-1';
  const answer = (status: string) =>
    ({
      kind: 'answer',
      command: { name: 'MakeEffective', type: 'MakeEffective' },
      outcome: 'refused',
      refusal: { code: 'WrongState', details: { status } },
    }) as never;

  it('D-6: is asked for when it is declared and when it is numbered, and waits in between', () => {
    const first = effectProcess.react(null, heard('ImmediateEnforceabilityDeclared', stream, {}));
    expect(first.commands).toMatchObject([{ target: stream, type: 'MakeEffective' }]);
    expect(effectProcess.react(first.state, answer('Approved')).waiting).toBeDefined();
    expect(effectProcess.react(first.state, answer('Revoked')).waiting).toBeUndefined();
    const then = effectProcess.react(first.state, heard('DecisionNumbered', stream, {}));
    expect(then.commands).toHaveLength(1);
  });
  it('D-6: is not asked for by the number of any other', () =>
    expect(effectProcess.react(null, heard('DecisionNumbered', stream, {})).commands).toEqual([]));
});
