import { describe, expect, it } from '@jest/globals';
import { markOf, newSealingKey, seal, unseal } from './seal.js';

const [key, other] = [newSealingKey(), newSealingKey()];
const about = ['sitting-1', 'item-1', 'seat-1'];

describe('a seal', () => {
  it('opens under its key, about what it was set on', () => {
    expect(unseal(key, seal(key, 'for', about), about)).toBe('for');
    expect(unseal(key, seal(key, '', about), about)).toBe('');
  });

  it('opens under no other key, about nothing else, and not where a bit was changed', () => {
    const sealed = seal(key, 'for', about);
    expect(unseal(other, sealed, about)).toBeNull();
    expect(unseal(key, sealed, ['sitting-1', 'item-1', 'seat-2'])).toBeNull();
    expect(unseal(key, sealed, ['sitting-1', 'item-1seat-1'])).toBeNull();
    for (let i = 0; i < Buffer.from(sealed, 'base64url').length; i += 1) {
      const bytes = Buffer.from(sealed, 'base64url');
      bytes[i] = (bytes[i] ?? 0) ^ 1;
      expect(unseal(key, bytes.toString('base64url'), about)).toBeNull();
    }
  });

  it('is none where it is cut short, or under what is no key', () => {
    const sealed = seal(key, 'for', about);
    expect(unseal(key, '', about)).toBeNull();
    expect(unseal(key, sealed.slice(0, 20), about)).toBeNull();
    expect(unseal(key, sealed.slice(0, -4), about)).toBeNull();
    expect(unseal('short', sealed, about)).toBeNull();
  });

  it('of the same text is never the same', () => {
    const seals = new Set(Array.from({ length: 100 }, () => seal(key, 'for', about)));
    expect(seals.size).toBe(100);
  });
});

describe('a mark', () => {
  it('is the same for the same text under the same key only', () => {
    expect(markOf(key, 'for')).toBe(markOf(key, 'for'));
    expect(markOf(key, 'for')).not.toBe(markOf(key, 'against'));
    expect(markOf(key, 'for')).not.toBe(markOf(other, 'for'));
  });
});
