import { describe, expect, it } from '@jest/globals';
import type { ProcessEvent } from '@tavolo/process';
import type { BoardId, DecisionSubject } from '../contract/index.js';
import { rulebookPresets } from '../contract/index.js';
import { rulebookProcess } from './rulebook.process.js';

const board = 'board-1' as BoardId;
const effective = (subject: DecisionSubject) => {
  const event = { type: 'DecisionBecameEffective', stream: 'decision-1', data: { board, subject } };
  return { kind: 'event', event: event as unknown as ProcessEvent } as const;
};

describe('the rulebook of a body', () => {
  it('D-9: is amended once the decision that carries it has effect', () => {
    const rulebook = rulebookPresets.steeringCommittee;
    const { commands } = rulebookProcess.react(null, effective({ kind: 'amendRules', rulebook }));
    expect(commands).toMatchObject([
      { type: 'AmendRules', target: board, data: { decision: 'decision-1' } },
    ]);
  });
  it('D-9: is not touched by another decision', () => {
    expect(rulebookProcess.react(null, effective({ kind: 'other' }))).toEqual({
      ...{ state: null, done: true },
    });
    const event = { type: 'DecisionSigned', stream: 'decision-1' } as unknown as ProcessEvent;
    expect(rulebookProcess.keyOf(event)).toBeNull();
  });
});
