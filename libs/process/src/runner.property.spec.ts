import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { World } from '../test/world.js';
import type { ProcessDefinition } from './definition.js';

/** A definition without meaning, whose commands depend on all that it was told before. */
const drawn: ProcessDefinition<{ seed: number; left: number }> = {
  name: 'drawn',
  categories: ['fact'],
  initial: { seed: 1, left: 10 },
  keyOf: ({ data }) => data.key as string,
  react(before, input) {
    const isFact = input.kind === 'event';
    const told = isFact ? (input.event.data.n as number) : Number(input.outcome === 'accepted');
    const seed = (before.seed * 31 + told) % 10_007;
    const target = isFact ? (input.event.data.key as string) : input.command.target;
    const count = Math.min(before.left, isFact ? seed % 3 : seed % 2);
    const commands = Array.from({ length: count }, (_, index) => ({
      name: `c${String(index)}`,
      aggregate: 'plan',
      target,
      type: seed % 5 === 0 ? 'Adopt' : `Do${String(seed)}-${String(index)}`,
      data: { seed },
    }));
    return { state: { seed, left: before.left - count }, commands };
  },
};

describe('a process manager', () => {
  it('property: however often it is killed, the effects are those of an undisturbed run', async () => {
    const facts = fc.array(fc.record({ key: fc.nat(2), n: fc.nat(50) }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(facts, fc.array(fc.nat(30), { maxLength: 4 }), async (said, kills) => {
        const [calm, rough] = [new World(), new World()];
        for (const each of [calm, rough]) each.refuse('Adopt');
        for (const [at, { key, n }] of said.entries()) {
          const fact = { type: 'Happened', data: { key: `plan-${String(key)}`, n } };
          await calm.say(`fact-${String(at % 2)}`, fact);
          await rough.say(`fact-${String(at % 2)}`, fact);
        }
        await calm.settle(drawn);
        for (const n of kills) await rough.killAt(n, drawn);
        await rough.settle(drawn);
        for (const key of ['plan-0', 'plan-1', 'plan-2']) {
          const of = ({ effects }: World) => effects.filter((effect) => effect.endsWith(key));
          expect(of(rough)).toStrictEqual(of(calm));
        }
        await Promise.all([calm.stop(), rough.stop()]);
      }),
      { numRuns: 60 },
    );
  });
});
