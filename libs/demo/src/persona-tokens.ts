import { reach } from './reach.js';

/** How a program gets tokens: those of a demo come from its own issuer, for anybody who is asked for. */
export interface Tokens {
  /** An access token of somebody, for the header `Authorization`. */
  of(person: string): Promise<string>;
  /** The one to read under where nobody acts; null where everybody may read. */
  ofReader(): Promise<string | null>;
}

/** One token, that somebody got from an issuer; whose it is says the token. */
export function tokenInHand(token: string): Tokens {
  const inHand = () => Promise.resolve(token);
  return { of: inHand, ofReader: inHand };
}

/** The server believes no issuer that gives out tokens for whoever is asked for. */
export class NoDemo extends Error {
  constructor(readonly url: string) {
    super(
      `the server at ${url} is no demo: it lets nobody act as somebody else. Start a demo with \`npm start\`, or give a token of your own in TAVOLO_TOKEN.`,
    );
  }
}

const CLIENT = 'demo-personas';
const GRANT = 'urn:tavolo:demo:persona';
/** Of an hour's token, what is left when the next one is asked for. */
const RENEW_MS = 300_000;

type Kept = Readonly<{ token: Promise<string>; untilMs: number }>;

/** Tokens of the personas of one demo server, each asked for once an hour. */
export class PersonaTokens implements Tokens {
  readonly #kept = new Map<string, Kept>();
  #issuer: Promise<string> | null = null;

  constructor(private readonly url: string) {}

  of(person: string): Promise<string> {
    const kept = this.#kept.get(person);
    if (kept && performance.now() < kept.untilMs) return kept.token;
    const token = this.#fetch(person);
    token.catch(() => this.#kept.delete(person));
    this.#kept.set(person, { token, untilMs: performance.now() + 3_600_000 - RENEW_MS });
    return token;
  }

  /** A demo is read by all. */
  ofReader(): Promise<null> {
    return Promise.resolve(null);
  }

  async #fetch(person: string): Promise<string> {
    this.#issuer ??= this.#issuerOfServer();
    this.#issuer.catch(() => (this.#issuer = null)); // Asked again next time.
    const response = await reach(`${await this.#issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: GRANT, client_id: CLIENT, person }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new NoDemo(this.url);
    return token;
  }

  /** RFC 9728: the server says whom it believes; a demo's issuer is on this machine. */
  async #issuerOfServer(): Promise<string> {
    const response = await reach(`${this.url}/.well-known/oauth-protected-resource`);
    const { authorization_servers: servers } = (await response.json()) as {
      authorization_servers?: readonly string[];
    };
    const local = servers?.find((server) => new URL(server).hostname === '127.0.0.1');
    if (local === undefined) throw new NoDemo(this.url);
    return local;
  }
}
