import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import { MemoryPrivateStore, MemorySessions } from '@tavolo/private-store';
import { LoginAttempts } from './login-attempts.js';
import { othersRefusal } from './session.rules.js';
import { Sessions } from './sessions.js';
import { SessionsResolver } from './sessions.resolver.js';

const MINUTE_MS = 60_000;
const BEGIN_MS = Date.parse('2026-11-27T10:00:00.000Z');
const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const ada = { person, auth: { issuer: 'https://issuer.example', assurance: 'low' }, session: null };

let minute: number;
let kept: MemorySessions;
let sessions: Sessions;
const now = () => new Date(BEGIN_MS + minute * MINUTE_MS);

beforeEach(() => {
  minute = 0;
  kept = new MemorySessions();
  const limits = { idleMs: 30 * MINUTE_MS, absoluteMs: 120 * MINUTE_MS };
  sessions = new Sessions(kept, limits, now);
});

describe('a session', () => {
  it('is kept by the hash of a token that nobody can guess', async () => {
    const { token, session } = await sessions.begin(ada);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await kept.of(person))).not.toContain(token);
    expect((await sessions.begin(ada)).token).not.toBe(token);
    expect(await sessions.use(token)).toStrictEqual(session);
    expect(await sessions.use(session.tokenSha256)).toBeNull();
    expect(await sessions.use(`${token}x`)).toBeNull();
  });

  it('ends when it is not used for too long, and not before', async () => {
    const { token } = await sessions.begin(ada);
    minute = 30;
    expect(await sessions.look(token)).not.toBeNull();
    minute = 30.01;
    expect(await sessions.use(token)).toBeNull();
    expect(await sessions.of(person)).toStrictEqual([]);
  });

  it('goes on while it is used, up to its last hour and no longer', async () => {
    const { token } = await sessions.begin(ada);
    for (minute = 20; minute <= 120; minute += 20) {
      expect(await sessions.use(token)).not.toBeNull();
    }
    minute = 120.01;
    expect(await sessions.use(token)).toBeNull();
  });

  it('is not used by being looked at', async () => {
    const { token } = await sessions.begin(ada);
    minute = 29;
    await sessions.look(token);
    minute = 31;
    expect(await sessions.look(token)).toBeNull();
  });

  it('says when it ends if nobody does anything: the nearer of its limits', async () => {
    const { token, session } = await sessions.begin(ada);
    expect(sessions.endOf(session)).toBe('2026-11-27T10:30:00.000Z');
    for (minute = 20; minute <= 100; minute += 20) await sessions.use(token);
    const used = await sessions.look(token);
    expect(used && sessions.endOf(used)).toBe('2026-11-27T12:00:00.000Z');
  });

  it('says how long it lasts from now, so that who is at it can be warned', async () => {
    const { token, session } = await sessions.begin(ada);
    minute = 20;
    const of = (ms: number) => ms * MINUTE_MS;
    expect(sessions.leftOf(session)).toStrictEqual({ ms: of(10), atMostMs: of(100) });
    for (minute = 20; minute <= 110; minute += 10) await sessions.use(token);
    minute = 110;
    const used = await sessions.look(token);
    expect(used && sessions.leftOf(used)).toStrictEqual({ ms: of(10), atMostMs: of(10) });
  });

  it('is forgotten at the next login, once it is over', async () => {
    await sessions.begin(ada);
    minute = 121;
    const { session } = await sessions.begin(ada);
    expect(await kept.of(person)).toStrictEqual([session]);
  });

  it('X-12: is ended by its id, once, and by nobody who has none such', async () => {
    const { token, session } = await sessions.begin(ada);
    let heard = 0;
    sessions.onEnd(() => (heard += 1));
    const unknown = { rule: 'X-12', code: 'SessionUnknown', details: { id: session.id } };
    expect(await sessions.end(bo, session.id)).toMatchObject(unknown);
    expect(await sessions.look(token)).not.toBeNull();
    expect(await sessions.end(person, session.id)).toBeNull();
    expect(await sessions.end(person, session.id)).toMatchObject(unknown);
    expect(await sessions.look(token)).toBeNull();
    expect(heard).toBe(1);
  });

  it('X-3: of somebody else is the business of an administrator, under that mandate alone', () => {
    const kept = { rule: 'X-3', code: 'SessionsOfOthers' };
    for (const kind of ['founder', 'administrator']) {
      expect(othersRefusal({ person }, { kind, person })).toBeNull();
      expect(othersRefusal({ person: bo }, { kind, person })).toMatchObject(kept);
    }
    expect(othersRefusal({ person }, { kind: 'seat', person })).toMatchObject(kept);
    expect(othersRefusal({ person }, null)).toMatchObject(kept);
  });

  it('ends with all others of its person, and tells who wants to hear of it', async () => {
    const [one, other] = [await sessions.begin(ada), await sessions.begin(ada)];
    let heard = 0;
    sessions.onEnd(() => (heard += 1));
    await sessions.end(person, one.session.id);
    expect(heard).toBe(1);
    expect(await sessions.endAll(person)).toStrictEqual([other.session.id]);
    expect(await sessions.use(other.token)).toBeNull();
  });
});

describe('a login that is under way', () => {
  const attempt = { state: 's', nonce: 'n', verifier: 'v', redirectUri: 'https://a.example/back' };
  const underWay = { attempt, returnTo: '/' };

  it('opens for ten minutes, unchanged and here', async () => {
    const attempts = new LoginAttempts(new MemoryPrivateStore(), now);
    const sealed = await attempts.seal(underWay);
    expect(sealed).not.toContain('verifier');
    minute = 9.99;
    expect(await attempts.open(sealed)).toStrictEqual(underWay);
    expect(await attempts.open(`${sealed.slice(0, -2)}xx`)).toBeNull();
    expect(await new LoginAttempts(new MemoryPrivateStore(), now).open(sealed)).toBeNull();
    expect(await attempts.open(null)).toBeNull();
    minute = 10;
    expect(await attempts.open(sealed)).toBeNull();
  });

  it('is finished at any replica, for all of them share the private store', async () => {
    const shared = new MemoryPrivateStore();
    const [one, two] = [new LoginAttempts(shared, now), new LoginAttempts(shared, now)];
    expect(await two.open(await one.seal(underWay))).toStrictEqual(underWay);
  });
});

describe('X-3: ending sessions from a browser', () => {
  const auth = { ...ada.auth, authenticatedAt: new Date(BEGIN_MS).toISOString() };

  /** The codes of ending another session and one's own, of a login of that age. */
  async function ended(said: object): Promise<readonly unknown[]> {
    const resolver = new SessionsResolver(sessions, {} as never, {} as never);
    const own = await sessions.begin({ ...ada, auth });
    const other = await sessions.begin({ ...ada, auth });
    const sender = { person, mandate: null, auth: { ...ada.auth, ...said } };
    const context = { sender, locale: 'en', session: own.session.id } as never;
    const end = async (input: object) => {
      const answer = await resolver.endSessions(input, context);
      return 'code' in answer ? answer.code : answer.ids.length;
    };
    return [await end({}), await end({ id: other.session.id }), await end({ id: own.session.id })];
  }

  it('asks for a login of the last ten minutes, except of the one that is in use', async () => {
    minute = 11;
    const stale = ['SignInAnewToEnd', 'SignInAnewToEnd', 1];
    expect(await ended({ authenticatedAt: auth.authenticatedAt })).toStrictEqual(stale);
    expect(await ended({})).toStrictEqual(stale);
    const toCome = new Date(BEGIN_MS + 12 * 60_000).toISOString();
    expect(await ended({ authenticatedAt: toCome })).toStrictEqual(stale);
  });

  it('is done with one that is ten minutes old', async () => {
    minute = 10;
    expect((await ended({ authenticatedAt: auth.authenticatedAt }))[0]).toBe(2);
  });
});
