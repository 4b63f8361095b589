import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardJourney, Client, fixedValues, World } from '@tavolo/demo';
import type { Acting, BoardFacts } from '@tavolo/demo';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { PastReading } from '@tavolo/reading';
import { decisionTable } from '../../libs/contexts/boards/read-model/decision.projection.js';
import { freePort } from '../free-port.js';
import { WalkedServer } from '../walked-server.js';
import type { Held, Logged, Looked, Traces } from './confidential-answers.js';
import { fed } from './fed.js';
import { atRest } from './ground.js';
import { printed } from './printed.js';
import { stageOn } from './played.js';
import { tavolo } from './tavolo.js';

let server: WalkedServer;
let feedPort: number;
let client: Client;
let world: World;
let board: BoardFacts;
let chair: Acting;
let member: Acting;
let auditor: Acting;
let decision: string;
let textSha256: string;
beforeAll(async () => {
  server = await WalkedServer.start({ feedPort: (feedPort = await freePort()) });
  client = new Client(server.url);
  const { stage } = stageOn(server.url);
  world = await World.open(stage);
  board = await boardJourney(stage, fixedValues.board);
  await peopleOfTheBoard();
  auditor = await appointed();
  textSha256 = await client.upload(chair, 'Ricorso contro l’esclusione', 'text/plain');
  const answer = await client.command(board.lead.head, 'proposeDecision', {
    ...{ board: board.board, title: 'Ricorso riservato', textSha256, motivation: textSha256 },
    ...{ confidential: true, legalBasis: ['L. 241/1990'], reason: 'Ricorso.' },
  });
  if (answer.outcome === 'refused') throw new Error(answer.message);
  decision = answer.id;
  await atRest(stage, server.url);
});
afterAll(() => server.forget());

async function peopleOfTheBoard(): Promise<void> {
  const held = `{ mandate person { id } }`;
  const found = await client.query<{ board: Record<'chairs' | 'seats', readonly Held[]> }>(
    `query ($id: ID!) { board(id: $id) { chairs ${held} seats ${held} } }`,
    { id: board.board },
  );
  const { chairs, seats } = found.board;
  chair = acting(chairs[0]);
  member = acting(seats.find(({ person }) => person.id !== chair.person));
}

function acting(held: Held | undefined): Acting {
  if (!held) throw new Error('nobody holds it');
  return { mandate: held.mandate, person: held.person.id };
}

async function appointed(): Promise<Acting> {
  const person = await world.person({ it: 'revisora', en: 'auditor' });
  const act = await client.upload(world.founder, 'Decreto di nomina', 'text/plain');
  const answer = await client.command(world.founder, 'appointAuditor', {
    ...{ person: person.person, scope: 'instance-tavolo', from: world.day() },
    ...{ reason: 'Controllo.', documents: [{ sha256: act }] },
  });
  if (answer.outcome === 'refused') throw new Error(answer.message);
  return { person: person.person, mandate: `${answer.id}#auditor` };
}

/** Asks with a reason for looking, where one is given. */
async function read<T>(query: string, as?: Acting, reason?: string): Promise<T> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(await client.headersOf(as)),
      ...(reason !== undefined && { 'tavolo-reason': encodeURIComponent(reason) }),
    },
    body: JSON.stringify({ query, variables: { id: decision, board: board.board } }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: readonly object[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const LOOK = `query ($id: ID!, $board: ID!) {
  decision(id: $id) { title confidential }
  node(id: $id) { id }
  decisions(board: $board) { totalCount edges { node { id } } }
  history(of: $id) { totalCount }
  ofBoard: history(of: $board, first: 100) { edges { node { stream } } }
  waitingFor(object: $id) { title }
  waiting(board: $board) { edges { node { object } } }
}`;

const nothing = { decision: null, node: null, history: { totalCount: 0 }, waitingFor: [] };
const look = (as?: Acting, reason?: string) => read<Looked>(LOOK, as, reason);
const traces = async (as: Acting) => {
  const query = `query ($id: ID!) { readingTraces(object: $id) {
    totalCount edges { node { kind person { id } mandate reason scope } } } }`;
  const { readingTraces } = await read<{ readingTraces: Traces }>(query, as);
  return readingTraces.edges.map(({ node }) => node);
};

async function given(as?: Acting): Promise<number> {
  const headers = await client.headersOf(as);
  return (await fetch(`${server.url}/documents/${textSha256}`, { headers })).status;
}

/** What feed and list of events tell of the matter alike: its own facts, and those that name it. */
async function told(as?: Acting, reason?: string): Promise<readonly string[]> {
  const all = await fed({ client, port: feedPort, as, reason });
  expect(all.map(({ stream }) => stream)).toContain(board.board);
  const { events } = await read<Logged>(
    `{ events(object: "${decision}") { totalCount edges { node { type } } } }`,
    ...[as, reason],
  );
  const types = all.flatMap((one) => (JSON.stringify(one).includes(decision) ? [one.type] : []));
  expect(events.edges.map(({ node }) => node.type)).toEqual(types.toReversed());
  expect(events.totalCount).toBe(types.length);
  return types;
}

describe('a confidential matter', () => {
  it('is not there for who looks at the demo, for the administrator, or without a part in it', async () => {
    for (const as of [undefined, world.founder, auditor]) {
      const found = await look(as);
      expect(found).toMatchObject(nothing);
      expect(JSON.stringify(found)).not.toContain(decision);
      expect(found.decisions.totalCount).toBe(found.decisions.edges.length);
      expect(await given(as)).toBe(404);
    }
  });

  it('is read by a member of the body and by who proposed it, and each leaves a trace', async () => {
    const before = (await look()).decisions.totalCount;
    for (const as of [member, board.lead.head]) {
      const found = await look(as);
      expect(found.decision).toStrictEqual({ title: 'Ricorso riservato', confidential: true });
      expect(found.decisions.totalCount).toBe(before + 1);
      expect(found.history.totalCount).toBeGreaterThan(0);
      expect(await given(as)).toBe(200);
    }
    const left = await traces(chair);
    const trace = { kind: 'CONFIDENTIAL', reason: null, scope: board.board };
    expect(left).toContainEqual({
      ...trace,
      mandate: member.mandate,
      person: { id: member.person },
    });
    expect(left.map(({ person }) => person.id)).toContain(board.lead.head.person);
  });

  it('an auditor reads it once they say why, and that is kept', async () => {
    expect((await look(auditor, 'Campione di controllo n. 7')).decision).not.toBeNull();
    expect(await traces(auditor)).toContainEqual({
      ...{ kind: 'CONFIDENTIAL', reason: 'Campione di controllo n. 7', scope: board.board },
      ...{ mandate: auditor.mandate, person: { id: auditor.person } },
    });
  });

  it('an auditor who looks into the past leaves a trace, and nobody else does', async () => {
    const back = `query ($board: ID!) {
      asOf(moment: { at: "2020-01-01T00:00:00Z" }) { board(id: $board) { id } } }`;
    const past = `query ($board: ID!) { readingTraces(object: $board) {
      totalCount edges { node { kind person { id } } } } }`;
    const kept = async () => (await read<{ readingTraces: Traces }>(past, auditor)).readingTraces;
    const before = (await kept()).totalCount;
    await read(back, member);
    expect((await kept()).totalCount).toBe(before);
    await read(back, auditor);
    const { edges, totalCount } = await kept();
    expect(totalCount).toBe(before + 1);
    expect(edges[0]?.node).toStrictEqual({ kind: 'PAST', person: { id: auditor.person } });
  });

  it('shows its traces to who may read it, and to others their own', async () => {
    expect(await traces(world.founder)).toStrictEqual([]);
    const own = (await traces(board.lead.head)).map(({ person }) => person.id);
    expect([...new Set(own)]).toStrictEqual([board.lead.head.person]);
  });

  it.each([
    'readingTraces { totalCount }',
    'inbox { dueSoon }',
    'sessions { id }',
    'calendarLinks { id }',
  ])(
    'says what is one’s own to nobody who does not sign in, on a demo too: 401 for %s',
    async (own) => {
      const headers = { 'content-type': 'application/json' };
      const asked = async (query: string) => {
        const body = JSON.stringify({ query });
        const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
        return [answer.status, answer.headers.get('www-authenticate'), await answer.json()];
      };
      expect(await asked(`{ ${own} }`)).toMatchObject([
        ...[401, 'Bearer', { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
      ]);
      expect(await asked('{ instance { demo } }')).toMatchObject([200, null, { data: {} }]);
    },
  );

  it('is told of by the command line: who read it, when and why', async () => {
    const [today, tomorrow] = [world.day(), world.day(1)];
    const said = ['traces', '--url', server.url, '--person', auditor.person, '--from', today];
    const about = [...said, '--object', decision, '--of', auditor.person, '--until', tomorrow];
    const table = await tavolo(...about, '--locale', 'en', '--first', '2');
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/^When +Who +What +Why it left a trace +Mandate +Reason$/mu);
    expect(table.out).toContain(`(${auditor.person})  ${decision}  confidential`);
    expect(table.out).toMatch(
      / Campione di controllo n[.] 7\n2 of 3[.] To see more: --first[.]\n$/u,
    );
    const { out } = await tavolo(...about, '--json');
    const listed = out.trim().split('\n');
    expect(listed.map((line) => (JSON.parse(line) as { kind: string }).kind)).toStrictEqual([
      ...['CONFIDENTIAL', 'PAST', 'PAST'],
    ]);
    expect(JSON.parse(listed[0] ?? '')).toMatchObject({
      ...{ object: decision, person: { id: auditor.person }, mandate: auditor.mandate },
      ...{ reason: 'Campione di controllo n. 7', scope: board.board },
    });
    const later = await tavolo(...said, '--from', tomorrow);
    expect([later.code, later.out]).toStrictEqual([0, 'Nessuna traccia di lettura.\n']);
    const wrong = await tavolo(...said, '--until', '2020-01-01');
    expect([wrong.code, wrong.err]).toStrictEqual([2, expect.stringContaining('is before --from')]);
  });

  it('X-12: is to who may not know of it what does not exist, for every command', async () => {
    const none = 'decision-00000000-0000-4000-8000-00000000000d';
    for (const name of ['discloseDecision', 'withdrawProposal', 'markReady']) {
      const [there, missing] = [
        await client.command(world.founder, name, { decision }),
        await client.command(world.founder, name, { decision: none }),
      ];
      expect(there).toMatchObject({ outcome: 'refused', rule: 'X-12', code: 'Unknown' });
      expect(JSON.stringify(there).replaceAll(decision, none)).toBe(JSON.stringify(missing));
    }
    expect(await client.command(member, 'discloseDecision', { decision })).toMatchObject({
      ...{ rule: 'X-3', code: 'NotPermitted' },
    });
  });

  it('X-3: could be seen at a moment by who held something then, and by nobody else', async () => {
    const past = server.app.get(PastReading);
    const what = { table: decisionTable, id: decision, type: 'Decision', documents: [textSha256] };
    const sightOf = async ({ person }: Acting, at = server.clock.now()) =>
      await past.sightOf({ person: person as PersonRef, at }, what);
    expect(await sightOf(member)).toMatchObject({
      ...{ shown: true, confidential: true, grantedBy: member.mandate, keptFields: [] },
      documents: [{ shown: true, confidential: true }],
    });
    for (const out of [world.founder, auditor]) {
      const { keptFields, ...seen } = await sightOf(out);
      expect(seen).toMatchObject({
        ...{ shown: false, confidential: true, grantedBy: null, mandates: [out.mandate] },
        documents: [{ shown: false, confidential: true }],
      });
      expect(keptFields).toContain('textSha256');
    }
    expect(await sightOf(member, '2020-01-01T00:00:00.000Z' as Instant)).toMatchObject({
      ...{ shown: false, confidential: false, mandates: [], documents: [{ confidential: false }] },
    });
  });

  it('is in feed and list of the log for whom it is theirs alone, and leaves a trace in each', async () => {
    for (const as of [undefined, world.founder, auditor]) expect(await told(as)).toEqual([]);
    const before = (await traces(chair)).length;
    expect(await told(chair)).toContain('DecisionProposed');
    expect(await told(auditor, 'Controllo a campione.')).toContain('DecisionProposed');
    const after = await traces(chair);
    expect(after.length).toBe(before + 4);
    expect(after.map((trace) => (trace as { reason?: string }).reason)).toContain(
      'Controllo a campione.',
    );
  });

  it('is printed for who may read it, once it was voted on, and leaves a trace', async () => {
    const print = `${server.url}/decisions/${decision}/resolution.pdf`;
    const asked = async (as?: Acting) => await printed(print, await client.headersOf(as));
    for (const as of [undefined, auditor]) expect(await asked(as)).toMatchObject({ status: 404 });
    const { length } = await traces(chair);
    expect(await asked(member)).toMatchObject({ status: 409, code: 'NOT_YET_THERE' });
    expect(await traces(chair)).toHaveLength(length + 1);
  });

  it('D-6: is one as any other once the chair has disclosed it', async () => {
    const disclosing = (as: Acting) => client.command(as, 'discloseDecision', { decision });
    expect(await disclosing(member)).toMatchObject({ outcome: 'refused', rule: 'X-3' });
    expect(await disclosing(chair)).toMatchObject({ outcome: 'accepted' });
    expect((await look()).decision).toStrictEqual({
      ...{ title: 'Ricorso riservato', confidential: false },
    });
    expect(await given()).toBe(200);
  });
});
