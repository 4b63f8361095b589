import { describe, expect, it } from '@jest/globals';
import { foundersBrowsers } from './founders-browsers.js';

const LOGIN = '__Host-tavolo-login';
const END = 'mutation { endSessions(input: {}) { ... on SessionsEnded { ids } } }';

const on = foundersBrowsers();
const { browser } = on;

describe('a login that is under way', () => {
  it('is finished in the browser in which it was begun', async () => {
    const [eve, ada] = [browser(), browser()];
    const { page } = await eve.goToPicker();
    const stolen = await eve.pick(page, on.founder);
    expect((await ada.open(stolen.href)).status).toBe(401);
    await ada.goToPicker(); // One of her own is under way: its state is another.
    expect((await ada.open(stolen.href)).status).toBe(401);
    expect(await ada.whoAmI()).toStrictEqual({ signedIn: false });
  });

  it('is finished once: its code leads nowhere a second time', async () => {
    const ada = browser();
    const { page } = await ada.goToPicker();
    const back = await ada.pick(page, on.founder);
    const sealed = ada.cookies.get(LOGIN) ?? '';
    expect((await ada.open(back.href)).status).toBe(303);
    await ada.ask(END);
    expect((await ada.open(back.href)).status).toBe(401);
    ada.plant(LOGIN, sealed);
    const again = await ada.open(back.href, { headers: { accept: 'text/html' } });
    expect([again.status, await again.text()]).toStrictEqual([
      401,
      expect.stringContaining('begin again in this browser'),
    ]);
    expect(await ada.whoAmI()).toStrictEqual({ signedIn: false });
  });

  it('is not one that the issuer refused, nor one with another state', async () => {
    const ada = browser();
    const { page } = await ada.goToPicker();
    const back = await ada.pick(page, on.founder);
    const sealed = ada.cookies.get(LOGIN) ?? '';
    for (const change of [
      { state: 'x' },
      { error: 'access_denied' },
      { iss: 'https://a.example' },
    ]) {
      ada.plant(LOGIN, sealed);
      const changed = new URL(back);
      for (const [name, value] of Object.entries(change)) changed.searchParams.set(name, value);
      expect((await ada.open(changed.href)).status).toBe(401);
    }
    ada.plant(LOGIN, `${sealed}x`);
    expect((await ada.open(back.href)).status).toBe(401);
    ada.plant(LOGIN, sealed);
    expect((await ada.open(back.href)).status).toBe(303);
  });
});
