import { createReadStream, existsSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { reach } from '@tavolo/demo';
import type { Acting, Client, Words } from '@tavolo/demo';

const types: Readonly<Record<string, string>> = {
  ...{ '.pdf': 'application/pdf', '.p7m': 'application/pkcs7-mime', '.xml': 'application/xml' },
  ...{ '.txt': 'text/plain', '.json': 'application/json', '.png': 'image/png' },
  ...{ '.jpg': 'image/jpeg', '.odt': 'application/vnd.oasis.opendocument.text' },
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A document of the folder, as the server takes it. */
export type Uploadable = Readonly<{ sha256: string; bytes: number; mediaType: string }>;

/** The documents of a folder; each is looked at once, by the server, as an upload would be. */
export class Documents {
  readonly #seen = new Map<string, Promise<Uploadable | Words>>();
  readonly #stored = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly at: Readonly<{ client: Client; as: Acting }>,
  ) {}

  /** What the server says of it; nothing is kept. */
  look(name: string): Promise<Uploadable | Words> {
    const seen = this.#seen.get(name) ?? this.#look(name);
    this.#seen.set(name, seen);
    return seen;
  }

  /** Uploads it, once. @throws Error where the server no longer takes it */
  async store(name: string): Promise<void> {
    if (this.#stored.has(name)) return;
    const answer = await this.#send(this.#pathOf(name) ?? name, false);
    if ('it' in answer) throw new Error(`${name}: ${answer.it}`);
    this.#stored.add(name);
  }

  async #look(name: string): Promise<Uploadable | Words> {
    const path = this.#pathOf(name);
    if (path === null || !existsSync(path)) {
      return {
        it: 'il documento non è nella cartella detta con --documents',
        en: 'the document is not in the folder named with --documents',
      };
    }
    return await this.#send(path, true);
  }

  /** Null for a name that leads out of the folder. */
  #pathOf(name: string): string | null {
    const root = resolve(this.folder);
    const path = resolve(root, name);
    return path.startsWith(root + sep) ? path : null;
  }

  async #send(path: string, isRehearsal: boolean): Promise<Uploadable | Words> {
    const { client, as } = this.at;
    const response = await reach(`${client.url}/documents${isRehearsal ? '?rehearse=true' : ''}`, {
      method: 'POST',
      headers: {
        ...(await client.headersOf(as)),
        'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
      },
      body: Readable.toWeb(createReadStream(path)),
      duplex: 'half',
    });
    const answer = (await response.json()) as Uploadable & { readonly message?: string };
    if (response.ok) return answer;
    const message = answer.message ?? String(response.status);
    return { it: message, en: message };
  }
}
