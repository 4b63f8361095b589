import { describe, expect, it } from '@jest/globals';
import { entry } from './entry.js';

describe('the entry of a key', () => {
  it('is what was put there, and null for every other key', () => {
    expect(entry({ a: 1 }, 'a')).toBe(1);
    expect(entry({ a: 1 }, 'b')).toBeNull();
  });

  it('is none where nobody put it but the language', () => {
    expect(entry({}, 'constructor')).toBeNull();
    expect(entry({}, '__proto__')).toBeNull();
  });
});
