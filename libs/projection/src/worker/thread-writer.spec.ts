import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';
import { acting, FakeLog, temporaryFolder, thing, thingProjection } from '../fixture.js';
import { ReadModelTooNew } from '../sqlite/read-model-file.js';
import { failureOf } from '../status.js';
import type { WriterNotice } from '../writer.js';
import { serve } from './serve.js';
import { ThreadWriter } from './thread-writer.js';
import type { Thread } from './thread-writer.js';

const put = (id: string) => acting({ put: thing(id) });

describe('a writer across a channel', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let notices: WriterNotice[];
  beforeEach(() => {
    folder = temporaryFolder();
    notices = [];
  });
  afterEach(() => {
    folder.remove();
  });

  function across(log: FakeLog, version = 1) {
    const { port1, port2 } = new MessageChannel();
    const projections = [{ ...thingProjection, version }];
    const closed: string[] = [];
    serve(port2, { source: log, projections, close: () => void closed.push('work') });
    const writer = new ThreadWriter(threadAt(port1), (notice) => notices.push(notice));
    return { writer, port1, closed };
  }

  it('does what it is told, tells what it did, and ends when it is closed', async () => {
    const { writer, closed } = across(new FakeLog(put('a'), put('b')));
    const path = join(folder.path, 'one.sqlite');
    await writer.create(path);
    expect(await writer.catchUp()).toMatchObject({ ordinal: 2 });
    expect(notices).toMatchObject([{ kind: 'batch', batch: { events: 2 } }]);
    const { tables } = await writer.compareWith(path, 2);
    expect(tables.every(({ differing }) => differing === 0)).toBe(true);
    await writer.close();
    expect(closed).toEqual(['work']);
    await expect(writer.catchUp()).rejects.toThrow('has ended');
  });

  it('an error keeps its class where somebody asks for it', async () => {
    const path = join(folder.path, 'one.sqlite');
    const newer = across(new FakeLog(), 2);
    await newer.writer.create(path);
    await newer.writer.close();
    const { writer } = across(new FakeLog());
    await expect(writer.open(path)).rejects.toThrow(ReadModelTooNew);
    await expect(writer.catchUp()).rejects.toThrow('no read model is open');
    await writer.close();
  });

  it('an event that cannot be applied is named across it', async () => {
    const log = new FakeLog(put('a'), { data: { acts: 3 } });
    const { writer } = across(log);
    await writer.create(join(folder.path, 'one.sqlite'));
    const failure = await writer.catchUp().catch((error: unknown) => failureOf(error));
    const [, event] = log.events;
    const named = { projection: 'things', eventId: event?.id, position: event?.position };
    await writer.close();
    expect(failure).toMatchObject(named);
  });

  it('a thread that dies is a failure to be seen, and answers nobody', async () => {
    const { writer, port1 } = across(new FakeLog());
    const waiting = writer.catchUp();
    port1.close();
    await expect(waiting).rejects.toThrow('has ended');
    expect(notices).toMatchObject([{ kind: 'status', status: { state: 'failed' } }]);
    await writer.close();
  });
});

/** A port as the thread behind it: it ends when the port closes. */
function threadAt(port: MessagePort): Thread {
  return {
    postMessage: (message) => {
      port.postMessage(message);
    },
    on: (event: string, listener: (value: never) => void) =>
      port.on(event === 'exit' ? 'close' : event, listener as () => void),
  };
}

describe('a writer in a worker thread', () => {
  // Compiled, as in production: a worker thread knows nothing of Jest's own loader.
  const root = process.cwd();
  const out = join(root, 'node_modules', '.cache', `projection-thread-${String(process.pid)}`);
  beforeAll(() => {
    compileInto(out, root);
  });
  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
  });

  it('follows, wakes, rebuilds and ends', async () => {
    const folder = temporaryFolder();
    const script = join(out, 'script.mjs');
    writeFileSync(join(out, 'work.mjs'), WORK);
    writeFileSync(script, SCRIPT);
    const module = pathToFileURL(join(out, 'work.mjs')).href;
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder.path, module]);
    folder.remove();
    expect(JSON.parse(stdout)).toEqual({
      before: ['t1', 't2', 't3'],
      refused: 'no such settings',
      rebuilt: true,
      differing: 0,
      after: ['t1', 't2', 't3', 't4'],
    });
  });
});

function compileInto(out: string, root: string): void {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    readonly compilerOptions: { readonly paths: Record<string, string[]> };
  };
  const sources = globSync('libs/{projection,event-store,kernel}/**/*.ts', { cwd: root });
  const jsc = { baseUrl: root, paths: compilerOptions.paths };
  for (const source of sources.filter((name) => !name.endsWith('.spec.ts'))) {
    const { code } = transformFileSync(join(root, source), { cwd: root, jsc, sourceMaps: false });
    const target = join(out, source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
}

const WORK = `
import { acting, FakeLog, thing, thingProjection } from './libs/projection/src/fixture.js';
export function openProjectionWork({ events }) {
  if (!events) throw new Error('no such settings');
  const source = new FakeLog();
  const more = () => source.append(acting({ put: thing('t' + (source.events.length + 1)) }));
  while (source.events.length < events) more();
  source.wake = () => { if (source.events.length === 3) more(); };
  return { source, projections: [thingProjection] };
}`;

const SCRIPT = `
import { startProjections, threadWriter } from './libs/projection/src/index.js';
import { eventAt, things } from './libs/projection/src/fixture.js';
const [, , folder, module] = process.argv;
const refused = await startProjections({ folder, writer: threadWriter({ module, settings: {} }) })
  .catch((error) => error.message);
const writer = threadWriter({ module, settings: { events: 3 } });
const projections = await startProjections({ folder, writer });
const model = projections.readModel;
const ids = async () => (await model.page(things, {}, model.now())).rows.map(({ row }) => row.id);
const reached = projections.readModel.changes();
while (model.now().ordinal < 3) await reached.next();
const before = await ids();
const { comparison, isSwapped: rebuilt } = await projections.rebuild();
const differing = comparison.tables.reduce((sum, table) => sum + table.differing, 0);
projections.wake();
await model.reach(eventAt(4).position, 5000);
process.stdout.write(JSON.stringify({ before, refused, rebuilt, differing, after: await ids() }));
await projections.close();
`;
