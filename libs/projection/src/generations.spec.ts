import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acting, FakeLog, temporaryFolder, thing, thingProjection, things } from './fixture.js';
import { inlineWriter } from './inline-writer.js';
import type { ProjectionWork } from './projection.js';
import { compareReadModels } from './sqlite/compare.js';
import { differenceOf, programLayout } from './sqlite/layout.js';
import { ReadModelTooNew } from './sqlite/read-model-file.js';
import { NoWayBack, startProjections } from './start.js';
import type { ProjectionOptions, Projections } from './start.js';

let folder: ReturnType<typeof temporaryFolder>;
let other: ReturnType<typeof temporaryFolder>;
let started: Projections[];
let reports: string[];
beforeEach(() => {
  [folder, other] = [temporaryFolder(), temporaryFolder()];
  [started, reports] = [[], []];
});
afterEach(async () => {
  await Promise.all(started.map((projections) => projections.close()));
  folder.remove();
  other.remove();
});

type Given = Partial<ProjectionWork> &
  Partial<Pick<ProjectionOptions, 'take'>> &
  Readonly<{ at?: string }>;

/** Started, and read to the end of the log. */
async function upToDate(source: FakeLog, given: Given = {}): Promise<Projections> {
  const { take, at = folder.path, ...work } = given;
  const projections = await startProjections({
    folder: at,
    writer: inlineWriter({ projections: [thingProjection], source, ...work }),
    report: (message) => reports.push(message),
    ...(take && { take }),
  });
  started.push(projections);
  await projections.readModel.reach(await source.head(), 5_000);
  return projections;
}

async function end(projections: Projections): Promise<void> {
  await projections.close();
  started = started.filter((one) => one !== projections);
}

async function idsIn({ readModel }: Projections): Promise<readonly string[]> {
  const page = await readModel.page(things, {}, readModel.now());
  return page.rows.map(({ row }) => row.id);
}

const put = (id: string) => acting({ put: thing(id) });
const newer = { projections: [{ ...thingProjection, version: 2 }] };
const activeIn = (path: string) => join(path, readFileSync(join(path, 'active'), 'utf8').trim());
const filesIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.sqlite'));

describe('a copy of a read model', () => {
  it('is whole while somebody writes on, and another replica goes on with it', async () => {
    const log = new FakeLog(put('a'), put('b'));
    const giving = await upToDate(log, { at: other.path });
    const copying = giving.copy();
    log.append(put('c'));
    giving.wake();
    const copy = await copying;
    await giving.readModel.reach(await log.head(), 5_000);
    let events = 0;
    const source = new FakeLog();
    source.events = log.events;
    source.readAll = async function* (options) {
      for await (const event of log.readAll(options)) {
        events += 1;
        yield event;
      }
    };
    const taking = await upToDate(source, {
      take: ({ path }) => {
        writeFileSync(path, readFileSync(copy));
        return Promise.resolve(null);
      },
    });
    expect(await idsIn(taking)).toEqual(['a', 'b', 'c']);
    expect(reports).toEqual(['The read model was taken from another replica.']);
    expect(events).toBeLessThan(3); // Whether it is this log, and what came after.
    const { tables } = compareReadModels(activeIn(folder.path), activeIn(other.path), 3);
    expect(tables.every(({ differing }) => differing === 0)).toBe(true);
    // What was not fetched is removed at the next start.
    expect(existsSync(copy)).toBe(true);
    await end(giving);
    await upToDate(log, { at: other.path });
    expect(existsSync(copy)).toBe(false);
  });

  it('that cannot be made leaves nothing', async () => {
    const giving = await upToDate(new FakeLog(put('a')));
    mkdirSync(join(folder.path, 'copy-1.sqlite')); // No file can be made there.
    writeFileSync(join(folder.path, 'copy-1.sqlite', 'in-the-way'), '');
    await expect(giving.copy()).rejects.toThrow();
    expect(await idsIn(giving)).toEqual(['a']);
    await expect(giving.copy()).resolves.toContain('copy-2.sqlite');
  });

  it('is asked for by what this program writes, and only where there is nothing to go on with', async () => {
    const log = new FakeLog(put('a'));
    const asked: string[] = [];
    const take = ({ layout }: { layout: string }) => {
      asked.push(layout);
      return Promise.resolve('nobody there');
    };
    await end(await upToDate(log, { take }));
    await end(await upToDate(log, { take }));
    expect(asked).toEqual([programLayout([thingProjection])]);
    expect(reports).toEqual(['No read model was taken from another replica: nobody there.']);
  });

  it.each([
    ['no file', '', 'it cannot be read'],
    ['half a file', 'SQLite format 3\0', 'it cannot be read'],
  ])('that is %s is not used: the read model is built anew', async (_what, content, sentence) => {
    const log = new FakeLog(put('a'));
    const taking = await upToDate(log, {
      take: ({ path }) => {
        writeFileSync(path, content);
        return Promise.resolve(null);
      },
    });
    expect(await idsIn(taking)).toEqual(['a']);
    expect(reports[0]).toContain(sentence);
    expect(filesIn(folder.path)).toHaveLength(1);
  });

  it('of another log, or of a newer program, is not used either', async () => {
    const foreign = await upToDate(new FakeLog(acting({ put: thing('x') })), { at: other.path });
    const copies = [await foreign.copy()];
    await end(foreign);
    const log = new FakeLog({ ...put('a'), stream: 'thing-a' }, put('b'));
    log.events = log.events.map((event, n) => ({
      ...event,
      id: `${event.id}${String(n)}` as typeof event.id,
    }));
    const place = temporaryFolder();
    const ahead = await upToDate(log, { at: place.path, ...newer });
    copies.push(await ahead.copy());
    for (const copy of copies) {
      const empty = temporaryFolder();
      const take: Given['take'] = ({ path }) => {
        writeFileSync(path, readFileSync(copy));
        return Promise.resolve(null);
      };
      expect(await idsIn(await upToDate(log, { at: empty.path, take }))).toEqual(['a', 'b']);
      empty.remove();
    }
    place.remove();
    expect(reports.filter((said) => said.startsWith('No read model'))).toEqual([
      expect.stringContaining('another log'),
      expect.stringContaining('newer version'),
    ]);
  });

  it('is refused by who has other projections, in words', () => {
    const here = programLayout([thingProjection]);
    expect(differenceOf(here, here)).toBeNull();
    expect(differenceOf(here, programLayout(newer.projections))).toBe(
      'things is of version 1 here and of version 2 where it is asked for',
    );
    expect(differenceOf(here, programLayout([]))).toBe(
      'things is of version 1 here and not there where it is asked for',
    );
    const tables = [{ ...things, columns: [] }];
    expect(differenceOf(here, programLayout([{ ...thingProjection, tables }]))).toBe(
      'a table of it has other columns',
    );
    expect(differenceOf(here, 'no layout')).toContain('not there where it is asked for');
  });
});

describe('the read model that was in use before', () => {
  it('is kept beside the one in use after a rebuild, and gone back to and forth', async () => {
    const log = new FakeLog(put('a'));
    const projections = await upToDate(log);
    await expect(projections.rollBack()).rejects.toThrow(NoWayBack);
    await projections.rebuild();
    expect(filesIn(folder.path)).toEqual(['generation-1.sqlite', 'generation-2.sqlite']);
    log.append(put('b'));
    await projections.readModel.reach(await log.head(), 5_000);
    const changes = projections.readModel.changes();
    expect(await projections.rollBack()).toMatchObject({ ordinal: 2 });
    expect(activeIn(folder.path)).toContain('generation-1');
    expect(await idsIn(projections)).toEqual(['a', 'b']);
    log.append(put('c'));
    await projections.readModel.reach(await log.head(), 5_000);
    expect((await changes.next()).value).toMatchObject({ moment: { ordinal: 3 } });
    await projections.rollBack();
    expect(activeIn(folder.path)).toContain('generation-2');
    expect(await idsIn(projections)).toEqual(['a', 'b', 'c']);
    await projections.rebuild();
    expect(filesIn(folder.path)).toEqual(['generation-2.sqlite', 'generation-3.sqlite']);
  });

  it('is taken up again by a program that goes back to its version, and by the newer one after it', async () => {
    const log = new FakeLog(put('a'));
    await end(await upToDate(log));
    await end(await upToDate(log, newer));
    log.append(put('b'));
    reports = [];
    const back = await upToDate(log);
    expect(await idsIn(back)).toEqual(['a', 'b']);
    expect(reports).toEqual([
      expect.stringContaining('The read model that was in use before is taken up again'),
    ]);
    await end(back);
    expect(await idsIn(await upToDate(log, newer))).toEqual(['a', 'b']);
    expect(reports[1]).toContain('is taken up again');
    expect(filesIn(folder.path)).toEqual(['generation-1.sqlite', 'generation-2.sqlite']);
  });

  it('does not stand in where it is of another version, too: a newer one is left as it is', async () => {
    const log = new FakeLog(put('a'));
    await end(await upToDate(log, newer));
    await expect(upToDate(log)).rejects.toThrow(ReadModelTooNew);
    expect(filesIn(folder.path)).toEqual(['generation-1.sqlite']);
  });

  it('that is damaged is no way back, and the one in use goes on', async () => {
    const log = new FakeLog(put('a'));
    const projections = await upToDate(log);
    await projections.rebuild();
    writeFileSync(join(folder.path, 'generation-1.sqlite'), 'half');
    await expect(projections.rollBack()).rejects.toThrow(NoWayBack);
    log.append(put('b'));
    await projections.readModel.reach(await log.head(), 5_000);
    expect(await idsIn(projections)).toEqual(['a', 'b']);
  });
});
