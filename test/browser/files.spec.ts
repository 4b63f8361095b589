import { describe, expect, it } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { textOf } from '../../libs/print/test/text-of.js';
import { onServer } from './on-server.js';
import { findings, settled, signIn, watchedPage } from './pages.js';

const MEMBER = 'Fulvia Esempio';
const FIRST = 'tbody th a';

const on = onServer({ hasStory: true });

/** What a button hands over as a file. */
async function fileOf(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Goes to the first object of a list, or on from there. */
async function follow(page: Page, selector: string): Promise<void> {
  const before = page.url();
  await page.locator(selector).first().click();
  await page.waitForURL((now) => now.href !== before);
  await settled(page);
}

describe('a table on a page', () => {
  it('is had as CSV with the numbers that add up to what stands below it', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await page.goto(`${on.server.url}/piani`);
    await follow(page, FIRST);
    await page.goto(`${page.url().split('?')[0] ?? ''}?tab=bilancio`);
    const files = page.getByRole('group', { name: 'Esporta: Per voce di costo' });
    const text = (await fileOf(page, files.getByRole('button', { name: 'CSV' }))).toString('utf8');
    const [head = '', ...rows] = text.trimEnd().split('\n');
    const place = head.split(';').indexOf('Importo');
    const sum = rows
      .map((row) => Number(row.split(';')[place]?.replace(',', '.')))
      .reduce((one, other) => one + other, 0);
    const shown = await page.locator('tfoot td').nth(place).textContent();
    expect(rows.length).toBeGreaterThan(1);
    expect(shown?.replaceAll(/[^\d,]/gu, '')).toBe(sum.toFixed(2).replace('.', ','));
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('is had as a sheet with dates, and says in one language what it shows', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await page.goto(`${on.server.url}/decisioni`);
    await follow(page, 'tbody a[href*="/organi/"]');
    await page.getByRole('button', { name: 'English' }).click();
    const files = page.getByRole('group', { name: 'Export: Members' });
    const file = read(await fileOf(page, files.getByRole('button', { name: 'Excel' })));
    const rows = utils.sheet_to_json<Readonly<Record<string, unknown>>>(file.Sheets.Tavolo ?? {});
    expect(rows.length).toBe(await page.locator('section[aria-labelledby=seats] tbody tr').count());
    expect(rows.map(({ From }) => typeof From)).toStrictEqual(rows.map(() => 'number'));
    const about = Object.fromEntries(
      utils.sheet_to_json<[string, string]>(file.Sheets.Information ?? {}, { header: 1 }),
    );
    expect(about).toMatchObject({
      ...{ List: 'Members', Address: page.url(), Filter: 'none', Rows: String(rows.length) },
      'Position in the log': expect.stringMatching(/^\d+$/u),
      'SHA-256 of the rows (CSV file)': expect.stringMatching(/^[\da-f]{64}$/u),
    });
    await context.close();
  });

  it('says in its files what its list is filtered by, as its page does', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await page.goto(`${on.server.url}/partner?kind=FIRST_CYCLE_SCHOOL`);
    const chosen = await page.getByLabel('Tipo').locator('option:checked').textContent();
    const file = read(await fileOf(page, page.getByRole('button', { name: 'Excel' })));
    const about = Object.fromEntries(
      utils.sheet_to_json<[string, string]>(file.Sheets.Informazioni ?? {}, { header: 1 }),
    );
    expect(about.Filtro).toBe(`Tipo: ${chosen ?? ''}`);
    await context.close();
  });
});

describe('a list on paper', () => {
  it('is whole, and as it was before once it is printed', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/eventi`);
    await settled(page);
    const loaded = await page.locator('tbody tr').count();
    const shown = await page.getByRole('status').filter({ hasText: 'risultati' }).textContent();
    const all = shown?.replaceAll(/\D/gu, '') ?? '';
    await page.evaluate(`globalThis.print = () => {
      const printed = document.querySelector('main').appendChild(document.createElement('output'));
      printed.textContent = document.querySelectorAll('tbody tr').length + ' ' +
        document.querySelector('.print-footer').textContent; }`);
    await page.getByRole('button', { name: 'Stampa' }).click();
    await page
      .locator('output', { hasText: new RegExp(`^${all} .*righe ${all} di ${all}$`, 'u') })
      .waitFor();
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    await page.locator('.list-more', { hasText: `${String(loaded)} di ${all}` }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(loaded);
    expect(Number(all)).toBeGreaterThan(loaded);
    await context.close();
  });

  it('says on every sheet where it is from, as of when and filtered by what, and no more', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    const address = `${on.server.url}/eventi`;
    await page.goto(address);
    await settled(page);
    const sheets = (await textOf(await page.pdf({ format: 'A4' }))).split('\n');
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) {
      expect(sheet).toContain(`Tavolo · ${address}Stato attuale, stampato il `);
      expect(sheet).toMatch(/Registro degli eventi: righe 50 di \d+$/u);
      expect(sheet).not.toMatch(/Mostra altri|Scrivania|Dichiarazione di accessibilità/u);
    }
    await page.goto(`${address}?at=2018-06-01T10:00:00Z&tipo=PlanAdopted`);
    await settled(page);
    const past = await textOf(await page.pdf({ format: 'A4' }));
    expect(past).toMatch(/Stato al 1 giu 2018, 12:00, stampato il .* Filtro: Tipo: PlanAdopted/u);
    await context.close();
  });
});

describe('a picture on paper', () => {
  it('has its table beside it, also where that is folded on the screen', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    const places = [
      ['/piani', [FIRST, 'main a[href*="/tempo/"]'], 'Eventi'],
      ['/sedute', [FIRST], 'Numero legale e presenti'],
    ] as const;
    for (const [list, via, name] of places) {
      await page.goto(`${on.server.url}${list}`);
      for (const selector of via) await follow(page, selector);
      const table = page.locator('table', { has: page.locator('caption', { hasText: name }) });
      expect([name, await table.isVisible()]).toStrictEqual([name, false]);
      await page.emulateMedia({ media: 'print' });
      expect([name, await table.isVisible()]).toStrictEqual([name, true]);
      await page.emulateMedia({ media: 'screen' });
    }
    await context.close();
  });

  it('has a legend that is drawn, for browsers print no grounds', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await page.goto(`${on.server.url}/sedute`);
    await follow(page, FIRST);
    const entries = page.locator('.vote-legend li');
    await entries.first().waitFor();
    expect(await page.locator('.vote-legend svg rect').count()).toBe(await entries.count());
    await context.close();
  });
});

describe('what is copied', () => {
  it('is shown selected where the browser does not let it be copied', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    // As over plain http.
    await page.addInitScript('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await page.goto(`${on.server.url}/accessibilita`);
    await settled(page);
    await page.getByRole('button', { name: 'Copia' }).click();
    const field = page.getByLabel('Il browser non lascia copiare');
    await field.and(page.locator(':focus')).waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe(await field.inputValue());
    expect(await field.inputValue()).not.toBe('');
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});
