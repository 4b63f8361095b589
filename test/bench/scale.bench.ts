import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { SqliteEventReader } from '@tavolo/event-store';
import type { EventReader } from '@tavolo/event-store';
import { agreementTable } from '../../libs/contexts/agreements/read-model/agreement.rows.js';
import { inlineWriter, startProjections } from '@tavolo/projection';
import type { Moment, Projections } from '@tavolo/projection';
import { projections } from '../../apps/api/src/stores/projections.js';

/** A folder of `tavolo generate`; it is read and left as it is. */
const folder = process.env.TAVOLO_DATA ?? 'data-lombardia';
const log = join(folder, 'log.db');
const MB = 1_000_000;

function tell(what: string, value: number | string): void {
  process.stdout.write(`${what}: ${typeof value === 'number' ? value.toFixed(1) : value}\n`);
}

/** What the file of the log holds. */
function counted() {
  const file = new DatabaseSync(log, { readOnly: true });
  const one = (sql: string) => Number(Object.values(file.prepare(sql).get() ?? {})[0]);
  const events = one('SELECT count(*) FROM events');
  const text = one('SELECT sum(length(data) + length(meta)) FROM events');
  const meta = one('SELECT sum(length(meta)) FROM events');
  const ofProcesses = one(
    "SELECT count(*) FROM events e JOIN categories c ON c.no = e.category_no WHERE c.name LIKE 'pm\\_%' ESCAPE '\\'",
  );
  const streams = one('SELECT count(*) FROM streams');
  const ofCategory = file
    .prepare(
      `SELECT c.name, count(*) AS events, count(DISTINCT stream_no) AS streams FROM events e
       JOIN categories c ON c.no = e.category_no GROUP BY c.name ORDER BY events DESC LIMIT 24`,
    )
    .all();
  file.close();
  return { events, text, meta, streams, ofProcesses, ofCategory };
}

/** Seconds of the processor since then: a machine that does other work too does not change them. */
function processorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / MB;
}

/** To read the whole log and take it apart, and nothing else. */
async function read(source: EventReader): Promise<number> {
  const began = process.cpuUsage();
  for await (const { revision } of source.readAll()) if (revision < 0) return 0;
  return processorSeconds(began);
}

/** Milliseconds, the best of seven. */
async function best(work: () => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const began = performance.now();
    await work();
    rounds.push(performance.now() - began);
  }
  return Math.min(...rounds);
}

/** Seconds of the processor to build a read model of a log; then something is done with it. */
async function built(
  source: SqliteEventReader,
  which: typeof projections,
  then: (model: Projections, folder: string) => unknown = () => undefined,
): Promise<number> {
  const into = mkdtempSync(join(tmpdir(), 'tavolo-scale-'));
  const writer = inlineWriter({ projections: which, source });
  const began = process.cpuUsage();
  const model = await startProjections({ folder: into, writer });
  await model.readModel.reach(await source.head(), 3_600_000);
  const seconds = processorSeconds(began);
  await then(model, into);
  await model.close();
  rmSync(into, { recursive: true, force: true });
  return seconds;
}

async function lists({ readModel }: Projections, events: number): Promise<void> {
  const page = (at: Moment) => readModel.page(agreementTable, { first: 50 }, at);
  const now = readModel.now();
  const { totalCount } = await page(now);
  tell('agreements', totalCount);
  tell('a page of 50 of them now, ms', await best(() => page(now)));
  for (const share of [0.25, 0.5, 0.75]) {
    const then = { ...now, ordinal: Math.floor(events * share) };
    const there = (await page(then)).totalCount;
    const took = (await best(() => page(then))).toFixed(1);
    tell(`a page as of ${String(100 * share)} % of the log`, `${took} ms of ${String(there)}`);
  }
}

it('what a generated region takes: bytes, events, rebuilding, lists', async () => {
  if (!existsSync(log))
    throw new Error(`${log} is not there: npx tavolo generate --data ${folder}`);
  const { events, text, meta, streams, ofProcesses, ofCategory } = counted();
  tell('events', String(events));
  tell('streams', String(streams));
  tell('share of them that are of process managers', (ofProcesses / events).toFixed(2));
  tell('bytes of data and meta for each event', text / events);
  tell('  share of meta', (meta / text).toFixed(2));
  tell('bytes of the log for each event', statSync(log).size / events);
  for (const { name, events: own, streams: several } of ofCategory) {
    const each = (Number(own) / Number(several)).toFixed(1);
    tell(`  ${String(name)}`, `${String(own)} events in ${String(several)} streams, ${each} each`);
  }
  const source = SqliteEventReader.open(log);
  const raw = await read(source);
  tell('reading alone, events for a second of the processor', events / raw);
  const seconds = await built(source, projections, async (model, into) => {
    const { size } = statSync(join(into, 'generation-1.sqlite'));
    tell('bytes of the read model for each event', size / events);
    await lists(model, events);
    tell('memory of this process, MB', process.memoryUsage().rss / MB);
  });
  tell('building the read model, events for a second of the processor', events / seconds);
  tell('  share of the speed of reading alone', (raw / seconds).toFixed(3));
  const without = projections.filter(({ name }) => name !== 'waiting');
  expect(without).toHaveLength(projections.length - 1);
  tell(
    '  share of the projection waiting',
    (1 - (await built(source, without)) / seconds).toFixed(2),
  );
  source.close();
  expect(events).toBeGreaterThan(0);
}, 3_600_000);
