import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { launchChromium } from './chromium.js';
import { findings, settled, signIn, watchedPage } from './pages.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer({ words: ['--demo'] });
  await server.says('Stop with Ctrl-C');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  forget(server);
});

const MOST_STOPS = 80;

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(wanted)}`);
}

describe('a member of a body', () => {
  it('finds a vote on the desk, and casts it by mouse, in Italian, on a phone', async () => {
    const { page, context, problems } = await watchedPage(browser, 390);
    await signIn(page, { url: server.url, name: 'Luce Esempio', to: '/scrivania' });
    await page.locator('main a[href*="/voto/"]').first().click();
    await page.getByText('Votazione palese: si sa chi ha votato come.').waitFor();
    await page.locator('label').filter({ hasText: 'Favorevole' }).first().click();
    await page.getByRole('button', { name: 'Rivedi il voto' }).click();
    await page.getByRole('button', { name: 'Confermo: voto favorevole' }).click();
    await page.getByText('Voto registrato').waitFor();
    expect(await page.getByText(/Ricevuta: posizione \d{20}, ore/u).count()).toBe(1);
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('does the same by keyboard alone, in English', async () => {
    const { page, context, problems } = await watchedPage(browser, 1280);
    await signIn(page, { url: server.url, name: 'Fulvia Esempio', to: '/scrivania?lang=en' });
    await settled(page);
    await tabTo(page, page.locator('main a[href*="/voto/"]').first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('button', { name: 'Review the vote' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^Confirm: vote against/u }));
    await page.keyboard.press('Enter');
    await page.getByText('Vote recorded').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});
