import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, settled, signIn, watchedPage } from './pages.js';

/** Acts for who leads a plan in execution, with a network that has others within it. */
const LEAD = 'Carla Dimostrativa';
/** Acts for a party of an agreement that is being signed. */
const PARTY = 'Alba Esempio';

const on = onServer({ hasStory: true });

async function at(name: string, to: string) {
  const watched = await watchedPage(on.browser, 1280);
  await signIn(watched.page, { url: on.server.url, name, to });
  await settled(watched.page);
  return watched;
}

async function openFirst(page: Page, text: string, part: string): Promise<void> {
  await page.getByRole('link', { name: text }).first().click();
  await page.waitForURL(/-[0-9a-f]{8}-/u);
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}${part}`);
  await settled(page);
}

/** The text of a file that a button hands out. */
async function filed(page: Page, button: string): Promise<readonly [string, string]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

describe('what a lead works with', () => {
  it('is exported where it is no list: a month of the calendar, the signatures of an agreement', async () => {
    const { page, context, problems } = await at(PARTY, '/calendario');
    const [name, month] = await filed(page, 'CSV');
    expect(name).toMatch(/^Calendario \d{4}-\d{2}\.csv$/u);
    expect(month).toMatch(/Giorno;Ora;Che cosa;Nome;Dettagli;Identificativo/u);
    expect(month).toContain('seduta');
    await page.goto(`${on.server.url}/accordi?status=PARTIALLY_SIGNED`);
    await openFirst(page, 'da firmare', '');
    const [, matrix] = await filed(page, 'CSV');
    expect(matrix).toMatch(/Parte;Accordo;Ruolo;Quota/u);
    expect(matrix).toContain('approvato, firma in attesa;partner;60000');
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('goes through joins and exits of the networks within one, and closes branches by arrows', async () => {
    const { page, context, problems } = await at(LEAD, '/reti');
    await openFirst(page, 'Rete regionale di Lab', '?tab=mappa');
    await page.locator('output').filter({ hasText: 'Rete territoriale' }).waitFor();
    await page.goto(page.url().replace('mappa', 'albero'));
    const rows = page.locator('table.tree tbody tr');
    await page.getByRole('button', { name: /^Reti dentro/u }).focus();
    expect(await rows.count()).toBeGreaterThan(1);
    await page.keyboard.press('ArrowLeft');
    expect(await rows.count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    expect(await rows.count()).toBeGreaterThan(1);
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('shows a plan through time, with a table beside the picture, as of any moment', async () => {
    const { page, context, problems } = await at(LEAD, '/piani');
    await openFirst(page, 'Lab', '?tab=iter');
    await page.getByRole('img', { name: /^Il piano è in esecuzione dal/u }).waitFor();
    const stages = page.getByRole('table', { name: 'Fasi del piano' });
    await stages.getByRole('cell', { name: 'in corso' }).waitFor();
    expect(await findings(page)).toStrictEqual([]);
    await page.goto(`${page.url()}&at=2018-06-01T10:00:00.000Z`);
    await page.getByRole('img', { name: /^Il piano è adottato dal/u }).waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});
