import { describe, expect, it } from '@jest/globals';
import { Browser, subscribed } from './browser.js';
import { foundersBrowsers } from './founders-browsers.js';

const SESSION = '__Host-tavolo';
const REGISTER =
  'mutation { registerPartner(input: { name: "Ente", kind: OTHER }) { __typename ... on Refusal { rule code } } }';
const END = 'mutation { endSessions(input: {}) { ... on SessionsEnded { ids } } }';

const on = foundersBrowsers();
const { browser } = on;
const signedIn = async () => {
  const one = browser();
  await one.signIn(on.founder);
  return one;
};

describe('who signs in with a browser', () => {
  it('comes from the picker to where it wanted to go, and acts without a token', async () => {
    const ada = browser();
    expect(await ada.whoAmI()).toStrictEqual({ signedIn: false });
    const back = await ada.signIn(on.founder, '?returnTo=/altair/');
    expect([back.status, back.headers.get('location')]).toStrictEqual([303, '/altair/']);
    const [given] = back.headers.getSetCookie().filter((one) => one.startsWith(`${SESSION}=`));
    expect(given).toMatch(/^__Host-tavolo=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/u);
    expect(await ada.whoAmI()).toMatchObject({
      ...{ signedIn: true, person: { id: on.founder }, assurance: 'substantial' },
    });
    expect((await ada.whoAmI()).authenticatedAt).toMatch(/Z$/u);
    const { data } = await ada.ask(REGISTER);
    expect(data?.registerPartner).toMatchObject({ __typename: 'PartnerPayload' });
  });

  it('comes from a persona’s card without a second pick, if the demo has that persona', async () => {
    const ada = browser();
    const { at } = await ada.follow(`/session/login?returnTo=/session&hint=${on.founder}`);
    expect(at.pathname).toBe('/session');
    expect(await ada.whoAmI()).toMatchObject({ signedIn: true, person: { id: on.founder } });
    const nobody = `person-${crypto.randomUUID()}`;
    for (const hint of [nobody, 'login-of-mine', `${on.founder}%20`]) {
      const { page } = await browser().goToPicker(`?hint=${hint}`);
      expect(page.pathname).toMatch(/^\/interaction\//u);
    }
  });

  it('is told beforehand with whom one signs in', async () => {
    const { ways, missing } = (await (await fetch(`${on.server.url}/session/ways`)).json()) as {
      readonly ways: readonly { readonly name: string }[];
      readonly missing: readonly string[];
    };
    const { at } = await browser().follow('/session/login');
    expect(ways).toStrictEqual([{ name: at.host }]);
    expect(missing).toStrictEqual([]);
  });

  it('is warned of nothing by the issuer of a demo', () => {
    expect(on.server.output.filter((line) => /warning/iu.test(line))).toStrictEqual([]);
  });

  it('sees its sessions, and in which it is', async () => {
    const [ada, elsewhere] = [await signedIn(), await signedIn()];
    const query = '{ sessions { id current assurance until } }';
    const seen = (await ada.ask(query)).data?.sessions as unknown as { current: boolean }[];
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(seen.filter(({ current }) => current)).toHaveLength(1);
    await elsewhere.ask(END);
  });

  it('is asked by the server’s other name to come by the one that the issuer knows', async () => {
    const { port } = new URL(on.server.url);
    const away = await fetch(`http://localhost:${port}/session/login`, { redirect: 'manual' });
    expect(away.headers.get('location')).toBe(`${on.server.url}/session/login`);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/a\tb'])(
    'is led nowhere else: %j',
    async (returnTo) => {
      const back = await browser().signIn(on.founder, `?returnTo=${encodeURIComponent(returnTo)}`);
      expect(back.headers.get('location')).toBe('/');
    },
  );

  it('signs in anew for a level, and is told which there are', async () => {
    const ada = await signedIn();
    const before = ada.cookies.get(SESSION);
    const asked = await ada.open('/session/login?stepUp=substantial');
    const { searchParams: said } = new URL(asked.headers.get('location') ?? '');
    expect([said.get('acr_values'), said.get('max_age')]).toStrictEqual(['demo', '60']);
    await ada.signIn(on.founder, '?stepUp=substantial');
    expect(ada.cookies.get(SESSION)).not.toBe(before);
    const tooLow = await ada.signIn(on.founder, '?stepUp=high');
    expect(tooLow.status).toBe(403);
    expect(await tooLow.text()).toContain('SPID');
    expect((await ada.open('/session/login?stepUp=none')).status).toBe(400);
  });
});

describe('the page of a session', () => {
  const asPage = { accept: 'text/html' };

  it('has a button that signs out, and the playground leads to it', async () => {
    const ada = await signedIn();
    expect(await (await ada.open('/altair/')).text()).toContain('<a href="/session"');
    const shown = await ada.open('/session', { headers: asPage });
    expect(await shown.text()).toMatch(/<form method="post" action="\/session\/logout"><button>/u);
    // Under the policy of the other pages a browser would call the origin of the button null.
    expect(shown.headers.get('referrer-policy')).toBe('same-origin');
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: on.server.url };
    const headers = { ...asPage, ...form };
    const out = await ada.open('/session/logout', { method: 'POST', body: '', headers });
    expect(await out.text()).toContain('/session/end?');
    expect(await ada.whoAmI()).toStrictEqual({ signedIn: false });
    expect(await (await ada.open('/session', { headers: asPage })).text()).toContain('Nobody');
  });

  it.each(['cross-site', 'same-site'])(
    'asks first who is led to the login by another site: %s',
    async (site) => {
      const login = '/session/login?returnTo=/altair/';
      const led = await browser().open(login, { headers: { ...asPage, 'sec-fetch-site': site } });
      expect([led.status, led.headers.get('set-cookie')]).toStrictEqual([200, null]);
      expect(await led.text()).toContain('href="/session/login?returnTo=/altair/"');
      for (const own of ['none', 'same-origin']) {
        const headers = { ...asPage, 'sec-fetch-site': own };
        expect((await browser().open(login, { headers })).status).toBe(303);
      }
    },
  );
});

describe('a session', () => {
  it('is none of one’s own choosing: each login has a new one, and ends that of before', async () => {
    const [eve, ada] = [await signedIn(), browser()];
    const fixed = eve.cookies.get(SESSION) ?? '';
    ada.plant(SESSION, fixed);
    await ada.signIn(on.founder);
    expect(ada.cookies.get(SESSION)).not.toBe(fixed);
    expect(await eve.whoAmI()).toStrictEqual({ signedIn: false });
    const made = browser();
    made.plant(SESSION, 'x'.repeat(43));
    expect(await made.whoAmI()).toStrictEqual({ signedIn: false });
    expect((await made.ask(REGISTER)).code).toBe('UNAUTHENTICATED');
  });

  it('ends by signing out, here and at the issuer', async () => {
    const ada = await signedIn();
    const kept = ada.cookies.get(SESSION) ?? '';
    const headers = { origin: on.server.url };
    const out = await ada.open('/session/logout', { method: 'POST', headers });
    const { issuer } = (await out.json()) as { issuer: string };
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(issuer).toMatch(/\/session\/end\?.*client_id=demo-server/u);
    expect(ada.cookies.has(SESSION)).toBe(false);
    ada.plant(SESSION, kept);
    expect((await ada.ask(REGISTER)).code).toBe('UNAUTHENTICATED');
    const html = await (await ada.open(issuer)).text();
    expect(html).toContain('Uscire');
    expect(html).not.toContain('googleapis');
  });

  it('says how long it lasts, and is extended by a page of this server alone', async () => {
    const ada = await signedIn();
    const { leftMs, atMostMs, idleMs } = await ada.whoAmI();
    expect(idleMs).toBe(1_800_000);
    expect(leftMs).toBeLessThanOrEqual(1_800_000);
    expect(atMostMs).toBeGreaterThan(Number(leftMs));
    const extended = (headers: Record<string, string>) =>
      ada.open('/session/extend', { method: 'POST', headers });
    const own = await extended({ origin: on.server.url });
    expect(await own.json()).toMatchObject({ signedIn: true, person: { id: on.founder }, idleMs });
    expect((await extended({ origin: 'https://elsewhere.example' })).status).toBe(403);
    const nobody = await browser().open('/session/extend', { method: 'POST' });
    expect(await nobody.json()).toStrictEqual({ signedIn: false });
  });

  it('ends from another browser of the same person, one or all', async () => {
    const [ada, other] = [await signedIn(), await signedIn()];
    const { data } = await other.ask('{ sessions { id current } }');
    const sessions = data?.sessions as unknown as { id: string; current: boolean }[];
    const mine = sessions.find(({ current }) => current)?.id ?? '';
    const end = `mutation { endSessions(input: { id: "${mine}" }) { __typename ... on Refusal { code } } }`;
    expect((await ada.ask(end)).data?.endSessions).toStrictEqual({ __typename: 'SessionsEnded' });
    expect(await other.whoAmI()).toStrictEqual({ signedIn: false });
    expect((await ada.ask(end)).data?.endSessions).toMatchObject({ code: 'SessionUnknown' });
    await ada.ask(END);
    expect(await ada.whoAmI()).toStrictEqual({ signedIn: false });
  });

  it('X-3: of somebody else is ended by the administrator, and by nobody else', async () => {
    const admin = await signedIn();
    const register =
      'mutation { registerPerson(input: { name: "Eva" }) { ... on PersonPayload { person { id } } } }';
    const { data } = await admin.ask(register);
    const { id: eva } = data?.registerPerson?.person as { id: string };
    const other = new Browser(on.server.url); // Of the administrator too, and under no mandate.
    await other.signIn(on.founder);
    const end = (person: string) =>
      `mutation { endSessions(input: { person: "${person}" }) { __typename ... on Refusal { code } } }`;
    expect((await other.ask(end(eva))).data?.endSessions).toMatchObject({
      code: 'SessionsOfOthers',
    });
    expect((await admin.ask(end(eva))).data?.endSessions).toStrictEqual({
      __typename: 'SessionsEnded',
    });
  });

  it('acts from pages of this server alone', async () => {
    const ada = await signedIn();
    const { port } = new URL(on.server.url);
    const codeOf = async (headers: Record<string, string>) => {
      const { status, code } = await ada.ask(REGISTER, headers);
      return [status, code];
    };
    expect(await codeOf({})).toStrictEqual([403, 'FORBIDDEN']);
    expect(await codeOf({ 'sec-fetch-site': 'same-site' })).toStrictEqual([403, 'FORBIDDEN']);
    expect(await codeOf({ 'sec-fetch-site': 'cross-site' })).toStrictEqual([403, 'FORBIDDEN']);
    const sibling = `http://localhost:${port}`;
    expect(await codeOf({ origin: sibling })).toStrictEqual([403, 'FORBIDDEN']);
    expect((await codeOf({ origin: 'null' }))[0]).toBe(403);
    expect(await codeOf({ 'sec-fetch-site': 'same-origin' })).toStrictEqual([200, undefined]);
    expect(await codeOf({ origin: on.server.url })).toStrictEqual([200, undefined]);
    const out = await ada.open('/session/logout', { method: 'POST' });
    expect(out.status).toBe(403);
    expect(await ada.whoAmI()).toMatchObject({ signedIn: true });
    const form = { origin: on.server.url, 'content-type': 'text/plain' };
    expect((await ada.ask(REGISTER, form)).status).toBe(400);
  });

  it('ends with the subscriptions that were opened in it', async () => {
    const ada = await signedIn();
    const socket = await subscribed(ada, on.server.url);
    const closed = new Promise<CloseEvent>((resolve) => {
      socket.addEventListener('close', resolve);
    });
    await ada.ask(END);
    expect((await closed).code).toBe(4401);
  });

  it('subscribes to nothing in the name of another site', async () => {
    const ada = await signedIn();
    await expect(subscribed(ada, 'http://elsewhere.example')).rejects.toThrow('kept out');
    const { port } = new URL(on.server.url);
    await expect(subscribed(ada, `http://localhost:${port}`)).rejects.toThrow('FORBIDDEN');
  });
});
