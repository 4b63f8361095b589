import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';
import { lookerAt, lookers, screens } from './screens.js';
import type { Screen } from './screens.js';

/** A small phone, a phone, a tablet, a screen on a desk. */
const widths = [320, 390, 768, 1280];
const PICTURES = 'docs/screens';
/** The most of a page that a picture shows, in pixels. */
const HIGHEST = 1_800;
const UPDATES = process.env.UPDATE_SCREENS === '1';

const on = onServer({ hasStory: true });
/** The cookies of whoever signed in, by their names. */
const states = new Map<string, string>();

beforeAll(async () => {
  for (const [n, name] of lookers.entries()) {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name, to: '/scrivania' });
    const path = `${on.server.folder}/signed-in-${String(n)}.json`;
    await context.storageState({ path });
    states.set(name, path);
    await context.close();
  }
  if (UPDATES) mkdirSync(PICTURES, { recursive: true });
}, 240_000);

async function goTo(page: Page, { list, via, part, typed }: Screen): Promise<void> {
  await page.goto(`${on.server.url}${list}`);
  for (const selector of via) {
    const before = page.url();
    await page.locator(selector).first().click();
    await page.waitForURL((now) => now.href !== before);
  }
  const { origin, pathname } = new URL(page.url());
  if (part !== '') await page.goto(`${origin}${pathname}${part}`);
  await settled(page);
  await opened(page, typed);
}

/** Opens a list by typing; a window of another size has closed it. */
async function opened(page: Page, typed: Screen['typed']): Promise<void> {
  if (!typed) return;
  const [field, text] = typed;
  await page.getByRole('searchbox', { name: field }).fill('');
  await page.getByRole('searchbox', { name: field }).fill(text);
  await page.getByRole('listbox').waitFor();
}

describe('the console', () => {
  it.each(screens)(
    'shows $name to everybody on any screen, and without a fault',
    async (screen) => {
      const { page, context, problems } = await watchedPage(
        on.browser,
        1280,
        states.get(lookerAt(screen)),
      );
      await goTo(page, screen);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        await opened(page, screen.typed);
        expect({ width, found: await findings(page) }).toStrictEqual({ width, found: [] });
        expect({ width, over: (await overhang(page)) > 0 }).toStrictEqual({ width, over: false });
      }
      expect(problems).toStrictEqual([]);
      expect(await page.title()).toMatch(/\S · Tavolo$|^Tavolo$/u);
      if (UPDATES) await draw(page, screen.name);
      await context.close();
    },
  );

  it.each(screens)(
    'shows $name with text of twice the size, and in the colours that one forces',
    async (screen) => {
      const { page, context, problems } = await watchedPage(
        on.browser,
        1280,
        states.get(lookerAt(screen)),
      );
      await goTo(page, screen);
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      await page.evaluate('document.documentElement.style.fontSize = ""');
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await unseenEdges(page)).toStrictEqual([]);
      expect(problems).toStrictEqual([]);
      await context.close();
    },
  );
});

/** The page from its head on, also what is below the window, but not the whole of a long list. */
async function draw(page: Page, name: string): Promise<void> {
  const height = await page.evaluate('document.documentElement.scrollHeight');
  const clip = { x: 0, y: 0, width: 1280, height: Math.min(Number(height), HIGHEST) };
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true, clip });
}

/** Buttons, fields and handles that in forced colours have no edge; boxes to tick the browser draws itself, and the input behind a handle nobody. */
async function unseenEdges(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`[...document.querySelectorAll('main .btn, main .choice, main select, main textarea, main input:not([type=checkbox], [type=radio], [type=range]), main .slider-thumb')]
    .filter((each) => each.getClientRects().length > 0)
    .filter((each) => { const { borderTopWidth, outlineWidth, outlineStyle } = getComputedStyle(each);
      return parseFloat(borderTopWidth) === 0 && (outlineStyle === 'none' || parseFloat(outlineWidth) === 0); })
    .map((each) => each.outerHTML.slice(0, 120))`);
}
