import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';
import type { Watched } from './pages.js';

/** Keeps the minutes of the committee; who presides over it, and another member. */
const [SECRETARY, CHAIR, MEMBER] = ['Nives Esempio', 'Rina Esempio', 'Sante Esempio'] as const;

const on = onServer({ hasStory: true });
const file = { name: 'prova.txt', mimeType: 'text/plain', buffer: Buffer.from('prova') };

/** Somebody at a sitting of the committee, by its place in the list. */
async function at(name: string, sitting: number): Promise<Watched> {
  const watched = await watchedPage(on.browser, 1280);
  const { page } = watched;
  await signIn(page, { url: on.server.url, name, to: '/sedute' });
  await page
    .getByRole('row', { name: /Comitato tecnico/u })
    .nth(sitting)
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/sedute\/sitting-/u);
  await settled(page);
  return watched;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A moment some days on at ten, as a field for day and time takes it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T10:00`;
}

/** The next full second on the clocks of the body, once it has come. */
async function nextSecond(page: Page): Promise<string> {
  const next = Math.ceil(Date.now() / 1000) * 1000;
  await page.waitForFunction((from) => Date.now() > from, next);
  return new Date(next).toLocaleString('sv-SE', { timeZone: 'Europe/Rome' }).replace(' ', 'T');
}

async function nothingWrong({ page, context, problems }: Watched): Promise<void> {
  expect(await findings(page)).toStrictEqual([]);
  expect(await overhang(page)).toBe(0);
  expect(problems).toStrictEqual([]);
  await context.close();
}

describe('the secretary of a body', () => {
  it('D-2: records the drawing by lot that equal votes wait for', async () => {
    const watched = await at(SECRETARY, 0);
    const { page } = watched;
    const form = page.getByRole('region', { name: 'Sorteggio' });
    await form.getByLabel('Chi ha estratto').selectOption({ label: MEMBER });
    await form.getByRole('radio', { name: 'contrario' }).check();
    await form.getByLabel('Verbale di estrazione').setInputFiles(file);
    expect(await findings(page)).toStrictEqual([]);
    await press(page, 'Registra il sorteggio');
    await page.getByText('Sede degli incontri').first().waitFor();
    await page.getByRole('status').getByText('non approvata').waitFor();
    expect(await form.count()).toBe(0);
    await nothingWrong(watched);
  });

  it('D-3: enters the count of the papers once it is as many as who voted', async () => {
    const watched = await at(SECRETARY, 1);
    const { page } = watched;
    // Who votes in the room is not sent to a page on which nobody can vote.
    expect(await page.getByRole('link', { name: 'Vai al voto' }).count()).toBe(0);
    const form = page.getByRole('region', { name: 'Spoglio delle schede' });
    await form.getByLabel('Schede favorevoli').fill('2');
    await form.getByLabel('Schede contrarie').fill('1');
    await form.getByLabel('Astensioni').fill('1');
    const voters = form.getByRole('group', { name: 'Chi ha votato' }).getByRole('checkbox');
    for (let n = 0; n < 3; n += 1) await voters.nth(n).check();
    await form.getByText('Schede 4, votanti 3: finché non sono uguali').waitFor();
    const tellers = form.getByRole('group', { name: 'Scrutatori' }).getByRole('checkbox');
    for (const n of [0, 1]) await tellers.nth(n).check();
    await press(page, 'Registra lo spoglio');
    await page.getByRole('alert').getByText('D-2').waitFor();
    await voters.nth(3).check();
    await form.getByText('Schede 4, votanti 4: tornano.').waitFor();
    await press(page, 'Registra lo spoglio');
    await page.getByText(/Spoglio registrato alle/u).waitFor();
    await nothingWrong(watched);
    const presiding = await at(CHAIR, 1);
    await press(presiding.page, 'Chiudi la votazione');
    await presiding.page.getByRole('status').getByText('approvata').waitFor();
    await nothingWrong(presiding);
  });

  it('GB-1, GB-5: convenes a sitting, records its service; a member gives theirs to another', async () => {
    const watched = await at(SECRETARY, 0);
    const { page } = watched;
    await page.getByRole('link', { name: 'Comitato tecnico dimostrativo' }).click();
    await page.waitForURL(/organi\//u);
    const form = page.getByRole('region', { name: 'Convocare una seduta' });
    await form.getByRole('checkbox', { name: /Regole di lavoro/u }).check();
    await form.getByLabel('Luogo').fill('Sala dimostrativa');
    await form.getByLabel('Giorno e ora').fill(inDays(2));
    await press(page, 'Convoca la seduta');
    await page.getByRole('alert').getByText('GB-1').waitFor();
    await form.getByLabel('Giorno e ora').fill(inDays(9));
    expect(await findings(page)).toStrictEqual([]);
    await press(page, 'Convoca la seduta');
    await form.getByRole('link', { name: 'vai alla seduta' }).click();
    await page.waitForURL(/sedute\/sitting-/u);
    await page.getByText('Notifica dell’avviso').click();
    await page.getByText(`${MEMBER}: notifica non registrata`).waitFor();
    await page.getByLabel('A chi').selectOption({ label: MEMBER });
    await page.getByLabel('Con quale mezzo').selectOption({ label: 'PEC' });
    await page.getByLabel('Ricevuta il').fill(inDays(-1));
    await page.getByLabel('Prova della notifica').setInputFiles(file);
    await press(page, 'Registra la notifica');
    // It cannot have reached anybody the day before it went out.
    await page.getByRole('alert').getByText('X-2').waitFor();
    await page.getByLabel('Ricevuta il').fill(await nextSecond(page));
    await press(page, 'Registra la notifica');
    await page.getByText(`${MEMBER}: PEC, `).waitFor();
    const address = new URL(page.url()).pathname;
    await nothingWrong(watched);
    await delegates(address);
  });
});

describe('the desk', () => {
  it('puts off and puts away by keys, tells what was put aside, and takes it back', async () => {
    const watched = await watchedPage(on.browser, 1280);
    const { page } = watched;
    await signIn(page, { url: on.server.url, name: 'Fulvia Esempio', to: '/scrivania' });
    await settled(page);
    const links = page.locator('tbody th a');
    const names = await links.allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    await links.first().focus();
    // What is late stays.
    await page.keyboard.press('h');
    await expectRows(page, names.length);
    await links.nth(2).focus();
    await page.keyboard.press('k');
    await page.keyboard.press('h');
    await expectRows(page, names.length - 1);
    expect(await page.locator('tbody tr:focus-within').count()).toBe(1);
    await page.keyboard.press('e');
    await expectRows(page, names.length - 2);
    await page.reload();
    await settled(page);
    await expectRows(page, names.length - 2);
    await page.getByText('2 cose messe da parte').click();
    expect(await findings(page)).toStrictEqual([]);
    const back = page.getByRole('button', { name: /^Riprendi/u });
    await back.first().click();
    await page.getByText('Una cosa messa da parte').waitFor();
    await back.click();
    await expectRows(page, names.length);
    expect(await links.allInnerTexts()).toStrictEqual(names);
    await nothingWrong(watched);
  });
});

describe('a vote', () => {
  it('X-13: is chosen by a number, and sent again under the same id when it did not go through', async () => {
    const { page, context } = await watchedPage(on.browser, 1280);
    await signIn(page, { url: on.server.url, name: 'Luce Esempio', to: '/scrivania' });
    await page.locator('main a[href*="/voto/"]').first().click();
    await page.waitForURL(/voto\/decision-/u);
    await settled(page);
    await page.getByText('Deliberazione: Adozione del piano Insieme').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    expect(await page.getByRole('radio', { name: 'Astenuto' }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    const ids: unknown[] = [];
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as Asked;
      if (asked.operationName !== 'CastVote') {
        await route.fallback();
        return;
      }
      ids.push(asked.variables.input.commandId);
      await (ids.length === 1 ? route.abort() : route.fallback());
    });
    await press(page, 'Confermo: voto astenuto');
    await page.getByText('Voto non registrato').waitFor();
    await press(page, 'Riprova');
    await page.getByText('Voto registrato').waitFor();
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(ids[0]);
    await context.close();
  });
});

describe('a vote that is refused', () => {
  it('D-1: names the rule and what it says, and loses nothing that was written', async () => {
    const voter = 'Fulvia Esempio';
    const { page, context } = await watchedPage(on.browser, 1280);
    // It hears nothing of what happens meanwhile.
    await page.routeWebSocket(/graphql/u, () => undefined);
    await signIn(page, { url: on.server.url, name: voter, to: '/scrivania' });
    await page.locator('main a[href*="/voto/"]').first().click();
    await page.waitForURL(/voto\/decision-/u);
    await settled(page);
    await page.keyboard.press('2');
    await page.getByLabel('Motivazione').fill('Manca la copertura');
    await press(page, 'Rivedi il voto');
    await leaves(voter);
    await press(page, 'Confermo: voto contrario');
    const alert = page.getByRole('alert');
    await alert.getByText('regola D-1').waitFor();
    await alert.getByText('non è presente: non può votare').waitFor();
    expect(await findings(page)).toStrictEqual([]);
    await press(page, 'Torna alla scelta');
    expect(await page.getByLabel('Motivazione').inputValue()).toBe('Manca la copertura');
    expect(await page.getByRole('radio', { name: 'Contrario' }).isChecked()).toBe(true);
    await context.close();
  });
});

/** The secretary records that somebody left the sitting of the board. */
async function leaves(name: string): Promise<void> {
  const watched = await watchedPage(on.browser, 1280);
  const { page } = watched;
  await signIn(page, { url: on.server.url, name: SECRETARY, to: '/sedute?status=IN_SESSION' });
  await page
    .getByRole('row', { name: /Cabina di regia/u })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/sedute\/sitting-/u);
  const seat = page.getByRole('button', { name: `${name}: Presente` });
  await seat.click();
  await page.getByRole('button', { name: `${name}: Presente`, pressed: false }).waitFor();
  await nothingWrong(watched);
}

interface Asked {
  readonly operationName: string;
  readonly variables: { readonly input: { readonly commandId: string } };
}

/** Waits until a table has so many rows. */
async function expectRows(page: Page, count: number): Promise<void> {
  await page.locator('tbody tr').nth(count).waitFor({ state: 'detached' });
  if (count > 0)
    await page
      .locator('tbody tr')
      .nth(count - 1)
      .waitFor();
}

/** A member is represented by another, and takes that back. */
async function delegates(to: string): Promise<void> {
  const watched = await watchedPage(on.browser, 1280);
  const { page } = watched;
  await signIn(page, { url: on.server.url, name: MEMBER, to });
  await settled(page);
  await page.getByText('Delegare la presenza').click();
  await page.getByLabel('Chi rappresenta').selectOption({ label: CHAIR });
  await page.getByLabel('Delega scritta').setInputFiles(file);
  await press(page, 'Delega');
  await page.getByText(`${MEMBER} è rappresentato da ${CHAIR}`).waitFor();
  expect(await page.getByText('Delegare la presenza').count()).toBe(0);
  await press(page, 'Revoca la delega');
  await page.getByText('Nessuna delega.').waitFor();
  await nothingWrong(watched);
}
