import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A page in which nothing may go wrong unseen. */
export type Watched = Readonly<{
  page: Page;
  context: BrowserContext;
  /** Errors of the console and of scripts, and requests that failed, so far. */
  problems: readonly string[];
}>;

/** A page of a new visitor, or of one whose cookies are kept, with its problems written down. */
export async function watchedPage(
  browser: Browser,
  width: number,
  storageState?: string,
): Promise<Watched> {
  const context = await browser.newContext({
    ...{ locale: 'it-IT', timezoneId: 'Europe/Rome', reducedMotion: 'reduce' },
    viewport: { width, height: 900 },
    ...(storageState !== undefined && { storageState }),
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${String(response.status())} ${response.url()}`);
  });
  return { page, context, problems };
}

/** Signs somebody of the demo in by the page that lets one pick, and comes back to an address. */
export async function signIn(
  page: Page,
  { url, name, to }: Readonly<{ url: string; name: string; to: string }>,
): Promise<void> {
  await page.goto(`${url}/session/login?returnTo=${encodeURIComponent(to)}`);
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL(`${url}${to}`);
}

/** What is seen by who looks at a page, once it has nothing more to ask. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, and what it overlooks: text in the colour of its ground is «incomplete» to it. */
export async function findings(page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const unseen = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) => {
      const data = any[0]?.data as { messageKey?: string } | null | undefined;
      return data?.messageKey === 'equalRatio';
    });
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...unseen.map(({ html }) => `unseen: ${html}`),
  ];
}

/** By how many pixels a page is wider than its window. */
export async function overhang(page: Page): Promise<number> {
  return await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
