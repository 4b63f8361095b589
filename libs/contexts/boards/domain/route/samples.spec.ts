import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Decider } from '@tavolo/kernel';
import { decision } from '../decision.js';
import { routeDefinitionEventTypes, routeEventTypes } from '../event-types.js';
import { sitting } from '../sitting.js';
import { routeDefinition } from './definition.js';
import { route } from './route.js';

type Sample = Readonly<{ type: string; schema: number; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

/** Facts that bring nothing to the fold: they are for readers, and for who takes a proposal away. */
const forReaders = ['RouteBodyReleased'];

function folded<S, C, E>({ evolve, initial }: Decider<S, C, E>, types: readonly string[]): S {
  return samples
    .filter(({ type }) => types.includes(type))
    .reduce((state, sample) => {
      const next = evolve(state, sample as unknown as E);
      const changed = JSON.stringify(next) !== JSON.stringify(state);
      expect([sample.type, changed || forReaders.includes(sample.type)]).toEqual([
        sample.type,
        true,
      ]);
      return next;
    }, initial);
}

describe('the golden samples of routes, which must stay readable for ever', () => {
  it('hold every event type', () => {
    const named = new Set(samples.map(({ type }) => type));
    const missing = [...routeEventTypes, ...routeDefinitionEventTypes].filter(
      (type) => !named.has(type),
    );
    expect(missing).toEqual([]);
    expect(samples.every(({ schema }) => schema === 1)).toBe(true);
  });
  it('are read by the definition', () =>
    expect(folded(routeDefinition, routeDefinitionEventTypes)).toMatchObject({
      versions: [{ version: 1, from: '2030-01-01', rules: { stages: [{}, {}, {}] } }],
    }));
  it('are read by the route', () =>
    expect(folded(route, routeEventTypes)).toMatchObject({
      status: 'Ended',
      result: 'withdrawn',
      round: 2,
      runs: [
        {
          outcome: 'objected',
          places: [
            { status: 'yes' },
            { status: 'silent' },
            { status: 'lapsed' },
            { status: 'objected', escalated: true },
          ],
        },
      ],
    }));
  it('are read by the decision: one that came by a route, one on a route, and a move', () => {
    const proposals = folded(decision, ['DecisionProposed', 'DecisionLeftByRoute']);
    expect(proposals).toMatchObject({ subject: { kind: 'moveRoute' }, cameBy: null });
    const [came] = samples.filter(({ type }) => type === 'DecisionProposed');
    expect(decision.evolve(decision.initial, came as never).cameBy).toMatchObject({ stage: 's1' });
  });
  it('are read by the sitting: a vote within a route', () => {
    const opened = samples.find(({ type }) => type === 'VoteOpened');
    expect(() => sitting.evolve(sitting.initial, opened as never)).not.toThrow();
  });
});
