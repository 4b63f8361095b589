import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventReader } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { getIntrospectionQuery } from 'graphql';
import { travelled } from '../browser/travelled.js';
import { failedStart, forget, real, startServer } from './server.js';
import { tavolo } from './tavolo.js';
import type { RunningServer } from './server.js';

const LOADED = 'The demo is loaded';
const READY = 'Stop with Ctrl-C';
const words = ['--demo'];

async function eventsOf({ folder }: RunningServer): Promise<readonly RecordedEvent[]> {
  const reader = SqliteEventReader.open(join(folder, 'log.db'), { pollMs: null });
  const events: RecordedEvent[] = [];
  for await (const event of reader.readAll()) events.push(event);
  reader.close();
  return events;
}

/** The tally of a demo that nobody interrupted; `npm run demo:tally` writes it anew. */
const TALLY = 'test/acceptance/demo.tally.json';
const UPDATES = process.env.UPDATE_DEMO === '1';

/** A demo that is killed in the middle of its story, and once more near its end, and goes on. */
async function killedTwice(): Promise<RunningServer> {
  const first = await startServer({ words });
  await first.says('Lab’Impact, its regional');
  await first.stop('SIGKILL');
  const { folder } = first;
  const second = await startServer({ words, folder });
  await second.says('Today:');
  await second.stop('SIGKILL');
  return await startServer({ words, folder });
}

/** How many events of each type in each kind of stream there were by then: the rest moves with today. */
const STORY_IS_OVER = '2024-01-01';
function tallied(events: readonly RecordedEvent[]): Readonly<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (const { stream, type, meta } of events) {
    if (meta.recordedAt >= STORY_IS_OVER) continue;
    const kind = `${stream.slice(0, stream.indexOf('-'))} ${type}`;
    tally[kind] = (tally[kind] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(tally).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function ask<T>({ url }: RunningServer, query: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { readonly data: T };
  return data;
}

/** Of the log as a whole: what was there before each event, and by what it was let in. */
function unfounded(events: readonly RecordedEvent[]): readonly string[] {
  const before = new Map<string, RecordedEvent>();
  const streams = new Set<string>();
  const found: string[] = [];
  for (const event of events) {
    if (!standsOnMandate(event, before, streams)) found.push(`${event.stream} ${event.type}`);
    before.set(event.id, event);
    streams.add(event.stream);
  }
  return found;
}

/** Its own mandate was given earlier in the log; that of a process is the one of its cause. */
function standsOnMandate(
  { meta: { actor, causationId } }: RecordedEvent,
  before: ReadonlyMap<string, RecordedEvent>,
  streams: ReadonlySet<string>,
): boolean {
  const { personRef, mandateRef } = actor;
  if (mandateRef !== undefined) return streams.has(mandateRef.slice(0, mandateRef.indexOf('#')));
  const cause = before.get(causationId ?? '');
  if (!personRef.startsWith('system:') || !cause) return false;
  return standsOnMandate(cause, before, streams);
}

interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}
const nodesOf = <T>({ edges }: Edges<T>): readonly T[] => edges.map(({ node }) => node);

let whole: RunningServer;
let events: readonly RecordedEvent[];
/** The same demo, for those who write in it. */
const other = mkdtempSync(join(tmpdir(), 'tavolo-'));

beforeAll(async () => {
  const loaded = UPDATES ? await startServer({ words }) : await killedTwice();
  await loaded.says(READY);
  await loaded.stop();
  const { folder } = loaded;
  cpSync(folder, other, { recursive: true });
  whole = await startServer({ words, folder });
  await whole.says(READY);
  events = await eventsOf(whole);
}, 240_000);
afterAll(async () => {
  await whole.stop();
  forget(whole);
  rmSync(other, { recursive: true });
});

describe('the demo', () => {
  it('is marked as a demo, for ever', async () => {
    const { instance } = await ask<{ instance: object }>(whole, '{ instance { demo log } }');
    expect(instance).toStrictEqual({
      demo: true,
      log: expect.stringMatching(/^tavolo\/.+\/demo$/u),
    });
  });

  it('lies where history says: in 2017 there is no Lab’Impact, in 2019 there is', async () => {
    interface Then {
      readonly plans: Edges<{ readonly title: string }>;
    }
    const plans = 'plans { edges { node { title } } }';
    const { before, after } = await ask<{ readonly before: Then; readonly after: Then }>(
      whole,
      `{ before: asOf(moment: { at: "2017-01-01T00:00:00Z" }) { ${plans} }
         after: asOf(moment: { at: "2019-01-01T00:00:00Z" }) { ${plans} } }`,
    );
    expect(nodesOf(before.plans)).toStrictEqual([{ title: 'Misura per Misura' }]);
    const titles = nodesOf(after.plans).map(({ title }) => title);
    expect(titles.sort()).toStrictEqual(["Lab'Impact", 'Misura per Misura']);
    const initiated = events.find(({ data }) => data.title === "Lab'Impact");
    const days = events
      .filter(({ stream }) => stream === initiated?.stream)
      .map(({ meta }) => meta.recordedAt.slice(0, 10));
    expect(days[0]).toBe('2018-03-20');
    expect(days.at(-1)).toBe('2023-06-28');
  });

  it('tells the two plans exactly as their source, months as months', async () => {
    interface Plan {
      readonly title: string;
      readonly actions: readonly { readonly code: string; readonly strengths: readonly object[] }[];
    }
    const { plans } = await ask<{ readonly plans: Edges<Plan> }>(
      whole,
      `{ plans(first: 10) { edges { node { title status source executionStart executionEnd startedOn
         total { cents } actions { code source strengths { source } } } } } }`,
    );
    const [misura, lab] = ['Misura per Misura', "Lab'Impact"].map((name) =>
      nodesOf(plans).find(({ title }) => title === name),
    );
    expect(misura).toMatchObject({
      ...{ status: 'COMPLETED', source: 'PROGRAMME', total: { cents: '588600000' } },
      ...{ executionStart: '2017-07', executionEnd: '2018-12', startedOn: '2017-07' },
    });
    expect(misura?.actions.map(({ code }) => code)).toStrictEqual(['MXM-1', 'MXM-2', 'MXM-3']);
    const strengths = misura?.actions.flatMap((action) => action.strengths);
    expect(strengths).toStrictEqual(Array(8).fill({ source: 'PROGRAMME' }));
    expect(lab).toMatchObject({
      ...{ status: 'IN_EXECUTION', source: 'PROGRAMME', total: { cents: '925000000' } },
      ...{ executionStart: '2018-09', executionEnd: '2023-06-30', startedOn: '2018-09' },
    });
    expect(lab?.actions.map(({ code }) => code)).toStrictEqual([
      'LAB-01',
      'LAB-02',
      'LAB-03',
      'LAB-04',
    ]);
  });

  it('B-1, B-10, B-12, X-11: a call has a deadline for each region, every step of its way, and a residual', async () => {
    interface Call {
      readonly number: string;
      readonly status: string;
      readonly lombardy: string;
      readonly campania: string;
      readonly ranking: { readonly admitted: readonly string[] } | null;
    }
    const { calls } = await ask<{ readonly calls: Edges<Call> }>(
      whole,
      `{ calls(first: 10) { edges { node { number status ranking { admitted }
         residual { cents } returned { pool } programme { residual { cents } returned { cents } }
         lombardy: deadlineFor(region: "ITC4") campania: deadlineFor(region: "ITF3") } } } }`,
    );
    const second = nodesOf(calls).find(({ number }) => number === '1/2018');
    expect(second).toMatchObject({
      ...{ status: 'AWARDED', ranking: { admitted: [expect.stringMatching(/^plan-/u)] } },
      lombardy: '2018-07-13T14:00:00.000Z',
      campania: '2018-06-29T14:00:00.000Z',
      // EUR 26,344,000 less the EUR 9,250,000 of its one plan; of them nothing came back (B-10).
      ...{ residual: { cents: '1709400000' }, returned: [] },
      programme: { residual: null, returned: { cents: '0' } },
    });
  });

  it('shows a playground the whole schema', async () => {
    const asked = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });
    const { __schema: schema } = await ask<{ __schema: { types: readonly object[] } }>(
      whole,
      asked,
    );
    expect(schema.types.length).toBeGreaterThan(100);
  });

  it('leaves something to vote, to sign and to wait for today', async () => {
    interface Sitting {
      readonly status: string;
      readonly items: readonly { status: string; vote: { form: string } | null }[];
    }
    const { sittings, agreements } = await ask<{
      readonly sittings: Edges<Sitting>;
      readonly agreements: Edges<{ readonly status: string }>;
    }>(
      whole,
      `{ sittings { edges { node { status items { status vote { form } } } } }
         agreements { edges { node { status } } } }`,
    );
    const held = nodesOf(sittings).map(({ status, items }) =>
      [status, ...items.map((item) => `${item.status} ${item.vote?.form ?? ''}`.trim())].join(': '),
    );
    expect(held.slice(-4)).toStrictEqual([
      // D-2, D-3: equal votes wait for a drawing by lot, papers of a secret vote for their tellers.
      'IN_SESSION: VOTE_CLOSED SECRET_ON_PAPER: VOTE_TIED NAMED',
      'IN_SESSION: VOTE_OPEN SECRET_ON_PAPER',
      'IN_SESSION: VOTE_OPEN NAMED',
      'CONVENED: ON_AGENDA',
    ]);
    const states = nodesOf(agreements).map(({ status }) => status);
    // those of the programmes that are over have expired by their dates.
    expect(states.filter((status) => status !== 'IN_FORCE').sort()).toStrictEqual([
      ...Array.from({ length: 8 }, () => 'EXPIRED'),
      'FULLY_SIGNED',
      'PARTIALLY_SIGNED',
    ]);
  });

  it('that was killed twice has every fact once: those of one that was not', () => {
    if (UPDATES) writeFileSync(TALLY, `${JSON.stringify(tallied(events), null, 2)}\n`);
    expect(tallied(events)).toStrictEqual(JSON.parse(readFileSync(TALLY, 'utf8')));
  });

  it('X-3: has in every event the policies that were active, and those of them that let it in', () => {
    const unsaid = events.filter(({ meta: { policy } }) => !policy?.hash || !policy.ids.length);
    // Nobody could be asked yet: it names those by which it was done.
    expect(unsaid.map(({ type }) => type)).toStrictEqual(['InstanceFounded']);
    const hashes = new Set(events.map(({ meta }) => meta.policy?.hash));
    const activated = events.filter(({ type }) => type === 'PolicyActivated');
    expect([...hashes]).toStrictEqual(activated.map(({ data }) => data.hash));
  });

  it('X-3: begins with its founding, the only event that stands on no earlier mandate', () => {
    expect(unfounded(events)).toStrictEqual(['instance-tavolo InstanceFounded']);
    expect(events[0]).toMatchObject({
      ...{ stream: 'instance-tavolo', type: 'InstanceFounded' },
      meta: { actor: { mandateRef: 'instance-tavolo#founder' } },
    });
  });

  it('is not loaded again by a second start, and never taken for real data', async () => {
    await whole.stop();
    const { folder } = whole;
    const again = await startServer({ words, folder });
    await again.says(READY);
    await again.stop();
    expect(again.output.join()).not.toContain(LOADED);
    expect(await eventsOf(again)).toHaveLength(events.length);
    const { code, output } = await failedStart({ folder, ...real() });
    expect(code).toBe(2);
    expect(output).toContain('holds the demo, which stays a demo for ever');
  }, 120_000);
});

// Each language with both: npm run test:browser.
describe('on the demo', () => {
  travelled(
    () => startServer({ words, folder: other }),
    [
      { language: 'it', by: 'mouse' },
      { language: 'en', by: 'keyboard' },
    ],
  );
});

it('refuses the demo on the data of a real instance', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  const login = ['--issuer', 'https://issuer.example', '--subject', 'ada'];
  await tavolo('init', '--name', 'Ente', ...login, '--data', folder);
  const { code, output } = await failedStart({ folder, words });
  rmSync(folder, { recursive: true });
  expect(code).toBe(2);
  expect(output).toContain('holds a real instance');
});
