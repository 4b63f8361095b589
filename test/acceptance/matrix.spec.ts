import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { World } from '@tavolo/demo';
import type { Mandate } from '@tavolo/command';
import { Logger } from '@nestjs/common';
import { commandsOf } from '../matrix/commands.js';
import { Facts, relations } from '../matrix/facts.js';
import { Inputs } from '../matrix/inputs.js';
import { Lists } from '../matrix/lists.js';
import { PlainOutcomes } from '../matrix/plain-outcomes.js';
import type { Try } from '../matrix/plain-outcomes.js';
import { Reads, typeOf } from '../matrix/reads.js';
import type { Asker, Node } from '../matrix/reads.js';
import { Seeded } from '../matrix/seeded.js';
import { MatrixStage } from '../matrix/stage.js';
import { Tries } from '../matrix/tries.js';
import { seed, stageOn } from './played.js';

const LISTS = 250;
const UNDER_WAY = 20;
/** How the door says that a mandate may not. */
const kept = [
  ...['AdministratorDecidesNothing', 'AuditorsWriteNothing', 'ForOneself', 'MandateUnknown'],
  ...['NotPermitted', 'Prohibited', 'ServiceDecidesNothing'],
];
/** What keeps a command out before the policies are asked, or in their place. */
const otherwise = /^(LoginToo|PoliciesSilent)/u;

let stage: MatrixStage;
let facts: Facts;
let reads: Reads;
let mandates: readonly Mandate[];
let plain: PlainOutcomes;
let byKind: ReadonlyMap<string, readonly Mandate[]>;
const draw = new Seeded(seed);

beforeAll(async () => {
  stage = await MatrixStage.open();
  facts = await Facts.of(stage.oracle);
  mandates = (await stage.mandates()).filter(({ person }) => /^(?:person|service)-/u.test(person));
  byKind = Map.groupBy(mandates, ({ kind }) => kind);
  reads = new Reads(stage, facts, mandates);
  jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  stage.close();
});
afterAll(() => stage.server.forget());

/** `kept` by the policies, come `past` them, `hidden`, or what else became of it. */
async function outcomeOf({ command, mandate, person, input }: Try): Promise<string> {
  const { name, input: type } = command;
  const query = `mutation ($input: ${type.name}!) { ${name}(input: $input) {
    __typename ... on Refusal { rule code } } }`;
  const as = person === null ? undefined : { person, mandate: mandate.ref };
  const answer = await stage.client.raw<Record<string, Refused>>(query, { input }, as);
  const code = answer.data?.[name]?.code;
  return code === undefined ? outcomeOfErrors(answer.errors) : outcomeOfRefusal(code);
}

function outcomeOfRefusal(code: string): string {
  if (code === 'Unknown') return 'hidden';
  return kept.includes(code) ? 'kept' : (otherwise.exec(code)?.[0] ?? 'past');
}

function outcomeOfErrors(errors: readonly { readonly extensions?: object }[] = []): string {
  const failed = errors.map(({ extensions = {} }) => JSON.stringify(extensions));
  if (failed.some((one) => one.includes('UNAUTHENTICATED'))) return 'nobody';
  return failed.find((one) => one.includes('BAD_USER_INPUT')) ?? 'past';
}

function asOf({ person, ref: mandate }: Mandate): Asker {
  return { person, mandate };
}

/** Somebody who holds something here, or who does not sign in. */
function reader(): Asker {
  return draw.below(20) === 0 ? undefined : asOf(draw.one(mandates));
}

/** Every kind of object, by every kind of mandate and by who does not sign in, from each relation. */
function readings(): readonly Readonly<{ id: string; as: Asker }>[] {
  const cells = new Map<string, { id: string; as: Asker }[]>();
  for (const id of reads.ids) {
    const of = typeOf(id);
    cells.set(`${of} nobody`, [...(cells.get(`${of} nobody`) ?? []), { id, as: undefined }]);
    for (const mandate of mandates) {
      const cell = `${of} ${mandate.kind} ${facts.relation(mandate, id)}`;
      cells.set(cell, [...(cells.get(cell) ?? []), { id, as: asOf(mandate) }]);
    }
  }
  return [...cells.values()].map((those) => draw.one(those));
}

/** The tries, and in `plain` what should become of them. */
async function triesOf(): Promise<Tries> {
  const [first] = mandates;
  const as = { person: first?.person ?? '', mandate: first?.ref ?? null };
  const document = await stage.client.upload(as, 'Atto', 'text/plain');
  const ids = [...facts.ids, ...new Set(mandates.flatMap(({ person, ref }) => [person, ref]))];
  const inputs = new Inputs({ draw, ids, document });
  plain = new PlainOutcomes({ facts, reads, inputs });
  return new Tries({ draw, mandates, inputs, plain, isWhole: process.env.TAVOLO_SOAK === '1' });
}

type Refused = Readonly<{ code?: string }>;

describe('who may do what, over HTTP', () => {
  it('property: every mutation, by every kind of mandate, from every relation, is as the rules written by hand say', async () => {
    const all = commandsOf(stage.server);
    expect(all.length).toBeGreaterThan(200);
    const drawn = await triesOf();
    const tally = new Map<string, number>();
    const wrong: unknown[] = [];
    const next = drawn.all(all);
    const work = async () => {
      for (const one of next) {
        const should = plain.outcomeFor(one);
        const found = await outcomeOf(one);
        // Of what else a command names the decider may know nothing.
        const outcome = found === 'hidden' && should === 'past' ? 'past' : found;
        const { name } = one.command;
        const { kind } = one.mandate;
        for (const each of [
          outcome,
          plain.relationOf(one),
          `${name} ${kind}`,
          `${name} ${outcome}`,
        ])
          tally.set(each, (tally.get(each) ?? 0) + 1);
        if (outcome !== should) wrong.push({ ...one, outcome, should, seed });
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
    expect(wrong).toStrictEqual([]);
    const least = (...of: readonly string[]) => Math.min(...of.map((each) => tally.get(each) ?? 0));
    const pairs = all.flatMap(({ name }) => [...byKind.keys()].map((kind) => `${name} ${kind}`));
    expect(least(...pairs)).toBeGreaterThan(0);
    const tried = pairs.reduce((sum, pair) => sum + (tally.get(pair) ?? 0), 0);
    expect(tried).toBeGreaterThan(2_000);
    expect(least('past', 'kept')).toBeGreaterThan(200);
    expect(least(...relations)).toBeGreaterThan(100);
    expect(least('hidden', 'nobody')).toBeGreaterThan(5);
    const never = all.filter(({ name }) => !tally.has(`${name} past`)).map(({ name }) => name);
    expect(never).toStrictEqual([]);
  });

  it('property: every object and every sensitive field is there for whom the rules written by hand say', async () => {
    const { founder } = await World.open(stageOn(stage.server.url).stage);
    const tally = { shown: 0, kept: 0 };
    const wrong: unknown[] = [];
    const tries = readings();
    const wholes = new Map<string, Promise<Node>>();
    const wholeOf = (id: string) => {
      const whole = wholes.get(id) ?? reads.asked(id, founder);
      wholes.set(id, whole);
      return whole;
    };
    const next = tries[Symbol.iterator]();
    const work = async () => {
      for (const { id, as } of next) {
        const found = { found: await reads.asked(id, as), whole: await wholeOf(id) };
        const { seen, differs } = reads.compared(id, as?.person ?? null, found);
        for (const is of seen) tally[is ? 'shown' : 'kept'] += 1;
        wrong.push(...differs.map((what) => ({ what, id, as, found, seed })));
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
    expect(wrong).toStrictEqual([]);
    expect(Math.min(tally.shown, tally.kept)).toBeGreaterThan(200);
  });

  it('property: every list, as every role, holds row by row what the rules written by hand say', async () => {
    const lists = new Lists(stage, facts, reads);
    expect(lists.names.length).toBeGreaterThan(10);
    const each = [...byKind.values()].map((held) => asOf(draw.one(held)));
    const readers = [...each, undefined];
    const first = lists.names.flatMap((name) => readers.map((as) => ({ name, as })));
    const more = Array.from({ length: Math.max(0, LISTS - first.length) }, () => ({
      ...{ name: draw.one(lists.names), as: reader() },
    }));
    const next = [...first, ...more][Symbol.iterator]();
    const tally = { shown: 0, kept: 0 };
    const wrong: unknown[] = [];
    const work = async () => {
      for (const { name, as } of next) {
        const listed = await lists.asked(name, as);
        const should = lists.expected(name, as?.person ?? null);
        tally.shown += should.total;
        tally.kept += lists.all(name) - should.total;
        if (JSON.stringify(listed) !== JSON.stringify(should))
          wrong.push({ name, as, listed, should, seed });
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
    expect(wrong).toStrictEqual([]);
    expect(Math.min(tally.shown, tally.kept)).toBeGreaterThan(200);
  });
});
