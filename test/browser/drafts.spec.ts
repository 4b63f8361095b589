import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, signIn, watchedPage } from './pages.js';

/** Presides over the sitting of today, and keeps its minutes. */
const [CHAIR, SECRETARY] = ['Fulvia Esempio', 'Nives Esempio'];
/** Represent parties that can sign an agreement. */
const [SIGNATORY, OTHER] = ['Ezio Esempio', 'Dora Esempio'];
const REASON = 'Delibera dimostrativa 7, in corso di scrittura';

const on = onServer({ hasStory: true });

const pdf = (name: string) => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: Buffer.from(`%PDF-1.7\n% ${name} (dimostrativo)\n%%EOF\n`),
});
const draftsIn = (page: Page) =>
  page.evaluate<readonly string[]>(
    `Object.keys(localStorage).filter((name) => name.startsWith('tavolo.draft.'))`,
  );
const press = (page: Page, name: RegExp | string) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

describe('what is typed', () => {
  it('is put back after a reload so that its form knows: minutes go with their own file', async () => {
    const chair = await watchedPage(on.browser, 1280);
    await signIn(chair.page, { url: on.server.url, name: CHAIR, to: '/sedute' });
    await chair.page.locator('tbody th a').first().click();
    for (const name of ['Chiudi la votazione', 'Chiudi la seduta']) await press(chair.page, name);
    await chair.page.getByText('chiusa', { exact: true }).first().waitFor();
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    const { pathname } = new URL(chair.page.url());
    await chair.context.close();

    await signIn(page, { url: on.server.url, name: SECRETARY, to: pathname });
    await page.getByRole('radio', { name: 'Un documento proprio' }).check();
    await page.reload();
    const file = page.getByLabel('File del verbale');
    await file.waitFor();
    expect(await page.getByRole('radio', { name: 'Un documento proprio' }).isChecked()).toBe(true);
    const own = pdf('verbale.pdf');
    await file.setInputFiles(own);
    const [handedIn] = await Promise.all([
      page.waitForResponse((response) => new URL(response.url()).pathname === '/documents'),
      press(page, 'Deposita il verbale'),
    ]);
    const sha256 = createHash('sha256').update(own.buffer).digest('hex');
    expect(await handedIn.json()).toMatchObject({ sha256 });
    await page.getByText('verbale redatto', { exact: true }).first().waitFor();
    expect(await draftsIn(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('stays offline and over a reload, is sent once, and is forgotten then', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: SIGNATORY, to: '/scrivania' });
    await page.locator('main a[href*="/accordi/"]').first().click();
    await press(page, /^Firma per /u);
    await page.getByLabel('Livello della firma').selectOption({ index: 1 });
    await page.getByLabel('Motivazione').fill(REASON);
    const level = await page.getByLabel('Livello della firma').inputValue();
    await page.reload();
    await press(page, /^Firma per /u);
    expect(await page.getByLabel('Motivazione').inputValue()).toBe(REASON);
    expect(await page.getByLabel('Livello della firma').inputValue()).toBe(level);

    await page.getByLabel('File firmato').setInputFiles(pdf('accordo.pdf'));
    await page.getByLabel('Rapporto di verifica').setInputFiles(pdf('rapporto.pdf'));
    await context.setOffline(true);
    await page.getByText('ciò che è scritto qui resta').waitFor({ state: 'attached' });
    await press(page, 'Firma');
    await page.getByText('Si può inviare di nuovo').waitFor();
    expect(await findings(page)).toStrictEqual([]);
    await context.setOffline(false);
    expect(await page.getByLabel('Motivazione').inputValue()).toBe(REASON);
    expect(await draftsIn(page)).toHaveLength(1);
    await press(page, 'Riprova');
    await page.getByText(/Firma registrata in posizione/u).waitFor();
    expect(await draftsIn(page)).toStrictEqual([]);
    await context.close();
  });

  it('outlives the end of a session: it is there when its writer has signed in again', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.clock.install();
    await signIn(page, { url: on.server.url, name: OTHER, to: '/scrivania' });
    await page.locator('main a[href*="/accordi/"]').first().click();
    await press(page, /^Firma per /u);
    await page.getByLabel('Motivazione').fill(REASON);
    await context.clearCookies();
    await page.clock.fastForward(29 * 60_000);
    await page.getByRole('alertdialog', { name: 'La sessione è finita' }).waitFor();
    await page.getByRole('link', { name: 'Accedi di nuovo' }).click();
    await page.locator('a.persona', { hasText: OTHER }).click();
    await page.waitForURL(/\/accordi\//u);
    await press(page, /^Firma per /u);
    expect(await page.getByLabel('Motivazione').inputValue()).toBe(REASON);
    await context.close();
  });

  it('is forgotten when who wrote it signs out', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    for (const written of ['', '']) {
      await signIn(page, { url: on.server.url, name: OTHER, to: '/scrivania' });
      await page.locator('main a[href*="/accordi/"]').first().click();
      await press(page, /^Firma per /u);
      expect(await page.getByLabel('Motivazione').inputValue()).toBe(written);
      await page.getByLabel('Motivazione').fill(REASON);
      expect(await draftsIn(page)).toHaveLength(1);
      await press(page, 'Annulla');
      await Promise.all([page.waitForEvent('framenavigated'), press(page, 'Esci')]);
      await page.goto(`${on.server.url}/albo`);
      expect(await draftsIn(page)).toStrictEqual([]);
    }
    await context.close();
  });
});
