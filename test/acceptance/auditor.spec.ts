import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditorJourney, boardJourney, drawValues, fixedValues } from '@tavolo/demo';
import type { AuditorFacts, BoardFacts, Persona, Stage, Step } from '@tavolo/demo';
import { SqliteEventReader } from '@tavolo/event-store';
import { countOf, outcomeOf } from './counted.js';
import { seed, stageOn } from './played.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
/** Whoever acted or was made known, in every story of this file. */
const personas: Persona[] = [];
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
});

describe.each([
  ['fixed values', fixedValues.board],
  [`values of seed ${String(seed)}`, drawValues(seed).board],
])('the auditor, with %s', (_name, values) => {
  let voted: BoardFacts;
  let facts: AuditorFacts;
  let stage: Stage;
  // Reckoned here, from the values alone.
  const expected = outcomeOf(values);
  const adopted = expected === 'APPROVED';

  beforeAll(async () => {
    const played = stageOn(server.url);
    ({ stage } = played);
    voted = await boardJourney(stage, values);
    facts = await auditorJourney(stage, voted);
    personas.push(...played.told.flatMap(personasOf));
  }, 120_000);

  it('finds the decision and every fact of it, oldest first, each with who, when and mandate', () => {
    expect(facts.decision).toBe(voted.decision);
    const own = facts.history.filter(({ stream }) => stream === voted.decision);
    expect(own.map(({ type }) => type)).toEqual([
      ...['DecisionProposed', 'TechnicalOpinionGiven', 'AccountingOpinionGiven'],
      ...['DecisionReadyForAgenda', 'DecisionScheduled', 'DecisionDeferred', 'DecisionScheduled'],
      ...(adopted
        ? ['DecisionApproved', 'DecisionSigned', 'DecisionNumbered', 'DecisionPublished']
        : ['DecisionRejected']),
      ...(adopted ? ['DecisionBecameEffective'] : []),
    ]);
    const positions = facts.history.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort());
    for (const { actor, mandate } of facts.history) {
      const isSystem = actor.id.startsWith('system:');
      expect(mandate === null).toBe(isSystem);
      expect(actor.name === null).toBe(isSystem);
    }
  });

  it('X-4, X-6: an act of effect shows why, and on which document', async () => {
    const signed = facts.history.filter(({ type }) => type === 'DecisionSigned');
    const shown = signed.map(({ reason, documents }) => ({
      reason,
      onItsText: documents.some(({ sha256 }) => sha256 === voted.textSha256),
    }));
    expect(shown).toEqual(adopted ? [{ reason: 'Firma.', onItsText: true }] : []);
    // A decision that was rejected is never signed; its board was established all the same.
    const { history } = await stage.ask<{ history: object }>(
      `query ($of: ID!) { history(of: $of, first: 1) {
        edges { node { type reason documents { sha256 } } }
      } }`,
      { of: voted.board },
    );
    const sha256 = expect.stringMatching(/^[\da-f]{64}$/);
    const reason = 'Istituzione della cabina di regia.';
    const node = { type: 'BoardEstablished', reason, documents: [{ sha256 }] };
    expect(history).toEqual({ edges: [{ node }] });
  });

  it('D-1: sees in the sitting every vote of every seat, once', () => {
    const cast = facts.sittingHistory.filter(({ type }) => type === 'VoteCast');
    const shown = cast.map(({ data }) => [data.seat, data.choice]);
    const meant = values.conduct.flatMap((conduct, index) =>
      ['abstain', 'against', 'for'].includes(conduct) ? [[voted.seats[index], conduct]] : [],
    );
    expect(shown).toEqual(meant);
  });

  it('sees plan, network and agreements as before the vote and as of today, and what differs', () => {
    let total = 0;
    for (const cents of values.actions.flat()) total += cents;
    expect(facts.before).toMatchObject({
      ...{ status: 'VALIDATED', adoption: null, total: { cents: String(total) } },
      agreements: [{ id: voted.agreement, status: 'DRAFTED' }],
    });
    expect(facts.before.network?.members).toHaveLength(values.partners + 1);
    expect(facts.today).toMatchObject({
      ...{ status: adopted ? 'SUBMITTED' : 'VALIDATED', total: { cents: String(total) } },
      adoption: adopted ? { decisionId: voted.decision } : null,
      agreements: [{ id: voted.agreement, status: 'TEXT_FROZEN' }],
    });
    const changed = facts.planChanges.map(({ path }) => path);
    expect(changed.includes('/adoption')).toBe(adopted);
    expect(facts.agreementChanges.map(({ path }) => path)).toContain('/textSha256');
  });

  it('GB-1, X-6: finds the papers served for the vote, in the version voted on, by their bytes', () => {
    const { item, electorate, present, recused } = facts.context;
    expect(item.textSha256).toBe(voted.textSha256);
    expect(item.papers.map(({ sha256 }) => sha256)).toEqual(voted.papers);
    expect(voted.papers).toContain(voted.version.sha256);
    expect(facts.reckoned).toEqual([voted.textSha256, ...voted.papers]);
    expect(electorate?.members.map(({ seat }) => seat)).toEqual(voted.seats);
    expect(present).toHaveLength(values.conduct.length - countOf(values, 'absent'));
    expect(recused).toEqual([voted.seats[values.conduct.indexOf('recused')]]);
  });

  it('finds in the log what one act brought about, each event between those of its stream', async () => {
    const found = '{ totalCount edges { node { id stream type } } }';
    const { events, own, none } = await stage.ask<Logged>(
      `query ($decision: ID!, $types: [String!]) {
        events(object: $decision, first: 100) ${found}
        own: events(stream: $decision, types: $types) ${found}
        none: events(stream: $decision, recordedBefore: "2000-01-01T00:00:00.000Z") ${found}
      }`,
      { decision: voted.decision, types: ['DecisionProposed', 'DecisionScheduled'] },
    );
    const ids = (logged: Logged['events']) => logged.edges.map(({ node }) => node.id);
    const newestFirst = facts.history.toReversed();
    expect(ids(events)).toEqual(newestFirst.map(({ id }) => id));
    const ofStream = newestFirst.filter(({ stream }) => stream === voted.decision);
    const chosen = ofStream.filter(({ type }) => /^Decision(?:Proposed|Scheduled)$/u.test(type));
    expect(ids(own)).toEqual(chosen.map(({ id }) => id));
    expect(none).toEqual({ totalCount: 0, edges: [] });
    const asked = 'query ($id: ID!) { event(id: $id) { event { id } previous next } }';
    const [next, event, previous] = ofStream.slice(-3).map(({ id }) => id);
    expect(await stage.ask(asked, { id: event })).toEqual({
      event: { event: { id: event }, previous, next },
    });
    expect(await stage.ask(asked, { id: previous })).toMatchObject({ event: { previous: null } });
  });

  it('D-2: counts the vote again to the same outcome, and by other rules to another', () => {
    expect(facts.recounted).toMatchObject({ equal: true, recorded: expected, computed: expected });
    const twoThirds = countOf(values, 'for') * 3 >= values.conduct.length * 2;
    expect(facts.otherwise.computed).toBe(twoThirds ? 'APPROVED' : 'REJECTED');
  });
});

describe('the log, once the server has stopped', () => {
  it('X-9: no name of a person stands anywhere in it', async () => {
    await server.stop();
    const log = bytesOf(server.folder, 'log.db');
    const names = [...new Set(personas.map(({ name }) => name))];
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => log.includes(name))).toEqual([]);
    // The same look finds their references, and their names where these are kept.
    expect(personas.filter(({ person }) => !log.includes(person))).toEqual([]);
    const kept = bytesOf(join(server.folder, 'private'), 'private.db');
    expect(names.filter((name) => !kept.includes(name))).toEqual([]);
  });

  it('X-3: says in every event by which issuer and how surely its actor had signed in', async () => {
    const reader = SqliteEventReader.open(join(server.folder, 'log.db'), { pollMs: null });
    const logins = await Array.fromAsync(reader.readAll(), ({ meta: { actor, auth } }) => {
      const [kind = ''] = actor.personRef.split(/[-:]/u);
      const issuer = URL.canParse(auth.issuer) ? 'the issuer' : auth.issuer;
      return `${kind} ${issuer} ${auth.assurance}`;
    });
    reader.close();
    expect(logins.length).toBeGreaterThan(100);
    expect([...new Set(logins)].toSorted()).toStrictEqual([
      ...['person founding local', 'person the issuer substantial', 'system tavolo system'],
    ]);
  });

  /** Of a database with whatever it has not taken into its file yet. */
  function bytesOf(folder: string, database: string): Buffer {
    const files = readdirSync(folder).filter((file) => file.startsWith(database));
    return Buffer.concat(files.map((file) => readFileSync(join(folder, file))));
  }
});

function personasOf(step: Step): readonly Persona[] {
  const who = 'who' in step ? [step.who] : [];
  return 'registered' in step ? [...who, step.registered] : who;
}

interface Logged {
  readonly events: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: Readonly<Record<'id' | 'stream' | 'type', string>>;
    }[];
  };
  readonly own: Logged['events'];
  readonly none: Logged['events'];
}
