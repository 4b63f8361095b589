import { describe, expect, it } from '@jest/globals';
import type { ProcessDefinition } from './definition.js';
import { ProcessStates } from './instance-state.js';
import { World } from '../test/world.js';

/** Effective decision → adopt its plan. */
const adoption: ProcessDefinition<null> = {
  name: 'adoption',
  categories: ['decision'],
  initial: null,
  keyOf: ({ data }) => data.plan as string,
  react: (state, input) => {
    if (input.kind === 'answer') return { state, done: true };
    const target = input.event.data.plan as string;
    return {
      state,
      commands: [{ name: 'adopt', aggregate: 'plan', target, type: 'Adopt', data: {} }],
    };
  },
};

const effective = (plan: string) => ({ type: 'DecisionBecameEffective', data: { plan } });

describe('a process manager beside a newer version of the program', () => {
  it('X-1: leaves what a newer version wrote, and all later on its stream, to the one that knows it', async () => {
    const tavolo = new World();
    const older = { ...tavolo.ports, knows: (_: string, schema: number) => schema === 1 };
    const current = tavolo.ports;
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.say('decision-2', effective('plan-2'), 2);
    await tavolo.say('decision-2', effective('plan-3'));
    await tavolo.say('decision-3', effective('plan-4'));
    tavolo.ports = older;
    await tavolo.settle(adoption);
    await tavolo.stop();
    const early = ['Adopt plan-1', 'Adopt plan-4'];
    expect(tavolo.effects.toSorted()).toStrictEqual(early);
    const [first] = await tavolo.events('decision-1');
    expect(tavolo.checkpoint('adoption')).toBe(first?.position);
    // Once it is upgraded: from before what it passed over, and nothing twice.
    tavolo.ports = current;
    await tavolo.settle(adoption);
    const late = ['Adopt plan-2', 'Adopt plan-3'];
    expect(tavolo.effects.toSorted()).toStrictEqual([...early, ...late].toSorted());
    // Back at the older one: an instance that has taken it up is not its to go on with.
    tavolo.ports = older;
    const states = new ProcessStates(adoption, tavolo.store, older.knows);
    await expect(states.load('pm_adoption-plan-2')).rejects.toThrow('cannot read');
    await expect(states.load('pm_adoption-plan-3')).resolves.toMatchObject({ finished: true });
    await tavolo.stop();
  });
});
