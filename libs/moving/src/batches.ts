import type { PrivateRow } from '@tavolo/private-store';

/** Rows that are written at once: few enough to lie in memory. */
const BATCH = 500;

/** The same rows in the same order, some at a time; the last batch may be shorter. */
export async function* batchesOf(rows: AsyncIterable<PrivateRow>): AsyncGenerator<PrivateRow[]> {
  let batch: PrivateRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
