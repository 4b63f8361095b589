import { describe, expect, it } from '@jest/globals';
import type { ProcessEvent } from '@tavolo/process';
import type { DecisionId, DecisionSubject } from '../contract/index.js';
import { endingProcess } from './ending.process.js';

const effective = (subject: DecisionSubject) => {
  const event = { type: 'DecisionBecameEffective', stream: 'decision-2', data: { subject } };
  return { kind: 'event', event: event as unknown as ProcessEvent } as const;
};

describe('a decision that ends another', () => {
  it('D-8: is followed by the end of the other once it has effect', () => {
    const decision = 'decision-1' as DecisionId;
    const subject = { kind: 'endDecision', decision, how: 'annul', dependents: [] } as const;
    expect(endingProcess.react(null, effective(subject)).commands).toMatchObject([
      { type: 'AnnulDecision', target: decision, data: { by: 'decision-2' } },
    ]);
  });
  it('D-8: no other decision ends anything', () =>
    expect(endingProcess.react(null, effective({ kind: 'other' })).commands).toBeUndefined());
});
