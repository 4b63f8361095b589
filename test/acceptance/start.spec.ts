import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Stage } from '@tavolo/demo';
import { asked, mutationOf } from './asked.js';
import { atRest } from './ground.js';
import { failedStart, forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

const parent = mkdtempSync(join(tmpdir(), 'tavolo-'));
afterAll(() => {
  rmSync(parent, { recursive: true });
});

/** A start must end with one sentence that says what to do. */
async function refused(options: Parameters<typeof failedStart>[0], sentence: RegExp) {
  const { code, output } = await failedStart(options);
  expect(output).toMatch(sentence);
  expect(output).toMatch(/^tavolo: .*: .*\.$/m);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(2);
}

describe('a start that cannot be', () => {
  it('in a file, or below one', async () => {
    const file = join(parent, 'file');
    writeFileSync(file, 'no folder');
    await refused({ folder: file }, /file is no folder.*TAVOLO_DATA/);
    await refused({ folder: join(file, 'below') }, /is no folder.*TAVOLO_DATA/);
  });

  // Nothing keeps the superuser from writing.
  const ofUser = process.getuid?.() === 0 ? it.skip : it;
  ofUser('in a folder that cannot be written', async () => {
    const folder = join(parent, 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    await refused({ folder }, /cannot be written.*TAVOLO_DATA/);
    await refused({ folder: join(folder, 'below') }, /cannot be written.*TAVOLO_DATA/);
    chmodSync(folder, 0o755);
    const server = await startServer({ folder });
    await server.stop();
    for (const name of ['log.db', 'snapshots.db', 'private/private.db', 'read-model']) {
      chmodSync(join(folder, name), 0o500);
      await refused({ folder }, new RegExp(`${name} cannot be written.*TAVOLO_DATA`));
      chmodSync(join(folder, name), 0o700);
    }
  });

  it('on a port that another program has; the data is let go of', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const folder = join(parent, 'port');
    await refused({ folder, env: { PORT: port } }, new RegExp(`Port ${port} .*in use.*PORT`));
    other.close();
    const server = await startServer({ folder });
    await server.stop();
  });
});

describe('a log beside a private folder that is not its own', () => {
  let server: RunningServer;
  const folderOf = (name: string) => join(parent, name);

  beforeAll(async () => {
    server = await startServer();
    const stage = new Stage({ client: new Client(server.url), tell: () => undefined });
    const { instance } = await stage.ask<{
      instance: { founderMandate: string; founder: { id: string } };
    }>('{ instance { founderMandate founder { id } } }');
    const as = { person: instance.founder.id, mandate: instance.founderMandate };
    const input = { name: 'Ente', kind: 'OTHER' };
    await asked(server.url, { document: mutationOf('registerPartner'), variables: { input }, as });
    await atRest(stage, server.url);
    await server.stop();
  });
  afterAll(() => {
    forget(server);
  });

  it('does not start without it, and does again when it is restored', async () => {
    const folder = folderOf('without');
    cpSync(server.folder, folder, { recursive: true });
    renameSync(join(folder, 'private'), join(folder, 'aside'));
    const restore = /private is not there.*restore the one that belongs to this log/;
    await refused({ folder }, restore);
    expect(existsSync(join(folder, 'private'))).toBe(false);
    renameSync(join(folder, 'aside'), join(folder, 'private'));
    const again = await startServer({ folder });
    await again.stop();
  });

  it('does not start with that of another instance', async () => {
    const other = await startServer();
    await other.stop();
    const folder = folderOf('other');
    cpSync(server.folder, folder, { recursive: true });
    rmSync(join(folder, 'private'), { recursive: true });
    cpSync(join(other.folder, 'private'), join(folder, 'private'), { recursive: true });
    forget(other);
    await refused({ folder }, /private belongs to another instance.*restore/);
  });
});
