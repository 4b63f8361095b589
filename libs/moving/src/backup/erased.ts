import type { Cell, PrivateRow, PrivateRows } from '@tavolo/private-store';

type Rows = Pick<PrivateRows, 'rows'>;

type Erasing = Readonly<{ table: string; key: readonly string[]; onErased: () => void }>;

/**
 * The rows of an older store as they are after what a newer one of the same instance has erased
 * since: what is no longer there is left out, and a text that was emptied comes as it is there.
 * Whatever erased it, a person or a revoked link, it stays erased. Both are read in the order of
 * their keys.
 */
export async function* withoutErased(
  older: Rows,
  newer: Rows,
  { table, key, onErased }: Erasing,
): AsyncGenerator<PrivateRow> {
  const there = newer.rows(table)[Symbol.asyncIterator]();
  const newerOf = matching(there, key);
  try {
    for await (const row of older.rows(table)) {
      const now = await newerOf(row);
      const isErased = now === null || isEmptied(row, now);
      if (isErased) onErased();
      if (now !== null) yield isErased ? now : row;
    }
  } finally {
    await there.return?.();
  }
}

/** Finds the row of the same key, asked for in the order of the keys; null where there is none. */
function matching(rows: AsyncIterator<PrivateRow>, key: readonly string[]) {
  let next: IteratorResult<PrivateRow, unknown> | null = null;
  return async (row: PrivateRow): Promise<PrivateRow | null> => {
    next ??= await rows.next();
    while (next.done !== true && comparedBy(key, next.value, row) < 0) next = await rows.next();
    return next.done !== true && comparedBy(key, next.value, row) === 0 ? next.value : null;
  };
}

/** Something was there and is not any more. */
function isEmptied(older: PrivateRow, newer: PrivateRow): boolean {
  return Object.entries(older).some(([name, cell]) => cell !== null && newer[name] === null);
}

/** In the order of the stores: texts byte by byte, numbers by their size. */
function comparedBy(key: readonly string[], one: PrivateRow, other: PrivateRow): number {
  for (const name of key) {
    const order = compared(one[name] ?? null, other[name] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compared(one: Cell, other: Cell): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}
