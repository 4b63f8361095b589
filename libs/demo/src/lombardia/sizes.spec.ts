import { describe, expect, it } from '@jest/globals';
import { BadSize, sizesOf } from './sizes.js';

describe('the sizes of a region', () => {
  it('follow from the number of agreements', () => {
    expect(sizesOf({ seed: 7, agreements: 1_000 })).toEqual({
      ...{ seed: 7, agreements: 1_000, areas: 91, networks: 91, plans: 1 },
    });
    expect(sizesOf({ seed: 7, agreements: 40 })).toMatchObject({ networks: 10, plans: 1 });
    expect(sizesOf({ seed: 7, agreements: 100_000 })).toMatchObject({ networks: 91, plans: 4 });
  });

  it('can be set', () => {
    const asked = { seed: 0, agreements: 40, areas: 5, networks: 3, plans: 2 };
    expect(sizesOf(asked)).toEqual(asked);
  });

  it.each([
    [{ agreements: -3 }, '--agreements is -3: write a whole number from 3 to 1000000.'],
    [{ seed: -1 }, '--seed is -1: write a whole number from 0 to 999999999.'],
    [{ areas: 92 }, '--areas is 92: write a whole number from 1 to 91.'],
    [{ areas: 2, networks: 3 }, '--networks is 3: write a whole number from 1 to 2.'],
    [{ plans: 9 }, '--plans is 9: write a whole number from 1 to 8.'],
    [{ agreements: 9, networks: 9 }, '1 plans of 9 networks need 10 agreements at least'],
  ])('that cannot be are refused with what to write instead: %j', (asked, sentence) => {
    const sized = () => sizesOf({ seed: 7, agreements: 100, ...asked });
    expect(sized).toThrow(BadSize);
    expect(sized).toThrow(sentence);
  });
});
