import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { escaped, page, sentencePage } from './sentence-page.js';

/** A browser says so of a request that no page of this server, and nobody by hand, has made. */
const FROM_ELSEWHERE = new Set(['cross-site', 'same-site']);

const LED_HERE = {
  it: 'Un altro sito ha chiesto di accedere a Tavolo. Si accede solo se lo si vuole.',
  en: 'Another site has asked to sign in to Tavolo. One signs in only if one wants to.',
};

/** Whether who asks is a browser that shows a page. */
export function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true;
}

/**
 * Nobody is signed in by a link of another site alone, although the issuer may remember them and
 * ask nothing: what leads here from elsewhere is asked first (ASVS 7.6.2). Null for all others.
 */
export function askedFirst(request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  if (!FROM_ELSEWHERE.has(String(request.headers['sec-fetch-site']))) return null;
  return html(reply, sentencePage(LED_HERE, request.url));
}

/** Who is signed in, and the way out. */
export type Shown = Readonly<{ name: string | null; since: string; until: string }>;

/** The page that every other leads to: who is signed in, and a button that signs out. */
export function sessionPage(reply: FastifyReply, shown: Shown | null): FastifyReply {
  if (!shown) {
    return html(
      reply,
      sentencePage({ it: 'Nessuno ha effettuato l’accesso.', en: 'Nobody is signed in.' }),
    );
  }
  const { name, since, until } = shown;
  const who = escaped(name ?? '—');
  const body = `<p>${who} · ${since} → ${until}</p>
<form method="post" action="/session/logout"><button>Uscire · <span lang="en">Sign out</span></button></form>`;
  // Else the browser would say of the button that it is of no page that it may name.
  return html(reply.header('referrer-policy', 'same-origin'), page(body));
}

/** That it is done, and where the login at the issuer is ended too. */
export function signedOutPage(reply: FastifyReply, issuer: string | null): FastifyReply {
  const said = { it: 'Uscita avvenuta da Tavolo.', en: 'Signed out of Tavolo.' };
  if (issuer === null) return html(reply, sentencePage(said));
  const link = `<p>${said.it} <span lang="en">${said.en}</span></p>
<p><a href="${escaped(issuer)}">Uscire anche dal gestore dell’identità · <span lang="en">Sign out at the issuer too</span></a></p>`;
  return html(reply, page(link));
}

/** The button sends a form without fields. */
export function takeForms(scope: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  scope.addContentTypeParser(type, { parseAs: 'string' }, (_request, _body, done) => {
    done(null, null);
  });
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}
