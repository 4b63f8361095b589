import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { issuerFrom } from './identity-settings.js';
import { sessionsFrom } from './session-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (content: string) => {
  const path = join(folder, `${String(content.length)}.txt`);
  writeFileSync(path, content);
  return path;
};

const issuer = issuerFrom({ TAVOLO_ISSUER: 'https://login.example.org' }, false);
const url = { TAVOLO_URL: 'https://tavolo.example.org' };

describe('the settings of sessions', () => {
  it('sign nobody in with a browser unless told, and end after half an hour and half a day', () => {
    const limits = { idleMs: 1_800_000, absoluteMs: 43_200_000 };
    expect(sessionsFrom({}, issuer)).toStrictEqual({ limits, publicUrl: null, client: null });
  });

  it('name the client of the issuer, its secret from a file', () => {
    const env = { ...url, TAVOLO_CLIENT_ID: 'tavolo', TAVOLO_CLIENT_SECRET_FILE: file('secret\n') };
    expect(sessionsFrom(env, issuer).client).toMatchObject({
      ...{ issuer: 'https://login.example.org', clientId: 'tavolo', secret: 'secret' },
      algorithm: 'RS256',
    });
    expect(sessionsFrom({ ...url, TAVOLO_CLIENT_ID: 'tavolo' }, issuer).client?.secret).toBeNull();
  });

  it.each([
    [{ TAVOLO_CLIENT_ID: 'tavolo' }, 'TAVOLO_URL is not'],
    [{ TAVOLO_URL: 'http://tavolo.example.org' }, 'TAVOLO_URL is http://tavolo.example.org'],
    [{ TAVOLO_URL: 'https://tavolo.example.org/app' }, 'without a path'],
    [{ TAVOLO_URL: 'tavolo' }, 'TAVOLO_URL is tavolo'],
    [{ TAVOLO_SESSION_IDLE_MINUTES: '0' }, 'TAVOLO_SESSION_IDLE_MINUTES is 0'],
    [{ TAVOLO_SESSION_IDLE_MINUTES: '1.5' }, 'from 1 to 720'],
    [{ TAVOLO_SESSION_HOURS: '169' }, 'from 1 to 168'],
    [{ ...url, TAVOLO_CLIENT_ID: 'a', TAVOLO_CLIENT_SECRET_FILE: '/none' }, 'cannot be read'],
    [{ ...url, TAVOLO_CLIENT_ID: 'a', TAVOLO_CLIENT_SECRET_FILE: file(' ') }, 'which is empty'],
  ])('say of %j what to write instead', (env, sentence) => {
    expect(() => sessionsFrom(env, issuer)).toThrow(sentence);
  });

  it('let a server of this machine be known by its loopback address', () => {
    const local = sessionsFrom({ TAVOLO_URL: 'http://127.0.0.1:4000' }, issuer);
    expect(local.publicUrl?.origin).toBe('http://127.0.0.1:4000');
  });
});
