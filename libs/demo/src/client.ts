import { mutationsIn } from './mutation-shapes.js';
import type { MutationShape } from './mutation-shapes.js';
import { PersonaTokens } from './persona-tokens.js';
import type { Tokens } from './persona-tokens.js';
import { reach } from './reach.js';

/** A client of the GraphQL API, as any other system would write one. */

/** Who acts, and under which mandate. */
export type Acting = Readonly<{ person: string; mandate: string | null; locale?: 'en' | 'it' }>;

/** Where in the log a command landed, as the schema words it. */
export type Receipt = Readonly<{
  commandId: string;
  stream: string;
  revision: number;
  position: string;
  eventId: string;
  repeated: boolean;
  createdId: string | null;
}>;

/** What a command answered. */
export type CommandAnswer =
  | { readonly outcome: 'accepted'; readonly receipt: Receipt; readonly id: string }
  | {
      readonly outcome: 'refused';
      readonly rule: string;
      readonly code: string;
      readonly message: string;
      readonly details: readonly { readonly name: string; readonly value: string }[];
    };

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: object }[];
  readonly extensions?: { readonly position?: string };
}

/** The server answered with errors, which no well-formed request of ours should bring about. */
export class RequestFailed extends Error {
  constructor(
    readonly errors: readonly { readonly message: string; readonly extensions?: object }[],
  ) {
    super(
      errors
        .map(({ message, extensions }) => `${message} ${JSON.stringify(extensions)}`)
        .join('; '),
    );
  }
}

/** How long a read model may lag behind before that is an error. */
const PATIENCE_MS = 10_000;

/** One client: it reads what it wrote, whatever replica answers. */
export class Client {
  readonly url: string;
  #shapes: ReadonlyMap<string, MutationShape> | null = null;
  /** Position of the last command that was accepted: later reads are at least as new. */
  #seen: string | null = null;
  /** Revision of each stream as this client last wrote it: what it has seen of the content. */
  readonly #revisions = new Map<string, number>();
  readonly #tokens: Tokens;

  constructor(url: string, tokens?: Tokens) {
    this.url = url.replace(/\/$/, '');
    this.#tokens = tokens ?? new PersonaTokens(this.url);
  }

  /**
   * Runs a document; reads what this client wrote. A read model that is not there yet is asked
   * again: the server has waited for it each time, and has run nothing. @throws RequestFailed
   */
  async query<T>(document: string, variables: object = {}, as?: Acting): Promise<T> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const { data, errors = [] } = await this.raw<T>(document, variables, as);
      if (data && errors.length === 0) return data;
      if (errors.some(isNotYet) && performance.now() < deadline) continue;
      throw new RequestFailed(errors.length > 0 ? errors : [{ message: 'an empty answer' }]);
    }
  }

  /** The whole answer, errors included. */
  async raw<T>(document: string, variables: object = {}, as?: Acting): Promise<Answer<T>> {
    const response = await reach(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await this.headersOf(as)) },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** Gives one command by the name of its mutation. @throws RequestFailed */
  async command(as: Acting, name: string, input: object): Promise<CommandAnswer> {
    const shape = (await this.#known()).get(name);
    if (!shape) throw new Error(`the server has no mutation ${name}`);
    const document = `mutation ($input: ${shape.input}!) { ${name}(input: $input) {
      ... on ${shape.payload} {
        receipt { commandId stream revision position eventId repeated createdId }
      }
      ... on Refusal { rule code message details { name value } }
    } }`;
    const given = shape.isEdit ? { seenRevision: this.#seenOf(input), ...input } : input;
    const data = await this.query<Record<string, Result>>(document, { input: given }, as);
    const result = data[name];
    if (!result) throw new Error(`the server did not answer ${name}`);
    if ('rule' in result) return { outcome: 'refused', ...result };
    const { position, stream, revision } = result.receipt;
    this.#revisions.set(stream, revision);
    // Commands may be under way at the same time: the newest counts, not the last answered.
    if (this.#seen === null || position > this.#seen) this.#seen = position;
    return { outcome: 'accepted', receipt: result.receipt, id: stream };
  }

  /** Uploads a document; answers its SHA-256. */
  async upload(as: Acting, content: string | Uint8Array, mediaType: string): Promise<string> {
    const response = await reach(`${this.url}/documents`, {
      method: 'POST',
      headers: { 'content-type': mediaType, ...(await this.headersOf(as)) },
      body: content as string | Uint8Array<ArrayBuffer>,
    });
    const answer = (await response.json()) as { sha256: string; message?: string };
    if (!response.ok) throw new RequestFailed([{ message: answer.message ?? 'upload refused' }]);
    return answer.sha256;
  }

  /** The bytes of a document. @throws RequestFailed */
  async download(sha256: string): Promise<Uint8Array> {
    const response = await reach(`${this.url}/documents/${sha256}`, {
      headers: await this.headersOf(),
    });
    if (!response.ok) throw new RequestFailed([{ message: `document ${sha256} was not given` }]);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** An edit names the revision that its sender saw: here that of the last answer. */
  #seenOf(input: object): number {
    const ids = Object.values(input).filter((value) => typeof value === 'string');
    const known = ids.find((id) => this.#revisions.has(id));
    return this.#revisions.get(known ?? '') ?? 0;
  }

  /** What a request of somebody carries, at an address of the server of its own too. */
  async headersOf(as?: Acting): Promise<Record<string, string>> {
    const token = await (as ? this.#tokens.of(as.person) : this.#tokens.ofReader());
    return {
      'accept-language': as?.locale ?? 'it',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(as?.mandate != null && { 'tavolo-mandate': as.mandate }),
      ...(this.#seen !== null && { 'tavolo-at-least': this.#seen }),
    };
  }

  async #known(): Promise<ReadonlyMap<string, MutationShape>> {
    if (this.#shapes) return this.#shapes;
    const response = await reach(`${this.url}/schema.graphql`);
    if (!response.ok) throw new RequestFailed([{ message: 'the server gives no schema' }]);
    this.#shapes = mutationsIn(await response.text());
    return this.#shapes;
  }
}

function isNotYet({ extensions = {} }: { readonly extensions?: object }): boolean {
  return 'code' in extensions && extensions.code === 'NOT_YET';
}

type Result =
  | { readonly receipt: Receipt }
  | {
      readonly rule: string;
      readonly code: string;
      readonly message: string;
      readonly details: readonly { readonly name: string; readonly value: string }[];
    };
