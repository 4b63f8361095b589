import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import type { EmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import {
  hasPostgres,
  mayCrash,
  startPostgres,
} from '../../libs/private-store/test/postgres-server.js';
import type { PostgresServer } from '../../libs/private-store/test/postgres-server.js';
import { posted } from './asked.js';
import { founderBy } from './founder.js';
import { failedStart, forget, real, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavoloWith } from './tavolo.js';

const COMMAND = '0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0';
const REGISTER = `mutation { registerPartner(input: { name: "Ente", kind: OTHER, commandId: "${COMMAND}" }) {
  ... on PartnerPayload { receipt { eventId position } } ... on Refusal { rule code message } } }`;
const READ = '{ partners(first: 10) { edges { node { name } } } }';

const BALLOT_KEY = { TAVOLO_BALLOT_KEY: Buffer.alloc(32, 7).toString('base64') };

if (!hasPostgres) {
  describe('replicas', () => {
    it.skip('need PostgreSQL: name a server in TAVOLO_TEST_POSTGRES', () => undefined);
  });
}

/** Two replicas, each with a folder of its own, on one log and one private store. */
(hasPostgres ? describe : describe.skip)('two replicas', () => {
  const parent = mkdtempSync(join(tmpdir(), 'tavolo-replicas-'));
  const keys = join(parent, 'keys.json');
  let emulated: EmulatedLog;
  let postgres: PostgresServer;
  let headers: Readonly<Record<string, string>>;
  let env: NodeJS.ProcessEnv;
  let one: RunningServer;
  let two: RunningServer;

  beforeAll(async () => {
    headers = await founderBy(keys);
    postgres = await startPostgres();
    emulated = await startEmulatedLog();
    env = {
      ...{ TAVOLO_EVENTSTOREDB: emulated.emulator.connectionString },
      ...{ TAVOLO_POSTGRES: await postgres.newDatabase() },
      ...{ TAVOLO_POSTGRES_PASSING: await postgres.newDatabase() },
      ...BALLOT_KEY,
    };
    const login = ['--issuer', 'https://issuer.example', '--subject', 'ada'];
    const words = ['init', '--name', 'Ente', ...login, '--data', join(parent, 'init')];
    expect(await tavoloWith(env, ...words)).toMatchObject({ code: 0 });
    const start = async () => {
      const { words: none, env: believed } = real(keys);
      return await startServer({ words: none ?? [], env: { ...env, ...believed } });
    };
    [one, two] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all([one.stop(), two.stop()]);
    [one, two].forEach(forget);
    await emulated.close();
    await postgres.stop();
    rmSync(parent, { recursive: true });
  });

  const asked = async ({ url }: RunningServer, query: string, more = {}) =>
    await posted(url, JSON.stringify({ query }), { ...headers, ...more });

  it('know a login, answer a command that is sent to both once, and read what the other wrote', async () => {
    const [first, second] = await Promise.all([asked(one, REGISTER), asked(two, REGISTER)]);
    const { receipt } = first.body.data?.registerPartner as unknown as {
      receipt: { position: string };
    };
    expect(second.body.data).toEqual(first.body.data);
    const { body } = await asked(two, READ, { 'tavolo-at-least': receipt.position });
    expect(body.data).toEqual({ partners: { edges: [{ node: { name: 'Ente' } }] } });
  });

  it('run the process managers on one of them, and both say on which', async () => {
    const told = await Promise.all([one, two].map(async ({ url }) => await leaseKnown(url)));
    expect(told.map(({ held }) => held).toSorted()).toEqual(['0', '1']);
    expect(told[0]?.holder).toBe(told[1]?.holder);
  });

  it('give out a document that the other took', async () => {
    const sent = { ...headers, 'content-type': 'text/plain' };
    const upload = { method: 'POST', headers: sent, body: 'what was agreed' };
    const { sha256 } = (await (await fetch(`${one.url}/documents`, upload)).json()) as {
      sha256: string;
    };
    const given = await fetch(`${two.url}/documents/${sha256}`, { headers });
    expect([given.status, await given.text()]).toEqual([200, 'what was agreed']);
  });

  it('are not founded in part where the private store is away', async () => {
    const away = 'postgresql://tavolo@127.0.0.1:1/tavolo';
    const data = join(parent, 'away');
    const login = ['--issuer', 'https://issuer.example', '--subject', 'ada'];
    const { code, err } = await tavoloWith(
      { TAVOLO_POSTGRES: away, TAVOLO_POSTGRES_PASSING: `${away}_2`, ...BALLOT_KEY },
      ...['init', '--name', 'Ente', ...login, '--data', data],
    );
    expect([code, err]).toEqual([1, expect.stringContaining('see that PostgreSQL runs')]);
    // Under another name: nothing was founded under the first.
    const again = await tavoloWith({}, 'init', '--name', 'Altro', ...login, '--data', data);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('«Altro» is founded');
  });

  it('need the same key for the ballot boxes, and their own databases', async () => {
    const { env: believed } = real(keys);
    const others: [NodeJS.ProcessEnv, string][] = [
      [{ TAVOLO_BALLOT_KEY: Buffer.alloc(32, 8).toString('base64') }, 'under another key'],
      [{ TAVOLO_POSTGRES_PASSING: 'x' }, 'TAVOLO_POSTGRES_PASSING is no address of a database'],
    ];
    for (const [other, sentence] of others) {
      const start = { words: [], env: { ...env, ...believed, ...other } };
      const { code, output } = await failedStart(start);
      expect([code, output]).toEqual([2, expect.stringContaining(sentence)]);
      expect(output).not.toMatch(/^\s+at /m);
    }
  });

  (mayCrash ? it : it.skip)(
    'say that the private store is away, and 503, while it is',
    async () => {
      await postgres.crash();
      const { status, body } = await asked(one, '{ partners(first: 1) { totalCount } }');
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([
        503,
        'PRIVATE_STORE_UNAVAILABLE',
      ]);
      const document = await fetch(`${two.url}/documents/${'a'.repeat(64)}`, { headers });
      expect(document.status).toBe(503);
    },
  );
});

type Told = Readonly<{ held: string | undefined; holder: string | undefined }>;

/** The same, once the server has heard who does: it asks now and then. */
async function leaseKnown(url: string): Promise<Told> {
  for (;;) {
    const told = await leaseTold(url);
    if (told.holder !== undefined) return told;
    await pause(100);
  }
}

/** Whether a server runs the process managers, and which one does, in which epoch. */
async function leaseTold(url: string): Promise<Told> {
  const numbers = await (await fetch(`${url}/metrics`)).text();
  const [, held] = /^tavolo_lease_held (\d)$/mu.exec(numbers) ?? [];
  const [, holder] = /^tavolo_lease_epoch\{(holder="[^"]+"\} \d+)$/mu.exec(numbers) ?? [];
  return { held, holder };
}
