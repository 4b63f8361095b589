import { describe, expect, it, jest } from '@jest/globals';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { ProcessDefinition } from './definition.js';
import { Processes } from './processes.js';
import { RunningProcesses } from './running-processes.js';
import { World } from '../test/world.js';

const named = (name: string): ProcessDefinition<null> => ({
  name,
  categories: ['fact'],
  initial: null,
  keyOf: () => '1',
  react: () => ({ state: null }),
});

/** Gives one command, and ends with its answer. */
const adoption: ProcessDefinition<null> = {
  ...named('adoption'),
  react: (state, { kind }) =>
    kind === 'event'
      ? {
          state,
          commands: [
            { name: 'adopt', aggregate: 'plan', target: 'plan-1', type: 'Adopt', data: {} },
          ],
        }
      : { state, done: true },
};

describe('the list of processes', () => {
  it('holds what was registered', () => {
    const processes = new Processes();
    processes.register(named('entry'), named('adoption'));
    expect(processes.all.map(({ name }) => name)).toStrictEqual(['entry', 'adoption']);
  });

  it.each(['pm-entry', 'Entry', '', 'a$'])(
    'refuses the name «%s», which no stream could bear',
    (name) => {
      expect(() => {
        new Processes().register(named(name));
      }).toThrow('no name of a process');
    },
  );

  it('refuses a second process of one name', () => {
    expect(() => {
      new Processes().register(named('entry'), named('entry'));
    }).toThrow('registered twice');
  });
});

describe('running processes', () => {
  it('are settled when what one brought about, the other has taken up', async () => {
    const tavolo = new World();
    // The first process listens to facts; the second to the stream of the first.
    const second = { ...named('second'), categories: ['pm_first'] };
    await tavolo.say('fact-1', { type: 'Happened', data: {} });
    const running = new RunningProcesses([second, named('first')], tavolo.ports);
    await running.settled();
    expect(await tavolo.types('pm_second-1')).toStrictEqual(['ProcessReacted']);
    await running.stop();
    expect(tavolo.checkpoint('first')).not.toBeNull();
  });

  it('name in all that they note the policies by which they go on, where their door asks any', async () => {
    const policy = { hash: 'a'.repeat(64) as Sha256, ids: ['processes-go-on'] };
    const [silent, asking] = [new World(), new World()];
    const asked = jest.spyOn(asking.ports.sender, 'policyOf').mockReturnValue(policy);
    for (const tavolo of [silent, asking]) {
      await tavolo.say('fact-1', { type: 'Happened', data: {} });
      await tavolo.settle(adoption);
    }
    const noted = async (tavolo: World) =>
      (await tavolo.events('pm_adoption-1')).map(({ type, meta }) => [type, meta.policy]);
    const types = ['ProcessReacted', 'ProcessCommandGiven', 'ProcessCommandAccepted'];
    const all = [...types, 'ProcessFinished'];
    expect(await noted(asking)).toStrictEqual(all.map((type) => [type, policy]));
    expect(await noted(silent)).toStrictEqual(all.map((type) => [type, undefined]));
    expect(asked).toHaveBeenCalledWith('system:adoption' as PersonRef);
    await Promise.all([silent.stop(), asking.stop()]);
  });
});
