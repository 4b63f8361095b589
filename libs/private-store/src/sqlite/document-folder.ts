import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sha256 } from '@tavolo/kernel';
import { Fingerprint, proven } from '../fingerprint.js';
import { DocumentDamaged } from '../private-store.js';

/** Nobody uploads for longer than this: what is older was left by a process that died. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;
const OWNER_ONLY = 0o700;
const OWNER_READS = 0o400;

/**
 * Files `ab/cdef…` named by the SHA-256 of their bytes. A file has its name only when all of it
 * is on the disk, so there is no torn one, whoever dies when. Several processes may write at once.
 */
export class DocumentFolder {
  readonly #incoming: string;

  private constructor(private readonly folder: string) {
    this.#incoming = join(folder, 'incoming');
  }

  /** Makes the folder where there is none, and clears away what dead processes left half done. */
  static async open(folder: string): Promise<DocumentFolder> {
    const documents = new DocumentFolder(folder);
    await mkdir(documents.#incoming, { recursive: true, mode: OWNER_ONLY });
    await synced(dirname(folder));
    await documents.#clearAbandoned();
    return documents;
  }

  /** Returns when the bytes are on the disk under their name. @throws DocumentTooLarge */
  async put(
    content: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<{ sha256: Sha256; bytes: number }> {
    const part = join(this.#incoming, randomUUID());
    const fingerprint = new Fingerprint();
    try {
      await writeSynced(part, fingerprint.of(content, maxBytes));
      const document = { sha256: fingerprint.sha256(), bytes: fingerprint.bytes };
      await this.#settle(part, document);
      return document;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** @throws DocumentDamaged while it is read */
  async *read(sha256: Sha256): AsyncGenerator<Uint8Array> {
    try {
      yield* proven(createReadStream(this.#path(sha256)), sha256);
    } catch (cause) {
      throw isMissing(cause) ? new DocumentDamaged(sha256, { cause }) : cause;
    }
  }

  async #settle(part: string, { sha256, bytes }: { sha256: Sha256; bytes: number }): Promise<void> {
    const path = this.#path(sha256);
    const shelf = dirname(path);
    await mkdir(shelf, { recursive: true, mode: OWNER_ONLY });
    await synced(this.folder);
    if ((await sizeOf(path)) !== bytes) await rename(part, path);
    await synced(shelf); // Also where another process named it: it may not have come this far.
  }

  #path(sha256: Sha256): string {
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2));
  }

  async #clearAbandoned(): Promise<void> {
    for (const name of await readdir(this.#incoming)) {
      const part = join(this.#incoming, name);
      const { mtimeMs } = await stat(part).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < Date.now() - ABANDONED_AFTER_MS) await rm(part, { force: true });
    }
  }
}

async function writeSynced(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', OWNER_READS);
  try {
    for await (const chunk of content) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is on the disk only when the folder is. Windows does this by itself. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';
}
