import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { PlanEvent } from './plan.events.js';
import { adopted, colleague } from '../test/examples.js';
import { day, frozen, hash } from '../test/examples.js';
import { submitted } from '../test/examples.js';
import { text, uuid, validated } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const bySubmitter = { ...someone.by, person: colleague };
const document = hash(20);

describe('the appraisal', () => {
  const sent = [...frozen, validated, adopted, submitted];
  const appraised: PlanEvent = { type: 'PlanAppraisalStarted', data: {} };
  const ask = (due = '2030-01-31') =>
    ({
      type: 'RequestIntegration',
      data: { document, due: day(due), grounds: { newId: uuid(64) } },
    }) as const;
  const asked = (due = '2030-01-31'): PlanEvent => ({
    type: 'IntegrationRequested',
    data: { request: uuid(64), document, due: day(due) },
  });
  const answer = { type: 'ProvideIntegration', data: { document } } as const;
  const answered: PlanEvent = {
    type: 'IntegrationProvided',
    data: { request: uuid(64), document },
  };
  const reject = { type: 'RejectPlan', data: { sha256: text, document } } as const;
  const rejected: PlanEvent = { type: 'PlanRejected', data: { sha256: text, document } };
  const list = (place: number) =>
    ({ type: 'ReserveListPlan', data: { sha256: text, place, document } }) as const;
  const listed: PlanEvent = {
    type: 'PlanReserveListed',
    data: { sha256: text, place: 2, document },
  };

  it('X-11: asks for more, and goes on with the answer', () => {
    given(...sent)
      .when({ type: 'StartAppraisal', data: {} })
      .then(appraised);
    given(...sent, appraised)
      .when(ask())
      .then(asked());
    given(...sent, appraised, asked())
      .when(answer)
      .then(answered);
    given(...sent, asked(), answered)
      .when(answer)
      .thenRefused('WrongState');
  });
  it('X-11: the answer is in time until the end of the last day, and not after', () => {
    given(...sent)
      .when(ask('2029-12-31'))
      .thenRefused('DueDayPast');
    given(...sent, asked('2029-12-31'))
      .when(answer)
      .thenRefused('IntegrationLate');
    given(...sent, asked('2030-01-01'))
      .when(answer)
      .then(answered);
  });
  it('X-11: a plan is not rejected while an answer is awaited', () => {
    given(...sent, asked('2030-01-01'))
      .when(reject)
      .thenRefused('IntegrationAwaited');
    given(...sent, asked('2029-12-31'))
      .when(reject)
      .then(rejected);
  });
  it('X-8, X-11: ends in a rejection of the text that was submitted, once', () => {
    given(...sent)
      .when({ ...reject, data: { sha256: hash(8), document } })
      .thenRefused('OtherText');
    given(...sent, appraised)
      .when(reject)
      .then(rejected);
    given(...sent, rejected)
      .when(list(1))
      .thenRefused('WrongState');
  });
  it('X-11: ends on the reserve list, from which the plan may still be approved', () => {
    given(...sent)
      .when(list(0))
      .thenRefused('PlaceInvalid');
    given(...sent)
      .when(list(2))
      .then(listed);
    const data = { sha256: text, cents: 100_00 as never, cup: 'E41H18000000001', document };
    const { sha256, ...approval } = data;
    given(...sent, listed)
      .when({ type: 'ApprovePlan', data })
      .then({ type: 'PlanApproved', data: { ...approval, baseline: { version: 1, sha256 } } });
  });
  it('X-5: is not for whoever submitted the plan', () => {
    for (const command of [ask(), reject, list(1), { type: 'StartAppraisal', data: {} } as const]) {
      given(...sent)
        .when({ ...command, by: bySubmitter })
        .thenRefused('SamePerson');
    }
  });
});
