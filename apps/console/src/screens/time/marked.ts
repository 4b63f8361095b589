/** What is approved, signed, adopted or refused: the moments that one looks for by name. */
const MARKED =
  /(?:Adopted|Approved|Awarded|BecameEffective|Constituted|Endorsed|EnteredIntoForce|Ratified|Rejected|Signed|Validated)$/u;

/** Whether an event is one of the moments that have a name: an approval, a signature. */
export function isMarked({ type }: Readonly<{ type: string }>): boolean {
  return MARKED.test(type);
}

/** The place of the nearest such event before or after a place; null where there is none. */
export function markedFrom(
  facts: readonly Readonly<{ type: string }>[],
  place: number,
  direction: -1 | 1,
): number | null {
  const found =
    direction === 1
      ? facts.findIndex((fact, at) => at > place && isMarked(fact))
      : facts.findLastIndex((fact, at) => at < place && isMarked(fact));
  return found < 0 ? null : found;
}
