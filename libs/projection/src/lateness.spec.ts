import { describe, expect, it } from '@jest/globals';
import { Lateness } from './lateness.js';

describe('how late a read model is', () => {
  it('is counted from when it was last known to be up to date, through every other state', () => {
    let now = 1_000;
    const lateness = new Lateness(() => now);
    now = 1_300;
    expect(lateness.ms).toBe(300);
    lateness.told('live');
    now = 9_000;
    expect(lateness.ms).toBeNull();
    lateness.told('catchingUp');
    now = 12_000;
    lateness.told('retrying');
    now = 14_000;
    lateness.told('catchingUp');
    expect(lateness.ms).toBe(5_000);
    lateness.told('live');
    expect(lateness.ms).toBeNull();
  });
});
