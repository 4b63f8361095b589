import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, settled, signIn, watchedPage } from './pages.js';
import type { Watched } from './pages.js';

/** Leads the plan that is being co-designed; her officer writes it too, a partner only proposes. */
const [LEAD, OFFICER, PARTNER] = ['Olga Esempio', 'Pia Esempio', 'Ciro Esempio'] as const;

/** Sits in a body that governs another plan. */
const STRANGER = 'Fulvia Esempio';

const on = onServer({ hasStory: true });

/** Somebody at a section of the plan that is being co-designed. */
async function at(name: string, section: string): Promise<Watched> {
  const watched = await watchedPage(on.browser, 1280);
  const { page } = watched;
  await signIn(page, { url: on.server.url, name, to: '/piani?status=CO_DESIGNING' });
  await page.locator('tbody th a').first().click();
  await page.waitForURL(/piani\/plan-/u);
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}?tab=stesura&sezione=${section}`);
  await settled(page);
  return watched;
}

const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Testo', exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Another wording of one paragraph, typed over it. */
async function rewrite(page: Page, from: string, to: string): Promise<void> {
  const text = await textOf(page).inputValue();
  expect(text).toContain(from);
  await textOf(page).fill(text.replace(from, to));
}

describe('the draft of a plan', () => {
  it('is not shown to who has no part in the plan, who is told so and not that it is empty', async () => {
    const { page, context, problems } = await at(STRANGER, '01-contesto');
    await page.getByText('Testo, bilancio e iter sono di chi partecipa al piano').waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('keeps what is typed over a reload, and has it once it is saved', async () => {
    const { page, context, problems } = await at(LEAD, '01-contesto');
    await rewrite(page, 'nel territorio', 'nei quartieri');
    await page.getByText('Conservato in questo browser alle').waitFor();
    await page.reload();
    await settled(page);
    expect(await textOf(page).inputValue()).toContain('nei quartieri');
    await page
      .getByText(/di 20\.000 caratteri$/u)
      .first()
      .waitFor();
    await press(page, 'Salva nel piano');
    await page.getByText('Salvato nel piano alle').waitFor();
    const other = await at(OFFICER, '01-contesto');
    expect(await textOf(other.page).inputValue()).toContain('nei quartieri');
    expect(problems).toStrictEqual([]);
    await Promise.all([context.close(), other.context.close()]);
  });

  it('loses neither text where two write one section, and merges them where they may be', async () => {
    const [mine, theirs] = [await at(LEAD, '03-risorse'), await at(OFFICER, '03-risorse')];
    await rewrite(mine.page, 'sei mesi', 'un anno');
    await rewrite(theirs.page, 'due anni', 'tre anni');
    await press(theirs.page, 'Salva nel piano');
    await theirs.page.getByText('Salvato nel piano alle').waitFor();
    const conflict = mine.page.getByRole('alert');
    await conflict.getByText('Qualcuno ha salvato questa sezione nel frattempo.').waitFor();
    expect(await mine.page.getByRole('button', { name: 'Salva nel piano' }).isEnabled()).toBe(
      false,
    );
    expect(await findings(mine.page)).toStrictEqual([]);
    await press(mine.page, 'Unisci le due modifiche');
    await press(mine.page, 'Salva nel piano');
    await mine.page.getByText('Salvato nel piano alle').waitFor();
    const text = await textOf(mine.page).inputValue();
    expect([text.includes('tre anni'), text.includes('un anno')]).toStrictEqual([true, true]);
    await Promise.all([mine.context.close(), theirs.context.close()]);
  });

  it('saves a section where another one moved meanwhile, though nothing told of it', async () => {
    const [mine, theirs] = [await at(LEAD, '02-finalita'), await at(OFFICER, '03-risorse')];
    // What is live is never answered: the page goes on from the revision that it read.
    await mine.page.routeWebSocket(/.*/u, () => undefined);
    await mine.page.reload();
    await settled(mine.page);
    await rewrite(theirs.page, 'bilancio', 'rendiconto');
    await press(theirs.page, 'Salva nel piano');
    await theirs.page.getByText('Salvato nel piano alle').waitFor();
    await rewrite(mine.page, 'corsi di lingua', 'corsi di italiano');
    const sent: string[] = [];
    mine.page.on('request', (request) => {
      if ((request.postData() ?? '').includes('ReviseSection')) sent.push(request.url());
    });
    await press(mine.page, 'Salva nel piano');
    await mine.page.getByText('Salvato nel piano alle').waitFor();
    expect(sent).toHaveLength(2);
    await Promise.all([mine.context.close(), theirs.context.close()]);
  });

  it('lays a text aside that is given up in a conflict, and takes it up again', async () => {
    const [mine, theirs] = [await at(LEAD, '01-contesto'), await at(OFFICER, '01-contesto')];
    await rewrite(mine.page, 'dimostrativo', 'mio');
    await rewrite(theirs.page, 'dimostrativo', 'loro');
    await press(theirs.page, 'Salva nel piano');
    await press(mine.page, 'Prendi quella del piano');
    expect(await textOf(mine.page).inputValue()).toContain('loro');
    await mine.page.getByText('Stesura messa da parte').click();
    await press(mine.page, 'Riprendi questa stesura');
    expect(await textOf(mine.page).inputValue()).toContain('mio');
    await Promise.all([mine.context.close(), theirs.context.close()]);
  });

  it('takes a proposal of who may not save, and says which others touch the same words', async () => {
    const { page, context, problems } = await at(PARTNER, '02-finalita');
    expect(await page.getByRole('button', { name: 'Salva nel piano' }).count()).toBe(0);
    await rewrite(page, 'due giorni', 'tre giorni');
    await page.getByText('La proposta riguarda il capoverso 2.').waitFor();
    await press(page, 'Proponi al tavolo');
    await page.getByText('La proposta è al tavolo.').waitFor();
    const proposal = page.getByRole('article', { name: `Proposta 3 di ${PARTNER}` });
    await proposal.getByText('Tocca lo stesso testo di altre proposte: 1, 2.').waitFor();
    await proposal.locator('ins', { hasText: 'tre' }).waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('leads from each thing that is missing to its field, and misses it no more once it is there', async () => {
    const { page, context, problems } = await at(LEAD, '01-contesto');
    const check = page.locator('.to-check');
    await check.locator('summary').click();
    const missing = check.getByRole('listitem');
    const before = await missing.count();
    await check.getByRole('link', { name: 'Mancano indicatori' }).click();
    const field = page.locator('[id$=".indicators"]');
    await field.and(page.locator(':focus')).waitFor();
    await field.getByText('Aggiungi un indicatore').click();
    await field.getByLabel('Titolo').fill('Sportelli aperti (dimostrativo)');
    await field.getByLabel('Unità di misura').fill('sportelli');
    await field.getByLabel('Valore obiettivo').fill('12');
    await field.getByRole('button', { name: 'Aggiungi' }).click();
    await field.getByText('Sportelli aperti (dimostrativo): 12 sportelli').waitFor();
    await check.getByRole('link', { name: /Proposta 1 di Ciro Esempio \(Finalità\)/u }).click();
    await page.waitForURL(/sezione=02-finalita/u);
    await page
      .getByRole('article', { name: 'Proposta 1 di Ciro Esempio' })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await missing.count()).toBe(before - 1);
    expect(await findings(page)).toStrictEqual([]);
    expect(problems).toStrictEqual([]);
    await context.close();
  });
});
