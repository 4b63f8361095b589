/** A filter of a list from what was given: what is absent or null filters nothing. */
export function chosen<Column extends string>(
  given: Readonly<Record<Column, string | null | undefined>>,
): Readonly<Partial<Record<Column, readonly string[]>>> {
  const named = Object.entries<string | null | undefined>(given);
  return Object.fromEntries(
    named.flatMap(([column, value]) => (typeof value === 'string' ? [[column, [value]]] : [])),
  ) as Partial<Record<Column, readonly string[]>>;
}
