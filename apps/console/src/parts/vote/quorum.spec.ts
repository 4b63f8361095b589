import { describe, expect, it } from '@jest/globals';
import { meterOf } from './quorum.ts';
import type { QuorumRule, SeatNow } from './quorum.ts';

const half: QuorumRule = {
  ...{ kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  ...{ n: null, categories: null },
};
const seat = (n: number, more: Partial<SeatNow> = {}): SeatNow => ({
  ...{ seat: String(n), category: 'areas', isFilled: true, isPresent: true, isRecused: false },
  ...more,
});
const five = { seatCount: 5 };

describe('the quorum meter', () => {
  it('GB-2: more than half of five seats are three; two are too few', () => {
    const away = { isPresent: false };
    const three = [seat(1), seat(2), seat(3), seat(4, away), seat(5, away)];
    expect(meterOf(half, three, five)).toStrictEqual({
      ...{ present: 3, whole: 5, needed: 3, isReached: true, uncovered: [] },
    });
    const two = [...three.slice(0, 2), seat(3, away), ...three.slice(3)];
    expect(meterOf(half, two, five)).toMatchObject({ present: 2, isReached: false });
  });

  it('GB-2: half of four is enough where just as much is asked for, and not where more is', () => {
    const two = [seat(1), seat(2)];
    const four = { seatCount: 4 };
    expect(meterOf({ ...half, strict: false }, two, four)).toMatchObject({ needed: 2 });
    expect(meterOf(half, two, four)).toMatchObject({ needed: 3, isReached: false });
  });

  it('GB-3: who is out for the item is not there, and leaves the whole only where the rule says', () => {
    const seats = [seat(1), seat(2), seat(3, { isRecused: true }), seat(4, { isPresent: false })];
    const four = { seatCount: 4 };
    expect(meterOf(half, seats, four)).toMatchObject({ present: 2, whole: 4, needed: 3 });
    const less: QuorumRule = { ...half, of: 'SEATS_LESS_RECUSED' };
    expect(meterOf(less, seats, four)).toMatchObject({ whole: 3, needed: 2, isReached: true });
  });

  it('GB-2: of filled seats, a vacant one is not in the whole, whoever sits there', () => {
    const seats = [seat(1), seat(2), seat(3), seat(4, { isFilled: false }), seat(5)];
    const filled: QuorumRule = { ...half, of: 'SEATS_FILLED' };
    expect(meterOf(filled, seats, five)).toMatchObject({ present: 4, whole: 4, needed: 3 });
  });

  it('GB-2: a number is that number; nobody is no quorum of nobody', () => {
    const count: QuorumRule = { ...half, kind: 'COUNT', n: 2 };
    expect(meterOf(count, [seat(1), seat(2)], five)).toMatchObject({ needed: 2, isReached: true });
    expect(meterOf(count, [seat(1)], five)).toMatchObject({ isReached: false });
    const none: QuorumRule = { ...half, strict: false };
    expect(meterOf(none, [], { seatCount: 0 })).toMatchObject({ needed: 1, isReached: false });
  });

  it('GB-7: categories that have too few among them are named', () => {
    const categories = [
      { category: 'areas', min: 2 },
      { category: 'schools', min: 1 },
    ];
    const seats = [seat(1), seat(2), seat(3)];
    const meter = meterOf({ ...half, categories }, seats, five);
    expect(meter).toMatchObject({ uncovered: ['schools'], isReached: false });
    const school = [...seats, seat(4, { category: 'schools' })];
    expect(meterOf({ ...half, categories }, school, five)).toMatchObject({ isReached: true });
  });
});
