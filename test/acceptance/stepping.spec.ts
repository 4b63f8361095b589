import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardJourney, Client, fixedValues, World } from '@tavolo/demo';
import type { Acting, BoardFacts } from '@tavolo/demo';
import { EventStore } from '@tavolo/event-store';
import { ReadModel } from '@tavolo/projection';
import { WalkedServer } from '../walked-server.js';
import { atRest } from './ground.js';
import { stageOn } from './played.js';

let server: WalkedServer;
let client: Client;
let founder: Acting;
let board: BoardFacts;
let secret: string;
beforeAll(async () => {
  server = await WalkedServer.start();
  client = new Client(server.url);
  const { stage } = stageOn(server.url);
  ({ founder } = await World.open(stage));
  board = await boardJourney(stage, fixedValues.board);
  const chair = board.lead.head;
  const textSha256 = await client.upload(chair, 'Ricorso contro l’esclusione', 'text/plain');
  const answer = await client.command(chair, 'proposeDecision', {
    ...{ board: board.board, title: 'Ricorso riservato', textSha256, motivation: textSha256 },
    ...{ confidential: true, legalBasis: ['L. 241/1990'], reason: 'Ricorso.' },
  });
  if (answer.outcome === 'refused') throw new Error(answer.message);
  secret = answer.id;
  await atRest(stage, server.url);
});
afterAll(() => server.forget());

async function step(projection: string, event: string | null, as?: Acting): Promise<Step | null> {
  const query = `query ($projection: String!, $event: ID) {
    projectionStep(projection: $projection, event: $event) {
      projection fate message eventsBefore eventsAfter first previous next last
      event { id stream type }
      rows { table id kept asStored before after changes { path kind } }
    }
  }`;
  const asked = { projection, event };
  return (await client.query<{ projectionStep: Step | null }>(query, asked, as)).projectionStep;
}

/** From the first event that a projection takes to the last. */
async function walked(projection: string): Promise<readonly Step[]> {
  const last = await step(projection, null, founder);
  const steps: Step[] = [];
  for (let id = last?.first ?? null; id !== null; id = steps.at(-1)?.next ?? null) {
    const one = await step(projection, id, founder);
    if (!one) throw new Error(`no step at ${id}`);
    steps.push(one);
  }
  return steps;
}

const namesOf = async () => {
  const asked = '{ operations { projections { name } } }';
  const { operations } = await client.query<Operated>(asked, {}, founder);
  return operations.projections.map(({ name }) => name);
};

describe('a projection, event by event', () => {
  it('shows what each event changed of a row, from the one that opened it on', async () => {
    const steps = await walked('sitting');
    expect(steps.map(({ eventsBefore }) => eventsBefore)).toEqual(steps.map((_, n) => n));
    expect(steps.map(({ eventsAfter }) => eventsAfter).reverse()).toEqual(steps.map((_, n) => n));
    expect(steps.at(0)?.previous).toBeNull();
    expect(steps.at(-1)?.event.id).toBe(steps[0]?.last);
    const sitting = steps.flatMap(({ rows }) => rows).find(({ before }) => before !== null)?.id;
    const own = steps.flatMap(({ rows }) => rows.filter(({ id }) => id === sitting));
    expect(own[0]).toMatchObject({ before: null, kept: false, after: { id: sitting } });
    expect(own.length).toBeGreaterThan(2);
    for (const [n, { before, after, changes }] of own.entries()) {
      if (n > 0) expect(before).toEqual(own[n - 1]?.after);
      expect(changes.length).toBeGreaterThan(0);
      expect(after).not.toEqual(before);
    }
  });

  it('finds, for every projection and every event that it takes, the rows as they are kept', async () => {
    let rows = 0;
    for (const name of await namesOf()) {
      for (const { fate, message, rows: changed } of await walked(name)) {
        expect({ name, fate, message }).toEqual({ name, fate: 'APPLIED', message: null });
        expect(changed.filter(({ asStored }) => !asStored)).toEqual([]);
        rows += changed.length;
      }
    }
    expect(rows).toBeGreaterThan(100);
  });

  it('X-3: is there for the administrator alone, as is a projection that there is', async () => {
    for (const as of [undefined, board.lead.head]) expect(await step('board', null, as)).toBeNull();
    expect(await step('no-such', null, founder)).toBeNull();
    expect(await step('board', '00000000-0000-4000-8000-000000000000', founder)).toBeNull();
  });

  it('X-12: tells nothing of what is confidential: its events are not among them', async () => {
    const { store, readModel } = {
      store: server.app.get(EventStore),
      readModel: server.app.get(ReadModel),
    };
    const hidden = await Array.fromAsync(store.readStream(secret));
    expect(hidden.length).toBeGreaterThan(0);
    expect(await readModel.momentOf({ eventId: hidden[0]?.id ?? '' })).not.toBeNull();
    for (const { id } of hidden) expect(await step('decision', id, founder)).toBeNull();
    for (const name of ['decision', 'waiting']) {
      expect(JSON.stringify(await walked(name))).not.toContain(secret);
    }
  });

  it('keeps rows of which nobody said who may read them, and the fields that are secret', async () => {
    const steps = await walked('waiting');
    const rows = steps.flatMap((one) => one.rows);
    const internal = rows.filter(({ table }) => table === 'waiting_house');
    expect(internal.length).toBeGreaterThan(0);
    const nothing = { id: null, before: null, after: null, changes: [] };
    for (const row of internal) expect(row).toMatchObject({ kept: true, ...nothing });
    const partners = (await walked('partner')).flatMap((one) => one.rows);
    const shown = partners.flatMap(({ after }) => (after ? Object.keys(after) : []));
    expect(shown).toContain('name');
    expect(shown).not.toContain('interests');
  });

  it('says of an event of other streams that the projection does not take it', async () => {
    const [first] = await walked('partner');
    const other = await step('board', first?.event.id ?? '', founder);
    expect(other).toMatchObject({ fate: 'NOT_TAKEN', rows: [], event: { id: first?.event.id } });
  });
});

interface Step {
  readonly fate: string;
  readonly message: string | null;
  readonly eventsBefore: number;
  readonly eventsAfter: number;
  readonly first: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly last: string | null;
  readonly event: Readonly<{ id: string; stream: string; type: string }>;
  readonly rows: readonly Readonly<{
    table: string;
    id: string | null;
    kept: boolean;
    asStored: boolean;
    before: Readonly<Record<string, unknown>> | null;
    after: Readonly<Record<string, unknown>> | null;
    changes: readonly Readonly<{ path: string; kind: string }>[];
  }>[];
}

interface Operated {
  readonly operations: Readonly<{ projections: readonly Readonly<{ name: string }>[] }>;
}
