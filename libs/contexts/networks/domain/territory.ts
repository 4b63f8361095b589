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

/** The codes that lie within none of the whole. */
export function codesOutside(codes: Territory, whole: Territory): Territory {
  return codes.filter((code) => !whole.some((wider) => code.startsWith(wider)));
}

/** Each code once, in order; what lies within another one of them says nothing more. */
export function inOneForm(codes: Territory): Territory {
  const distinct = [...new Set(codes)].sort();
  return distinct.filter(
    (code) => !distinct.some((wider) => wider !== code && code.startsWith(wider)),
  );
}
