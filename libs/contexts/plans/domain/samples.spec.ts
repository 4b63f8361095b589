import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { PlanEvent } from './plan.events.js';
import { planEventTypes } from './plan.fold.js';
import { plan } from './plan.js';
import type { PlanState } from './plan.state.js';

type Sample = Readonly<{ type: string; schema: number; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

/** Not on the same way as what follows them: read, and then left. */
const otherWays = [
  ...['PlanInitiationRefused', 'ContributionRejected', 'PlanAppraisalStarted'],
  ...['IntegrationRequested', 'IntegrationProvided', 'PlanRejected', 'PlanReserveListed'],
  ...['PlanSuspended', 'PlanResumed', 'FinalReportSubmitted', 'PlanClosed'],
  ...['RemodulationRefused', 'RemodulationWithdrawn', 'RemodulationHeldBack'],
  ...['RemodulationNotified', 'ExtensionRefused', 'NoCostExtensionGranted', 'RevocationHeldBack'],
];

describe('the golden samples, which must stay readable for ever', () => {
  it('hold one of every event type', () =>
    expect([...new Set(samples.map(({ type }) => type))].sort()).toStrictEqual(
      [...planEventTypes].sort(),
    ));
  it('are read one by one, each changing something', () => {
    let state: PlanState = plan.initial;
    for (const sample of samples) {
      const next = plan.evolve(state, sample as unknown as PlanEvent);
      expect({ after: sample.type, state: next }).not.toStrictEqual({ after: sample.type, state });
      if (!otherWays.includes(sample.type)) state = next;
    }
    expect(state).toMatchObject({ status: 'Completed', versions: 1, frozen: null });
  });
});
