import { describe, expect, it } from '@jest/globals';
import { Busy, OutcomeUnknown } from '@tavolo/command';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import type { Uuid } from '@tavolo/event-store';
import { World } from '../test/world.js';
import { Steady } from './steady.js';

/** The pauses of a step that fails so often, each time in the same way, and works then. */
async function pausesOf(error: Error, times: number): Promise<readonly number[]> {
  const { ports, pauses } = new World();
  let left = times;
  const work = () => {
    left -= 1;
    return left < 0 ? Promise.resolve('done') : Promise.reject(error);
  };
  expect(await new Steady('adoption', ports).attempt('send', work)).toBe('done');
  return pauses;
}

describe('a step that fails', () => {
  it.each([
    new StoreUnavailable('away'),
    new AppendOutcomeUnknown('broken'),
    new OutcomeUnknown('plan-1', '00000000-0000-4000-8000-000000000001' as Uuid),
    new Busy('plan-1'),
  ])('is tried again within five seconds where the log failed it: %p', async (error) => {
    const pauses = await pausesOf(error, 12);
    expect(pauses).toHaveLength(12);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5_000);
    expect(Math.min(...pauses.slice(-4))).toBeGreaterThanOrEqual(2_500);
  });

  it('is tried again ever more slowly where it is a defect', async () => {
    const pauses = await pausesOf(new TypeError('a defect'), 12);
    expect(Math.min(...pauses.slice(-2))).toBeGreaterThanOrEqual(15_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
  });
});
