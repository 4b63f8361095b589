import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';

const FOUNDER = 'Founder';
const LEAD = 'Carla Dimostrativa';
const MEMBER = 'Fulvia Esempio';

const on = onServer({ hasStory: true });

async function signedIn(name: string, to: string) {
  const watched = await watchedPage(on.browser, 1280);
  await signIn(watched.page, { url: on.server.url, name, to });
  await settled(watched.page);
  return watched;
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const atOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe('a projection, event by event', () => {
  it('is gone through by links and keys, and each step has an address', async () => {
    const { page, context, problems } = await signedIn(FOUNDER, '/esercizio');
    await page.getByRole('link', { name: 'sitting', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Passo per passo: sitting' }).waitFor();
    const place = page.getByText(/^Evento \d+ di \d+ tra /u);
    await place.waitFor();
    const [, last = 0, total = -1] =
      /(\d+) di (\d+)/u.exec((await place.textContent()) ?? '') ?? [];
    expect(last).toBe(total);
    const at = (n: number) =>
      page.getByText(`Evento ${String(n)} di ${String(total)} tra `).waitFor();
    await page.getByRole('link', { name: 'Precedente' }).click();
    await at(Number(last) - 1);
    const before = atOf(page, 'evento');
    await page.keyboard.press('ArrowLeft');
    await at(Number(last) - 2);
    await page.keyboard.press('ArrowRight');
    await at(Number(last) - 1);
    expect(atOf(page, 'evento')).toBe(before);
    await page.getByText('come nel modello in uso').first().waitFor();
    expect(await page.locator('.step-row ins').count()).toBeGreaterThan(0);
    await page.reload();
    await at(Number(last) - 1);
    await page.getByRole('link', { name: 'Primo' }).focus();
    await page.keyboard.press('Home');
    await at(1);
    await page.getByText('riga nuova').first().waitFor();
    await page.getByRole('button', { name: 'Riproduci' }).press('Space');
    await at(2);
    await page.getByRole('button', { name: 'Ferma' }).press('Space');
    expect(await findings(page)).toStrictEqual([]);
    await page.goto(`${on.server.url}/esercizio/passi/sitting?evento=none`);
    await page.getByText('Qui non c’è nulla da ripercorrere').waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});

describe('the log of events', () => {
  it('draws the rows near to what is seen, says how many there are, and prints all', async () => {
    const { page, context, problems } = await signedIn(FOUNDER, '/eventi');
    const rows = page.locator('tr[aria-rowindex]');
    for (let pages = 2; pages <= 6; pages += 1) {
      await page.locator('.list-more button').click();
      await page.getByText(new RegExp(`^${String(pages * 50)} di `, 'u')).waitFor();
    }
    await page.evaluate('scrollTo(0, 0)');
    await page.locator('tr.left-out').nth(5).waitFor({ state: 'attached' });
    expect(await rows.count()).toBeLessThan(300);
    expect(Number(await page.getByRole('table').getAttribute('aria-rowcount'))).toBeGreaterThan(
      2000,
    );
    expect(await rows.first().getAttribute('aria-rowindex')).toBe('2');
    await rows.first().getByRole('link').first().focus();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.locator('tr[aria-rowindex="301"]').waitFor();
    // The row that has the focus stays, however far it is.
    expect(await page.locator('tr[aria-rowindex="2"] a:focus').count()).toBe(1);
    expect(await findings(page)).toStrictEqual([]);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await rows.count()).toBe(300);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    await page.locator('tr.left-out').first().waitFor({ state: 'attached' });
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});

describe('the time machine', () => {
  it('goes by every key, to a named moment and to a date, and compares with another', async () => {
    const { page, context, problems } = await signedIn(MEMBER, '/piani');
    await page.locator('tbody th a').first().click();
    await page.locator('main a[href*="/tempo/"]').click();
    const slider = page.getByRole('slider', { name: 'Evento' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.getByText(/^Evento 1 di /u).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForURL((url) => url.searchParams.has('at'));
    const named = page.getByLabel('Vai a un momento');
    const approval = await named.inputValue();
    expect(approval).not.toBe('');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await named.inputValue()).toBe(approval);
    await page.keyboard.press('e');
    await page
      .getByRole('heading', { name: 'Che cosa è accaduto' })
      .and(page.locator(':focus'))
      .waitFor();
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByText(/^Evento 2 di /u).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Riproduci' }).waitFor();
    await named.selectOption(approval);
    const at = atOf(page, 'at');
    await page.getByLabel('oppure con la data e ora').fill('2000-01-01T00:00');
    await page.waitForURL((url) => url.searchParams.has('da'));
    expect(atOf(page, 'at')).toBe(at);
    await page.locator('.whole-state summary').click();
    await page.locator('.whole-state mark').first().waitFor();
    await page.getByLabel('Vai alla data e ora').fill('2000-01-01T00:00');
    await page.getByText(/^Evento 1 di /u).waitFor();
    expect([await findings(page), await overhang(page)]).toStrictEqual([[], 0]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});

describe('a decision', () => {
  it('is cited with an address by body and number, which leads to it', async () => {
    const { page, context, problems } = await signedIn(LEAD, '/decisioni');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('tbody th a').first().click();
    await page.getByText(/^La proposta risulta approvata: /u).waitFor();
    const own = page.url();
    await page.getByText('Copia la citazione').click();
    await page.getByText('Citazione copiata').waitFor();
    const citation = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(citation).toMatch(/ deliberazione n\. 1\/2016, «.+», 27 lug 2016, .+ https?:\/\//u);
    const address = citation.split(' ').at(-1) ?? '';
    expect(address).toMatch(/\/decisioni\/board-[0-9a-f-]+\/2016-001$/u);
    await page.goto(address);
    await page.waitForURL(own);
    await page.goto(address.replace('2016-001', '2016-999'));
    await page.getByText('Questa decisione non c’è, o non è visibile a chi guarda.').waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});

describe('an export', () => {
  it('goes on after a reload, gives its file with its hash, and is gone with who signs out', async () => {
    const order = '?cosa=events&formato=csv&lingua=en&colonne=when,type';
    const { page, context, problems } = await signedIn(FOUNDER, `/esercizio/esportazioni${order}`);
    expect(await page.getByLabel('Elenco').inputValue()).toBe('events');
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    let answered = 2;
    await page.route('**/graphql', async (route) => {
      // What is asked after the second page is never answered: the reload comes before it.
      if (answered > 0) await route.continue();
      answered -= 1;
    });
    await page.getByRole('button', { name: 'Comincia' }).click();
    await page.getByText(/^200 di .+ righe/u).waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await page.getByText('Il file è pronto.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica Log of events.csv' }).click(),
    ]);
    const bytes = await bytesOf(download);
    const [head, ...rows] = bytes.toString('utf8').trimEnd().split('\n');
    expect(head).toBe('\uFEFFRecorded on;Type');
    expect(rows.length).toBeGreaterThan(2_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await page.locator('.checksum').textContent()).toBe(sha256);
    expect(await findings(page)).toStrictEqual([]);
    await page.getByRole('link', { name: 'Esportazioni' }).click();
    await page.getByRole('row', { name: /Registro degli eventi/u }).waitFor();
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/esercizio'));
    await page.goto(`${on.server.url}/esercizio/esportazioni`);
    await page.getByText('Nessuna esportazione in questo browser.').waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('is cancelled, and begins again when that is wanted', async () => {
    const { page, context } = await signedIn(FOUNDER, '/esercizio/esportazioni?cosa=plans');
    await page.route('**/graphql', () => undefined);
    await page.getByRole('button', { name: 'Comincia' }).click();
    await page.getByRole('button', { name: 'Annulla l’esportazione' }).click();
    await page.getByRole('button', { name: 'Ricomincia' }).waitFor();
    await page.getByRole('status').getByText('annullata').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: 'Ricomincia' }).click();
    await page.getByText('Il file è pronto.').waitFor();
    expect(await page.locator('.checksum').textContent()).toMatch(/^[0-9a-f]{64}$/u);
    await context.close();
  });
});
