import { describe, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import * as a from './decision.examples.js';
import { decision } from './decision.js';

const given = specificationFor(decision);

describe('decision, voted on', () => {
  const onAgenda = [...a.instructed, a.scheduled] as const;
  const outcome = (more: object = {}) => ({ ...a.result, textSha256: a.text, ...more });
  const result = (more: object = {}) => ({ ...outcome(), grounds: { plan: null }, ...more });

  it('X-11: is scheduled when ready or deferred', () => {
    const schedule = { type: 'ScheduleDecision', data: a.vote } as const;
    given(...a.instructed)
      .when(schedule)
      .then(a.scheduled);
    given(a.proposed).when(schedule).thenRefused('WrongState');
    given(...onAgenda, a.deferred)
      .when(schedule)
      .then(a.scheduled);
    given(...onAgenda)
      .when(schedule)
      .thenRefused('WrongState');
  });
  it('X-11: is deferred by the sitting that it is on', () => {
    const defer = (sitting: string) =>
      ({ type: 'DeferDecision', data: { ...a.vote, sitting, cause: 'deserted' } }) as never;
    given(...onAgenda)
      .when(defer(a.vote.sitting))
      .then(a.deferred);
    given(...onAgenda)
      .when(defer('sitting-2'))
      .thenRefused('OtherSitting');
  });
  it('D-2, X-11: takes the result of the vote, for or against', () => {
    given(...onAgenda)
      .when({ type: 'ApproveDecision', data: result() })
      .then({ type: 'DecisionApproved', data: a.result });
    given(...onAgenda)
      .when({ type: 'RejectDecision', data: outcome() })
      .then({ type: 'DecisionRejected', data: a.result });
  });
  it('X-8, X-11: on its own text, in its own sitting', () => {
    given(...onAgenda)
      .when({ type: 'ApproveDecision', data: result({ textSha256: a.document }) })
      .thenRefused('OtherText');
    given(...onAgenda)
      .when({ type: 'ApproveDecision', data: result({ item: 'i2' }) })
      .thenRefused('OtherSitting');
  });
  it('X-8, X-11: a plan edited in the moment of the closing comes again, it is not approved', () => {
    const frozen = { version: 2, sha256: a.planText };
    const subject = { kind: 'adoptPlan', plan: a.plan, ...frozen } as const;
    const [first, ...rest] = onAgenda;
    const adopting = given({ ...first, data: { ...first.data, subject } }, ...rest);
    const { data } = a.deferred;
    for (const plan of [null, { frozen: null }, { frozen: { ...frozen, version: 3 } }]) {
      adopting
        .when({ type: 'ApproveDecision', data: result({ grounds: { plan } }) })
        .then({ type: 'DecisionDeferred', data: { ...data, cause: 'textSuperseded' } });
    }
    adopting
      .when({ type: 'ApproveDecision', data: result({ grounds: { plan: { frozen } } }) })
      .then({ type: 'DecisionApproved', data: a.result });
  });
  it('X-11: not off the agenda', () =>
    given(...a.instructed)
      .when({ type: 'ApproveDecision', data: result() })
      .thenRefused('WrongState'));
});
