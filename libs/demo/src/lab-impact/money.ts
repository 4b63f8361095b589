/**
 * Splits an amount by weights into whole cents that add up to it exactly; the cents that no
 * division gives out go to the first.
 */
export function split(cents: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((cents * weight) / whole));
  const rest = cents - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, i) => (i === 0 ? share + rest : share));
}
