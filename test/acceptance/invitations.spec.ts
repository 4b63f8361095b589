import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonaTokens, World } from '@tavolo/demo';
import { registered } from '../../libs/demo/src/journeys/ground.js';
import { posted } from './asked.js';
import { Browser, subscribed } from './browser.js';
import { stageOn } from './played.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavolo } from './tavolo.js';

let server: RunningServer;
let founder: string;
/** Organisations whose representatives have never signed in. */
let [one, other, third, fourth, fifth]: readonly {
  readonly person: string;
  readonly mandate: string;
}[] = [];

type Made = Readonly<{ id: string; path: string; code?: string }>;

const invite = (mandate: string) =>
  `mutation { inviteToSignIn(input: { mandate: "${mandate}" }) { ... on SignInInvitation { id path } ... on Refusal { code } } }`;
const admin = async () => {
  const browser = new Browser(server.url);
  browser.actUnder('instance-tavolo#founder');
  await browser.signIn(founder);
  return browser;
};
const invited = async (by: Browser, mandate: string) =>
  (await by.ask(invite(mandate))).data?.inviteToSignIn as unknown as Made;
/** The login of nobody that the picker offers, which is another each time. */
const throughLink = async (browser: Browser, path: string, login?: string) => {
  const token = path.slice(path.lastIndexOf('/') + 1);
  const { page, html } = await browser.goToPicker(`?invitation=${token}`);
  const [, fresh = ''] = /value="(login-[^"]+)"/u.exec(html) ?? [];
  const back = await browser.pick(page, login ?? fresh);
  const response = await browser.open(back.href);
  return { login: fresh, status: response.status, text: await response.text() };
};

beforeAll(async () => {
  server = await startServer();
  const world = await World.open(stageOn(server.url).stage);
  founder = world.founder.person;
  const role = { it: 'Legale rappresentante', en: 'Legal representative' };
  const kind = 'OTHER' as const;
  const named = ['Ente uno', 'Ente due', 'Ente tre', 'Ente quattro', 'Ente cinque'].map((name) =>
    registered(world, { name, kind, role }),
  );
  [one, other, third, fourth, fifth] = (await Promise.all(named)).map(
    ({ head: { person, mandate } }) => ({
      ...{ person, mandate: mandate ?? '' },
    }),
  );
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
});

describe('who is invited', () => {
  it('signs in by the link, once, and from then on with that login', async () => {
    const by = await admin();
    const { path } = await invited(by, one?.mandate ?? '');
    const guest = new Browser(server.url);
    const page = await guest.open(path, { headers: { accept: 'text/html' } });
    expect(await page.text()).toMatch(/This invitation is for /u);
    const { login, status } = await throughLink(guest, path);
    expect(status).toBe(303);
    expect(await guest.whoAmI()).toMatchObject({ signedIn: true, person: { id: one?.person } });
    const again = new Browser(server.url);
    const { page: picker } = await again.goToPicker();
    await again.open((await again.pick(picker, login)).href);
    expect(await again.whoAmI()).toMatchObject({ person: { id: one?.person } });
    const late = await throughLink(new Browser(server.url), path);
    expect([late.status, late.text]).toStrictEqual([
      403,
      expect.stringContaining('InvitationLinkUsed'),
    ]);
  });

  it('X-3: binds a second login alone, signed in with the first', async () => {
    const by = await admin();
    const refused = await invited(by, one?.mandate ?? '');
    expect(refused.code).toBe('SecondLoginByOneself');
  });

  it('X-5: does not come with the login of somebody else', async () => {
    const { path } = await invited(await admin(), other?.mandate ?? '');
    const taken = await throughLink(new Browser(server.url), path, founder);
    expect([taken.status, taken.text]).toStrictEqual([
      403,
      expect.stringContaining('LoginOfAnother'),
    ]);
    const token = await new PersonaTokens(server.url).of(founder);
    const answer = await fetch(`${server.url}${path}`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${token}` } },
    });
    expect(answer.status).toBe(403);
    expect((await fetch(`${server.url}${path}`, { method: 'POST' })).status).toBe(401);
  });

  it('X-11: finds a link that was taken back, and one that was changed, lead nowhere', async () => {
    const by = await admin();
    const { id, path } = await invited(by, other?.mandate ?? '');
    const guest = new Browser(server.url);
    expect((await guest.open(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status).toBe(
      403,
    );
    expect((await guest.open('/session/invitation/none')).status).toBe(403);
    const revoke = `mutation { revokeSignInInvitation(input: { invitation: "${id}" }) { __typename } }`;
    expect((await by.ask(revoke)).data?.revokeSignInInvitation).toStrictEqual({
      __typename: 'SignInInvitationEnded',
    });
    const late = await throughLink(guest, path);
    expect([late.status, late.text]).toStrictEqual([
      403,
      expect.stringContaining('InvitationLinkRevoked'),
    ]);
  });

  it('makes a link for a second login of their own, from the first', async () => {
    const by = await admin();
    const { path } = await invited(by, other?.mandate ?? '');
    const guest = new Browser(server.url);
    await throughLink(guest, path);
    guest.actUnder(other?.mandate ?? '');
    const second = await invited(guest, other?.mandate ?? '');
    const elsewhere = new Browser(server.url);
    expect((await throughLink(elsewhere, second.path)).status).toBe(303);
    expect(await elsewhere.whoAmI()).toMatchObject({ person: { id: other?.person } });
  });

  it('X-3: comes by one of two links that are opened at the same instant', async () => {
    const by = await admin();
    const links = [
      await invited(by, third?.mandate ?? ''),
      await invited(by, third?.mandate ?? ''),
    ];
    const guests = links.map(({ path }) => ({ path, browser: new Browser(server.url) }));
    const came = await Promise.all(guests.map(({ browser, path }) => throughLink(browser, path)));
    expect(came.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([303, 403]);
    const kept = came.find(({ status }) => status === 403);
    expect(kept?.text).toContain('SecondLoginByOneself');
    const who = await Promise.all(guests.map(({ browser }) => browser.whoAmI()));
    expect(who.filter((whose) => JSON.stringify(whose).includes(third?.person ?? ''))).toHaveLength(
      1,
    );
  });

  it('X-3: holds something here: nobody is invited under nothing', async () => {
    const by = await admin();
    expect((await invited(by, 'board-none#seat-1')).code).toBe('InvitedUnderNothing');
    expect((await new Browser(server.url).ask(invite('board-none#seat-1'))).code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is invited from the command line, which also lists and ends sessions', async () => {
    const url = ['--url', server.url];
    const refused = await tavolo('invite', one?.mandate ?? '', ...url, '--locale', 'en');
    expect([refused.code, refused.err]).toStrictEqual([
      1,
      expect.stringContaining('signs in already'),
    ]);
    const { code, out } = await tavolo('invite', 'instance-tavolo#founder', ...url);
    expect(code).toBe(0);
    expect(out).toMatch(/\/session\/invitation\/[\w-]+\.[\w-]{43}\n/u);
    const [, id = ''] = /--revoke (invitation-\S+)/u.exec(out) ?? [];
    expect((await tavolo('invite', '--revoke', id, ...url)).out).toContain('is revoked');
    expect((await tavolo('sessions', ...url)).out).toContain('since');
    expect((await tavolo('sessions', '--end-all', ...url)).out).toMatch(/Ended: [1-9]/u);
    expect((await tavolo('sessions', ...url)).out).toContain('No session is open');
  });

  it('X-9: leaves no login and no secret in any file', async () => {
    const by = await admin();
    const { path } = await invited(by, 'instance-tavolo#founder');
    const guest = new Browser(server.url);
    const { login } = await throughLink(guest, path);
    const kept = readdirSync(server.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
      .map((bytes) => bytes.toString('latin1'));
    const secret = path.slice(path.lastIndexOf('.') + 1);
    expect(kept.some((text) => text.includes('LoginBound'))).toBe(true);
    for (const told of [login, secret, guest.cookies.get('__Host-tavolo') ?? 'no session']) {
      expect(kept.filter((text) => text.includes(told))).toHaveLength(0);
    }
  });
});

describe('the logins of a person', () => {
  const giving = (name: string, input: string) =>
    `mutation { ${name}(input: { ${input} }) { __typename ... on Refusal { rule code } } }`;
  const closing = (person: string) => giving('closeLogins', `person: "${person}", cause: LEFT`);
  const byToken = async (person: string) => {
    const token = await new PersonaTokens(server.url).of(person);
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    const query = JSON.stringify({ query: '{ programmes(first: 1) { totalCount } }' });
    const { status, body } = await posted(server.url, query, headers);
    return [status, body.errors?.[0]?.message ?? null];
  };
  const held = (one = { person: '', mandate: '' }) => one;
  const endOf = (socket: WebSocket) =>
    new Promise<number>((resolve) => {
      socket.addEventListener('close', ({ code }) => resolve(code));
    });

  it('X-3: are closed by the administrator: no token, session, subscription, calendar or link is good, until they are reopened', async () => {
    const by = await admin();
    const [{ person: eva, mandate }, alive] = [held(fourth), held(fifth)];
    const [lost, ada] = [new Browser(server.url), new Browser(server.url)];
    lost.actUnder(mandate);
    await lost.signIn(eva);
    await ada.signIn(alive.person);
    const { path: unused } = await invited(by, mandate);
    const made = await lost.ask(
      'mutation { createCalendarLink(input: {}) { ... on CalendarLinkCreated { path } } }',
    );
    const { createCalendarLink } = made.data as unknown as { createCalendarLink: Made };
    const { path: calendar } = createCalendarLink;
    const token = await new PersonaTokens(server.url).of(eva);
    const sockets = [
      await subscribed(lost, server.url),
      await subscribed(new Browser(server.url), server.url, token),
    ];
    const ends = Promise.all(sockets.map(endOf));
    expect([(await lost.open(calendar)).status, await byToken(eva)]).toEqual([200, [200, null]]);

    ada.actUnder(alive.mandate);
    expect((await ada.ask(closing(eva))).data).toMatchObject({
      closeLogins: { code: 'NotPermitted' },
    });
    expect((await by.ask(closing(eva))).data).toStrictEqual({
      closeLogins: { __typename: 'LoginsChanged' },
    });
    expect(await ends).toStrictEqual([4401, 4401]);
    expect(await lost.whoAmI()).toStrictEqual({ signedIn: false });
    expect(await byToken(eva)).toEqual([401, expect.stringContaining('were closed')]);
    const anew = await new Browser(server.url).signIn(eva);
    expect([anew.status, await anew.text()]).toEqual([401, expect.stringContaining('chiusi')]);
    expect((await lost.open(calendar)).status).toBe(404);
    const through = await throughLink(new Browser(server.url), unused);
    expect(through.text).toContain('LoginsAreClosed');
    expect((await invited(by, mandate)).code).toBe('LoginsAreClosed');
    expect(await ada.whoAmI()).toMatchObject({ person: { id: alive.person } });
    const list = '{ closedLogins { person { id } cause } }';
    expect((await by.ask(list)).data).toEqual({
      closedLogins: [{ person: { id: eva }, cause: 'LEFT' }],
    });
    expect((await ada.ask(list)).data).toEqual({ closedLogins: [] });

    const reopened = await by.ask(giving('reopenLogins', `person: "${eva}"`));
    expect(reopened.data).toStrictEqual({ reopenLogins: { __typename: 'LoginsChanged' } });
    expect([(await lost.open(calendar)).status, await byToken(eva)]).toEqual([200, [200, null]]);
    expect(await lost.whoAmI()).toStrictEqual({ signedIn: false });
    await lost.signIn(eva);
    expect(await lost.whoAmI()).toMatchObject({ person: { id: eva } });
  });

  it('X-3, X-12: of the last administrator are closed by nobody, nor those of who is not there', async () => {
    const by = await admin();
    const closed = async (person: string) => (await by.ask(closing(person))).data?.closeLogins;
    expect(await closed(founder)).toMatchObject({ rule: 'X-3', code: 'LastAdministrator' });
    const nobody = 'person-00000000-0000-4000-8000-000000000000';
    expect(await closed(nobody)).toMatchObject({ rule: 'X-12', code: 'PersonNowhere' });
    expect(await by.whoAmI()).toMatchObject({ signedIn: true });
  });

  it('X-3: are discarded: who had one stays out, and its person comes back by a new link', async () => {
    const [by, ada] = [await admin(), held(fifth)];
    const { path } = await invited(by, ada.mandate);
    const stolen = new Browser(server.url);
    const { login: old } = await throughLink(stolen, path);
    await by.ask(closing(ada.person));
    const reopening = ['--reopen', ada.person, '--discard', '--url', server.url];
    expect((await tavolo('logins', ...reopening)).out).toContain('stay out');
    const again = await stolen.pick((await stolen.goToPicker()).page, old);
    expect((await stolen.open(again.href)).status).toBe(403);
    const { path: anew } = await invited(by, ada.mandate);
    expect((await throughLink(stolen, anew, old)).text).toContain('LoginDiscarded');
    const back = new Browser(server.url);
    expect((await throughLink(back, anew)).status).toBe(303);
    expect(await back.whoAmI()).toMatchObject({ person: { id: ada.person } });
  });

  it('are closed, listed and reopened from the command line', async () => {
    const { person } = held(fifth);
    const url = ['--url', server.url, '--locale', 'en'];
    expect(await tavolo('logins', '--close', person, '--because', 'left', ...url)).toMatchObject({
      code: 0,
      out: expect.stringContaining('They are closed'),
    });
    expect((await tavolo('logins', ...url)).out).toMatch(/^person-\S+ {2}.+ {2}left, since /mu);
    expect((await tavolo('logins', '--reopen', person, ...url)).out).toContain('open again');
  });
});
