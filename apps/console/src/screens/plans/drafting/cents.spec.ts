import { describe, expect, it } from '@jest/globals';
import { centsIn } from './cents.ts';

describe('an amount in euro', () => {
  it.each([
    ['1.250,5', '125050'],
    ['1250.5', '125050'],
    ['1.250', '125000'],
    ['1.250.000,50', '125000050'],
    ['12', '1200'],
    [' 0,07 ', '7'],
    ['0', '0'],
  ])('written %s is %s cents', (written, cents) => {
    expect(centsIn(written)).toBe(cents);
  });

  it.each(['', '-5', '1,250.5', '1.25.000', '1,234', '12 €', 'uno'])(
    'is not what %p says',
    (written) => {
      expect(centsIn(written)).toBeNull();
    },
  );
});
