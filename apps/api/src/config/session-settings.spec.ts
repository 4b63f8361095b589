import { generateKeyPairSync } from 'node:crypto';
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
    expect(sessionsFrom({}, issuer)).toStrictEqual({
      ...{ limits, publicUrl: null, client: null, least: 'none' },
    });
  });

  it('name the client of the issuer, its secret from a file', () => {
    const env = { ...url, TAVOLO_CLIENT_ID: 'tavolo', TAVOLO_CLIENT_SECRET_FILE: file('secret\n') };
    const { client } = sessionsFrom(env, issuer);
    expect(client).toMatchObject({
      ...{ issuer: 'https://login.example.org', clientId: 'tavolo', algorithm: 'RS256' },
    });
    expect(client?.secret?.()).toBe('secret');
    expect(sessionsFrom({ ...url, TAVOLO_CLIENT_ID: 'tavolo' }, issuer).client?.secret).toBeNull();
  });

  it('name its key in place of a secret', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const env = { ...url, TAVOLO_CLIENT_ID: 'tavolo', TAVOLO_CLIENT_KEY_FILE: file(pem) };
    const { client } = sessionsFrom(env, issuer);
    expect([client?.secret, client?.key?.()]).toEqual([null, pem.trim()]);
    const both = { ...env, TAVOLO_CLIENT_SECRET_FILE: file('secret\n') };
    expect(() => sessionsFrom(both, issuer)).toThrow('are both set');
    const { privateKey: weak } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const short = file(String(weak.export({ type: 'pkcs8', format: 'pem' })));
    expect(() => sessionsFrom({ ...env, TAVOLO_CLIENT_KEY_FILE: short }, issuer)).toThrow(
      'no key that is used here',
    );
  });

  it('name the lowest level of a login', () => {
    expect(sessionsFrom({ TAVOLO_LOGIN_LEVEL: 'substantial' }, issuer).least).toBe('substantial');
    expect(() => sessionsFrom({ TAVOLO_LOGIN_LEVEL: 'mfa' }, issuer)).toThrow(
      'TAVOLO_LOGIN_LEVEL is mfa',
    );
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
    [{ ...url, TAVOLO_CLIENT_ID: 'a', TAVOLO_CLIENT_KEY_FILE: '/none' }, 'cannot be read'],
  ])('say of %j what to write instead', (env, sentence) => {
    expect(() => sessionsFrom(env, issuer)).toThrow(sentence);
  });

  it('let a server of this machine be known by its loopback address', () => {
    const local = sessionsFrom({ TAVOLO_URL: 'http://127.0.0.1:4000' }, issuer);
    expect(local.publicUrl?.origin).toBe('http://127.0.0.1:4000');
  });
});
