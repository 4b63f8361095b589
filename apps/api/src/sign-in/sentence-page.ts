/** A page that says one thing in both languages, and leads on to the login. */
export function sentencePage(
  { it, en }: Readonly<{ it: string; en: string }>,
  login = '/session/login',
): string {
  const to = escaped(login);
  return page(`<p>${escaped(it)}</p>
<p lang="en">${escaped(en)}</p>
<p><a href="${to}">Accedere</a> · <a href="${to}" lang="en">Sign in</a></p>`);
}

/** A page of this server around what it shows, in which every text was escaped. */
export function page(shown: string, lang: 'it' | 'en' = 'it'): string {
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tavolo</title>
<h1>Tavolo</h1>
${shown}</html>`;
}

/** A text as it stands in a page. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}
