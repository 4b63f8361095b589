import type { Locale } from '@tavolo/graphql';
import { escaped, page } from '../sign-in/sentence-page.js';
import type { RequestRefused } from '../door/refused.js';

const WORDS = {
  it: {
    code: 'Codice',
    request: 'Richiesta',
    signIn: 'Accedi e apri il documento',
    // The sentence of the door says which headers a program sends.
    notSignedIn: 'Per aprire questo documento bisogna accedere: l’accesso non c’è, o è terminato.',
  },
  en: {
    code: 'Code',
    request: 'Request',
    signIn: 'Sign in and open the document',
    notSignedIn: 'Sign in to open this document: nobody is signed in, or the session has ended.',
  },
} as const satisfies Record<Locale, unknown>;

/** What a page about a print that was refused names. */
export type Refused = Readonly<{
  refusal: RequestRefused;
  locale: Locale;
  requestId: string;
  /** Where the print was asked for; who signs in comes back there. */
  address: string;
}>;

/** Why a print is not given out, to whoever followed a link to it: a sentence, and the way on. */
export function refusedPage({ refusal, locale, requestId, address }: Refused): string {
  const { code, sentence } = refusal;
  const say = WORDS[locale];
  const login = `/session/login?returnTo=${encodeURIComponent(address)}`;
  const isSignedOut = code === 'UNAUTHENTICATED';
  const wayOn = isSignedOut ? `<p><a href="${escaped(login)}">${say.signIn}</a></p>\n` : '';
  return page(
    `<p>${escaped(isSignedOut ? say.notSignedIn : sentence[locale])}</p>
${wayOn}<p>${say.code}: <code>${escaped(code)}</code> · ${say.request}: <code>${escaped(requestId)}</code></p>`,
    locale,
  );
}
