import { describe, expect, it } from '@jest/globals';
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
});
