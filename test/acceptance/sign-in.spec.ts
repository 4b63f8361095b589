import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { posted } from './asked.js';
import { failedStart, forget, real, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavolo } from './tavolo.js';

const parent = mkdtempSync(join(tmpdir(), 'tavolo-'));
const keys = join(parent, 'keys.json');
let privateKey: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  ({ privateKey } = pair);
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256' };
  writeFileSync(keys, JSON.stringify({ keys: [jwk] }));
});
afterAll(() => {
  rmSync(parent, { recursive: true });
});

async function bearer(subject: string): Promise<Record<string, string>> {
  const token = await new SignJWT({ sub: subject, auth_time: 1_790_000_000 })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k' })
    .setIssuer('https://issuer.example')
    .setAudience('tavolo')
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(privateKey);
  return { authorization: `Bearer ${token}`, 'accept-language': 'en' };
}

const query = (text: string) => JSON.stringify({ query: text });
const REGISTER = query(
  'mutation { registerPartner(input: { name: "Ente", kind: OTHER }) { __typename ... on Refusal { rule code } } }',
);
const login = ['--issuer', 'https://issuer.example', '--subject', 'ada'];

describe('an instance of one’s own', () => {
  const folder = join(parent, 'own');
  let server: RunningServer;

  it('does not start before it is founded, and says how', async () => {
    const { code, output } = await failedStart({ folder, ...real() });
    expect(code).toBe(2);
    expect(output).toMatch(/Found the instance first.*tavolo init/);
  });

  it.each([
    [['--name', '', ...login], '--name is empty'],
    [['--name', 'Ente', '--issuer', 'http://127.0.0.1:1', '--subject', 'ada'], '--issuer is http'],
    [['--name', 'Ente', '--zone', 'Europe/Roma', ...login], '--zone is Europe/Roma'],
    [['--name', 'Ente', '--issuer', 'https://issuer.example'], "required option '--subject"],
  ])('is not founded with %p', async (words, sentence) => {
    const { code, err } = await tavolo('init', ...words, '--data', folder);
    expect([code, err]).toStrictEqual([2, expect.stringContaining(sentence)]);
  });

  it('is founded once, and has one administrator', async () => {
    const first = await tavolo('init', '--name', 'Ente', ...login, '--data', folder);
    expect([first.code, first.out]).toStrictEqual([
      0,
      expect.stringContaining('«Ente» is founded'),
    ]);
    const again = await tavolo('init', '--name', 'Ente', ...login, '--data', folder);
    expect([again.code, again.err]).toStrictEqual([1, expect.stringContaining('founded already')]);
    server = await startServer({ folder, ...real(keys) });
  });

  it('knows its administrator by the login, and nobody by another', async () => {
    const mandate = { 'tavolo-mandate': 'instance-tavolo#founder' };
    const ada = await posted(server.url, REGISTER, { ...(await bearer('ada')), ...mandate });
    expect(ada.body.data?.registerPartner).toMatchObject({ __typename: 'PartnerPayload' });
    const eve = await posted(server.url, REGISTER, { ...(await bearer('eve')), ...mandate });
    expect([eve.status, eve.body.errors?.[0]?.extensions.code]).toStrictEqual([403, 'FORBIDDEN']);
    expect(eve.body.errors?.[0]?.message).toMatch(/link of your invitation/);
  });

  it('says which settings a login with a browser lacks, and has no persona to sign in as', async () => {
    const ways = await (await fetch(`${server.url}/session/ways`)).json();
    expect(ways).toStrictEqual({ ways: [], missing: ['TAVOLO_CLIENT_ID', 'TAVOLO_URL'] });
    expect((await fetch(`${server.url}/demo/personas`)).status).toBe(404);
    const going = await fetch(`${server.url}/session/login?hint=person-${crypto.randomUUID()}`);
    expect([going.status, going.redirected]).toStrictEqual([404, false]);
  });

  it('lets nobody in with a token that is not good: 401', async () => {
    const forged = { authorization: `${(await bearer('ada')).authorization ?? ''}x` };
    const answer = await fetch(`${server.url}/graphql`, {
      ...{ method: 'POST', body: query('{ __typename }') },
      headers: { 'content-type': 'application/json', ...forged },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('says in the log by which issuer, how surely and when somebody signed in', async () => {
    await server.stop();
    const { SqliteEventReader } = await import('@tavolo/event-store');
    const reader = SqliteEventReader.open(join(folder, 'log.db'), { pollMs: null });
    const events = await Array.fromAsync(reader.readAll());
    reader.close();
    const auth = events.find(({ type }) => type === 'PartnerRegistered')?.meta.auth;
    expect(auth).toStrictEqual({
      issuer: 'https://issuer.example',
      assurance: 'low',
      authenticatedAt: '2026-09-21T14:13:20.000Z',
    });
    expect(JSON.stringify(events)).not.toContain('"ada"');
  });

  it('does not start without saying whom it believes, nor with an issuer of this machine', async () => {
    const nobody = await failedStart({ folder, words: [] });
    expect([nobody.code, nobody.output]).toStrictEqual([
      2,
      expect.stringContaining('TAVOLO_ISSUER is not set'),
    ]);
    const env = { TAVOLO_ISSUER: 'http://127.0.0.1:4001' };
    const demos = await failedStart({ folder, words: [], env });
    expect([demos.code, demos.output]).toStrictEqual([
      2,
      expect.stringContaining('write an https address of another machine'),
    ]);
  });
});

describe('the issuer of the demo', () => {
  const run = async (env: NodeJS.ProcessEnv) => {
    const child = spawn(process.execPath, ['dist/apps/demo-issuer/src/main.js'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  };
  const good = { DEMO_ISSUER_FOLDER: parent, DEMO_ISSUER_SERVER: 'http://127.0.0.1:4000' };

  it.each([
    ['in production', { ...good, NODE_ENV: 'production' }, 'NODE_ENV is production'],
    ['on another address', { ...good, DEMO_ISSUER_HOST: '0.0.0.0' }, 'DEMO_ISSUER_HOST is 0.0.0.0'],
    ['for a server elsewhere', { ...good, DEMO_ISSUER_SERVER: 'https://a.example' }, 'npm start'],
    ['by itself', {}, 'npm start'],
    ['on no port', { ...good, DEMO_ISSUER_PORT: '70000' }, 'DEMO_ISSUER_PORT is 70000'],
  ])('does not start %s', async (_where, env, sentence) => {
    const { code, said } = await run(env);
    expect([code, said]).toStrictEqual([2, expect.stringContaining(sentence)]);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('is not part of a server that is in production', async () => {
    const env = { NODE_ENV: 'production' };
    const { code, output } = await failedStart({ folder: join(parent, 'demo'), env });
    expect([code, output]).toStrictEqual([2, expect.stringContaining('NODE_ENV is production')]);
  });

  describe('beside its server', () => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(async () => {
      await server.stop();
      forget(server);
    });

    async function issuerOf(): Promise<string> {
      const answer = await fetch(`${server.url}/.well-known/oauth-protected-resource`);
      const { authorization_servers: servers } = (await answer.json()) as {
        authorization_servers: readonly string[];
      };
      return servers[0] ?? '';
    }

    it('is the one that the server names, on this machine', async () => {
      expect(await issuerOf()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    });

    it('lets a person be picked who is there, and no other', async () => {
      const issuer = await issuerOf();
      const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
      const begin = new URLSearchParams({
        ...{ client_id: 'demo-server', response_type: 'code', scope: 'openid' },
        redirect_uri: `${server.url}/session/callback`,
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      });
      const asked = await fetch(`${issuer}/auth?${begin.toString()}`, { redirect: 'manual' });
      const page = `${issuer}${asked.headers.get('location') ?? ''}`;
      const cookie = asked.headers
        .getSetCookie()
        .map((one) => one.slice(0, one.indexOf(';')))
        .join('; ');
      const html = await (await fetch(page, { headers: { cookie } })).text();
      const [, person = ''] = /value="(person-[^"]+)"/.exec(html) ?? [];
      expect(html).toContain('fondatore');
      const pick = (one: string) =>
        fetch(page, {
          ...{ method: 'POST', redirect: 'manual', headers: { cookie } },
          body: new URLSearchParams({ person: one }),
        });
      expect((await pick('person-00000000-0000-4000-8000-000000000000')).status).toBe(400);
      expect((await pick(person)).status).toBe(303);
      expect((await fetch(page)).status).toBe(400);
    });
  });
});
