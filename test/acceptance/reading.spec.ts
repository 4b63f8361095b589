import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardJourney, Client, fixedValues, networkLeadJourney, World } from '@tavolo/demo';
import type { Acting, BoardFacts, NetworkLeadFacts } from '@tavolo/demo';
import { EventStore } from '@tavolo/event-store';
import { Reading } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { PersonRef } from '@tavolo/kernel';
import { ReadModel } from '@tavolo/projection';
import { PolicyReading } from '@tavolo/reading';
import { projections } from '../../apps/api/src/stores/projections.js';
import { ReadingOracle } from '../reading-oracle.js';
import type { Row } from '../reading-oracle.js';
import { WalkedServer } from '../walked-server.js';
import { atRest } from './ground.js';
import { stageOn } from './played.js';

let server: WalkedServer;
let client: Client;
let network: NetworkLeadFacts;
let board: BoardFacts;
let founder: Acting;
beforeAll(async () => {
  server = await WalkedServer.start();
  client = new Client(server.url);
  const { stage } = stageOn(server.url);
  ({ founder } = await World.open(stage));
  network = await networkLeadJourney(stage, fixedValues.networkLead);
  board = await boardJourney(stage, fixedValues.board);
  await atRest(stage, server.url);
});
afterAll(() => server.forget());

/** Tables that are met in no list of their own, or by nobody. */
const unlisted = ['conditional_decision', 'waiting_house', 'capacity'];

function asking(person: PersonRef): RequestContext {
  const sender = { person, mandate: null, auth: { issuer: 'test', assurance: 'high' } };
  return { sender, reason: null, loaders: new Map() } as unknown as RequestContext;
}

async function read<T>(query: string, variables: object, as?: Acting): Promise<T> {
  return await client.query<T>(query, variables, as);
}

describe('what somebody may read', () => {
  it('property: every list, cut in SQL, is row by row what the policies say', async () => {
    const oracle = new ReadingOracle(server.app);
    const reading = server.app.get(Reading);
    const now = oracle.readModel.now();
    const tables = projections.flatMap((one) => one.tables);
    const seen = { shown: 0, kept: 0 };
    for (const person of await oracle.people()) {
      const mandates = await oracle.mandatesOf(person);
      const context = asking(person);
      for (const table of tables.filter(({ name }) => !unlisted.includes(name))) {
        const rows = await oracle.rowsOf(table);
        const may = await Promise.all(
          rows.map((row) => oracle.mayReadRow(person, mandates, { table, row })),
        );
        const expected = rows.filter((_, n) => may[n]).map(({ id }) => id);
        const narrowed = await reading.narrowing(table, context);
        const page = narrowed && { first: 100_000, narrowed };
        const cut = page && (await oracle.readModel.page<Row>(table, page, now));
        const ids = cut?.rows.map(({ row }) => row.id) ?? [];
        expect({ person, mandates, table: table.name, ids }).toStrictEqual({
          ...{ person, mandates, table: table.name, ids: expected },
        });
        expect(cut?.totalCount ?? 0).toBe(expected.length);
        const one = await reading.shown<Row>({ table, rows, at: now }, context);
        expect(one.flatMap((row) => row?.id ?? [])).toStrictEqual(expected);
        seen.shown += expected.length;
        seen.kept += rows.length - expected.length;
      }
    }
    expect(Math.min(seen.shown, seen.kept)).toBeGreaterThan(500);
  });

  it('property: of the log everybody is given what a history of each of its streams would show', async () => {
    const oracle = new ReadingOracle(server.app);
    const reading = server.app.get(PolicyReading);
    const { readModel } = oracle;
    const now = readModel.now();
    const all = await Array.fromAsync(server.app.get(EventStore).readAll({ max: 100_000 }));
    const seen = { shown: 0, kept: 0 };
    for (const person of await oracle.people()) {
      const context = asking(person);
      const kept = await reading.ofLog(context);
      const page = await readModel.events({}, { ...kept, first: 100_000 }, now);
      const told = [];
      for (const event of all) if (await reading.mayTell(event, context)) told.push(event.id);
      expect([person, page.rows.map(({ row }) => row.eventId)]).toStrictEqual([
        person,
        told.reverse(),
      ]);
      seen.shown += told.length;
      seen.kept += all.length - told.length;
    }
    expect(Math.min(seen.shown, seen.kept)).toBeGreaterThan(1_000);
  });

  it('who has no part in an agreement finds none; a party, and who is above it, finds it', async () => {
    const stranger = board.lead.head;
    const find = async (as: Acting) => {
      const asked = 'query ($id: ID!) { agreement(id: $id) { id } node(id: $id) { id } }';
      return await read<object>(asked, { id: network.agreement }, as);
    };
    const nothing = { agreement: null, node: null };
    expect(await find(stranger)).toMatchObject(nothing);
    expect(await find(network.region.head)).not.toMatchObject(nothing);
  });

  it('X-12: a search finds by words of a name what one may read, and nothing else', async () => {
    const stranger = board.lead.head;
    const { agreement } = await read<{ agreement: { title: string } }>(
      'query ($id: ID!) { agreement(id: $id) { title } }',
      { id: network.agreement },
      network.region.head,
    );
    const find = async (text: string, as?: Acting) => {
      const asked = 'query ($text: String!) { search(text: $text, first: 50) { id __typename } }';
      const { search } = await read<{ search: readonly { id: string }[] }>(asked, { text }, as);
      return search.map(({ id }) => id);
    };
    const shouted = agreement.title.toUpperCase().split(' ').reverse().join(' ');
    expect(await find(shouted, network.region.head)).toContain(network.agreement);
    expect(await find(shouted, stranger)).not.toContain(network.agreement);
    expect(await find(`${shouted} zyx`, network.region.head)).toEqual([]);
    expect(await find(' – ', network.region.head)).toEqual([]);
    await expect(find('x'.repeat(201), stranger)).rejects.toThrow();
  });

  it('of a plan a stranger reads the title and not the text; its history and its money not at all', async () => {
    const asked = `query ($id: ID!) {
      plan(id: $id) { title status sections { id } versions { version } budget { id } }
      planBudget(plan: $id) { id }
      readiness(plan: $id) { ready }
      history(of: $id) { totalCount }
    }`;
    const find = (as?: Acting) => read<Found>(asked, { id: board.plan }, as);
    const stranger = await find(network.region.head);
    expect(stranger).toMatchObject({
      plan: { title: expect.any(String), sections: [], versions: [], budget: null },
      ...{ planBudget: null, readiness: null, history: { totalCount: 0 } },
    });
    const own = await find(board.lead.head);
    expect(own.plan.sections.length).toBeGreaterThan(0);
    expect(own.history.totalCount).toBeGreaterThan(10);
  });

  it('PL-4: what a plan needed for a step can be asked of every moment of its way', async () => {
    const as = board.lead.head;
    const { history } = await read<History>(
      'query ($id: ID!) { history(of: $id, first: 100) { edges { node { id type } } } }',
      { id: board.plan },
      as,
    );
    const neededAfter = async (type: string, step: string) => {
      const eventId = history.edges.findLast(({ node }) => node.type === type)?.node.id;
      const asked = `query ($id: ID!, $eventId: ID!, $step: ReadinessStep!) {
        asOf(moment: { eventId: $eventId }) {
          readiness(plan: $id, step: $step) { ready missing { rule code field } }
        }
      }`;
      const { asOf } = await read<Needed>(asked, { id: board.plan, eventId, step }, as);
      const { ready, missing } = asOf.readiness;
      return [ready, ...missing.map(({ rule, code, field }) => `${rule} ${code} ${field}`)];
    };
    // The owners of its interventions are active members of its network: nothing is said of them.
    const [, tableOpen = ''] = await neededAfter('PlanDraftConsolidated', 'VALIDATION');
    expect(tableOpen).toMatch(/^PL-4 TableOpen tables\.[\da-f-]+\.open$/u);
    expect(await neededAfter('CoDesignTableClosed', 'VALIDATION')).toStrictEqual([true]);
    const undecided = [false, 'PL-4 DecisionMissing adoption'];
    expect(await neededAfter('PlanValidated', 'ADOPTION')).toStrictEqual(undecided);
    expect(await neededAfter('PlanValidated', 'SUBMISSION')).toStrictEqual(undecided);
    expect(await neededAfter('PlanAdopted', 'SUBMISSION')).toStrictEqual([true]);
    const past = [false, 'X-11 WrongState status'];
    expect(await neededAfter('PlanSubmitted', 'SUBMISSION')).toStrictEqual(past);
  });

  it('who looks at a demo without signing in reads what is worked on', async () => {
    const { history } = await read<Found>('query ($id: ID!) { history(of: $id) { totalCount } }', {
      id: board.decision,
    });
    expect(history.totalCount).toBeGreaterThan(5);
  });

  it('X-3: a mandate that lapsed gives nothing to read', async () => {
    const reading = server.app.get(Reading);
    const oracle = new ReadingOracle(server.app);
    const lapsed = await oracle.lapsed();
    expect(lapsed.length).toBeGreaterThan(0);
    for (const person of lapsed) {
      const narrowed = await reading.narrowing(oracle.table('agreement'), asking(person));
      // What is about themself, and no agreement is.
      expect(narrowed).toStrictEqual({ within: { fields: ['id'], values: [person] } });
    }
  });
});

describe('the server itself', () => {
  const asked = '{ operations { state events projections { name } jobs { id state } } }';
  const told = `__typename ... on Refusal { rule code }
    ... on Job { id state done total swapped startedBy { id } tables { differing } }`;
  const given = async (name: string, input: object, as?: Acting) => {
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${told} } }`;
    return (await read<{ answer: object }>(query, { input }, as)).answer;
  };
  const commandId = 'b4b4a4a2-5a5c-4b8e-9b9a-0c0f5d2a7e01';

  it('X-3: is seen and worked on by the administrator, and by nobody else', async () => {
    for (const as of [undefined, board.lead.head]) {
      expect(await read(asked, {}, as)).toEqual({ operations: null });
      expect(await read(`{ job(id: "${commandId}") { id } }`, {}, as)).toEqual({ job: null });
    }
    const refused = { rule: 'X-3', code: 'OnlyAdministrators' };
    expect(await given('startRebuild', { commandId }, board.lead.head)).toMatchObject(refused);
    expect(await given('cancelJob', { job: commandId }, board.lead.head)).toMatchObject(refused);
    const { operations } = await read<{ operations: Operated }>(asked, {}, founder);
    expect(operations).toMatchObject({ state: 'LIVE', jobs: [] });
    expect(operations.events).toBe(server.app.get(ReadModel).now().ordinal);
    expect(operations.projections.map(({ name }) => name)).toContain('waiting');
  });

  it('X-11, X-13: builds its read model anew as one job, which is found again by its command', async () => {
    const begun = { __typename: 'Job', id: commandId, startedBy: { id: founder.person } };
    expect(await given('startRebuild', { commandId }, founder)).toMatchObject(begun);
    const find = async () => {
      const { job } = await read<{ job: Worked }>(
        `{ job(id: "${commandId}") { ${JOB} } }`,
        {},
        founder,
      );
      return job;
    };
    let job = await find();
    while (job.state === 'RUNNING') job = await find();
    expect(job).toMatchObject({ state: 'FINISHED', swapped: true });
    expect(job.done).toBe(job.total);
    expect(job.tables.map(({ differing }) => differing)).toEqual(job.tables.map(() => 0));
    expect(await given('startRebuild', { commandId }, founder)).toMatchObject({
      state: 'FINISHED',
    });
    const over = await given('cancelJob', { job: commandId }, founder);
    expect(over).toMatchObject({ rule: 'X-11', code: 'JobOver' });
  });
});

const JOB = 'state done total swapped tables { differing }';

interface Operated {
  readonly events: number;
  readonly projections: readonly { readonly name: string }[];
}
interface Worked {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly tables: readonly { readonly differing: number }[];
}
interface Found {
  readonly plan: { readonly sections: readonly unknown[] };
  readonly history: { readonly totalCount: number };
}

interface History {
  readonly history: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly type: string } }[];
  };
}

interface Needed {
  readonly asOf: {
    readonly readiness: {
      readonly ready: boolean;
      readonly missing: readonly {
        readonly rule: string;
        readonly code: string;
        readonly field: string;
      }[];
    };
  };
}
