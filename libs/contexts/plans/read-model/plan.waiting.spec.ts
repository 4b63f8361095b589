import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { awaitedAfter } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
import type { PlanEvent } from '../domain/plan.events.js';
import {
  frozen,
  intervention,
  planId,
  region,
  running,
  town,
  validated,
} from '../test/examples.js';
import { planProjection } from './plan.projection.js';
import { planWaiting } from './plan.waiting.js';

const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly PlanEvent[];
const told = {
  part: planWaiting,
  projections: [planProjection],
  stream: planId,
};
const awaited = (facts: readonly PlanEvent[]) =>
  (awaitedAfter(facts, told).at(-1) ?? []).map(({ move, who }) => `${move} ${keyOf(who)}`);
const lead = `organisation:${region}#plan`;

describe('who is waited for about a plan', () => {
  it('has an answer after every fact of its histories and every golden sample', () => {
    const whole = samples.filter(({ type }) => type !== 'PlanInitiationRefused');
    for (const history of [running, whole, [...frozen, validated]]) {
      expect(awaitedAfter(history, told)).toHaveLength(history.length);
    }
  });

  it('PL-4: tables, minutes and contributions first, then the draft, then its validation', () => {
    const answers = awaitedAfter(frozen, told).map((moves) => moves.map(({ move }) => move));
    const at = (code: string) => answers.findIndex((moves) => moves.includes(code as never));
    const order = ['closeTable', 'decideContribution', 'consolidateDraft', 'validatePlan'].map(at);
    expect(order).toStrictEqual([...order].sort((one, other) => one - other));
    expect(order.every((place) => place > 0)).toBe(true);
    expect(awaited([...frozen, validated])).toStrictEqual([`bringToDecision ${lead}`]);
  });

  it('PL-13: in execution each intervention waits for the partner that owns it', () => {
    const moves = awaitedAfter(running, told).at(-1) ?? [];
    const ours = moves.filter(({ move }) => move === 'endIntervention');
    expect(ours.map(({ who }) => keyOf(who))).toStrictEqual([`organisation:${town}#plan`]);
    // One that ended or was dropped waits for nobody.
    const dropped = { intervention, on: '2029-12-01', document: 'd' };
    const cancelled = {
      type: 'InterventionCancelled',
      data: dropped,
    } as unknown as PlanEvent;
    const ended = {
      type: 'InterventionEnded',
      data: dropped,
    } as unknown as PlanEvent;
    for (const over of [cancelled, ended]) {
      const after = awaited([...running, over]).map((one) => one.split(' ')[0]);
      expect(after).toStrictEqual(['completePlan']);
    }
  });

  it('PL-9: a change waits for who requests it, then for who decides on it, until its end', () => {
    const change = {
      change: 'c1',
      lines: [],
      movedCents: 0,
      draftedBy: 'person-1',
    };
    const drafted = {
      type: 'RemodulationDrafted',
      data: change,
    } as unknown as PlanEvent;
    const step = (type: string) => ({ type, data: { change: 'c1' } }) as unknown as PlanEvent;
    expect(awaited([...running, drafted])).toContain(`requestChange ${lead}`);
    expect(awaited([...running, drafted, step('RemodulationRequested')])).toContain(
      'assessChange authority:instance-tavolo',
    );
    const withdrawn = awaited([...running, drafted, step('RemodulationWithdrawn')]);
    expect(withdrawn.some((one) => one.includes('Change'))).toBe(false);
  });
});
