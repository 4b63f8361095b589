import { randomUUID } from 'node:crypto';
import type { Sha256 } from '@tavolo/kernel';
import { Fingerprint, proven } from '../fingerprint.js';
import type { DocumentInfo } from '../private-store.js';
import type { PostgresDatabase } from './postgres-database.js';

/** What one row holds at most: read and sent at once. */
const CHUNK_BYTES = 262_144;

type About = Readonly<{ mediaType: string; maxBytes: number }>;

/**
 * The bytes of documents, in chunks under the upload that brought them. A document is there when
 * its row is, which comes last: until then its chunks are an upload that may be given up.
 */
export class PostgresDocuments {
  constructor(private readonly database: PostgresDatabase) {}

  /** Forgets what a process that died left half done a day ago. */
  async clearAbandoned(): Promise<void> {
    await this.database.run(
      `DELETE FROM uploads WHERE begun_at < now() - interval '1 day'
        AND NOT EXISTS (SELECT 1 FROM documents WHERE documents.upload = uploads.upload)`,
    );
  }

  /** @throws DocumentTooLarge | PrivateStoreUnavailable */
  async put(content: AsyncIterable<Uint8Array>, about: About): Promise<DocumentInfo> {
    const upload = randomUUID();
    const fingerprint = new Fingerprint();
    await this.database.run('INSERT INTO uploads (upload) VALUES ($1)', upload);
    try {
      let no = 0;
      for await (const bytes of gathered(fingerprint.of(content, about.maxBytes))) {
        await this.database.run('INSERT INTO chunks VALUES ($1, $2, $3)', upload, no++, bytes);
      }
    } catch (error) {
      // Where the server is gone, the next start forgets it.
      await this.#giveUp(upload).catch(() => undefined);
      throw error;
    }
    const { mediaType } = about;
    return await this.#settle(upload, {
      ...{ sha256: fingerprint.sha256(), bytes: fingerprint.bytes, mediaType },
    });
  }

  async of(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, DocumentInfo>> {
    const rows = await this.database.all(
      'SELECT sha256, bytes, media_type FROM documents WHERE sha256 = ANY($1)',
      hashes,
    );
    return new Map(
      rows.map((row) => {
        const sha256 = row.sha256 as Sha256;
        const mediaType = String(row.media_type);
        return [sha256, { sha256, bytes: Number(row.bytes), mediaType }];
      }),
    );
  }

  /** Null where there is none. @throws DocumentDamaged while it is read */
  async read(sha256: Sha256): Promise<AsyncIterable<Uint8Array> | null> {
    const [row] = await this.database.all('SELECT upload FROM documents WHERE sha256 = $1', sha256);
    return row ? proven(this.#chunks(String(row.upload)), sha256) : null;
  }

  async *#chunks(upload: string): AsyncGenerator<Uint8Array> {
    for (let no = 0; ; no++) {
      const sql = 'SELECT bytes FROM chunks WHERE upload = $1 AND no = $2';
      const [chunk] = await this.database.all(sql, upload, no);
      if (!chunk) return;
      yield chunk.bytes as Uint8Array;
    }
  }

  /** The first upload of the same bytes stands, unless some of them were lost since. */
  async #settle(upload: string, { sha256, bytes, mediaType }: DocumentInfo): Promise<DocumentInfo> {
    await this.database.run(
      `INSERT INTO documents VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO UPDATE
        SET upload = excluded.upload WHERE documents.bytes <>
          (SELECT coalesce(sum(length(bytes)), 0) FROM chunks WHERE upload = documents.upload)`,
      ...[sha256, bytes, mediaType, upload],
    );
    const known = await this.of([sha256]);
    await this.#giveUp(upload);
    return known.get(sha256) ?? { sha256, bytes, mediaType };
  }

  /** Does nothing where a document stands on it. */
  async #giveUp(upload: string): Promise<void> {
    await this.database.run(
      `DELETE FROM uploads WHERE upload = $1
        AND NOT EXISTS (SELECT 1 FROM documents WHERE upload = $1)`,
      upload,
    );
  }
}

/** The same bytes in chunks of one size; the caller's buffers are copied as they come. */
async function* gathered(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    waiting.push(Uint8Array.from(chunk));
    length += chunk.byteLength;
    if (length < CHUNK_BYTES) continue;
    const all = Buffer.concat(waiting);
    const whole = all.length - (all.length % CHUNK_BYTES);
    for (let at = 0; at < whole; at += CHUNK_BYTES) yield all.subarray(at, at + CHUNK_BYTES);
    waiting = [all.subarray(whole)];
    length = all.length - whole;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
