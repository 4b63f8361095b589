import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Replicas } from '../test/replicas.js';
import { World } from '../test/world.js';
import { LeasedProcesses } from './leased-processes.js';
import type { ProcessDefinition } from './definition.js';
import { RunningProcesses } from './running-processes.js';

/** Whoever is invited is written to, once. */
const welcome: ProcessDefinition<null> = {
  name: 'welcome',
  categories: ['member'],
  initial: null,
  keyOf: ({ stream }) => stream,
  react: (state, input) =>
    input.kind === 'event'
      ? {
          state,
          commands: [
            {
              name: 'write',
              aggregate: 'letter',
              target: input.event.stream,
              type: 'Write',
              data: {},
            },
          ],
        }
      : { state, done: true },
};

const invited = { type: 'MemberInvited', data: {} };

let world: World;
let replicas: Replicas;
const houses: LeasedProcesses[] = [];

beforeEach(() => {
  [world, replicas] = [new World(), new Replicas()];
});
afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.stop()));
  await world.stop();
});

function replica(name: string): LeasedProcesses {
  const sleep = replicas.portsOf(name).sleep;
  const ports = { ...world.ports, sleep };
  const start = () => new RunningProcesses([welcome], ports);
  const house = new LeasedProcesses(replicas.portsOf(name), start);
  houses.push(house);
  return house;
}

describe('the process managers of several replicas', () => {
  it('run on the one that holds the lease, and stand by on the others', async () => {
    const [one, two] = [replica('one'), replica('two')];
    await replicas.pass(1_000);
    await world.say('member-1', invited);
    await one.settled();
    expect(world.effects).toEqual(['Write member-1']);
    expect([one.progress().length, two.progress().length]).toEqual([1, 0]);
    expect(one.lease).toEqual({ holder: 'one', epoch: 1, isHeld: true });
    expect(two.lease).toEqual({ holder: 'one', epoch: 1, isHeld: false });
    two.wake(); // Nothing of it: nothing runs there.
  });

  it('go on with another when theirs stops, from where they had come', async () => {
    const one = replica('one');
    await replicas.pass(0);
    const two = replica('two');
    await world.say('member-1', invited);
    await one.settled();
    await one.stop();
    expect(one.progress()).toEqual([]);
    await replicas.pass(1_000);
    await world.say('member-2', invited);
    await two.settled();
    expect(world.effects).toEqual(['Write member-1', 'Write member-2']);
    expect(world.sent).toHaveLength(2);
  });

  it('do nothing twice where one holder is frozen in mid-command and wakes beside the next', async () => {
    const one = replica('one');
    await replicas.pass(0);
    const two = replica('two');
    await replicas.pass(500);
    const wake = world.hold('after'); // Decided on, and the answer not heard.
    await world.say('member-1', invited);
    await world.sending(1);
    replicas.freeze('one');
    await replicas.pass(4_500);
    await two.settled();
    await world.say('member-2', invited);
    await two.settled();
    // Both believe that the lease is theirs, and both are at work.
    expect([one.lease, two.lease]).toMatchObject([
      { epoch: 1, isHeld: true },
      { epoch: 2, isHeld: true },
    ]);
    wake();
    await one.settled();
    await replicas.thaw('one');
    await replicas.pass(1_000);
    expect(one.lease).toMatchObject({ epoch: 2, isHeld: false });
    expect(world.effects.toSorted()).toEqual(['Write member-1', 'Write member-2']);
    for (const stream of ['pm_welcome-member-1', 'pm_welcome-member-2']) {
      expect(await world.types(stream)).toEqual([
        ...['ProcessReacted', 'ProcessCommandGiven'],
        ...['ProcessCommandAccepted', 'ProcessFinished'],
      ]);
    }
  });

  it('keep who waits for all of it waiting while the lease is lost, until it is theirs again', async () => {
    const one = replica('one');
    await replicas.pass(0);
    const wake = world.hold('after');
    await world.say('member-1', invited);
    await world.sending(1);
    const settled = one.settled();
    replicas.freeze('one');
    await replicas.pass(4_000);
    await replicas.thaw('one');
    expect(one.lease).toBeNull();
    wake();
    await replicas.pass(1_000);
    await settled;
    expect(one.lease).toMatchObject({ epoch: 2, isHeld: true });
    expect(await world.types('pm_welcome-member-1')).toContain('ProcessFinished');
    expect([world.sent.length, world.effects]).toEqual([2, ['Write member-1']]);
  });

  it('say to who waits for all of it that they were stopped before', async () => {
    const one = replica('one');
    await replicas.pass(0);
    const two = replica('two');
    await replicas.pass(500);
    const wake = world.hold('before');
    await world.say('member-1', invited);
    await world.sending(1);
    const waiting = [one, two].map((house) => house.settled());
    const told = expect(Promise.allSettled(waiting)).resolves.toMatchObject([
      { reason: { message: 'The processes were stopped before all of it was done.' } },
      { reason: { message: 'The processes were stopped before all of it was done.' } },
    ]);
    const stopped = [one.stop(), two.stop()];
    wake();
    await Promise.all(stopped);
    await told;
  });
});
