import type { Cents } from './message.js';

/** Σ of amounts; every amount is integer cents. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total as Cents;
}
