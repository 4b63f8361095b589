import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Ciphers by the names that stand with what they sealed. A new one is added here, and what is
 * sealed anew may use it from then on; none is taken away while something may lie sealed by it.
 */
const ciphers = { A256GCM: 'aes-256-gcm', C20P: 'chacha20-poly1305' } as const;
export type CipherName = keyof typeof ciphers;

/** What is sealed by it may stand without a name: all was, before there was a second one. */
const FIRST: CipherName = 'A256GCM';
const FIRST_CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12; // 96 bits, what both are made for; random, as a key seals one text for each seat.
const TAG_BYTES = 16;
const NAMED = /^([A-Z0-9]+):([0-9a-f]{8}):([\w-]*)$/u;

/** A key to seal under: 32 random bytes in base64url. */
export function newSealingKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/** Tells one key from another, to whoever has them, and says nothing of it. */
export function keyIdOf(key: string): string {
  return markOf(key, 'key id').slice(0, 8);
}

/**
 * Seals a text: `base64url(iv ‖ ciphertext ‖ tag)`, AES-256-GCM. It opens only for the same
 * `about`, which is not in it (JSON of the list, in UTF-8). The length of the text shows: whoever
 * seals one of a few known texts pads them to one length.
 */
export function seal(key: string, text: string, about: readonly string[]): string {
  return sealedBy(FIRST, key, { text, about });
}

/**
 * Seals a text with cipher and key named in front, `<cipher>:<id of the key>:…`, so that what is
 * sealed under another is told from it. The names are sealed with it: they cannot be changed.
 */
export function sealNamed(
  key: string,
  text: string,
  { about, cipher = FIRST }: Readonly<{ about: readonly string[]; cipher?: CipherName }>,
): string {
  const names = [cipher, keyIdOf(key)];
  return [...names, sealedBy(cipher, key, { text, about: [...names, ...about] })].join(':');
}

/** The text, or null where it was not sealed under this key about this, or was changed. */
export function unseal(key: string, sealed: string, about: readonly string[]): string | null {
  if (!sealed.includes(':')) return openedBy(FIRST, key, { sealed, about });
  const [, cipher = '', id = '', bare = ''] = NAMED.exec(sealed) ?? [];
  if (!isCipher(cipher) || id !== keyIdOf(key)) return null;
  return openedBy(cipher, key, { sealed: bare, about: [cipher, id, ...about] });
}

/** Stands for a text where it must be recognised and not be read, without the key not guessed either. */
export function markOf(key: string, text: string): string {
  const own = createHmac('sha256', bytesOf(key)).update('mark').digest();
  return createHmac('sha256', own).update(text, 'utf8').digest('hex');
}

function isCipher(name: string): name is CipherName {
  return Object.hasOwn(ciphers, name);
}

function sealedBy(
  cipherName: CipherName,
  key: string,
  { text, about }: Readonly<{ text: string; about: readonly string[] }>,
): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ciphers[cipherName] as 'aes-256-gcm', bytesOf(key), iv, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(JSON.stringify(about)));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
}

function openedBy(
  cipherName: CipherName,
  key: string,
  { sealed, about }: Readonly<{ sealed: string; about: readonly string[] }>,
): string | null {
  const bytes = bytesOf(sealed);
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const iv = bytes.subarray(0, IV_BYTES);
  try {
    const decipher = createDecipheriv(ciphers[cipherName] as 'aes-256-gcm', bytesOf(key), iv, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(JSON.stringify(about)));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}

/** What is sealed at once of a stream. */
const PIECE_BYTES = 262_144;
const LENGTH_BYTES = 4;

/** What was sealed was changed, cut off, or sealed under another key. */
export class BrokenSeal extends Error {}

/**
 * Seals a stream piece by piece, each as `length ‖ ciphertext ‖ tag` under a key that is derived for
 * `about` alone; the number of the piece is its nonce, and whether it is the last one is sealed with
 * it. So nothing can be changed, moved, left out or cut off unseen. A key seals one stream about a
 * thing, once.
 */
export async function* sealStream(
  key: string,
  content: AsyncIterable<Uint8Array>,
  about: readonly string[],
): AsyncGenerator<Uint8Array> {
  const own = keyFor(key, about);
  let n = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length > PIECE_BYTES) {
      yield sealedPiece(own, rest.subarray(0, PIECE_BYTES), { n: n++, isLast: false });
      rest = rest.subarray(PIECE_BYTES);
    }
  }
  yield sealedPiece(own, rest, { n, isLast: true });
}

/** The stream again, each piece of it proven before it is given. @throws BrokenSeal */
export async function* unsealStream(
  key: string,
  content: AsyncIterable<Uint8Array>,
  about: readonly string[],
): AsyncGenerator<Uint8Array> {
  const own = keyFor(key, about);
  let n = 0;
  let rest: Buffer = Buffer.alloc(0);
  let isOver = false;
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk]);
    for (let size = sizeIn(rest); rest.length >= size; size = sizeIn(rest)) {
      if (isOver) throw broken(about);
      const piece = rest.subarray(LENGTH_BYTES, size);
      const open = openedPiece(own, piece, { n, isLast: false });
      isOver = open === null;
      const bytes = open ?? openedPiece(own, piece, { n, isLast: true });
      if (bytes === null) throw broken(about);
      yield bytes;
      n += 1;
      rest = rest.subarray(size);
    }
  }
  if (!isOver || rest.length > 0) throw broken(about);
}

type Piece = Readonly<{ n: number; isLast: boolean }>;

function sealedPiece(key: Buffer, bytes: Buffer, piece: Piece): Buffer {
  const cipher = createCipheriv(FIRST_CIPHER, key, nonceOf(piece), { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(sealed.length + TAG_BYTES);
  return Buffer.concat([length, sealed, cipher.getAuthTag()]);
}

function openedPiece(key: Buffer, sealed: Buffer, piece: Piece): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(FIRST_CIPHER, key, nonceOf(piece), options);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const bytes = decipher.update(sealed.subarray(0, -TAG_BYTES));
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    return null;
  }
}

/** The number of the piece, and in the last byte whether it is the last one. */
function nonceOf({ n, isLast }: Piece): Buffer {
  const nonce = Buffer.alloc(IV_BYTES);
  nonce.writeUIntBE(n, 0, 6);
  nonce[IV_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

function keyFor(key: string, about: readonly string[]): Buffer {
  const info = Buffer.from(JSON.stringify(about));
  return Buffer.from(hkdfSync('sha256', bytesOf(key), Buffer.alloc(0), info, KEY_BYTES));
}

/** How many bytes the first piece has, with its length. */
function sizeIn(bytes: Buffer): number {
  return bytes.length < LENGTH_BYTES ? Infinity : LENGTH_BYTES + bytes.readUInt32BE(0);
}

function broken(about: readonly string[]): BrokenSeal {
  return new BrokenSeal(
    `${about.join(' ')} does not open: it was changed or cut off, or the keys are another's.`,
  );
}
