/** What a browser is to this server, as far as signing in goes: cookies, links, and where it is. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  #mandate: string | null = null;

  constructor(readonly url: string) {}

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  plant(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  actUnder(mandate: string): void {
    this.#mandate = mandate;
  }

  /** One request; cookies are those of the host, which is the same for server and issuer. */
  async open(address: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, this.url), {
      ...{ redirect: 'manual', ...init },
      headers: { ...(cookie !== '' && { cookie }), ...(headers as Record<string, string>) },
    });
    for (const one of response.headers.getSetCookie()) this.#keep(one);
    return response;
  }

  /** Follows links until there is none. */
  async follow(address: string): Promise<{ response: Response; at: URL }> {
    let at = new URL(address, this.url);
    for (;;) {
      const response = await this.open(at.href);
      const next = response.headers.get('location');
      if (next === null) return { response, at };
      at = new URL(next, at);
    }
  }

  /** Goes to sign in, up to the page on which a persona is picked. */
  async goToPicker(query = ''): Promise<{ page: URL; html: string }> {
    const { response, at } = await this.follow(`/session/login${query}`);
    return { page: at, html: await response.text() };
  }

  /** Picks, and follows up to the address at which the issuer sends the browser back. */
  async pick(page: URL, person: string): Promise<URL> {
    const body = new URLSearchParams({ person });
    let response = await this.open(page.href, { method: 'POST', body });
    let at = page;
    for (;;) {
      at = new URL(response.headers.get('location') ?? '', at);
      if (at.pathname === '/session/callback') return at;
      response = await this.open(at.href);
    }
  }

  /** Signs in as a persona; answers where it ended. */
  async signIn(person: string, query = ''): Promise<Response> {
    const { page } = await this.goToPicker(query);
    return await this.open((await this.pick(page, person)).href);
  }

  /** Asks GraphQL as a page of the server would, unless told otherwise. */
  async ask(query: string, headers: Record<string, string> = { origin: this.url }) {
    const response = await this.open('/graphql', {
      ...{ method: 'POST', body: JSON.stringify({ query }) },
      headers: {
        ...{ 'content-type': 'application/json', 'accept-language': 'en' },
        ...(this.#mandate !== null && { 'tavolo-mandate': this.#mandate }),
        ...headers,
      },
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, Record<string, unknown>> | null;
      errors?: readonly { message: string; extensions: Record<string, unknown> }[];
    };
    return { status: response.status, data, code: errors?.[0]?.extensions.code, errors };
  }

  /** `GET /session`. */
  async whoAmI(): Promise<Record<string, unknown>> {
    return (await (await this.open('/session')).json()) as Record<string, unknown>;
  }

  #keep(said: string): void {
    const [pair = '', ...attributes] = said.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const isGone = attributes.some((one) => /^\s*(?:max-age=0|expires=.*1970)/iu.test(one));
    if (isGone) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }
}

/** A subscription in the session of a browser, or under a token, opened by a page of this origin. */
export async function subscribed(
  { cookies, url }: Browser,
  origin: string,
  token?: string,
): Promise<WebSocket> {
  const login = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const cookie = `__Host-tavolo=${cookies.get('__Host-tavolo') ?? ''}`;
  const options = { protocols: ['graphql-transport-ws'], headers: { cookie, origin } };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, options);
  const say = (message: object) => socket.send(JSON.stringify(message));
  return await new Promise((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('kept out')));
    socket.addEventListener('open', () =>
      say({ type: 'connection_init', payload: { origin: url, ...login } }),
    );
    socket.addEventListener('message', ({ data }: MessageEvent) => {
      const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: unknown };
      if (type === 'error') reject(new Error(JSON.stringify(payload)));
      if (type === 'next') resolve(socket);
      if (type !== 'connection_ack') return;
      const query = 'subscription { changed(id: "board-none") { id } }';
      say({ type: 'subscribe', id: 'one', payload: { query } });
      // A subscription says nothing while nothing changes; a question after it is answered.
      say({ type: 'subscribe', id: 'two', payload: { query: '{ __typename }' } });
    });
  });
}
