import { readFileSync } from 'node:fs';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import { describe, expect, it } from '@jest/globals';
import type { PlanEvent } from '../domain/plan.events.js';
import {
  action,
  approvedMinutes,
  begun,
  cents,
  colleague,
  frozen,
  hash,
} from '../test/examples.js';
import { initiated, line, otherPlan, planId, region, running } from '../test/examples.js';
import { section, shareOf, superseded, text, town, validated } from '../test/examples.js';
import { plan } from '../domain/plan.js';
import { totalOf } from '../domain/plan.state.js';
import { planProjection } from './plan.projection.js';
import type { PlanRow } from './plan.rows.js';

/** The one open row of a history. */
function projected(history: readonly PlanEvent[]): PlanRow {
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

const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly PlanEvent[];
const whole = samples.filter(({ type }) => type !== 'PlanInitiationRefused');

describe('the projection of plans', () => {
  it('is in the state in which the decider is, with the same total, after every event', () => {
    for (const history of [running, whole, [...frozen, validated, superseded]]) {
      history.forEach((_, last) => {
        const events = history.slice(0, last + 1);
        const state = events.reduce(plan.evolve, plan.initial);
        const { status, totalCents, revision } = projected(events);
        expect({ status, totalCents }).toStrictEqual({
          status: state.status,
          totalCents: totalOf(state),
        });
        expect(revision).toBe(last);
      });
    }
  });
  it('says which plan holds region and call, where this one may not have them', () => {
    const refused: PlanEvent = { type: 'PlanInitiationRefused', data: { heldBy: otherPlan } };
    expect(projected([initiated, refused])).toMatchObject({
      status: 'InitiationRefused',
      heldBy: otherPlan,
    });
  });
  it('keeps dates as exact as they were given', () =>
    expect(projected(whole.filter(({ type }) => !type.endsWith('ExtensionGranted')))).toMatchObject(
      {
        executionStart: '2018-09',
        executionEnd: '2023-06-30',
        startedOn: '2018-09',
        actions: [{ interventions: [{ start: '2018-10', end: '2023-06-30' }] }],
      },
    ));
  it('holds every part below what it belongs to', () => {
    const { actions, tables, versions } = projected(running);
    expect(actions).toMatchObject([
      {
        id: action,
        targetGroups: [{ id: 'TG1' }],
        indicators: [{ unit: 'scuole', values: [] }],
        interventions: [{ owner: town, endedOn: null }],
        budgetLines: [
          {
            cents: cents(100_00),
            shares: [
              { id: region, cents: 40_00 },
              { id: town, cents: 60_00 },
            ],
          },
        ],
      },
    ]);
    expect(tables).toMatchObject([
      {
        open: false,
        sessions: [{ recordedBy: colleague, approvedBy: approverOf(approvedMinutes) }],
        contributions: [{ on: action, status: 'accepted', reason: hash(4) }],
      },
    ]);
    expect(versions).toMatchObject([{ version: 1, sha256: text, validated: true }]);
  });
  it('marks a version that the content moved past', () =>
    expect(projected([...frozen, section, superseded]).versions).toMatchObject([
      { version: 1, superseded: true },
    ]));
  it('takes a share of nothing away', () => {
    const { actions } = projected([...frozen, shareOf(town, 0)]);
    expect(actions[0]?.budgetLines).toMatchObject([{ id: line, shares: [{ id: region }] }]);
  });
  it('has its sections in the order of their keys, each once', () => {
    const revised = (key: string, words: string): PlanEvent => ({
      type: 'SectionRevised',
      data: { section: key, title: 'x', text: words },
    });
    const { sections } = projected([
      ...[...begun, revised('02', 'b'), revised('01', 'a'), revised('02', 'c')],
    ]);
    expect(sections.map(({ id, text: words }) => [id, words])).toStrictEqual([
      ['01', 'a'],
      ['02', 'c'],
    ]);
  });
  it('passes over types that it does not know', () => {
    const unknown = { type: 'PlanTranslated', data: {} } as unknown as PlanEvent;
    expect(projected([...begun, unknown])).toStrictEqual(projected(begun));
    expect(projected([unknown])).toBeUndefined();
  });
});

function approverOf(event: PlanEvent): unknown {
  return (event.data as { readonly approvedBy?: unknown }).approvedBy;
}
