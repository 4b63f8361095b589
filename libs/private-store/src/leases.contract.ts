import { expect, it } from '@jest/globals';
import type { Leases } from './leases.js';

const NAME = 'processes';

/** What every adapter of the leases keeps. `open` gives an empty one each time. */
export function describeLeasesContract(open: () => Promise<Leases>): void {
  it('are taken by the first that asks, and by no second while they beat', async () => {
    const leases = await open();
    expect(await leases.find(NAME)).toBeNull();
    const held = await leases.take(NAME, 'one', null);
    expect(held).toStrictEqual({ epoch: 1, holder: 'one', beat: 0 });
    expect(await leases.take(NAME, 'two', null)).toBeNull();
    const seen = await leases.find(NAME);
    expect(seen).toStrictEqual(held);
    expect(held && (await leases.prolong(NAME, held))).toStrictEqual({ ...held, beat: 1 });
    expect(await leases.take(NAME, 'two', seen)).toBeNull();
    expect(await leases.find(NAME)).toStrictEqual({ ...held, beat: 1 });
  });

  it('are taken by one of several at once, in the next epoch', async () => {
    const leases = await open();
    const seen = await leases.take(NAME, 'frozen', null);
    const names = ['one', 'two', 'three', 'four'];
    const taken = await Promise.all(names.map((name) => leases.take(NAME, name, seen)));
    const winners = taken.filter((lease) => lease !== null);
    expect(winners).toStrictEqual([await leases.find(NAME)]);
    expect(winners[0]).toMatchObject({ epoch: 2, beat: 0 });
  });

  it('are lost to the next holder: the former one neither prolongs them nor gives them back', async () => {
    const leases = await open();
    const former = await leases.take(NAME, 'one', null);
    if (!former) throw new Error('not taken');
    const next = await leases.take(NAME, 'two', former);
    expect(await leases.prolong(NAME, former)).toBeNull();
    await leases.giveBack(NAME, former);
    expect(await leases.find(NAME)).toStrictEqual(next);
  });

  it('are given back, and taken again in a later epoch, by the same holder too', async () => {
    const leases = await open();
    const first = await leases.take(NAME, 'one', null);
    if (!first) throw new Error('not taken');
    await leases.giveBack(NAME, first);
    const free = await leases.find(NAME);
    expect(free).toMatchObject({ epoch: 1, holder: null });
    expect(await leases.prolong(NAME, first)).toBeNull();
    expect(await leases.take(NAME, 'one', free)).toMatchObject({ epoch: 2, holder: 'one' });
  });

  it('are kept apart by their names', async () => {
    const leases = await open();
    await leases.take(NAME, 'one', null);
    expect(await leases.take('other', 'two', null)).toMatchObject({ epoch: 1, holder: 'two' });
    expect(await leases.find(NAME)).toMatchObject({ holder: 'one' });
  });

  it('remember how far their holder has come, and nothing of a former one', async () => {
    const leases = await open();
    const former = await leases.take(NAME, 'one', null);
    const first = { name: NAME, epoch: 1 };
    expect(await leases.keepProgress(first, 'entry', '10')).toBe(true);
    expect(await leases.keepProgress(first, 'adoption', '7')).toBe(true);
    await leases.take(NAME, 'two', former);
    expect(await leases.keepProgress(first, 'entry', '11')).toBe(false);
    expect(await leases.keepProgress({ name: NAME, epoch: 2 }, 'entry', '12')).toBe(true);
    const kept = [
      ['adoption', '7'],
      ['entry', '12'],
    ];
    expect([...(await leases.progress(NAME))].toSorted()).toStrictEqual(kept);
    expect(await leases.progress('other')).toStrictEqual(new Map());
  });

  it('are closed once, and again without harm', async () => {
    const leases = await open();
    await leases.close();
    await expect(leases.close()).resolves.toBeUndefined();
  });
}
