import { readFileSync } from 'node:fs';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import { someone } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { PlanCommand } from '../domain/plan.commands.js';
import type { PlanEvent } from '../domain/plan.events.js';
import { plan } from '../domain/plan.js';
import type { PlanState } from '../domain/plan.state.js';
import {
  callStanding,
  confirmed,
  partnerStanding,
  planId,
  region,
  uuid,
} from '../test/examples.js';
import { planProjection } from './plan.projection.js';
import type { PlanRow } from './plan.rows.js';

interface Words {
  readonly it: string;
  readonly en: string;
}
interface Component extends Words {
  readonly id: string;
  readonly targets?: readonly string[];
  readonly interventions?: readonly Words[];
  readonly strengths_at_end?: readonly Words[];
  readonly objective_it?: string;
  readonly objective_en?: string;
}
interface Programme {
  readonly plans: readonly {
    readonly id: string;
    readonly name: string;
    readonly execution_start: string;
    readonly execution_end: string;
    readonly components: readonly Component[];
  }[];
  readonly target_groups: readonly (Words & { readonly id: string })[];
}

const programme = JSON.parse(
  readFileSync(new URL('../../../../examples/lab-impact/programme.json', import.meta.url), 'utf8'),
) as Programme;
type Told = Programme['plans'][number];

const source = 'programme';
const titled = ({ it: title, en: titleEn }: Words) => ({ title, titleEn, source });
const groupOf = (code: string) => programme.target_groups.find(({ id }) => id === code) as Words;

/** Gives commands one after another; `record` adds facts that need no command here. */
function playing(): {
  readonly events: readonly PlanEvent[];
  readonly record: (...more: readonly PlanEvent[]) => void;
  readonly say: (type: string, data: object, grounds?: object) => string;
} {
  let n = 1000;
  let state: PlanState = plan.initial;
  const events: PlanEvent[] = [];
  const record = (...more: readonly PlanEvent[]) => {
    events.push(...more);
    state = more.reduce(plan.evolve, state);
  };
  return {
    events,
    record,
    say: (type: string, data: object, grounds: object = {}): string => {
      n += 1;
      const newId = uuid(n);
      const given = { ...someone, type, data: { ...data, grounds: { newId, ...grounds } } };
      const decided = plan.decide(given as unknown as PlanCommand, state);
      if (decided.outcome === 'refused') throw new Error(decided.refusal.code);
      record(...decided.events);
      return newId;
    },
  };
}

function played({ name, execution_start, execution_end, components }: Told): PlanRow {
  const { events, record, say } = playing();
  const lead = partnerStanding(region, 'region');
  const head = { call: callStanding.id, regionCode: 'ITC4', title: name, lead: region, source };
  const term = { executionStart: execution_start, executionEnd: execution_end };
  say('InitiatePlan', { ...head, ...term }, { call: callStanding, lead, heldBy: null });
  record(confirmed);
  const actions = components.map((component) => ({ component, id: addAction(say, component) }));
  record({ type: 'PlanExecutionStarted', data: { on: term.executionStart as never } });
  for (const { component, id: action } of actions) {
    for (const words of component.strengths_at_end ?? []) {
      say('RecordStrength', { ...titled(words), action });
    }
  }
  return rowOf(events);
}

function addAction(say: ReturnType<typeof playing>['say'], component: Component): string {
  const { id: code, objective_it: objective, objective_en: objectiveEn } = component;
  const aims = { ...(objective && { objective }), ...(objectiveEn && { objectiveEn }) };
  const action = say('AddAction', { ...titled(component), ...aims, code });
  for (const group of component.targets ?? []) {
    say('LinkTargetGroup', { ...titled(groupOf(group)), action, code: group });
  }
  const eligibility = { from: null, until: null };
  for (const words of component.interventions ?? []) {
    say('AddIntervention', { ...titled(words), action }, { eligibility });
  }
  return action;
}

function rowOf(events: readonly PlanEvent[]): PlanRow {
  let row: unknown = null;
  const writer: Writer = {
    get: () => row as never,
    where: () => [],
    put: (_, next) => (row = next),
    close: () => (row = null),
  };
  events.forEach(({ type, data }, revision) => {
    const event = { stream: planId, revision, schema: 1, type, data };
    planProjection.apply(event as unknown as RecordedEvent, writer);
  });
  return row as PlanRow;
}

describe('the plans of the programmes, as they are told', () => {
  it.each(programme.plans.map((told) => [told.name, told] as const))(
    '%s reads back exactly: titles, objectives, groups, interventions, strengths, dates',
    (_, told) => {
      const row = played(told);
      const words = (list: readonly { title: string; titleEn: string | null }[]) =>
        list.map(({ title, titleEn }) => ({ it: title, en: titleEn }));
      const plain = (list: readonly Words[] = []) =>
        list.map(({ it: text, en }) => ({ it: text, en }));
      expect(row).toMatchObject({
        title: told.name,
        executionStart: told.execution_start,
        executionEnd: told.execution_end,
      });
      const read = row.actions.map((action) => ({
        ...{ code: action.code, it: action.title, en: action.titleEn },
        ...{ objective: action.objective, objectiveEn: action.objectiveEn },
        groups: action.targetGroups.map(({ id, title }) => [id, title]),
        interventions: words(action.interventions),
        strengths: words(action.strengths),
      }));
      const expected = told.components.map((component) => ({
        ...{ code: component.id, it: component.it, en: component.en },
        objective: component.objective_it ?? null,
        objectiveEn: component.objective_en ?? null,
        groups: (component.targets ?? []).map((code) => [code, groupOf(code).it]),
        interventions: plain(component.interventions),
        strengths: plain(component.strengths_at_end),
      }));
      expect(read).toStrictEqual(expected);
      expect(row.actions.flatMap(({ interventions }) => interventions)).not.toContainEqual(
        expect.objectContaining({ start: expect.any(String) }),
      );
    },
  );
});
