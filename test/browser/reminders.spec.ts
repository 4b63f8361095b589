import { describe, expect, it } from '@jest/globals';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';

/** Acts for the lead of an agreement that two of its parties have not signed. */
const LEAD = 'Alba Esempio';
/** May sign it for one of these two. */
const SIGNATORY = 'Dora Esempio';
const SCHOOL = 'Istituto comprensivo 3 (dimostrativo)';

const on = onServer({ hasStory: true });

async function atTheAgreement(width = 1280) {
  const watched = await watchedPage(on.browser, width);
  const { page } = watched;
  const to = '/accordi?status=PARTIALLY_SIGNED';
  await signIn(page, { url: on.server.url, name: LEAD, to });
  await page.locator('tbody th a').first().click();
  await page.waitForURL(/accordi\/agreement-/u);
  await settled(page);
  return watched;
}

describe('reminders that a signature is awaited', () => {
  it('are looked at before they are sent, and say row by row what became of each', async () => {
    const { page, context, problems } = await atTheAgreement();
    const all = page.getByRole('checkbox', { name: 'Tutte le firme attese' });
    await page.getByRole('checkbox', { name: `Scegli ${SCHOOL} per il sollecito` }).check();
    expect(await all.isChecked()).toBe(false);
    await all.check();
    await page.getByRole('button', { name: 'Sollecita le 2 parti scelte' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Parole del sollecito').fill('Manca {parte}: firmare entro lunedì.');
    expect(await dialog.getByRole('listitem').allInnerTexts()).toStrictEqual([
      expect.stringContaining(`Manca ${SCHOOL}: firmare entro lunedì.`),
      expect.stringContaining('Manca Cooperativa Faro (dimostrativa): firmare entro lunedì.'),
    ]);
    expect(await findings(page)).toStrictEqual([]);
    await dialog.getByRole('button', { name: 'Invia 2 solleciti' }).click();
    await dialog.getByText('2 di 2 inviati.').waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
    const notes = page.locator('.matrix summary').filter({ hasText: /^Sollecitato il/u });
    expect(await notes.count()).toBe(2);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('are met on the desk of who may sign, with who sent them and in what words', async () => {
    const { page, context } = await watchedPage(on.browser, 390);
    await signIn(page, { url: on.server.url, name: SIGNATORY, to: '/scrivania' });
    await page.getByText(/^Sollecitato il .* da Alba Esempio per Regione dimostrativa$/u).waitFor();
    await page.getByText(`Manca ${SCHOOL}: firmare entro lunedì.`).waitFor();
    expect(await overhang(page)).toBe(0);
    expect(await findings(page)).toStrictEqual([]);
    await context.close();
  });

  it('are not sent twice on one day: the rule says so, in words, and the words stay', async () => {
    const { page, context } = await atTheAgreement(390);
    await page.getByRole('button', { name: `Sollecita ${SCHOOL}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/già sollecitato una volta/u).waitFor();
    await dialog.getByRole('button', { name: 'Invia il sollecito' }).click();
    await dialog.getByText(/è già stato sollecitato oggi/u).waitFor();
    await dialog.getByText('0 di 1 inviato.').waitFor();
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await context.close();
  });

  it('are offered to nobody who has no part in the agreement', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await page.goto(`${on.server.url}/accordi?status=PARTIALLY_SIGNED`);
    await settled(page);
    expect(await page.getByRole('button', { name: /^Sollecita/u }).count()).toBe(0);
    await context.close();
  });
});
