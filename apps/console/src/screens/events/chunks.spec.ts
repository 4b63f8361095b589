import { describe, expect, it } from '@jest/globals';
import { CHUNK, chunksOf } from './chunks.ts';

describe('a long list', () => {
  it('is cut into stretches that hold every row once, in order', () => {
    const rows = Array.from({ length: 2 * CHUNK + 1 }, (_, n) => n);
    const chunks = chunksOf(rows);
    expect(chunks.map(({ from }) => from)).toEqual([0, CHUNK, 2 * CHUNK]);
    expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(rows);
    expect(chunksOf([])).toEqual([]);
    expect(chunksOf(rows.slice(0, CHUNK))).toHaveLength(1);
  });
});
