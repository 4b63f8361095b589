import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Mandate } from '@tavolo/command';
import { Logger } from '@nestjs/common';
import { commandsOf } from '../matrix/commands.js';
import { Facts, relations } from '../matrix/facts.js';
import type { Holding } from '../matrix/facts.js';
import { Inputs } from '../matrix/inputs.js';
import { Lists } from '../matrix/lists.js';
import { Outcomes } from '../matrix/outcomes.js';
import { PlainOutcomes } from '../matrix/plain-outcomes.js';
import { PlainReading } from '../matrix/plain-reading.js';
import type { Asker } from '../matrix/plain-reading.js';
import { Reads, typeOf } from '../matrix/reads.js';
import { Reasons } from '../matrix/reasons.js';
import { Seeded } from '../matrix/seeded.js';
import { MatrixStage } from '../matrix/stage.js';
import { Tally } from '../matrix/tally.js';
import { roleIn, Tries } from '../matrix/tries.js';
import { seed } from './played.js';

const LISTS = 250;
const UNDER_WAY = 20;

const anywhere = relations;
const offices = ['alternate', 'chair', 'seat', 'viceChair'];
const ofOrganisations = ['legalRepresentative', 'service', 'signatory'];
/**
 * The rows of the matrix: each role by the kinds of mandate that give it, and from where. The
 * instance lies beside nothing and elsewhere than nothing, and organisations lie in nothing.
 */
const squares = {
  administrator: { by: ['administrator', 'founder'], from: ['own', 'child'] },
  auditor: { by: ['auditor'], from: anywhere },
  authority: { by: ['legalRepresentative', 'signatory'], from: ['own', 'child'] },
  chair: { by: ['chair', 'viceChair'], from: anywhere },
  coordinator: { by: ['coordinator'], from: anywhere },
  lead: { by: ofOrganisations, from: anywhere },
  legalRepresentative: {
    by: ['legalRepresentative'],
    from: ['own', 'parent', 'child', 'foreign'],
  },
  member: { by: ofOrganisations, from: anywhere },
  partner: { by: ofOrganisations, from: ['own', 'child'] },
  party: { by: ofOrganisations, from: anywhere },
  representative: { by: ofOrganisations, from: ['own', 'parent', 'child', 'foreign'] },
  seat: { by: offices, from: anywhere },
  secretary: { by: ['secretary'], from: anywhere },
};
/** What stays empty in this world: who asks is kept from nothing, and shown nothing. */
const unfilled = [
  ...['adoptedStages', 'cameBy', 'dependents', 'ends', 'endsDecision', 'overruling', 'procedure'],
  ...['route', 'routeDefinition', 'routeMove', 'routeRound', 'routeStage', 'rulebook'],
].map((name) => `Decision.${name}`);

let stage: MatrixStage;
let facts: Facts;
let reading: PlainReading;
let reads: Reads;
let mandates: readonly Mandate[];
let holdings: readonly Holding[];
const draw = new Seeded(seed);

beforeAll(async () => {
  stage = await MatrixStage.open();
  facts = await Facts.of(stage.oracle);
  mandates = (await stage.mandates()).filter(({ person }) => /^(?:person|service)-/u.test(person));
  holdings = facts.holdings(mandates);
  reading = new PlainReading(facts, mandates);
  reads = new Reads(stage, facts, reading);
  jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  stage.close();
});
afterAll(() => stage.server.forget());

function asOf({ person, ref: mandate }: Mandate): Asker {
  return { person, mandate };
}

/** Does a work for all of these, so many at a time. */
async function each<T>(of: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const next = of[Symbol.iterator]();
  const worker = async () => {
    for (let one = next.next(); !one.done; one = next.next()) await work(one.value);
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, worker));
}

type Reading = Readonly<{ id: string; as: Asker; row: string }>;

/**
 * Every kind of object by every role and by who does not sign in, from each relation: in each of
 * these cells as many objects as it takes to find every kept field with something in it.
 */
async function readings(): Promise<readonly Reading[]> {
  const all = reads.ids.flatMap((id): readonly (Reading & { relation: string })[] => [
    { id, as: undefined, row: 'nobody', relation: '' },
    ...holdings.map((holding) => ({
      ...{ id, as: asOf(holding.mandate), row: holding.as },
      relation: facts.relation(holding, id),
    })),
  ]);
  const filled = new Map(
    await Promise.all(reads.ids.map(async (id) => [id, await reads.filled(id)] as const)),
  );
  const cells = Map.groupBy(all, ({ id, row, relation }) => `${typeOf(id)} ${row} ${relation}`);
  return [...cells.values()].flatMap((those) => {
    const fields = new Set(those.flatMap(({ id }) => filled.get(id) ?? []));
    const taken: Reading[] = [];
    for (const field of fields) {
      const isTaken = taken.some(({ id }) => filled.get(id)?.includes(field));
      const having = those.filter(({ id }) => filled.get(id)?.includes(field));
      if (!isTaken) taken.push(draw.one(having));
    }
    return taken.length > 0 ? taken : [draw.one(those)];
  });
}

/** The tries, and what should become of them. */
async function triesOf(): Promise<Readonly<{ tries: Tries; plain: PlainOutcomes }>> {
  const [first] = mandates;
  const as = { person: first?.person ?? '', mandate: first?.ref ?? null };
  const document = await stage.client.upload(as, 'Atto', 'text/plain');
  const named = new Set(mandates.flatMap(({ person, ref }) => [person, ref]));
  const inputs = new Inputs({
    draw,
    ids: [...facts.ids, ...named, ...stage.invitations],
    document,
  });
  const plain = new PlainOutcomes({ facts, reading, inputs });
  const isWhole = process.env.TAVOLO_SOAK === '1';
  return { plain, tries: new Tries({ draw, facts, holdings, inputs, plain, isWhole }) };
}

describe('who may do what, over HTTP', () => {
  it('property: every mutation, by every role, from every relation, is as the rules written by hand say', async () => {
    const all = commandsOf(stage.server);
    expect(all.length).toBeGreaterThan(200);
    const { tries, plain } = await triesOf();
    const outcomes = new Outcomes(stage.client);
    const tally = new Tally();
    const wrong: unknown[] = [];
    await each(tries.all(all), async ({ one, square }) => {
      const should = plain.outcomeFor(one);
      const found = await outcomes.of(one);
      const isPast = found === 'hidden' && should === 'past' && plain.namesUnseen(one);
      const outcome = isPast ? 'past' : found;
      const { name } = one.command;
      tally.counts('all', outcome, `${name} ${outcome}`);
      if (square) {
        const role = roleIn(square.as);
        tally.counts(square.as, `${name} ${role}`, `${role} ${square.relation}`);
      }
      if (outcome !== should) wrong.push({ ...one, square, outcome, should, seed });
    });
    expect(wrong).toStrictEqual([]);
    const names = all.map(({ name }) => name);
    const roles = Object.keys(squares);
    const rows = Object.entries(squares).flatMap(([role, { by }]) =>
      by.map((kind) => `${kind} as ${role}`),
    );
    expect([...new Set(holdings.map(({ as }) => as))].toSorted()).toStrictEqual(rows.toSorted());
    expect(tally.never(rows)).toStrictEqual([]);
    expect(tally.never(names.flatMap((name) => roles.map((role) => `${name} ${role}`)))).toEqual(
      [],
    );
    for (const [role, { from }] of Object.entries(squares))
      expect(relations.filter((relation) => tally.of(`${role} ${relation}`) > 0)).toEqual(from);
    expect(tally.never(names.map((name) => `${name} past`))).toStrictEqual([]);
    expect(tally.never(names.map((name) => `${name} nobody`))).toStrictEqual([]);
    expect(tally.least('past', 'kept', 'hidden')).toBeGreaterThan(500);
    expect(tally.of('all')).toBeGreaterThan(5_000);
    // Six thousand commands take a machine that is busy longer than a test has otherwise.
  }, 900_000);

  it('property: every object and every sensitive field is there for whom the rules written by hand say', async () => {
    const tally = new Tally();
    const wrong: unknown[] = [];
    const cells = await readings();
    await each(cells, async ({ id, as, row }) => {
      const { seen, differs } = await reads.compared(id, as);
      for (const { field, is } of seen) tally.counts(`${field} ${is}`, `${row} ${field} ${is}`);
      wrong.push(...differs.map((what) => ({ what, id, as, seed })));
    });
    expect(wrong).toStrictEqual([]);
    const never = (is: string) =>
      reads.keptFields.filter((field) => tally.of(`${field} ${is}`) === 0);
    expect(never('shown')).toStrictEqual(unfilled);
    // What of a body is a register, whoever can ask reads; somebody else is kept out of all others.
    const ofBodies = reads.keptFields.filter((field) => field.startsWith('Board.'));
    expect(never('kept')).toStrictEqual([...ofBodies, ...unfilled]);
    const filled = reads.keptFields.filter((field) => !unfilled.includes(field));
    const rows = ['nobody', ...new Set(holdings.map(({ as }) => as))];
    const unmet = rows.flatMap((row) =>
      filled.filter(
        (field) => tally.of(`${row} ${field} shown`) + tally.of(`${row} ${field} kept`) === 0,
      ),
    );
    expect(unmet).toStrictEqual([]);
    expect(cells.length).toBeGreaterThan(700);
  });

  it('property: every list, as every role, holds row by row what the rules written by hand say', async () => {
    const lists = new Lists(stage, facts, reading);
    expect(lists.names.length).toBeGreaterThan(10);
    const byRole = [...Map.groupBy(holdings, ({ as }) => as).values()];
    const readers = [...byRole.map((held) => asOf(draw.one(held).mandate)), undefined];
    const first = lists.names.flatMap((name) => readers.map((as) => ({ name, as })));
    const more = Array.from({ length: Math.max(0, LISTS - first.length) }, () => ({
      ...{ name: draw.one(lists.names), as: asOf(draw.one(mandates)) },
    }));
    const tally = { shown: 0, kept: 0 };
    const wrong: unknown[] = [];
    await each([...first, ...more], async ({ name, as }) => {
      const listed = await lists.asked(name, as);
      const should = lists.expected(name, as?.person ?? null);
      tally.shown += should.total;
      tally.kept += lists.all(name) - should.total;
      if (JSON.stringify(listed) !== JSON.stringify(should))
        wrong.push({ name, as, listed, should, seed });
    });
    expect(wrong).toStrictEqual([]);
    expect(Math.min(tally.shown, tally.kept)).toBeGreaterThan(200);
  });

  it('property: the reasons of acts are told to whom the rules written by hand say', async () => {
    const reasons = new Reasons(stage, facts, reading);
    const tally = new Tally();
    const wrong: unknown[] = [];
    await each(await reasons.all(draw, holdings, commandsOf(stage.server)), async (one) => {
      const [outcome, should] = [await reasons.asked(one), reasons.expected(one)];
      tally.counts(`${one.about} ${outcome}`);
      if (outcome !== should) wrong.push({ ...one, outcome, should, seed });
    });
    expect(wrong).toStrictEqual([]);
    const least = tally.least(
      ...['explanation told', 'explanation kept', 'explanation hidden', 'sight told', 'sight kept'],
    );
    expect(least).toBeGreaterThan(2);
  });
});
