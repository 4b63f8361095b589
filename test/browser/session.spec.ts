import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';

const MINUTE = 60_000;

const on = onServer({ hasStory: false });

type Limits = Readonly<{ leftMs: number; atMostMs: number }>;

/** A page of who is signed in, whose clock is set by hand, and what the server says of their session. */
async function opened(page: Page): Promise<{ says: (limits: Limits) => void }> {
  let said: Limits | null = null;
  await page.clock.install();
  await page.route('**/session', async (route) => {
    const response = await route.fetch();
    const told = (await response.json()) as object;
    await route.fulfill({ response, json: { ...told, ...said } });
  });
  await signIn(page, { url: on.server.url, name: 'Fondatore', to: '/scrivania' });
  await settled(page);
  return {
    says: (limits) => {
      said = limits;
    },
  };
}

describe('a session that nobody uses', () => {
  it('is warned of two minutes before its end, and goes on for who says so', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 320);
    const { says } = await opened(page);
    const warning = page.getByRole('alertdialog', { name: 'La sessione sta per finire' });
    await page.clock.fastForward(27 * MINUTE);
    expect(await warning.count()).toBe(0);
    says({ leftMs: 2 * MINUTE, atMostMs: 600 * MINUTE });
    await page.clock.fastForward(MINUTE);
    await warning.waitFor();
    expect(await warning.getByRole('timer').textContent()).toMatch(/^(?:2:00|1:5\d)$/u);
    expect(await findings(page)).toStrictEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Continua' }).click();
    await warning.waitFor({ state: 'detached' });
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('is left alone where another page has used it meanwhile', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await opened(page);
    const asked = page.waitForResponse((one) => one.url().endsWith('/session'));
    await page.clock.fastForward(28 * MINUTE);
    await asked;
    await settled(page);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await context.close();
  });

  it('that is as old as it may be is begun anew, and leads back here', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    const { says } = await opened(page);
    says({ leftMs: MINUTE, atMostMs: MINUTE });
    await page.clock.fastForward(28 * MINUTE);
    const warning = page.getByRole('alertdialog');
    const anew = warning.getByRole('link', { name: 'Accedi di nuovo' });
    expect(await anew.getAttribute('href')).toBe('/accesso?verso=%2Fscrivania');
    expect(await warning.getByRole('button', { name: 'Continua' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await warning.waitFor({ state: 'detached' });

    await context.clearCookies();
    await page.clock.fastForward(2 * MINUTE);
    await page.getByRole('alertdialog', { name: 'La sessione è finita' }).waitFor();
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});
