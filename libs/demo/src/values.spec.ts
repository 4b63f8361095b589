import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawValues } from './values.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('drawn values', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawValues(42)).toEqual(drawValues(42));
    expect(drawValues(42)).not.toEqual(drawValues(43));
  });

  it('A-8: the agreement below never takes more than the one above has', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { networkLead } = drawValues(seed);
        const { areas, schools, associations, partnerShareCents } = networkLead;
        const above = partnerShareCents.reduce(
          (sum, cents) => sum + cents,
          networkLead.leadShareCents,
        );
        const [one, other] = networkLead.childShareCents;
        expect(one + other).toBeLessThanOrEqual(above);
        expect(partnerShareCents).toHaveLength(areas + schools + associations);
      }),
    );
  });

  it('GB-2, GB-3: one seat is recused, the chair votes, and the rest are a quorum', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { conduct } = drawValues(seed).board;
        expect(conduct.filter((each) => each === 'recused')).toHaveLength(1);
        expect(['for', 'against', 'abstain']).toContain(conduct[0]);
        const there = conduct.filter((each) => each !== 'absent' && each !== 'recused').length;
        expect(there * 2).toBeGreaterThan(conduct.length);
      }),
    );
  });
});
