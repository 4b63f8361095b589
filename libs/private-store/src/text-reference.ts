import { createHash, randomBytes, randomUUID } from 'node:crypto';

const SALT_BYTES = 16;

/** How the log names a text without telling what it says. */
export type TextReference = Readonly<{ ref: string; salt: Uint8Array }>;

/** A new reference `<uuid>:<sha256>`; the salt keeps short texts from being guessed by their hash. */
export function newTextReference(text: string): TextReference {
  const salt = randomBytes(SALT_BYTES);
  const hash = createHash('sha256').update(salt).update(text, 'utf8').digest('hex');
  return { ref: `${randomUUID()}:${hash}`, salt };
}
