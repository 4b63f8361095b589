import { describe, expect, it } from '@jest/globals';
import { runsOf } from './runs.js';

const at = (stream: string, ...revisions: number[]) =>
  revisions.map((revision) => ({ stream, revision }));

describe('the runs of a page of history', () => {
  it('are one for each stretch of a stream, in whatever order its events come', () => {
    expect(runsOf([...at('a', 4, 3), ...at('b', 0), ...at('a', 5, 9)])).toStrictEqual([
      { stream: 'a', fromRevision: 3, max: 3 },
      { stream: 'a', fromRevision: 9, max: 1 },
      { stream: 'b', fromRevision: 0, max: 1 },
    ]);
  });

  it('of nothing are none', () => {
    expect(runsOf([])).toStrictEqual([]);
  });
});
