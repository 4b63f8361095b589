import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences } from './difference.js';

describe('the difference of two states', () => {
  it('names each place that changed, by a JSON pointer', () => {
    const before = { title: 'A', cents: 1, parts: { 'x/y': true }, gone: 'g' };
    const after = { title: 'B', cents: 1, parts: { 'x/y': false }, here: 'h' };
    expect(differences(before, after)).toStrictEqual([
      { path: '/title', kind: 'changed', before: 'A', after: 'B' },
      { path: '/parts/x~1y', kind: 'changed', before: true, after: false },
      { path: '/gone', kind: 'removed', before: 'g', after: null },
      { path: '/here', kind: 'added', before: null, after: 'h' },
    ]);
  });

  it('knows an entry of a list by its id, wherever it stands', () => {
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ];
    const after = [
      { id: 'b', n: 2 },
      { id: 'c', n: 3 },
    ];
    expect(differences(before, after).map(({ path, kind }) => `${kind} ${path}`)).toStrictEqual([
      'removed /a',
      'added /c',
    ]);
  });

  it('finds nothing between equals', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(value, structuredClone(value))).toStrictEqual([]);
      }),
    );
  });
});
