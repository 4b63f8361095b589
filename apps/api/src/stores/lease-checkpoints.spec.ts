import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@tavolo/event-store';
import { MemoryLeases } from '@tavolo/private-store';
import { LeaseCheckpoints } from './lease-checkpoints.js';

const at = (n: number) => String(n).padStart(20, '0') as Position;

describe('the checkpoints of processes, under their lease', () => {
  let leases: MemoryLeases;
  beforeEach(() => {
    leases = new MemoryLeases();
  });

  /** Those of the next holder. */
  async function next({ head = 9 } = {}): Promise<LeaseCheckpoints> {
    const lease = await leases.take('processes', 'replica', await leases.find('processes'));
    const tenure = { leases, name: 'processes', epoch: lease?.epoch ?? 0 };
    return new LeaseCheckpoints(tenure, { head: () => Promise.resolve(at(head)) });
  }

  it('are where the former holder left them, and its own once another came are not kept', async () => {
    const former = await next();
    await Promise.all([former.put('a', at(3)), former.put('b', at(9))]);
    const holder = await next();
    await former.put('a', at(8));
    expect([await holder.get('a'), await holder.get('b'), await holder.get('c')]).toEqual([
      ...[at(3), at(9), null],
    ]);
    await holder.put('a', at(4));
    expect(await (await next()).get('a')).toBe(at(4));
  });

  it('are thrown away where they are ahead of a log that was restored, and only those', async () => {
    const former = await next();
    await Promise.all([former.put('a', at(3)), former.put('b', at(9))]);
    const restored = await next({ head: 5 });
    expect([await restored.get('a'), await restored.get('b')]).toEqual([at(3), null]);
  });

  it('are asked for again where the log did not answer', async () => {
    const holder = await next();
    await holder.put('a', at(3));
    let away = true;
    const tenure = { leases, name: 'processes', epoch: 1 };
    const head = () => (away ? Promise.reject(new Error('away')) : Promise.resolve(at(9)));
    const checkpoints = new LeaseCheckpoints(tenure, { head });
    await expect(checkpoints.get('a')).rejects.toThrow('away');
    away = false;
    expect(await checkpoints.get('a')).toBe(at(3));
  });
});
