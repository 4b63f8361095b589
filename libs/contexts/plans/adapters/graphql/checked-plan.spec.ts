import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import { describe, expect, it } from '@jest/globals';
import type { PlanEvent } from '../../domain/plan.events.js';
import { plan } from '../../domain/plan.js';
import { checkedIn, missingFor } from '../../domain/plan.missing.js';
import type { Beside, PlanStep } from '../../domain/plan.missing.js';
import { planProjection } from '../../read-model/plan.projection.js';
import type { PlanRow } from '../../read-model/plan.rows.js';
import { asked, drafted } from '../../test/changes.js';
import { action, added, adopted, begun, budgeted, composed, frozen } from '../../test/examples.js';
import { hash, held, indicator, intervention, opened, planId } from '../../test/examples.js';
import { planned, proposed, running, shareOf } from '../../test/examples.js';
import { date, day, personRef, superseded, town, validated } from '../../test/examples.js';
import { checkedOf } from './checked-plan.js';

function rowOf(history: readonly PlanEvent[]): PlanRow {
  const rows = new Map<string, unknown>();
  const writer: Writer = {
    get: (_, id) => (rows.get(id) ?? null) as never,
    where: () => [],
    put: (_, row) => rows.set(row.id, row),
    close: (_, id) => rows.delete(id),
  };
  history.forEach(({ type, data }, revision) => {
    const event = { stream: planId, revision, schema: 1, type, data };
    planProjection.apply(event as unknown as RecordedEvent, writer);
  });
  return rows.get(planId) as PlanRow;
}

const steps: readonly PlanStep[] = [
  ...(['validation', 'adoption', 'submission', 'completion', 'closure'] as const),
];

/** What every step needs, read from the row and from the facts themselves. */
function compare(
  history: readonly PlanEvent[],
  beside: Beside = { ownersGone: [], callClosed: [] },
) {
  const state = history.reduce(plan.evolve, plan.initial);
  return steps.map((step) => ({
    step,
    row: missingFor(step, checkedOf(rowOf(history), beside)),
    facts: missingFor(step, checkedIn(state, beside)),
  }));
}

const bare = [...begun, added, planned, budgeted, shareOf(town, 1), opened, held, proposed];
const ends: readonly PlanEvent[] = [
  { type: 'InterventionEnded', data: { intervention, on: date('2029-12') } },
  {
    type: 'IndicatorValueRecorded',
    data: { indicator, value: 61, on: date('2029-12'), final: true },
  },
];
const dropped: PlanEvent = {
  type: 'InterventionCancelled',
  data: { intervention, on: day('2029-12-01'), document: hash(1) },
};
const found: PlanEvent = {
  type: 'EvaluationFindingRecorded',
  data: { finding: 'f', action, kind: 'weakness', title: 'x' },
};
const followed: PlanEvent = {
  type: 'EvaluationFindingClosed',
  data: { finding: 'f', document: hash(1) },
};
const reported: PlanEvent = {
  type: 'FinalReportSubmitted',
  data: { document: hash(1), submittedBy: personRef(1) },
};
const histories: readonly (readonly PlanEvent[])[] = [
  ...[begun, bare, composed, frozen, [...frozen, superseded], [...frozen, validated]],
  ...[[...frozen, validated, adopted], running, [...running, drafted(1)], [...running, ...ends]],
  ...[
    [...running, asked('costed')],
    [...running, dropped],
  ],
  ...[
    [...running, ...ends, found],
    [...running, ...ends, found, followed, reported],
  ],
];

describe('what a plan is checked for', () => {
  it('PL-2, PL-3, PL-4, PL-7, PL-13: the row tells what the facts tell', () => {
    for (const history of histories) {
      for (const { step, row, facts } of compare(history)) {
        expect([step, row]).toStrictEqual([step, facts]);
      }
    }
  });
  it('PL-2: an owner that another stream says is gone is told with its field', () => {
    const [validation] = compare(frozen, {
      ownersGone: [intervention],
      callClosed: [],
    });
    expect(validation?.row).toStrictEqual([
      {
        ...{
          code: 'OwnerNoLongerActive',
          part: intervention,
          mutation: 'assignOwner',
        },
        field: `actions.${action}.interventions.${intervention}.owner`,
      },
    ]);
    expect(validation?.facts).toStrictEqual(validation?.row);
  });
});
