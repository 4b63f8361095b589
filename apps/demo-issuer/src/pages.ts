import type { KoaContextWithOIDC } from 'oidc-provider';

/** Of every page here: nothing of it comes from elsewhere, and nothing is told to anybody. */
export const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A page of the demo with this content, which is HTML. */
export function page(content: string): string {
  return `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Dimostrazione di Tavolo: chi sei? · Tavolo demo: who are you?</title>
<style>body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}ul{list-style:none;padding:0}button{font:inherit;text-align:left;width:100%;padding:.75rem;margin:.25rem 0;min-height:44px}</style>
<h1>Chi sei? <span lang="en">Who are you?</span></h1>
<p><strong>Dimostrazione</strong>: dati inventati, nessuna password. <span lang="en"><strong>Demo</strong>: invented data, no password.</span></p>
${content}</html>`;
}

/** Why a login does not go on. */
export function errorPage(error: string): string {
  return page(
    `<p>Questo accesso non può continuare (${escaped(error)}): tornare a Tavolo e ricominciare.<br><span lang="en">This login cannot go on: go back to Tavolo and begin again.</span></p>`,
  );
}

/** Answers a request of the library with a page of ours: its own load a font from elsewhere. */
export function show(context: KoaContextWithOIDC, html: string): void {
  context.set(headers);
  context.body = html;
}

/** Signing out here too: one button, then a word that it is done. */
export const logoutPages = {
  logoutSource: (context: KoaContextWithOIDC, form: string) =>
    show(
      context,
      page(
        `${form}<p><button form="op.logoutForm" name="logout" value="yes">Uscire · <span lang="en">Sign out</span></button></p>`,
      ),
    ),
  postLogoutSuccessSource: (context: KoaContextWithOIDC) =>
    show(context, page('<p>Uscita riuscita. <span lang="en">You are signed out.</span></p>')),
} as const;

/** A text as it may stand in HTML. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}
