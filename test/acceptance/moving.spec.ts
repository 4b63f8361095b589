import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Stage } from '@tavolo/demo';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import type { EmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import { atRest, Ground } from './ground.js';
import { failedStart, real, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavolo } from './tavolo.js';

/** What readers see: rows, names, and the history of an agreement with who and why. */
const ROWS = `partners(first: 50) { totalCount edges { node { id name status } } }
  networks(first: 50) { edges { node { id status lead { id name } } } }
  agreements(first: 50) { edges { node { id title status } } }
  history(of: $agreement, first: 100) { totalCount edges { node {
    id type stream revision recordedAt actor { id name } mandate reason } } }`;
const SHOWN = `query ($agreement: ID!) { ${ROWS} }`;
const SHOWN_AT = `query ($agreement: ID!, $position: String!) {
  asOf(moment: { position: $position }) { ${ROWS} } }`;

describe('an instance that is moved', () => {
  const parent = mkdtempSync(join(tmpdir(), 'tavolo-moving-'));
  const within = (name: string) => join(parent, name);
  let emulated: EmulatedLog;
  const servers: RunningServer[] = [];
  let ground: Ground;
  let shown: unknown;

  const stageOf = ({ url }: RunningServer) =>
    new Stage({ client: new Client(url), tell: () => undefined });
  const shownBy = async (server: RunningServer) => {
    await atRest(stageOf(server), server.url);
    return await stageOf(server).ask(SHOWN, { agreement: ground.facts.agreement });
  };
  const start = async (options: Parameters<typeof startServer>[0]) => {
    const server = await startServer(options);
    servers.push(server);
    return server;
  };

  beforeAll(async () => {
    emulated = await startEmulatedLog();
    ground = await Ground.start();
    servers.push(ground.server);
    shown = await shownBy(ground.server);
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await emulated.close();
    for (const folder of [parent, ground.server.folder]) rmSync(folder, { recursive: true });
  });

  /** Registers one partner after another. */
  async function keepWriting(signal: AbortSignal): Promise<number> {
    const { instance } = await ground.stage.ask<{
      instance: { founderMandate: string; founder: { id: string } };
    }>('{ instance { founderMandate founder { id } } }');
    const as = { person: instance.founder.id, mandate: instance.founderMandate };
    let count = 0;
    while (!signal.aborted) {
      const { body } = await ground.gives('registerPartner', { name: 'Ente', kind: 'OTHER' }, as);
      if (body.data?.registerPartner?.receipt) count += 1;
    }
    return count;
  }

  const toServer = () => [
    ...['migrate', '--from', `sqlite:${ground.server.folder}`],
    ...[
      '--to',
      emulated.emulator.connectionString,
      '--to-namespace',
      'moved.',
      '--data',
      within('moved'),
    ],
  ];

  it('is not carried anywhere while a server runs on it, and says so with 5', async () => {
    const { code, err } = await tavolo(...toServer());
    expect(code).toBe(5);
    expect(err).toMatch(/^tavolo: .*in use by another running Tavolo: stop that one first/mu);
    expect(existsSync(within('moved'))).toBe(false);
  });

  it('is backed up while the server writes, and restored shows the same at that position', async () => {
    const { url } = ground.server;
    const at = ['--to', within('backup'), '--keys', within('backup.keys')];
    const writing = new AbortController();
    const written = keepWriting(writing.signal);
    const { code, out } = await tavolo('backup', '--data', ground.server.folder, ...at);
    writing.abort();
    expect(code).toBe(0);
    expect(await written).toBeGreaterThan(0);
    const [, position = ''] = /up to position (\d+)/u.exec(out) ?? [];
    const variables = { agreement: ground.facts.agreement, position };
    const then = await ground.stage.ask(SHOWN_AT, variables);
    await atRest(ground.stage, url);
    shown = await shownBy(ground.server);

    const back = ['--keys', within('backup.keys'), '--data', within('restored')];
    expect(await tavolo('restore', within('backup'), ...back)).toMatchObject({ code: 0 });
    const restored = await start({ folder: within('restored') });
    expect(await stageOf(restored).ask(SHOWN_AT, variables)).toEqual(then);
    await restored.stop();
    const again = await tavolo('restore', within('backup'), ...back);
    expect(again).toMatchObject({ code: 5 });
    expect(again.err).toMatch(/^tavolo: .*restored is not empty: name a new folder/mu);
  });

  it('names in no event the position of another one, for positions belong to one store', async () => {
    const { code, out } = await tavolo('dump', '--from', `sqlite:${ground.server.folder}`);
    expect(code).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(100);
    expect(out.match(/"\d{20}(?::\d{20})?"/gu)).toBeNull();
  });

  it('says in its dump whose log it is, which no other instance takes, nor a server that is no demo', async () => {
    const file = within('log.jsonl');
    expect(
      await tavolo('dump', '--from', `sqlite:${ground.server.folder}`, '--to', file),
    ).toMatchObject({ code: 0 });
    const [first = ''] = readFileSync(file, 'utf8').split('\n');
    const { instance } = await ground.stage.ask<{ instance: { log: string } }>(
      '{ instance { log } }',
    );
    expect(JSON.parse(first)).toMatchObject({ log: instance.log });
    expect(instance.log).toMatch(/\/demo$/u);

    const init = ['--name', 'Ente', '--issuer', 'https://issuer.example', '--subject', 'ada'];
    expect(await tavolo('init', ...init, '--data', within('body'))).toMatchObject({ code: 0 });
    const refused = await tavolo('load', file, '--to', `sqlite:${within('body')}`);
    expect(refused.code).toBe(5);
    expect(refused.err).toContain(`and this is ${instance.log}: nothing was changed.`);

    const loaded = await tavolo('load', file, '--to', `sqlite:${within('loaded')}`);
    expect(loaded.code).toBe(0);
    expect(loaded.out).toContain(`events of the log ${instance.log} are in`);
    expect(loaded.out).toContain('no server starts on it but with --demo');
    const { code, output } = await failedStart({ ...real(), folder: within('loaded') });
    expect([code, output]).toEqual([2, expect.stringContaining('holds the demo')]);
  });

  it('is carried to EventStoreDB by a command that was killed and given again, and shows the same', async () => {
    await ground.server.stop();
    const killed = spawn('apps/cli/bin/tavolo.js', toServer(), {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await once(killed.stderr, 'data'); // Its first word on how far it has come.
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const env = {
      TAVOLO_EVENTSTOREDB: emulated.emulator.connectionString,
      TAVOLO_EVENTSTOREDB_NAMESPACE: 'moved.',
    };
    const { code, output } = await failedStart({ folder: within('moved'), env });
    expect(code).toBe(2);
    expect(output).toMatch(/is not filled to its end: give `tavolo migrate` from .* again/u);
    const carried = await tavolo(...toServer());
    expect(carried).toMatchObject({ code: 0 });
    expect(carried.out).toMatch(
      /^\d+ events are in EventStoreDB \(127\.0\.0\.1:\d+, moved\.\*\), each compared/u,
    );
    const there = await start({ folder: within('moved'), env });
    expect(await shownBy(there)).toEqual(shown);
    await there.stop();
  });

  it('has the same dump there, byte for byte, and can be carried back from there', async () => {
    const namespace = ['--namespace', 'moved.'];
    const [there, here] = await Promise.all([
      tavolo('dump', '--from', emulated.emulator.connectionString, ...namespace),
      tavolo('dump', '--from', `sqlite:${ground.server.folder}`),
    ]);
    // The server that ran there may have written since: what it shows, and nothing before, is new.
    const events = (text: string) => text.split('\n').slice(1, -2);
    expect(events(there.out).slice(0, events(here.out).length)).toEqual(events(here.out));
    const back = await tavolo(
      ...['migrate', '--from', emulated.emulator.connectionString, '--from-namespace', 'moved.'],
      ...['--from-data', within('moved'), '--to', `sqlite:${within('back')}`],
    );
    expect(back).toMatchObject({ code: 0 });
  });

  it.each([
    { words: ['--from', 'sqlite:/nowhere', '--to', 'sqlite:new'], says: 'there is no log' },
    { words: ['--from', 'sqlite:FOLDER', '--to', 'sqlite:FOLDER'], says: 'folder of the source' },
    { words: ['--from', 'sqlite:FOLDER', '--to', 'esdb://h?tls=false'], says: '--data is missing' },
  ])('says what is wrong with $words', async ({ words, says }) => {
    const named = words.map((word) => word.replace('FOLDER', ground.server.folder));
    const { code, err } = await tavolo('migrate', ...named);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
