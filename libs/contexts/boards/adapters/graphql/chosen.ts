/** A filter of a list from what was given: what is absent or null filters nothing. */
export function chosen<Column extends string>(
  given: Readonly<Record<Column, string | null | undefined>>,
): Readonly<Partial<Record<Column, readonly string[]>>> {
  const where: Partial<Record<Column, readonly string[]>> = {};
  for (const [column, value] of Object.entries<string | null | undefined>(given)) {
    if (typeof value === 'string') where[column as Column] = [value];
  }
  return where;
}
