/**
 * A code of NUTS or of ISTAT contains every code of the same system that it begins: `ITC4` the
 * province `ITC4C`, `015` the municipality `015146`. Codes of two systems cannot be compared.
 */
export type Territory = readonly string[];

/** The codes that lie within both, the narrower of each pair. */
export function sharedCodes(one: Territory, other: Territory): Territory {
  const inside = (codes: Territory, whole: Territory) =>
    codes.filter((code) => whole.some((wider) => code.startsWith(wider)));
  return [...new Set([...inside(one, other), ...inside(other, one)])].sort();
}

/** True where every code of both is of one system. */
export function areComparable(one: Territory, other: Territory): boolean {
  return new Set([...one, ...other].map(systemOf)).size <= 1;
}

function systemOf(code: string): 'ISTAT' | 'NUTS' {
  return /^\d/.test(code) ? 'ISTAT' : 'NUTS';
}
