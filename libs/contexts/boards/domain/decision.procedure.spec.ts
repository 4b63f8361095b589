import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import type { ProcedureId } from '../contract/index.js';
import * as a from './decision.examples.js';
import { decision } from './decision.js';
import type { DeferralCause } from './decision.events.js';

const given = specificationFor(decision);
const procedure = 'procedure-1' as ProcedureId;
const another = 'procedure-2' as ProcedureId;
const put = { type: 'DecisionScheduled', data: { procedure } } as const;
const onProcedure = [...a.instructed, put] as const;
const { sitting: _sitting, item: _item, ...counted } = a.result;
const schedule = (textSha256 = a.text) =>
  ({ type: 'ScheduleDecision', data: { procedure, textSha256 } }) as const;
const approve = (more: object) =>
  ({
    type: 'ApproveDecision',
    data: { ...counted, procedure, textSha256: a.text, grounds: { plan: null }, ...more },
  }) as never;
const deferredBy = (cause: DeferralCause) =>
  ({ type: 'DecisionDeferred', data: { procedure, cause } }) as const;
const statusAfter = (cause: DeferralCause) =>
  [...onProcedure, deferredBy(cause)].reduce(decision.evolve, decision.initial).status;

describe('a decision that is put to a procedure', () => {
  it('X-8, X-11: on the text that the procedure froze, and no other', () => {
    given(...a.instructed)
      .when(schedule(a.document))
      .thenRefused('OtherText');
    given(...a.instructed)
      .when(schedule())
      .then(put);
  });
  it('D-2, X-11: takes the result of that procedure, of no other and of no sitting', () => {
    const approved = { type: 'DecisionApproved', data: { ...counted, procedure } } as const;
    given(...onProcedure)
      .when(approve({}))
      .then(approved);
    given(...onProcedure)
      .when(approve({ procedure: another }))
      .thenRefused('OtherSitting');
    given(...onProcedure)
      .when({
        type: 'ApproveDecision',
        data: { ...a.result, textSha256: a.text, grounds: { plan: null } },
      })
      .thenRefused('OtherSitting');
    given(...a.instructed, a.scheduled)
      .when(approve({}))
      .thenRefused('OtherSitting');
  });
  it('X-11: cannot be taken back while it is open, and can be once it was given up', () => {
    const withdraw = { type: 'WithdrawProposal', data: {}, by: { person: a.proposer } } as never;
    given(...onProcedure)
      .when(withdraw)
      .thenRefused('WrongState');
    given(...onProcedure, deferredBy('procedureWithdrawn'))
      .when(withdraw)
      .then({ type: 'ProposalWithdrawn', data: { withdrawnBy: a.proposer } });
  });
  it('X-11: is ready for the agenda again where members want it in a sitting', () => {
    expect(statusAfter('sittingCalled')).toBe('ReadyForAgenda');
    expect(statusAfter('objections')).toBe('ReadyForAgenda');
    expect(statusAfter('inquorate')).toBe('Deferred');
    given(...onProcedure, deferredBy('sittingCalled'))
      .when({ type: 'ScheduleDecision', data: a.vote })
      .then(a.scheduled);
  });
});
