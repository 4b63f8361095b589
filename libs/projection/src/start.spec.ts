import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acting, eventAt, FakeLog, temporaryFolder, thing, thingProjection } from './fixture.js';
import { things, uuid } from './fixture.js';
import { inlineWriter } from './inline-writer.js';
import type { ProjectionWork } from './projection.js';
import { ReadModelTooNew } from './sqlite/read-model-file.js';
import { RebuildCancelled } from './cancelled.js';
import { RebuildRunning, startProjections } from './start.js';
import type { Projections, RebuildProgress } from './start.js';

let folder: ReturnType<typeof temporaryFolder>;
let started: Projections[];
let reports: string[];
beforeEach(() => {
  folder = temporaryFolder();
  started = [];
  reports = [];
});
afterEach(async () => {
  await Promise.all(started.map((projections) => projections.close()));
  folder.remove();
});

async function start(source: FakeLog, work: Partial<ProjectionWork> = {}): Promise<Projections> {
  const projections = await startProjections({
    folder: folder.path,
    writer: inlineWriter({ projections: [thingProjection], source, ...work }),
    report: (message) => reports.push(message),
  });
  started.push(projections);
  return projections;
}

/** Starts, reads all there is, and ends: what a run of the program leaves behind. */
async function runOnce(source: FakeLog, work: Partial<ProjectionWork> = {}): Promise<void> {
  const projections = await start(source, work);
  await projections.readModel.reach(await source.head(), 5_000);
  await projections.close();
  started = started.filter((one) => one !== projections);
}

async function idsIn({ readModel }: Projections): Promise<readonly string[]> {
  const page = await readModel.page(things, {}, readModel.now());
  return page.rows.map(({ row }) => row.id);
}

async function upToDate(source: FakeLog, work: Partial<ProjectionWork> = {}): Promise<Projections> {
  const projections = await start(source, work);
  await projections.readModel.reach(await source.head(), 5_000);
  return projections;
}

const generations = () => readdirSync(folder.path).filter((name) => name.endsWith('.sqlite'));
const activeFile = () =>
  join(folder.path, readFileSync(join(folder.path, 'active'), 'utf8').trim());
const put = (id: string) => acting({ put: thing(id) });
const version2 = { ...thingProjection, version: 2 };

describe('a read model at start', () => {
  it('begins where there is none, and goes on where it stopped', async () => {
    const log = new FakeLog(put('a'));
    await runOnce(log);
    expect(generations()).toEqual(['generation-1.sqlite']);
    log.append(put('b'));
    const again = await upToDate(log);
    expect(await idsIn(again)).toEqual(['a', 'b']);
    expect(generations()).toEqual(['generation-1.sqlite']);
    expect(reports).toEqual([]);
    while (again.status().state !== 'live') await turn();
    expect(again.status()).toMatchObject({ moment: { ordinal: 2 }, failure: null });
  });

  it('is built anew for other projections', async () => {
    const log = new FakeLog(put('a'));
    await runOnce(log);
    const again = await upToDate(log, { projections: [version2] });
    expect(await idsIn(again)).toEqual(['a']);
    expect(generations()).toEqual(['generation-1.sqlite', 'generation-2.sqlite']);
    expect(reports).toEqual(['The read model is built anew: its projections are other ones.']);
  });

  it('of a newer program is left untouched', async () => {
    const log = new FakeLog(put('a'));
    await runOnce(log, { projections: [version2] });
    const before = readFileSync(activeFile());
    await expect(start(log)).rejects.toThrow(ReadModelTooNew);
    await expect(start(log)).rejects.toThrow(/remove the folder read-model/u);
    expect(readFileSync(activeFile())).toEqual(before);
    expect(generations()).toEqual(['generation-1.sqlite']);
  });

  it.each([
    ['no database at all', () => Buffer.from('this is no database, but it is long enough')],
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['overwritten in the middle', (bytes: Buffer) => bytes.fill(7, 8192, 20_000)],
  ])('is built anew when damaged: %s', async (_name, damage) => {
    const log = new FakeLog(put('a'), put('b'));
    await runOnce(log);
    writeFileSync(activeFile(), damage(readFileSync(activeFile())));
    expect(await idsIn(await upToDate(log))).toEqual(['a', 'b']);
    expect(reports).toHaveLength(1);
  });

  it('of another log, or of one that was longer, is built anew', async () => {
    await runOnce(new FakeLog(put('a'), put('b')));
    await runOnce(new FakeLog(put('a')));
    expect(reports).toHaveLength(1);
    const other = new FakeLog();
    other.events = [{ ...eventAt(1, put('z')), id: uuid(1) as never }];
    expect(await idsIn(await upToDate(other))).toEqual(['z']);
    expect(reports).toHaveLength(2);
    expect(reports[1]).toContain('another log');
  });

  it('is built anew by the program that knows what an older one passed over', async () => {
    const log = new FakeLog(put('a'), { ...put('b'), schema: 2 });
    const older = { knows: (_type: string, schema: number) => schema === 1 };
    await runOnce(log, older);
    await runOnce(log, older);
    expect(reports).toEqual([]);
    expect(await idsIn(await upToDate(log))).toEqual(['a', 'b']);
    expect(reports[0]).toContain('passed over ThingSaid');
  });

  it('sweeps what a crash left, and begins anew when its pointer leads nowhere', async () => {
    const log = new FakeLog(put('a'));
    await runOnce(log);
    // Killed before the swap: a second generation that nothing points to, half a pointer.
    writeFileSync(join(folder.path, 'generation-2.sqlite'), 'half');
    writeFileSync(join(folder.path, 'active.new'), 'gener');
    await runOnce(log);
    expect(generations()).toEqual(['generation-1.sqlite']);
    writeFileSync(join(folder.path, 'active'), 'generation-9.sqlite\n');
    expect(await idsIn(await upToDate(log))).toEqual(['a']);
    expect(generations()).toEqual(['generation-2.sqlite']);
  });
});

describe('a rebuild', () => {
  it('builds beside, compares, swaps, and readers notice nothing', async () => {
    const log = new FakeLog(put('a'), put('b'), put('c'));
    const projections = await upToDate(log, { batchSize: 1 });
    const before = projections.readModel.now();
    const changes = projections.readModel.changes();
    const seen: RebuildProgress[] = [];
    let ms = 0;
    const { comparison, isSwapped } = await projections.rebuild({
      onProgress: (progress) => seen.push(progress),
      elapsedMs: () => (ms += 1000),
      accept: () => {
        expect(generations()).toHaveLength(2);
        log.append(put('d')); // While it is being decided, the log goes on.
        return true;
      },
    });
    expect(isSwapped).toBe(true);
    expect(comparison).toMatchObject({ ordinal: 3, onlyHere: [], onlyThere: [] });
    expect(comparison.tables.map(({ table, differing }) => [table, differing])).toEqual([
      ['thing', 0],
      ['event', 0],
      ['event_about', 0],
      ['command', 0],
    ]);
    expect(comparison.tables[0]).toMatchObject({ same: 3, examples: [] });
    expect(seen.slice(0, 3)).toEqual([
      { done: 1, total: 3, rate: 1, etaSeconds: 2 },
      { done: 2, total: 3, rate: 1, etaSeconds: 1 },
      { done: 3, total: 3, rate: 1, etaSeconds: 0 },
    ]);
    await projections.readModel.reach(await log.head(), 5_000);
    expect(generations()).toEqual(['generation-1.sqlite', 'generation-2.sqlite']);
    expect(await idsIn(projections)).toEqual(['a', 'b', 'c', 'd']);
    const asBefore = await projections.readModel.page(things, {}, before);
    expect(asBefore.totalCount).toBe(3);
    expect((await changes.next()).value).toMatchObject({ moment: { ordinal: 4 } });

    log.append(put('e'));
    await projections.readModel.reach(await log.head(), 5_000);
    expect(await idsIn(projections)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('says which rows differ, and can be turned down', async () => {
    const log = new FakeLog(put('a'), put('b'));
    const projections = await upToDate(log);
    const damage = new DatabaseSync(activeFile());
    damage.exec(`UPDATE t_thing SET row = replace(row, 'draft', 'final') WHERE id = 'b'`);
    damage.close();
    const { comparison, isSwapped } = await projections.rebuild({
      accept: ({ tables }) => tables.every(({ differing }) => differing === 0),
    });
    expect(isSwapped).toBe(false);
    expect(comparison.tables[0]).toEqual({
      table: 'thing',
      same: 1,
      differing: 1,
      examples: ['b'],
    });
    expect(generations()).toEqual(['generation-1.sqlite']);
    log.append(put('c'));
    await projections.readModel.reach(await log.head(), 5_000);
    await projections.rebuild();
    const found = await projections.readModel.byIds(things, ['b'], projections.readModel.now());
    expect(found.get('b')?.state).toBe('draft');
  });

  it('can be cancelled, and there is one at a time', async () => {
    const log = new FakeLog(put('a'), put('b'));
    const projections = await upToDate(log, { batchSize: 1 });
    const cancel = new AbortController();
    const work = projections.rebuild({
      signal: cancel.signal,
      onProgress: () => {
        cancel.abort();
      },
    });
    await expect(projections.rebuild()).rejects.toThrow(RebuildRunning);
    await expect(work).rejects.toThrow(RebuildCancelled);
    expect(generations()).toEqual(['generation-1.sqlite']);
    expect((await projections.rebuild()).isSwapped).toBe(true);
  });

  it('is given up when the program ends', async () => {
    const log = new FakeLog(put('a'), put('b'));
    const projections = await upToDate(log, { batchSize: 1 });
    const work = projections.rebuild();
    const given = expect(work).rejects.toThrow(RebuildCancelled);
    await projections.close();
    await given;
    expect(generations()).toEqual(['generation-1.sqlite']);
  });

  it('leaves the old one in use when the log can’t be read', async () => {
    const log = new FakeLog(put('a'));
    const projections = await upToDate(log);
    const refusal = projections.rebuild({
      accept: () => {
        log.append(put('b'));
        log.failures.push(new Error('away'), new Error('away'));
        return true;
      },
    });
    await expect(refusal).rejects.toThrow('away');
    log.failures.length = 0;
    await projections.readModel.reach(await log.head(), 5_000);
    expect(await idsIn(projections)).toEqual(['a', 'b']);
    expect(generations()).toEqual(['generation-1.sqlite']);
  });
});
