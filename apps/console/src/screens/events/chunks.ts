/** Rows that are drawn or left out together: few enough to draw at once, many enough to be few. */
export const CHUNK = 25;

/** A list in stretches of so many, each with the place of its first row. */
export function chunksOf<Row>(
  rows: readonly Row[],
): readonly Readonly<{ from: number; rows: readonly Row[] }>[] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, place) => {
    const from = place * CHUNK;
    return { from, rows: rows.slice(from, from + CHUNK) };
  });
}
