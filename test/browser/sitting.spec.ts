import { describe, expect, it } from '@jest/globals';
import type { Page, WebSocketRoute } from 'playwright-core';
import { onServer } from './on-server.js';
import { findings, overhang, settled, signIn, watchedPage } from './pages.js';
import type { Watched } from './pages.js';

/** Keeps the minutes of the board that votes today, of five members. */
const SECRETARY = 'Nives Esempio';

const on = onServer({ hasStory: true });

/** The secretary at the sitting of the board that is on. */
async function atTheSitting(before: (page: Page) => Promise<void>): Promise<Watched> {
  const watched = await watchedPage(on.browser, 1280);
  const { page } = watched;
  await before(page);
  await signIn(page, { url: on.server.url, name: SECRETARY, to: '/sedute?status=IN_SESSION' });
  await page
    .getByRole('row', { name: /Cabina di regia/u })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/sedute\/sitting-/u);
  await settled(page);
  return watched;
}

const nothing = () => Promise.resolve();
const seat = (page: Page, name: string, isHere: boolean) =>
  page.getByRole('button', { name: `${name} Esempio: Presente`, pressed: isHere });

/** Records by keyboard that who has these initials came or left. */
async function calls(page: Page, initials: string): Promise<void> {
  await page.locator('.roll button').first().focus();
  await page.keyboard.type(initials);
  await page.keyboard.press('Space');
}

describe('a live sitting', () => {
  it('GB-2: shows a red bar with the rule while the quorum is missing, by a roll called from the keyboard', async () => {
    const { page, context, problems } = await atTheSitting(nothing);
    const bar = page.getByRole('alert').getByText('Manca il numero legale.');
    expect(await bar.count()).toBe(0);
    for (const [initials, name] of [
      ['ge', 'Gino'],
      ['he', 'Hana'],
      ['ie', 'Ivo'],
    ] as const) {
      await calls(page, initials);
      await seat(page, name, false).waitFor();
    }
    await bar.waitFor();
    await page.getByText('Presenti 2, ne servono 3. Il regolamento chiede: più di 1/2').waitFor();
    expect(await findings(page)).toStrictEqual([]);
    expect(await overhang(page)).toBe(0);
    await calls(page, 'he');
    await seat(page, 'Hana', true).waitFor();
    await bar.waitFor({ state: 'detached' });
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('keeps a list of who wants to speak, which the projector shows, with a clock', async () => {
    const { page, context, problems } = await atTheSitting(nothing);
    const list = page.getByRole('region', { name: 'Interventi' });
    for (const name of ['Luce Esempio', 'Hana Esempio']) {
      await list.getByLabel('Chi chiede la parola').selectOption(name);
      await list.getByRole('button', { name: 'Metti in elenco' }).click();
    }
    await list.getByRole('button', { name: 'Parola a chi segue' }).click();
    await list.getByText('Parla Luce Esempio').waitFor();
    expect(await findings(page)).toStrictEqual([]);
    const wall = await context.newPage();
    await wall.goto(`${page.url().split('?')[0] ?? ''}/proiezione`);
    await wall.getByText('Parla Luce Esempio').waitFor();
    await wall.getByText('Poi: Hana Esempio').waitFor();
    await wall.getByRole('timer').getByText('di 5:00').waitFor();
    await list.getByRole('button', { name: 'Parola a chi segue' }).click();
    await wall.getByText('Parla Hana Esempio').waitFor();
    expect(problems).toStrictEqual([]);
    await context.close();
  });

  it('says that it hears nothing, and once it does again, how much it has caught up with', async () => {
    const sockets: WebSocketRoute[] = [];
    let isAway = false;
    const { page, context } = await atTheSitting((opened) =>
      opened.routeWebSocket(/graphql/u, (socket) => {
        if (isAway) void socket.close({ code: 1012 });
        else socket.connectToServer();
        sockets.push(socket);
      }),
    );
    await page.waitForLoadState('networkidle');
    isAway = true;
    for (const socket of sockets) await socket.close({ code: 1012 });
    await page.getByText('Collegamento interrotto').waitFor();
    const other = await atTheSitting(nothing);
    await calls(other.page, 'le');
    await seat(other.page, 'Luce', false).waitFor();
    await other.context.close();
    isAway = false;
    await page.getByText('Di nuovo in linea: recuperato un fatto.').waitFor();
    await seat(page, 'Luce', false).waitFor();
    expect(await page.getByText('Collegamento interrotto').count()).toBe(0);
    await context.close();
  });
});
