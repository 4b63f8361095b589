import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { LineAmounts } from '../contract/index.js';
import type { PlanEvent } from './plan.events.js';
import { cents, date } from '../test/examples.js';
import { line } from '../test/examples.js';
import { personRef, running } from '../test/examples.js';
import { plan } from './plan.js';

import { document, change, grounds, amounts } from '../test/changes.js';
const given = specificationFor(plan);
describe('a revocation', () => {
  const revoke = (extent: 'partial' | 'total', lines: readonly LineAmounts[] = []) =>
    ({ type: 'RevokeFunding', data: { extent, lines, document, grounds } }) as const;
  const lower = [amounts(line, 30_00, 60_00)];
  const ordered: PlanEvent = {
    type: 'RevocationOrdered',
    data: { change, lines: lower, cents: cents(10_00), document, orderedBy: personRef(1) },
  };

  it('PL-8, X-11, X-12: in part, is put to the budget before it is applied', () => {
    given(...running)
      .when(revoke('partial', lower))
      .then(ordered);
    given(...running, ordered)
      .when({ type: 'ApplyRevocation', data: { change } })
      .then({
        type: 'FundingRevoked',
        data: { change, extent: 'partial', cents: cents(10_00), lines: lower, document },
      });
    const held = { change, rule: 'PL-8', code: 'BelowBound' };
    given(...running, ordered)
      .when({ type: 'HoldBackRevocation', data: held })
      .then({ type: 'RevocationHeldBack', data: held });
    given(...running)
      .when({ type: 'ApplyRevocation', data: { change } })
      .thenRefused('ChangeUnknown');
  });
  it('X-11: in part, lowers lines only', () => {
    given(...running)
      .when(revoke('partial', [amounts(line, 30_00, 61_00)]))
      .thenRefused('NothingRevoked');
    given(...running)
      .when(revoke('partial', [amounts(line, 40_00, 60_00)]))
      .thenRefused('NothingRevoked');
  });
  it('X-11: whole, ends the plan and what was on its way', () => {
    const whole: PlanEvent = {
      type: 'FundingRevoked',
      data: { change, extent: 'total', cents: cents(100_00), lines: [], document },
    };
    given(...running)
      .when(revoke('total'))
      .then(whole);
    given(...running, whole)
      .when({ type: 'CompletePlan', data: { on: date('2029-12') } })
      .thenRefused('WrongState');
  });
});
