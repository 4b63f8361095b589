import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';

/** Somebody of the demo to sign in as. */
export type Persona = Readonly<{ person: string; name: string; roles: readonly string[] }>;

const PATH = /^\/interaction\/[\w-]+$/u;
const BODY_BYTES_MAX = 1_000;

/** Answers `/interaction/…`, the page on which a persona is picked; false for any other address. */
export function pickerOf(provider: Provider, personas: () => Promise<readonly Persona[]>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? '/', 'http://issuer');
    if (!PATH.test(pathname)) return false;
    try {
      await provider.interactionDetails(request, response);
    } catch {
      answer(
        response,
        400,
        page(
          '<p>Questo accesso è scaduto: tornare a Tavolo e ricominciare.<br><span lang="en">This login has expired: go back to Tavolo and begin again.</span></p>',
        ),
      );
      return true;
    }
    if (request.method !== 'POST') {
      answer(response, 200, page(list(pathname, await personas())));
      return true;
    }
    const person = new URLSearchParams(await bodyOf(request)).get('person') ?? '';
    const known = (await personas()).some((one) => one.person === person);
    if (!known) {
      answer(
        response,
        400,
        page(
          '<p>Nella dimostrazione non c’è questa persona.<br><span lang="en">The demo has no such person.</span></p>',
        ),
      );
      return true;
    }
    const login = { accountId: person, remember: false };
    await provider.interactionFinished(request, response, { login, consent: {} });
    return true;
  };
}

function list(action: string, personas: readonly Persona[]): string {
  const buttons = personas.map(
    ({ person, name, roles }) =>
      `<li><button name="person" value="${escaped(person)}"><strong>${escaped(name)}</strong><br>${escaped(roles.join(' · '))}</button></li>`,
  );
  return `<form method="post" action="${escaped(action)}"><ul>${buttons.join('')}</ul></form>`;
}

function page(content: string): string {
  return `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Dimostrazione di Tavolo: chi sei? · Tavolo demo: who are you?</title>
<style>body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}ul{list-style:none;padding:0}button{font:inherit;text-align:left;width:100%;padding:.75rem;margin:.25rem 0;min-height:44px}</style>
<h1>Chi sei? <span lang="en">Who are you?</span></h1>
<p><strong>Dimostrazione</strong>: dati inventati, nessuna password. <span lang="en"><strong>Demo</strong>: invented data, no password.</span></p>
${content}</html>`;
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
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

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}
