import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { byKeyboard, byMouse } from './hand.js';
import type { Hand } from './hand.js';
import { findings, settled, signIn, watchedPage } from './pages.js';

/** In which language somebody works, and with what. */
export type Way = Readonly<{ language: 'en' | 'it'; by: 'keyboard' | 'mouse' }>;

/** Who goes, and in which way; whoever votes or signs does so once. */
export type Traveller = Readonly<{
  browser: Browser;
  url: string;
  who: string;
  way: Way;
}>;

/** Of a phone, and of a screen on a desk. */
const [PHONE, DESK] = [390, 1280];

/** What is looked for on the pages, in both languages. */
const words = {
  review: { it: 'Rivedi il voto', en: 'Review the vote' },
  confirm: { it: /^Confermo: voto /u, en: /^Confirm: vote /u },
  voted: { it: 'Voto registrato', en: 'Vote recorded' },
  receipt: { it: /Ricevuta: posizione \d{20}/u, en: /Receipt: position \d{20}/u },
  sign: { it: /^Firma per /u, en: /^Sign for /u },
  signedFile: { it: 'File firmato', en: 'Signed file' },
  report: { it: 'Rapporto di verifica', en: 'Verification report' },
  reason: { it: 'Motivazione', en: 'Reason' },
  confirmSignature: { it: 'Firma', en: 'Sign' },
  signed: { it: /Firma registrata in posizione \d{20}/u, en: /Signature recorded at position/u },
  close: { it: 'Chiudi', en: 'Close' },
  recompute: { it: 'Ricalcola l’esito', en: 'Recompute the outcome' },
  equal: { it: /^Uguale a quanto registrato/u, en: /^The same as recorded/u },
  slider: { it: 'Evento', en: 'Event' },
  happened: { it: 'Che cosa è accaduto', en: 'What happened' },
  asItWas: { it: 'Apri la pagina com’era', en: 'Open the page as it was' },
  past: { it: /^Stai guardando lo stato al/u, en: /^You are looking at the state as of/u },
  toNow: { it: 'Torna a oggi', en: 'Back to now' },
} as const;
type Word = keyof typeof words;

/** The member of a body: from the desk to the receipt of the vote, and to where it is counted. */
export async function boardMemberVotes(traveller: Traveller): Promise<void> {
  await accompanied({ ...traveller, width: PHONE }, async ({ page, hand, word }) => {
    await hand.press(page.locator('main a[href*="/voto/"]').first());
    await hand.choose(page.getByRole('radio'), 0);
    await hand.press(page.getByRole('button', { name: word('review') }));
    await hand.press(page.getByRole('button', { name: word('confirm') }));
    await page.getByText(word('voted')).waitFor();
    expect(await page.getByText(word('receipt')).count()).toBe(1);
    await hand.press(page.locator('main a[href*="/decisioni/"]').first());
    await page.locator('main').getByText(traveller.who).first().waitFor();
  });
}

/** Who leads or represents an organisation: from the desk to a signature in the matrix. */
export async function partnerSigns(traveller: Traveller): Promise<void> {
  await accompanied({ ...traveller, width: DESK }, async ({ page, hand, word }) => {
    await hand.press(page.locator('main a[href*="/accordi/"]').first());
    const given = page.getByRole('cell').filter({ hasText: '✓' });
    await given.first().waitFor();
    const before = await given.count();
    await hand.press(page.getByRole('button', { name: word('sign') }));
    for (const file of [word('signedFile'), word('report')]) {
      const opened = page.waitForEvent('filechooser');
      await hand.press(page.getByLabel(file));
      await (await opened).setFiles(SIGNED);
    }
    await hand.write(page.getByLabel(word('reason')), 'Delibera dimostrativa 7');
    await hand.press(page.getByRole('button', { name: word('confirmSignature'), exact: true }));
    await page.getByText(word('signed')).waitFor();
    await hand.press(page.getByRole('button', { name: word('close') }));
    await given.nth(before).waitFor();
  });
}

/** The auditor: an outcome counted again, its history, a moment of it, and the lasting link to that. */
export async function auditorReplays(traveller: Traveller): Promise<void> {
  const { browser, url, who, way } = traveller;
  await accompanied({ ...traveller, width: DESK }, async ({ page, hand, word }) => {
    await hand.press(
      page.locator('header a[href*="/decisioni"], nav a[href*="/decisioni"]').first(),
    );
    await hand.press(page.getByRole('link', { name: '1/2018' }));
    await hand.press(page.getByRole('link', { name: word('recompute') }));
    await page.getByText(word('equal')).waitFor();
    await hand.press(page.locator('main a[href*="/tempo/"]').first());
    await page.getByRole('heading', { name: word('happened') }).waitFor();
    await hand.back(page.getByRole('slider', { name: word('slider') }), STEPS);
    await page.waitForURL(/[?&]at=/u);
    await hand.press(page.getByRole('link', { name: word('asItWas') }));
    await page.getByText(word('past')).waitFor();
    await settled(page);
    const { pathname, search } = new URL(page.url());
    const [title, then] = [await page.title(), await page.locator('main h1').textContent()];

    const other = await watchedPage(browser, DESK);
    await signIn(other.page, { url, name: who, to: `${pathname}${search}&lang=${way.language}` });
    await settled(other.page);
    expect(await other.page.title()).toBe(title);
    expect(await other.page.locator('main h1').textContent()).toBe(then);
    expect(await other.page.getByText(word('past')).count()).toBe(1);
    await other.context.close();

    await hand.press(page.getByRole('link', { name: word('toNow') }));
    await page.waitForURL((at) => !at.searchParams.has('at'));
  });
}

const STEPS = 3;
const SIGNED = {
  ...{ name: 'accordo.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from('%PDF-1.7\n% firmato (dimostrativo)\n%%EOF\n'),
};

type Open = Readonly<{
  page: Page;
  hand: Hand;
  word: (of: Word) => RegExp | string;
}>;

/** Signs in at the desk, goes, and leaves behind no fault: nothing in the console, nothing for axe. */
async function accompanied(
  { browser, url, who, width, way: { language, by } }: Traveller & Readonly<{ width: number }>,
  go: (open: Open) => Promise<void>,
): Promise<void> {
  const { page, context, problems } = await watchedPage(browser, width);
  await signIn(page, { url, name: who, to: `/scrivania?lang=${language}` });
  await settled(page);
  const hand = by === 'mouse' ? byMouse(page) : byKeyboard(page);
  await go({ page, hand, word: (of) => words[of][language] });
  expect(await page.evaluate('document.documentElement.lang')).toBe(language);
  expect(await findings(page)).toStrictEqual([]);
  expect(problems).toStrictEqual([]);
  await context.close();
}
