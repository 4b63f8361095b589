import { expect, it } from '@jest/globals';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { KeptSession, KeptSessions } from './kept-sessions.js';

const at = (minute: number) =>
  `2026-11-27T10:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const eva = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const hash = (sign: string) => sign.repeat(64) as Sha256;

function sessionOf(id: string, said: Partial<KeptSession> = {}): KeptSession {
  return {
    ...{ id, tokenSha256: hash(id), person: ada, issuer: 'https://issuer.example' },
    ...{ assurance: 'substantial', authenticatedAt: null, createdAt: at(0), seenAt: at(0) },
    ...said,
  };
}

/** What every adapter of the sessions keeps. `open` gives an empty one each time. */
export function describeSessionsContract(open: () => Promise<KeptSessions>): void {
  it('are found by the hash of what the browser holds, and by no other', async () => {
    const sessions = await open();
    const session = sessionOf('a', { authenticatedAt: at(1) });
    await sessions.add(session);
    expect(await sessions.find(hash('a'))).toStrictEqual(session);
    expect(await sessions.find(hash('b'))).toBeNull();
  });

  it('are listed for their person, the oldest first', async () => {
    const sessions = await open();
    await sessions.add(sessionOf('b', { createdAt: at(2) }));
    await sessions.add(sessionOf('c', { createdAt: at(1) }));
    await sessions.add(sessionOf('d', { person: eva }));
    expect((await sessions.of(ada)).map(({ id }) => id)).toStrictEqual(['c', 'b']);
  });

  it('remember when they were last used, once they are there', async () => {
    const sessions = await open();
    await sessions.add(sessionOf('a'));
    await sessions.touch('a', at(5));
    await sessions.touch('b', at(5));
    expect((await sessions.find(hash('a')))?.seenAt).toBe(at(5));
    expect(await sessions.find(hash('b'))).toBeNull();
  });

  it('are ended by their person and by no other', async () => {
    const sessions = await open();
    await sessions.add(sessionOf('a'));
    expect(await sessions.remove(eva, 'a')).toBe(false);
    expect(await sessions.remove(ada, 'a')).toBe(true);
    expect(await sessions.remove(ada, 'a')).toBe(false);
    expect(await sessions.find(hash('a'))).toBeNull();
  });

  it('are forgotten when they are too old, or were not used for too long', async () => {
    const sessions = await open();
    await sessions.add(sessionOf('a', { createdAt: at(1), seenAt: at(9) }));
    await sessions.add(sessionOf('b', { createdAt: at(3), seenAt: at(3) }));
    await sessions.add(sessionOf('c', { createdAt: at(2), seenAt: at(4) }));
    await sessions.removeOlder({ createdAt: at(2), seenAt: at(4) });
    expect((await sessions.of(ada)).map(({ id }) => id)).toStrictEqual(['c']);
  });

  it('are closed once, and again without harm', async () => {
    const sessions = await open();
    await sessions.close();
    await expect(sessions.close()).resolves.toBeUndefined();
  });
}
