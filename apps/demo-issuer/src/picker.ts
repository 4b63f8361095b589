import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { escaped, headers, page } from './pages.js';
import { ACR } from './provider.js';

/** Somebody of the demo to sign in as. */
export type Persona = Readonly<{ person: string; name: string; roles: readonly string[] }>;

const PATH = /^\/interaction\/[\w-]+$/u;
/** Of somebody whom the demo does not know: an invitation says whose it becomes. */
const NEW_LOGIN = /^login-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const BODY_BYTES_MAX = 1_000;

const EXPIRED =
  '<p>Questo accesso è scaduto: tornare a Tavolo e ricominciare.<br><span lang="en">This login has expired: go back to Tavolo and begin again.</span></p>';
const UNKNOWN =
  '<p>Nella dimostrazione non c’è questa persona.<br><span lang="en">The demo has no such person.</span></p>';

/**
 * Answers `/interaction/…`, the page on which a persona is picked; false for any other address.
 * Who was picked already, on a page of the server, is not asked for again (`login_hint`).
 */
export function pickerOf(provider: Provider, personas: () => Promise<readonly Persona[]>) {
  const isPersona = async (person: string) =>
    (await personas()).some((one) => one.person === person);
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? '/', 'http://issuer');
    if (!PATH.test(pathname)) return false;
    const hint = await hintOf(provider, request, response);
    if (hint === null) {
      answer(response, 400, page(EXPIRED));
      return true;
    }
    const isPicked = request.method === 'POST';
    const person = isPicked
      ? (new URLSearchParams(await bodyOf(request)).get('person') ?? '')
      : hint;
    if (await isPersona(person)) await finish(provider, [request, response], person);
    else if (!isPicked) answer(response, 200, page(list(pathname, await personas())));
    else if (NEW_LOGIN.test(person)) await finish(provider, [request, response], person);
    else answer(response, 400, page(UNKNOWN));
    return true;
  };
}

/** Who is to be signed in, as the server was told; empty where it was not, null after the end. */
async function hintOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string | null> {
  try {
    const { params } = await provider.interactionDetails(request, response);
    return typeof params.login_hint === 'string' ? params.login_hint : '';
  } catch {
    return null;
  }
}

async function finish(
  provider: Provider,
  [request, response]: readonly [IncomingMessage, ServerResponse],
  person: string,
): Promise<void> {
  const login = { accountId: person, acr: ACR, remember: false };
  await provider.interactionFinished(request, response, { login, consent: {} });
}

function list(action: string, personas: readonly Persona[]): string {
  const buttons = personas.map(
    ({ person, name, roles }) =>
      `<li><button name="person" value="${escaped(person)}"><strong>${escaped(name)}</strong><br>${escaped(roles.join(' · '))}</button></li>`,
  );
  const fresh = `<li><button name="person" value="login-${randomUUID()}"><strong>Un accesso nuovo · <span lang="en">A new login</span></strong><br>di nessuno, per aprire un invito · <span lang="en">nobody’s, to open an invitation</span></button></li>`;
  return `<form method="post" action="${escaped(action)}"><ul>${buttons.join('')}${fresh}</ul></form>`;
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, headers);
  response.end(html);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    body += chunk;
    if (body.length > BODY_BYTES_MAX) return '';
  }
  return body;
}
