import { describe, expect, it } from '@jest/globals';
import { BrokenSeal, keyIdOf, markOf, newSealingKey, seal, sealNamed } from './seal.js';
import { sealStream, unseal, unsealStream } from './seal.js';
import type { CipherName } from './seal.js';

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

describe('a seal that names its cipher and its key', () => {
  it.each<CipherName>(['A256GCM', 'C20P'])('opens by what it names: %s', (cipher) => {
    const sealed = sealNamed(key, 'for', { about, cipher });
    expect(sealed).toMatch(new RegExp(`^${cipher}:${keyIdOf(key)}:[\\w-]+$`, 'u'));
    expect(unseal(key, sealed, about)).toBe('for');
    expect(unseal(other, sealed, about)).toBeNull();
    expect(unseal(key, sealed, ['sitting-1'])).toBeNull();
  });

  it('opens by no other names, nor where they were changed or left out', () => {
    const sealed = sealNamed(key, 'for', { about });
    const [, id = '', bare = ''] = sealed.split(':');
    expect(unseal(key, bare, about)).toBeNull();
    for (const changed of [
      `C20P:${id}:${bare}`,
      `A128CBC:${id}:${bare}`,
      `toString:${id}:${bare}`,
    ]) {
      expect(unseal(key, changed, about)).toBeNull();
    }
    expect(unseal(other, `A256GCM:${keyIdOf(other)}:${bare}`, about)).toBeNull();
    expect(unseal(key, `A256GCM:${keyIdOf(other)}:${bare}`, about)).toBeNull();
  });

  it('stands beside those of before, which name nothing', () => {
    const before = seal(key, 'for', about);
    expect(before).not.toContain(':');
    expect(unseal(key, before, about)).toBe('for');
  });

  it('tells one key from another and says nothing of it', () => {
    expect(keyIdOf(key)).toMatch(/^[0-9a-f]{8}$/u);
    expect(keyIdOf(key)).not.toBe(keyIdOf(other));
  });
});

describe('a mark', () => {
  it('is the same for the same text under the same key only', () => {
    expect(markOf(key, 'for')).toBe(markOf(key, 'for'));
    expect(markOf(key, 'for')).not.toBe(markOf(key, 'against'));
    expect(markOf(key, 'for')).not.toBe(markOf(other, 'for'));
  });
});

describe('a sealed stream', () => {
  const key = newSealingKey();
  const about = ['backup', 'one'];
  const from = async function* (...chunks: readonly Uint8Array[]) {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  };
  const gathered = async (content: AsyncIterable<Uint8Array>) =>
    Buffer.concat(await Array.fromAsync(content));
  const sealedOf = (bytes: Uint8Array) => gathered(sealStream(key, from(bytes), about));
  const openedOf = (sealed: Uint8Array, words = about, by = key) =>
    gathered(unsealStream(by, from(sealed), words));

  it.each([0, 1, 262_144, 262_145, 524_288, 600_000])(
    'of %d bytes opens as it was',
    async (size) => {
      const bytes = Buffer.alloc(size, 'abc');
      const sealed = await sealedOf(bytes);
      expect(sealed.includes('abcabc')).toBe(false);
      expect((await openedOf(sealed)).equals(bytes)).toBe(true);
      const halves = from(sealed.subarray(0, 3), sealed.subarray(3));
      expect((await gathered(unsealStream(key, halves, about))).equals(bytes)).toBe(true);
    },
  );

  it('that was changed, cut off, shuffled or moved does not open', async () => {
    const sealed = await sealedOf(Buffer.alloc(600_000, 'x'));
    const piece = 262_144 + 16 + 4;
    const changed = Buffer.from(sealed);
    changed[100] = (changed[100] ?? 0) ^ 1;
    const [one, two, three] = [0, 1, 2].map((n) => sealed.subarray(n * piece, (n + 1) * piece));
    if (!one || !two || !three) throw new Error('three pieces');
    const broken = [
      ...[
        changed,
        sealed.subarray(0, -1),
        Buffer.concat([one, two]),
        Buffer.concat([two, one, three]),
      ],
      ...[Buffer.concat([one, three]), Buffer.concat([sealed, three]), Buffer.alloc(0)],
    ];
    for (const bytes of broken) await expect(openedOf(bytes)).rejects.toThrow(BrokenSeal);
    await expect(openedOf(sealed, ['backup', 'two'])).rejects.toThrow(BrokenSeal);
    await expect(openedOf(sealed, about, newSealingKey())).rejects.toThrow(BrokenSeal);
  });
});
