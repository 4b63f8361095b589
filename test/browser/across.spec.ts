import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { settled, signIn, watchedPage } from './pages.js';

/** What every page keeps to, tried on some of them. */

const on = onServer({ hasStory: true });
const MEMBER = 'Fulvia Esempio';

const focused = async (page: Page) =>
  await page.evaluate<string>(
    '`${document.activeElement.tagName} ${document.activeElement.textContent}`',
  );

/** The id of a decision by its number, from the register that everybody reads. */
async function decisionNumbered(page: Page, number: string): Promise<string> {
  await page.goto(`${on.server.url}/albo`);
  const link = page.getByRole('row', { name: number }).getByRole('link').first();
  return (await link.getAttribute('href')) ?? '';
}

describe('on every page', () => {
  it('who opens another one by keys comes to its heading', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/albo`);
    await settled(page);
    await page.getByRole('link', { name: 'Reti' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Reti' }).waitFor();
    await page.locator('h1:focus').waitFor();
    expect(await focused(page)).toBe('H1 Reti');
    await page.getByRole('row').nth(1).getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reti\/network-/u);
    await page.locator('h1:focus').waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('nothing of one object stands under the address of another, nor of today under a past date', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    const first = await decisionNumbered(page, '1/2016');
    const second = await decisionNumbered(page, '1/2018');
    await page.goto(`${on.server.url}${first}`);
    await settled(page);
    const title = (await page.locator('h1').textContent()) ?? '';
    const answers = Promise.withResolvers<undefined>();
    await page.route('**/graphql', async (route) => {
      await answers.promise;
      await route.continue();
    });
    await page.evaluate(
      `history.pushState(history.state, '', ${JSON.stringify(second)}); dispatchEvent(new PopStateEvent('popstate', { state: history.state }))`,
    );
    await page.locator('.loading[data-late="true"]').waitFor();
    expect(await page.getByText(title).count()).toBe(0);
    await page.locator('.shell-updating').getByText('aggiornamento…').waitFor();
    answers.resolve(undefined);
    await page.locator('h1').waitFor();
    expect(await page.locator('h1').textContent()).not.toBe(title);
    await context.close();
  });

  it('says that a link was cut, instead of showing today as if it were the moment it names', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/piani?at=019ae5d2-0000`);
    await page
      .getByRole('alert')
      .getByText('un momento che non esiste («019ae5d2-0000»)')
      .waitFor();
    await page.getByRole('link', { name: 'Torna a oggi' }).click();
    await page.waitForURL(`${on.server.url}/piani`);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('a link in one language that is read in another is passed on in that one', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/piani?lang=en`);
    await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor();
    await page.getByRole('button', { name: 'Italiano' }).click();
    await page.waitForURL(/lang=it/u);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Piani' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('it');
    await context.close();
  });

  it('names its tab, also where what is looked for is not there', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/piani`);
    await settled(page);
    await page.goto(`${on.server.url}/decisioni/decision-00000000-0000-4000-8000-000000000000`);
    await settled(page);
    expect(await page.title()).toBe(`${String(await page.locator('h1').textContent())} · Tavolo`);
    await context.close();
  });

  it('gives the focus back to what opened the palette, the keys or a form, by Esc', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await settled(page);
    for (const key of ['Control+k', '?']) {
      const link = page.getByRole('link', { name: 'Reti' }).first();
      await link.focus();
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await link.and(page.locator(':focus')).waitFor();
    }
    expect(await focused(page)).toBe('A Reti');
    await context.close();
  });

  it('marks the page, the tab and the days that are meant in forced colours alone', async () => {
    const context = await on.browser.newContext({ forcedColors: 'active', locale: 'it-IT' });
    const page = await context.newPage();
    await page.goto(`${on.server.url}/reti`);
    await settled(page);
    const under = (links: string) =>
      page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('${links}')].map((one) => getComputedStyle(one).borderBottomColor)`,
      );
    const borders = await under('.shell-nav a');
    const [current] = await under('.shell-nav [aria-current="page"]');
    expect(borders.filter((border) => border === current)).toHaveLength(1);
    await context.close();
  });
});
