import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acting, eventAt, FakeLog, filled, temporaryFolder } from './fixture.js';
import { thing, thingProjection, things, uuid } from './fixture.js';
import type { Thing } from './fixture.js';
import { defineTable } from './projection.js';
import type { Projection, ProjectionWork, Writer } from './projection.js';
import { ProjectionRunner } from './runner.js';
import { ReadModelFile, StaleWriter } from './sqlite/read-model-file.js';
import { SqliteReadModel } from './sqlite/sqlite-read-model.js';
import { checkNames } from './batch-writer.js';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let stop: AbortController;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'read-model.sqlite');
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  folder.remove();
});

const noPause = () => Promise.resolve();

function runnerOf(source: FakeLog, work: Partial<ProjectionWork> = {}) {
  const projections = work.projections ?? [thingProjection];
  const file = ReadModelFile.create(path, projections);
  const runner = new ProjectionRunner(file, { source, ...work, projections });
  return { file, runner };
}

/** Resolves when the runner has committed this many events. */
function committed(runner: ProjectionRunner, ordinal: number): Promise<void> {
  return new Promise((resolve) => {
    const leave = runner.onBatch(({ moment }) => {
      if (moment.ordinal < ordinal) return;
      leave();
      resolve();
    });
  });
}

async function idsNow(): Promise<readonly string[]> {
  const model = new SqliteReadModel(path);
  const page = await model.page(things, {}, model.now());
  model.close();
  return page.rows.map(({ row }) => row.id);
}

const put = (id: string) => acting({ put: thing(id) });

describe('a projection runner', () => {
  it('catches up in batches and says what each touched', async () => {
    const { runner } = runnerOf(new FakeLog(put('a'), put('b'), put('c')), { batchSize: 2 });
    const batches: unknown[] = [];
    runner.onBatch(({ moment, events, ids }) => batches.push([moment.ordinal, events, [...ids]]));
    await runner.catchUp(stop.signal);
    const stream = 'thing-10000000-0000-4000-8000-000000000001';
    expect(batches).toEqual([
      [2, 2, [stream, 'a', 'b']],
      [3, 1, [stream, 'c']],
    ]);
    expect(await idsNow()).toEqual(['a', 'b', 'c']);
  });

  it('follows the log, goes on after a failure of the log, and stops when told', async () => {
    const log = new FakeLog(put('a'));
    const { runner } = runnerOf(log);
    log.failures.push(new Error('the log is away'));
    const states: string[] = [];
    runner.onStatus(({ state, failure }) =>
      states.push(`${state} ${failure?.message ?? ''}`.trim()),
    );
    const first = committed(runner, 1);
    const running = runner.run(stop.signal, noPause);
    await first;
    const second = committed(runner, 2);
    log.append(put('b'));
    await second;
    stop.abort();
    await running;
    expect(await idsNow()).toEqual(['a', 'b']);
    expect(states).toEqual([
      'catchingUp',
      'retrying the log is away',
      'catchingUp the log is away',
      'live',
      'stopped',
    ]);
  });

  it('is not live while a subscription that was dropped is not back', async () => {
    const log = new FakeLog(put('a'));
    const { runner } = runnerOf(log);
    const said = ['caughtUp', 'fellBehind', 'fellBehind', 'caughtUp', 'caughtUp'] as const;
    log.subscribe = async function* () {
      await Promise.resolve();
      for (const kind of said) yield { kind };
      stop.abort();
    };
    const states: string[] = [];
    runner.onStatus(({ state }) => states.push(state));
    await runner.run(stop.signal, noPause);
    expect(states).toEqual(['catchingUp', 'live', 'catchingUp', 'live', 'stopped']);
  });

  it('asks a log that is away again within five seconds, however long it is', async () => {
    const log = new FakeLog(put('a'));
    log.failures.push(...Array.from({ length: 12 }, () => new Error('away')));
    const { runner } = runnerOf(log);
    const pauses: number[] = [];
    const first = committed(runner, 1);
    const running = runner.run(stop.signal, (ms) => Promise.resolve(void pauses.push(ms)));
    await first;
    stop.abort();
    await running;
    expect(pauses.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5_000);
  });

  it('does not count an event twice that a source tells of twice', async () => {
    const log = new FakeLog(put('a'));
    const { runner } = runnerOf(log);
    const repeats: Pick<FakeLog, 'subscribe'> = {
      async *subscribe() {
        await Promise.resolve();
        yield* log.events.map((event) => ({ kind: 'event', event }) as const);
        const event = log.append(put('b'));
        yield { kind: 'event', event };
        yield { kind: 'event', event };
      },
    };
    log.subscribe = repeats.subscribe.bind(repeats);
    const batches: number[] = [];
    runner.onBatch(({ events }) => batches.push(events));
    const second = committed(runner, 2);
    const running = runner.run(stop.signal, noPause);
    await second;
    stop.abort();
    await running;
    expect(batches.slice(0, 2)).toEqual([1, 1]);
    expect(runner.status().failure).toBeNull();
  });

  it('stops at an event that a projection can’t apply, and skips nothing', async () => {
    const failing: Projection = {
      ...thingProjection,
      apply(event, write) {
        thingProjection.apply(event, write);
        if (event.type === 'Poison') throw new Error('cannot swallow it');
      },
    };
    const log = new FakeLog(put('a'), put('b'), { ...put('c'), type: 'Poison' }, put('d'));
    const { runner } = runnerOf(log, { projections: [failing] });
    await expect(runner.run(stop.signal, noPause)).rejects.toThrow('cannot swallow it');
    expect(runner.status()).toMatchObject({
      state: 'failed',
      moment: { ordinal: 2 },
      failure: { projection: 'things', eventId: log.events[2]?.id },
    });
    expect(await idsNow()).toEqual(['a', 'b']);
  });

  it('passes over what this program does not know and all later on its stream, and keeps where it began', async () => {
    const own = { stream: `thing-${uuid(2)}` };
    const log = new FakeLog(
      put('a'),
      { ...put('b'), ...own },
      { ...put('c'), ...own, schema: 2 },
      { ...put('d'), ...own, schema: 2 },
      { ...put('e'), ...own },
      put('f'),
    );
    const knows = (_type: string, schema: number) => schema === 1;
    const { runner } = runnerOf(log, { knows, batchSize: 1 });
    const told: number[] = [];
    runner.onStatus(({ passedOver }) => told.push(passedOver[0]?.events ?? 0));
    await runner.catchUp(stop.signal);
    expect(await idsNow()).toEqual(['a', 'b', 'f']);
    expect(told).toEqual([1, 2]); // Not at the end alone: somebody watches.
    log.append({ ...put('g'), ...own });
    const again = { projections: [thingProjection], source: log, knows };
    await new ProjectionRunner(ReadModelFile.open(path), again).catchUp(stop.signal);
    expect(await idsNow()).toEqual(['a', 'b', 'f']);
    const firstPosition = log.events[2]?.position;
    expect(runner.status().passedOver).toEqual([
      { type: 'ThingSaid', schema: 2, firstPosition, events: 2 },
    ]);
  });

  it('gives a projection only the streams it asked for', async () => {
    const other = { ...put('x'), stream: 'other-1' };
    const { runner } = runnerOf(new FakeLog(put('a'), other));
    await runner.catchUp(stop.signal);
    expect(await idsNow()).toEqual(['a']);
  });

  it('a forgotten writer fails by comparison once another has taken over', async () => {
    const log = new FakeLog(put('a'));
    const { runner } = runnerOf(log);
    await runner.catchUp(stop.signal);
    const successor = ReadModelFile.open(path);
    log.append(put('b'));
    await expect(runner.catchUp(stop.signal)).rejects.toThrow(StaleWriter);
    expect(await idsNow()).toEqual(['a']);
    const work = { projections: [thingProjection], source: log };
    await new ProjectionRunner(successor, work).catchUp(stop.signal);
    expect(await idsNow()).toEqual(['a', 'b']);
  });

  it('refuses a table of another projection, and two projections with one table', async () => {
    const thief: Projection = { ...thingProjection, name: 'thief', tables: [] };
    const { runner } = runnerOf(new FakeLog(put('a')), { projections: [thief] });
    await expect(runner.catchUp(stop.signal)).rejects.toThrow('not a table of this projection');
    expect(() => {
      checkNames([thingProjection, { ...thingProjection, name: 'other' }]);
    }).toThrow('thing is there twice');
    expect(() => {
      checkNames([thingProjection]);
    }).not.toThrow();
  });

  it('reads, and never writes, a table of a projection that stands before it', async () => {
    const echoes = defineTable<Thing>('echo', { columns: [], order: 'name' });
    const echo: Projection = {
      ...{ name: 'echoes', version: 1, categories: ['thing'], tables: [echoes], reads: [things] },
      apply({ stream }, write) {
        for (const row of write.where(things, 'state', 'draft')) {
          write.put(echoes, { ...row, state: write.get(things, row.id)?.state ?? stream });
        }
      },
    };
    const model = filled(join(folder.path, 'echo.sqlite'), [eventAt(1, put('a'))], {
      projections: [thingProjection, echo],
    });
    const found = await model.byIds(echoes, ['a'], model.now());
    model.close();
    expect(found.get('a')).toMatchObject({ id: 'a', state: 'draft' });
    expect(() => {
      checkNames([echo, thingProjection]);
    }).toThrow('echoes reads thing, which is not written before');
    const thief: Projection = {
      ...echo,
      apply: (_, write: Writer) => {
        write.close(things, 'a');
      },
    };
    expect(() =>
      filled(join(folder.path, 'thief.sqlite'), [eventAt(1, put('a'))], {
        projections: [thingProjection, thief],
      }),
    ).toThrow('not a table of this projection');
  });
});
