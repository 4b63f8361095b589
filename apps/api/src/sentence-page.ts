/** A page that says one thing in both languages; what is said is known text, never input. */
export function sentencePage({ it, en }: Readonly<{ it: string; en: string }>): string {
  return `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tavolo</title>
<h1>Tavolo</h1>
<p>${escaped(it)}</p>
<p lang="en">${escaped(en)}</p>
<p><a href="/session/login">Accedere</a> · <a href="/session/login" lang="en">Sign in</a></p></html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}
