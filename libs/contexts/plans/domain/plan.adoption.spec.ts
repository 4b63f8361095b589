import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { AdoptPlan } from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import { adopted, colleague, composed, frozen, section } from '../test/examples.js';
import { day, decision, decisionId } from '../test/examples.js';
import { hash, opened } from '../test/examples.js';
import { otherPlan, planId } from '../test/examples.js';
import { superseded, text, validated } from '../test/examples.js';
import { missingForAdoption } from './plan.readiness.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const stateAfter = (...events: readonly PlanEvent[]) => events.reduce(plan.evolve, plan.initial);

describe('PL-4: what a board waits for', () => {
  it('is nothing once the plan is validated', () =>
    expect(missingForAdoption(stateAfter(...frozen, validated))).toStrictEqual([]));
  it('is the validation before', () =>
    expect(missingForAdoption(stateAfter(...frozen))).toStrictEqual(['NotValidated']));
  it('is all that is open, while it is being co-designed', () =>
    expect(missingForAdoption(stateAfter(...composed, opened))).toStrictEqual([
      'TableOpen 00000000-0000-4000-8000-000000000014',
      'NotConsolidated',
      'NotValidated',
    ]));
  it('is a state that cannot come any more once it is adopted', () =>
    expect(missingForAdoption(stateAfter(...frozen, validated, adopted))).toStrictEqual([
      'Status Adopted',
    ]));
});

describe('a plan is adopted', () => {
  const adopt = (change: Partial<AdoptPlan['data']> = {}) =>
    ({
      type: 'AdoptPlan',
      data: {
        ...{ decision: decisionId, version: 1, sha256: text },
        grounds: { plan: planId, decision },
        ...change,
      },
    }) as const;
  const on = (about: object) =>
    adopt({ grounds: { plan: planId, decision: { ...decision, ...about } } });
  const ready = [...frozen, validated];

  it('X-11: by an effective decision on its text', () =>
    given(...ready)
      .when(adopt())
      .then(adopted));
  it('X-12: by one that is there', () =>
    given(...ready)
      .when(adopt({ grounds: { plan: planId, decision: null } }))
      .thenRefused('DecisionUnknown'));
  it('D-9, X-11: not by one that is only published, nor before its day', () => {
    given(...ready)
      .when(on({ status: 'Published' }))
      .thenRefused('DecisionNotEffective');
    given(...ready)
      .when(on({ effectiveOn: day('2030-01-02') }))
      .thenRefused('DecisionNotEffective');
    const data = { ...adopted.data, effectiveOn: day('2030-01-01') } as typeof adopted.data;
    given(...ready)
      .when(on({ effectiveOn: day('2030-01-01') }))
      .then({ type: 'PlanAdopted', data } as PlanEvent);
  });
  it('PL-4: not by one on another plan, version, text or matter', () => {
    const { subject } = decision;
    for (const other of [
      { kind: 'other' },
      { ...subject, plan: otherPlan },
      { ...subject, version: 2 },
      { ...subject, sha256: hash(5) },
    ]) {
      given(...ready)
        .when(on({ subject: other }))
        .thenRefused('DecisionOnAnotherText');
    }
  });
  it('PL-4, X-11, X-8: not on a text that moved on since, nor before it was validated', () => {
    given(...frozen)
      .when(adopt())
      .thenRefused('WrongState');
    const next: PlanEvent = {
      type: 'PlanDraftConsolidated',
      data: { version: 2, sha256: hash(9), consolidatedBy: colleague },
    };
    const revalidated: PlanEvent = { type: 'PlanValidated', data: { version: 2, sha256: hash(9) } };
    given(...ready, superseded, next, revalidated)
      .when(adopt())
      .thenRefused('OtherText');
  });
  it('PL-4, X-11: and takes no edits any more', () =>
    given(...ready, adopted)
      .when({ type: 'ReviseSection', data: { ...section.data, text: 'Altro.' } })
      .thenRefused('WrongState'));
});
