import { describe, expect, it } from '@jest/globals';
import { canonicalJson, normalised, NotCanonical } from '@tavolo/kernel';
import fc from 'fast-check';

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string({ unit: 'grapheme' }).filter((s) => s.isWellFormed()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units and writes no space', () => {
    // The example of RFC 8785, 3.2.3, in our own order of writing.
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('reads back as what was written, and writes the same again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['a float', { a: 1.5 }, '/a'],
    ['an integer beyond 2^53-1', [2 ** 53], '/0'],
    ['minus zero', -0, ''],
    ['not a number', { a: { b: Number.NaN } }, '/a/b'],
    ['a BigInt', { a: 1n }, '/a'],
    ['half a character', { a: '\ud83d' }, '/a'],
    ['a function', { a: () => 1 }, '/a'],
    ['a date', { a: new Date(0) }, '/a'],
    ['undefined in a list', [undefined], '/0'],
  ])('refuses %s and says where it stands', (_, value, path) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
    try {
      canonicalJson(value);
    } catch (error) {
      expect((error as NotCanonical).path).toBe(path);
    }
  });

  it('leaves out a field that is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('normalises to form C, so that the same letters are the same bytes', () => {
    expect(canonicalJson(normalised({ 'e\u0301': ['e\u0301'] }))).toBe('{"é":["é"]}');
  });
});
