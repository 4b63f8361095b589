import type { Cents } from './message.js';

/** Σ of amounts; every amount is integer cents. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total as Cents;
}

/** A line that takes a part of an amount, and the weight of its part: a whole number, 0 or more. */
export type Weighed<Line extends string> = Readonly<Record<Line, number>>;

/**
 * Splits an amount by weights into whole cents that add up to it: each line has its part rounded
 * down, and what rounding leaves, less than a cent a line, goes to the line that is named for it
 * . Exact for any amount and weights that are integers.
 * @throws RangeError where no weight is above 0, or one is negative or no integer
 */
export function apportion<Line extends string>(
  amount: Cents,
  weights: Weighed<Line>,
  residueTo: NoInfer<Line>,
): Readonly<Record<Line, Cents>> {
  const lines = Object.entries<number>(weights);
  if (lines.some(([, weight]) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights are integers, 0 or more');
  }
  const whole = lines.reduce((total, [, weight]) => total + BigInt(weight), 0n);
  if (whole === 0n) throw new RangeError('an amount is split among lines, one of them above 0');
  const partOf = (weight: number) => Number((BigInt(amount) * BigInt(weight)) / whole) as Cents;
  const parts = new Map(lines.map(([line, weight]) => [line, partOf(weight)]));
  const residue = amount - sum(parts.values());
  parts.set(residueTo, ((parts.get(residueTo) ?? 0) + residue) as Cents);
  return Object.fromEntries(parts) as Record<Line, Cents>;
}
