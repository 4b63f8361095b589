import { createHash } from 'node:crypto';
import type { Sha256 } from '@tavolo/kernel';
import { DocumentDamaged, DocumentTooLarge } from './private-store.js';

/** Counts and hashes bytes while they pass through. */
export class Fingerprint {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** The same chunks again. @throws DocumentTooLarge as soon as the limit is passed */
  async *of(content: AsyncIterable<Uint8Array>, maxBytes = Infinity): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      this.#bytes += chunk.byteLength;
      if (this.#bytes > maxBytes) throw new DocumentTooLarge(maxBytes);
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Once, when all bytes have passed. */
  sha256(): Sha256 {
    return this.#hash.digest('hex') as Sha256;
  }
}

/** A document on its way out: its last chunk goes out when all are known to be right. @throws DocumentDamaged */
export async function* proven(
  content: AsyncIterable<Uint8Array>,
  sha256: Sha256,
): AsyncGenerator<Uint8Array> {
  const fingerprint = new Fingerprint();
  let held: Uint8Array | null = null;
  for await (const chunk of fingerprint.of(content)) {
    if (held) yield held;
    held = chunk;
  }
  if (fingerprint.sha256() !== sha256) throw new DocumentDamaged(sha256);
  if (held) yield held;
}
