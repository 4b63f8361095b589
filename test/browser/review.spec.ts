import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';
import type { Watched } from './pages.js';

/** Acts for a partner of the plan that is being co-designed; somebody who leads it. */
const [PARTNER, LEAD] = ['Ciro Esempio', 'Olga Esempio'] as const;

const on = onServer({ hasStory: true });

/** Somebody at the text of the plan that is being co-designed. */
async function at(name: string, tab: string): Promise<Watched> {
  const watched = await watchedPage(on.browser, 1280);
  const { page } = watched;
  await signIn(page, { url: on.server.url, name, to: '/piani?status=CO_DESIGNING' });
  await page.locator('tbody th a').first().click();
  await page.waitForURL(/piani\/plan-/u);
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}${tab}`);
  await settled(page);
  return watched;
}

const held = (page: Page) => page.getByRole('region', { name: /^La revisione/u });

describe('the review of a plan', () => {
  it('holds what is said by keys until it is sent, and sends each remark to its paragraph', async () => {
    const { page, context, problems } = await at(PARTNER, '?tab=testo');
    const section = page.locator('[data-section]').first();
    await section.focus();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Testo' }).fill('Da spiegare meglio');
    expect(await findings(page)).toStrictEqual([]);
    await page.getByRole('button', { name: 'Aggiungi alla revisione' }).click();
    await section.getByRole('button', { name: 'Commenta o proponi un testo' }).click();
    await page.getByRole('radio', { name: 'Un altro testo' }).check();
    const text = page.getByRole('textbox', { name: 'Testo' });
    // Another wording begins with what stands.
    expect(await text.inputValue()).not.toBe('');
    await text.fill('Un capoverso riscritto.');
    await page.getByRole('button', { name: 'Aggiungi alla revisione' }).click();
    await page.reload();
    await settled(page);
    expect(await held(page).getByRole('listitem').count()).toBe(2);
    expect(await overhang(page)).toBe(0);
    await section.focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Revisione inviata').waitFor();
    expect(await held(page).count()).toBe(0);
    expect(problems).toStrictEqual([]);
    await context.close();
    const lead = await at(LEAD, '?tab=stesura&sezione=01-contesto');
    await lead.page.getByText('[Commento: Da spiegare meglio]').waitFor();
    await lead.page.getByText('riscritto').first().waitFor();
    await lead.context.close();
  });
});
