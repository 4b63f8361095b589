import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { ServerUnreachable } from '@tavolo/demo';
import type { Acting, Client } from '@tavolo/demo';

/** A command that a rule kept out, in the language that was asked for. */
export type Refused = Readonly<{
  rule: string;
  code: string;
  message: string;
  details: readonly Readonly<{ name: string; value: string }>[];
}>;

/** What would be answered to a command. */
export type Verdict =
  | { readonly accepted: Readonly<{ stream: string; repeated: boolean }> }
  | { readonly refused: Refused }
  | { readonly malformed: readonly Readonly<{ path: string; message: string }>[] }
  | { readonly failed: string };

type Waiting = Readonly<{ resolve: (verdict: Verdict) => void; reject: (error: Error) => void }>;

/** One rehearsal on a server, open for as long as it is asked: `POST /rehearsals`. */
export class RehearsalClient {
  readonly #request: ClientRequest;
  readonly #waiting: Waiting[] = [];
  #failure: Error | null = null;

  /** @throws ServerUnreachable, NoDemo */
  static async open(client: Client, as: Acting): Promise<RehearsalClient> {
    return new RehearsalClient(client.url, await client.headersOf(as));
  }

  private constructor(url: string, of: Readonly<Record<string, string>>) {
    const headers = { ...of, 'content-type': 'application/x-ndjson' };
    this.#request = request(`${url}/rehearsals`, { method: 'POST', headers });
    this.#request.on('error', () => this.#fail(new ServerUnreachable(new URL(url).origin)));
    this.#request.on('response', (response) => {
      const lines = createInterface(response);
      lines.on('line', (line) => this.#hear(line));
      lines.on('error', () => undefined); // That it broke off the closing says.
      response.on('error', () => undefined);
      response.on('close', () => this.#fail(new ServerUnreachable(new URL(url).origin)));
    });
    this.#request.flushHeaders();
  }

  /** What would be answered, after all that was asked before. @throws ServerUnreachable */
  ask(mutation: string, input: object): Promise<Verdict> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#request.write(`${JSON.stringify({ mutation, input })}\n`);
    });
  }

  /** From now on the document counts as uploaded. */
  suppose(document: object): void {
    this.#request.write(`${JSON.stringify({ document })}\n`);
  }

  /** Forgets everything. */
  close(): void {
    this.#request.end();
  }

  #hear(line: string): void {
    this.#waiting.shift()?.resolve(JSON.parse(line) as Verdict);
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
