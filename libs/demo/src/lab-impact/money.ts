import { apportion } from '@tavolo/kernel';
import type { Cents } from '@tavolo/kernel';

/** Splits an amount by weights; what rounding leaves goes to the first. */
export function split(cents: number, weights: readonly number[]): readonly number[] {
  const lines = Object.fromEntries(weights.map((weight, i) => [`share ${String(i)}`, weight]));
  return Object.values(apportion(cents as Cents, lines, 'share 0'));
}
