import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import { describe, expect, it } from '@jest/globals';
import type { PlanEvent } from '../../domain/plan.events.js';
import { missingFor } from '../../domain/plan.missing.js';
import type { PlanStep } from '../../domain/plan.missing.js';
import { planProjection } from '../../read-model/plan.projection.js';
import type { PlanRow } from '../../read-model/plan.rows.js';
import { action, added, begun, budgeted, composed, frozen, held } from '../../test/examples.js';
import { hash, indicator, intervention, line, opened, planId } from '../../test/examples.js';
import { planned, proposed, running, session, shareOf, table } from '../../test/examples.js';
import { contribution, date, personRef, town, validated } from '../../test/examples.js';
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

const toldOf = (step: PlanStep, ...history: readonly PlanEvent[]) =>
  missingFor(step, checkedOf(rowOf(history))).map(
    ({ code, field, mutation }) => `${code} ${field} ${mutation}`,
  );

describe('what a plan is checked for', () => {
  it('PL-2, PL-3, PL-4, PL-7: names every missing item with the field to go to', () => {
    expect(toldOf('validation', ...begun)).toStrictEqual([
      'ActionMissing actions addAction',
      'NotConsolidated versions consolidateDraft',
    ]);
    const bare = [...begun, added, planned, budgeted, shareOf(town, 1), opened, held, proposed];
    expect(toldOf('adoption', ...bare)).toStrictEqual([
      `ActionWithoutTargetGroup actions.${action}.targetGroups linkTargetGroup`,
      `ActionWithoutIndicator actions.${action}.indicators defineIndicator`,
      `InterventionWithoutOwner actions.${action}.interventions.${intervention}.owner assignOwner`,
      `SharesBelowLine actions.${action}.budgetLines.${line}.shares allocateToPartner`,
      `TableOpen tables.${table}.open closeTable`,
      `MinutesNotApproved tables.${table}.sessions.${session}.approvedBy approveSessionMinutes`,
      `ContributionOpen tables.${table}.contributions.${contribution}.status acceptContribution`,
      'NotConsolidated versions consolidateDraft',
      'NotValidated versions validatePlan',
    ]);
  });
  it('PL-4: names nothing of a plan that is complete', () => {
    expect(toldOf('validation', ...composed)).toStrictEqual([
      'NotConsolidated versions consolidateDraft',
    ]);
    expect(toldOf('validation', ...frozen)).toStrictEqual([]);
    expect(toldOf('adoption', ...frozen)).toStrictEqual(['NotValidated versions validatePlan']);
    expect(toldOf('adoption', ...frozen, validated)).toStrictEqual([]);
  });
  it('PL-13: names what completion and closure leave open', () => {
    const drafted: PlanEvent = {
      type: 'RemodulationDrafted',
      data: { change: 'c', lines: [], movedCents: 1 as never, draftedBy: personRef(1) },
    };
    expect(toldOf('completion', ...running, drafted)).toStrictEqual([
      `InterventionRunning actions.${action}.interventions.${intervention}.endedOn endIntervention`,
      `FinalValueMissing actions.${action}.indicators.${indicator}.values recordIndicatorValue`,
      'ChangeOnItsWay changes.c.status authoriseRemodulation',
    ]);
    const ends: readonly PlanEvent[] = [
      { type: 'InterventionEnded', data: { intervention, on: date('2029-12') } },
      {
        type: 'IndicatorValueRecorded',
        data: { indicator, value: 61, on: date('2029-12'), final: true },
      },
    ];
    expect(toldOf('completion', ...running, ...ends)).toStrictEqual([]);
    const found: PlanEvent = {
      type: 'EvaluationFindingRecorded',
      data: { finding: 'f', action, kind: 'weakness', title: 'x' },
    };
    expect(toldOf('closure', ...running, ...ends, found)).toStrictEqual([
      'FindingOpen findings.f.followUp closeEvaluationFinding',
      'FinalReportMissing finalReport submitFinalReport',
    ]);
    const reported: PlanEvent = {
      type: 'FinalReportSubmitted',
      data: { document: hash(1), submittedBy: personRef(1) },
    };
    expect(toldOf('closure', ...running, ...ends, reported)).toStrictEqual([]);
  });
});
