import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12; // 96 bits, what GCM is made for; random, as a key seals one text for each seat.
const TAG_BYTES = 16;

/** A key to seal under: 32 random bytes in base64url. */
export function newSealingKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/**
 * Seals a text: `base64url(iv ‖ ciphertext ‖ tag)`, AES-256-GCM. It opens only for the same
 * `about`, which is not in it (JSON of the list, in UTF-8). The length of the text shows: whoever
 * seals one of a few known texts pads them to one length.
 */
export function seal(key: string, text: string, about: readonly string[]): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, bytesOf(key), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(JSON.stringify(about)));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** The text, or null where it was not sealed under this key about this, or was changed. */
export function unseal(key: string, sealed: string, about: readonly string[]): string | null {
  const bytes = bytesOf(sealed);
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const iv = bytes.subarray(0, IV_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, bytesOf(key), iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(JSON.stringify(about)));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Stands for a text where it must be recognised and not be read, without the key not guessed either. */
export function markOf(key: string, text: string): string {
  const own = createHmac('sha256', bytesOf(key)).update('mark').digest();
  return createHmac('sha256', own).update(text, 'utf8').digest('hex');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
