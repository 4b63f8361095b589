import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Replicas } from '../test/replicas.js';
import { LeaseKeeper } from './lease-keeper.js';

let replicas: Replicas;
/** What was begun and ended, in its order. */
let work: string[];
const running: { keeper: LeaseKeeper; ended: Promise<void> }[] = [];

beforeEach(() => {
  replicas = new Replicas();
  work = [];
});
afterEach(async () => {
  for (const { keeper } of running) keeper.stop();
  await Promise.all(running.splice(0).map(({ ended }) => ended));
});

function replica(name: string, end = () => Promise.resolve()): LeaseKeeper {
  const keeper = new LeaseKeeper(replicas.portsOf(name), {
    begin: (epoch) => work.push(`${name} begins ${String(epoch)}`),
    end: async () => {
      await end();
      work.push(`${name} ends`);
    },
  });
  running.push({ keeper, ended: keeper.run() });
  return keeper;
}

async function stop(keeper: LeaseKeeper): Promise<void> {
  keeper.stop();
  await running.find((each) => each.keeper === keeper)?.ended;
}

describe('a lease', () => {
  it('is held by one replica, for as long as it lives', async () => {
    const one = replica('one');
    await replicas.pass(0);
    const two = replica('two');
    await replicas.pass(60_000);
    expect(work).toEqual(['one begins 1']);
    expect([one.isHeld, two.isHeld]).toEqual([true, false]);
    expect(two.lease).toMatchObject({ holder: 'one', epoch: 1 });
  });

  it('of one that stopped is the next one’s at its next look, in the next epoch', async () => {
    const one = replica('one');
    await replicas.pass(0);
    replica('two');
    await replicas.pass(5_000);
    await stop(one);
    await replicas.pass(1_000);
    expect(work).toEqual(['one begins 1', 'one ends', 'two begins 2']);
  });

  it('is given back when its work has ended and no earlier', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const one = replica('one', () => promise);
    await replicas.pass(0);
    replica('two');
    const stopping = stop(one);
    await replicas.pass(2_000);
    expect(work).toEqual(['one begins 1']);
    resolve(undefined);
    await stopping;
    await replicas.pass(1_000);
    expect(work).toEqual(['one begins 1', 'one ends', 'two begins 2']);
  });

  it('of one that froze is taken when the others have been patient, and it notices as it wakes', async () => {
    const one = replica('one');
    await replicas.pass(0);
    replica('two');
    await replicas.pass(1_000);
    replicas.freeze('one');
    await replicas.pass(2_900);
    expect(work).toEqual(['one begins 1']);
    await replicas.pass(1_100);
    expect(work).toEqual(['one begins 1', 'two begins 2']);
    expect(one.isHeld).toBe(true); // It does not know: two are at work.
    await replicas.thaw('one');
    expect(work).toEqual(['one begins 1', 'two begins 2', 'one ends']);
    await replicas.pass(10_000);
    expect(one.lease).toMatchObject({ holder: 'two', epoch: 2 });
  });

  it('is its own again at once for one that comes back under its name', async () => {
    replica('one');
    await replicas.pass(0);
    replicas.freeze('one');
    replica('one'); // As after a crash: its former self is not there any more.
    replicas.freeze('nobody');
    await replicas.pass(0);
    expect(work).toEqual(['one begins 1', 'one begins 2']);
  });

  it('ends here before another can take it, where the private store does not answer', async () => {
    const one = replica('one');
    await replicas.pass(1_000);
    replicas.leases.away = new Error('away');
    await replicas.pass(2_900);
    expect(work).toEqual(['one begins 1']);
    await replicas.pass(200);
    expect(work).toEqual(['one begins 1', 'one ends']);
    expect(replicas.troubles).toContain(replicas.leases.away);
    replicas.leases.away = null;
    await replicas.pass(1_100);
    expect(work).toEqual(['one begins 1', 'one ends', 'one begins 2']);
    expect(one.isHeld).toBe(true);
  });

  it('ends here, too, where the private store keeps it waiting', async () => {
    replica('one');
    await replicas.pass(500);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    replicas.leases.slow = promise;
    await replicas.pass(2_400);
    expect(work).toEqual(['one begins 1']);
    await replicas.pass(200);
    expect(work).toEqual(['one begins 1', 'one ends']);
    replicas.leases.slow = null;
    resolve(undefined);
  });

  it('that stood still for one look is not taken where it beats at the next', async () => {
    const one = replica('one');
    await replicas.pass(0);
    replica('two');
    await replicas.pass(1_000);
    for (let n = 0; n < 5; n++) {
      replicas.freeze('one');
      await replicas.pass(2_000);
      await replicas.thaw('one');
      await replicas.pass(1_000);
    }
    expect(work).toEqual(['one begins 1']);
    expect(one.isHeld).toBe(true);
  });
});
