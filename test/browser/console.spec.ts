import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, settled, signIn, watchedPage } from './pages.js';

/** Sits in the body that has a vote to cast today, and so reads its plan and its network. */
const MEMBER = 'Fulvia Esempio';

const on = onServer({ hasStory: true });

describe('the console', () => {
  it('speaks the language that one chooses, says so, and still does at the next visit', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/albo`);
    await page.getByRole('heading', { level: 1, name: 'Albo delle decisioni' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Published decisions' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Published decisions' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.title()).toBe('Published decisions · Tavolo');
    await context.close();
  });

  it('exports a list with the rows that its reader sees, as Italian programs open it', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/albo`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const [head, ...rows] = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
    expect(head).toBe('\uFEFFNumero;Oggetto;Organo;Pubblicata il;Stato');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('1/2016;Adozione del piano Misura per Misura;');
    await context.close();
  });

  it('goes on with an export where a reload broke it off', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/eventi`);
    await settled(page);
    let answered = 2;
    await page.route('**/graphql', async (route) => {
      // What is asked after the second page is never answered: the reload comes before it.
      if (answered > 0) await route.continue();
      answered -= 1;
    });
    await page.getByRole('button', { name: 'CSV' }).click();
    await page.getByText(/Esportazione: 200 di/u).waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.reload()]);
    expect(download.suggestedFilename()).toBe('Registro degli eventi.csv');
    const rows: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) rows.push(chunk as Buffer);
    const shown = await page.getByRole('status').filter({ hasText: 'risultati' }).textContent();
    const count = Buffer.concat(rows).toString('utf8').trimEnd().split('\n').length - 1;
    expect(shown?.replaceAll(/\D/gu, '')).toBe(String(count));
    await context.close();
  });

  it('keeps the moment of an address through every link, and says how to leave it', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await page.goto(`${on.server.url}/piani?at=2018-06-01T10:00:00Z`);
    await page.getByText('Stai guardando lo stato al 1 giu 2018, 12:00').waitFor();
    await page.getByRole('link', { name: "Lab'Impact" }).click();
    await page.waitForURL(/piani\/plan-.*at=2018-06-01/u);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('decisioni');
    await page.keyboard.press('Enter');
    await page.waitForURL(/decisioni\?at=2018-06-01/u);
    await page.goBack();
    await page.getByRole('link', { name: 'Torna a oggi' }).click();
    await page.waitForURL((url) => !url.searchParams.has('at'));
    expect(await page.getByText('Stai guardando').count()).toBe(0);
    await context.close();
  });

  it('signs somebody in by a card, which keys alone lead to, and goes where they wanted', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/accesso?verso=/piani`);
    const cards = page.locator('.persona');
    await cards.first().waitFor();
    const all = await cards.count();
    await page.getByLabel('Cerca per nome, organo o ente').fill('cabina di regia dimostrativa');
    expect([all > 30, (await cards.count()) < 10]).toStrictEqual([true, true]);
    await cards.first().focus();
    for (const key of ['End', 'ArrowRight', 'ArrowDown', 'ArrowLeft'])
      await page.keyboard.press(key);
    await cards.first().and(page.locator(':focus')).waitFor();
    const name = (await cards.first().locator('strong').textContent()) ?? '';
    expect(await findings(page)).toStrictEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${on.server.url}/piani`);
    await page.locator('.shell-account').getByText(name).waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('finds objects in the palette by words of their names, and goes to one by keys', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('dimostrativo piano vicini');
    const found = page.getByRole('menuitem', { name: 'Vicini (piano dimostrativo) (Piani)' });
    await found.waitFor();
    expect(await findings(page)).toStrictEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/piani\/plan-/u);
    await page.getByRole('heading', { level: 1, name: 'Vicini' }).waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('turns the months of the calendar by keys, and keeps month and view in the address', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/calendario' });
    await page.locator('.calendar-entry[data-kind=deadline]').first().waitFor();
    await page.getByLabel('Che cosa').selectOption('sitting');
    await page.waitForURL(/tipo=sitting/u);
    expect(await page.locator('.calendar-entry[data-kind=deadline]').count()).toBe(0);
    await page.getByLabel('Vista').selectOption('mese');
    await page.getByRole('table').locator('[aria-current=date]').waitFor();
    await page.getByRole('link', { name: 'Oggi' }).focus();
    await page.keyboard.press('PageDown');
    await page.waitForURL(/mese=\d{4}-\d{2}/u);
    const first = page.url();
    await page.keyboard.press('PageDown');
    await page.waitForURL((now) => now.href !== first);
    const address = page.url();
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(page.url()).toBe(address);
    expect(await page.locator('[aria-current=date]').count()).toBe(0);
    await page.getByRole('link', { name: 'Oggi' }).click();
    await page.locator('[aria-current=date]').waitFor();
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('walks over the map of a network by keys, and tells what is there', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: 'Fondatore', to: '/reti' });
    await page.getByRole('link', { name: 'Rete regionale di Lab’Impact' }).first().click();
    await page.getByRole('tab', { name: 'Mappa' }).click();
    const [root, body] = ['Rete regionale di Lab', 'Cabina di regia'].map((name) =>
      page.locator('.map').getByRole('button', { name }),
    );
    await page.getByLabel('Cerca sulla mappa').focus();
    for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
    await root?.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowLeft');
    await body?.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3, name: 'Rete regionale di Lab' }).waitFor();
    expect(new URL(page.url()).searchParams.get('nodo')).toMatch(/^network-/u);
    await page.keyboard.press('Escape');
    await root?.and(page.locator(':focus')).waitFor();
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('finds on the map by name, shows one state alone, and who took part before', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/reti' });
    await page.getByRole('link', { name: 'Rete dimostrativa' }).first().click();
    await page.getByRole('tab', { name: 'Mappa' }).click();
    const found = page.locator('.map').getByRole('button', { name: 'Cooperativa Faro' });
    await page.getByRole('searchbox', { name: 'Cerca sulla mappa' }).pressSequentially('FARO');
    await page.getByRole('option', { name: 'Cooperativa Faro' }).waitFor();
    await page.keyboard.press('Enter');
    await found.and(page.locator(':focus')).waitFor();
    await page.getByLabel('Stato degli enti nelle reti').selectOption('attivo');
    await page.waitForURL(/[?&]membri=ACTIVE/u);
    await found.waitFor();
    await page.getByRole('button', { name: 'Primo' }).click();
    await page.getByText('Stai guardando lo stato al').waitFor();
    await found.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ultimo' }).click();
    await page.waitForURL((url) => !url.searchParams.has('at'));
    await found.waitFor();
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('begins a rebuild from a page, and finds it again after a reload', async () => {
    const { page, context, problems } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: 'Fondatore', to: '/esercizio' });
    await page.getByRole('button', { name: 'Ricostruisci' }).click();
    await page.waitForURL(/esercizio\/[0-9a-f-]{36}$/u);
    await page.reload();
    await page.getByText('Il nuovo modello di lettura è in uso.').waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(10);
    expect(await findings(page)).toStrictEqual([]);
    await page.getByRole('link', { name: 'Esercizio' }).first().click();
    await page.waitForURL(/esercizio$/u);
    await settled(page);
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('finds events by the words of their sentences, and one by its address', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/eventi?testo=votato&tipo=VoteCast`);
    const found = page.locator('tbody tr');
    await found.first().waitFor();
    expect(await page.getByRole('status').filter({ hasText: 'risultati' }).count()).toBe(1);
    expect(await found.allTextContents()).toStrictEqual(
      (await found.allTextContents()).filter((text) => text.includes('ha votato')),
    );
    await found.first().getByRole('link').first().click();
    await page.waitForURL(/eventi\/[0-9a-f-]{36}/u);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /ha votato/u }).waitFor();
    await context.close();
  });

  it('says how long it takes until the desk can be used, with a processor four times slower', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: MEMBER, to: '/scrivania' });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const [desk, empty] = [`${on.server.url}/scrivania`, `${on.server.url}/vuota`];
    const body =
      '<!doctype html><html lang="it"><title>Vuota</title><main><h1>Vuota</h1></main></html>';
    await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', body }));
    const taken = { desk: [] as number[], empty: [] as number[] };
    for (let n = 0; n < 5; n += 1) {
      taken.empty.push(await untilUsed(page, empty, 'main h1'));
      taken.desk.push(await untilUsed(page, desk, 'main a[href*="/voto/"]'));
    }
    const of = (times: readonly number[]) => Math.round(times.toSorted((a, b) => a - b)[2] ?? 0);
    process.stdout.write(
      `The desk can be used after ${String(of(taken.desk))} ms, an empty page after ${String(of(taken.empty))} ms (median of 5, processor slowed four times).\n`,
    );
    expect(of(taken.desk)).toBeGreaterThan(of(taken.empty));
    await context.close();
  });
});

/** Milliseconds from the beginning of a visit until something is there to press or to read. */
async function untilUsed(page: Page, address: string, selector: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(selector).first().waitFor();
  return await page.evaluate('performance.now()');
}
