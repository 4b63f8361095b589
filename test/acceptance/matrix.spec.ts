import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Act, Question } from '@tavolo/access';
import { World } from '@tavolo/demo';
import type { Mandate } from '@tavolo/command';
import { Logger } from '@nestjs/common';
import { plainlyAllowed } from '../../libs/access/test/plain-rules.js';
import { commandsOf } from '../matrix/commands.js';
import type { Command } from '../matrix/commands.js';
import { Facts } from '../matrix/facts.js';
import { Inputs } from '../matrix/inputs.js';
import { Lists } from '../matrix/lists.js';
import { principalOf, Reads } from '../matrix/reads.js';
import type { Asker } from '../matrix/reads.js';
import { Seeded } from '../matrix/seeded.js';
import { MatrixStage } from '../matrix/stage.js';
import { seed, stageOn } from './played.js';

/** Two thousand requests together. */
const COMMANDS = 1_350;
const READS = 400;
const LISTS = 250;
const UNDER_WAY = 20;
const INSTANCE = 'instance-tavolo';
/** What is not there yet. */
const FOUNDED = 'founded';
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
let document: string;
const draw = new Seeded(seed);

beforeAll(async () => {
  stage = await MatrixStage.open();
  facts = await Facts.of(stage.oracle);
  mandates = (await stage.mandates()).filter(({ person }) => /^(?:person|service)-/u.test(person));
  const [first] = mandates;
  const as = { person: first?.person ?? '', mandate: first?.ref ?? null };
  document = await stage.client.upload(as, 'Atto', 'text/plain');
  reads = new Reads(stage, facts, mandates);
  jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  stage.close();
});
afterAll(() => stage.server.forget());

/** What a command is about, all that lies above it, and whether who acts leads what it founds. */
function aboutOf({ command, input }: Try, inputs: Inputs): readonly string[] {
  const { act, category, founds, input: type } = command;
  if (act.on !== undefined) return facts.chain([String(input[act.on])]);
  if (founds) {
    const under = (act.under ?? [])
      .map((field) => input[field])
      .filter((id) => typeof id === 'string');
    return [FOUNDED, ...facts.chain(under.length > 0 ? under : [INSTANCE])];
  }
  if (['invitation', 'logins', 'policy'].includes(category)) return [INSTANCE];
  if (category === 'budget') return facts.chain([String(input.plan)]);
  const field = Object.keys(type.getFields()).find((name) =>
    inputs.names(type, name, `${category}-00000000-0000-4000-8000-000000000001`),
  );
  return facts.chain([String(input[field ?? ''])]);
}

type Try = Readonly<{
  command: Command;
  mandate: Mandate;
  /** Who says that it is theirs; null for who does not sign in. */
  person: string | null;
  input: Readonly<Record<string, unknown>>;
}>;

/** What should become of it: nobody acts without a login, and what is not there is nobody's. */
function outcomeFor(one: Try, about: readonly string[]): string {
  const { command, mandate, person } = one;
  if (person === null) return 'nobody';
  if (expected(one, about)) return 'past';
  // The mandate is looked at first, and no mandate of an auditor goes further.
  if (person !== mandate.person || mandate.kind === 'auditor' || command.founds) return 'kept';
  const [object = ''] = about;
  return facts.row(object) && !reads.isThere(object, person) ? 'hidden' : 'kept';
}

/** What the rules written by hand say of it. */
function expected(
  { command: { act }, mandate, person, input }: Try,
  about: readonly string[],
): boolean {
  if (person !== mandate.person) return false;
  const [id = '', ...above] = about;
  const question: Question = {
    ...{ principal: principalOf(mandate.person), action: act.action },
    resource: { id, above },
    standing: {
      mandate: mandate.kind === 'founder' ? 'administrator' : mandate.kind,
      forOneself: input.person === mandate.person,
      at: withFounded(act, { mandate, input, isAlone: about.length === 2 }),
    },
  };
  return plainlyAllowed(question);
}

/** The roles of a mandate, and at what the command founds. */
function withFounded(
  { ledBy, openAlone }: Act,
  { mandate, input, isAlone }: Pick<Try, 'input' | 'mandate'> & { isAlone: boolean },
): Question['standing']['at'] {
  const { lead = [], party = [], ...at } = facts.at(mandate);
  const { organisation } = mandate;
  const leads = ledBy !== undefined && input[ledBy] === organisation;
  const isOpen = openAlone === true && isAlone && organisation !== null;
  const founded = (is: boolean) => (is ? [FOUNDED] : []);
  return { ...at, lead: [...lead, ...founded(leads)], party: [...party, ...founded(isOpen)] };
}

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

/**
 * A command well formed, by a mandate drawn at random: of three one that may be given is looked
 * for, one by somebody who has a part in what it is about and may not, and one of any kind.
 */
function drawn(command: Command, inputs: Inputs): Try {
  const kind = draw.below(3);
  for (let n = 0; n < 40; n += 1) {
    const found = once(command, inputs);
    const about = aboutOf(found, inputs);
    const may = expected(found, about);
    if (kind === 0 || (kind === 1 ? may : !may && hasPart(found, about))) return found;
  }
  return once(command, inputs);
}

/** They hold a role at it, or at something above it that is not the whole instance. */
function hasPart({ mandate }: Try, about: readonly string[]): boolean {
  const scopes = Object.values(facts.at(mandate)).flat();
  return scopes.some((scope) => scope !== INSTANCE && about.includes(scope));
}

function once(command: Command, inputs: Inputs): Try {
  const mandate = draw.one(mandates);
  const other = draw.below(100);
  const person = other === 0 ? null : other < 3 ? draw.one(mandates).person : mandate.person;
  const under = (command.act.under ?? []).filter(() => draw.below(2) === 0);
  // Nothing is written beside a vote that is not named.
  const because = command.act.action === 'vote' ? [] : ['reason', 'documents'];
  const input = inputs.of(command.input, [...because, 'preset', ...under]);
  return { command, mandate, person, input };
}

function asOf({ person, ref: mandate }: Mandate): Asker {
  return { person, mandate };
}

/** Somebody who holds something here, or who does not sign in. */
function reader(): Asker {
  return draw.below(20) === 0 ? undefined : asOf(draw.one(mandates));
}

type Refused = Readonly<{ code?: string }>;

describe('who may do what, over HTTP', () => {
  it('property: every mutation, by every mandate, anywhere, is as the rules written by hand say', async () => {
    const all = commandsOf(stage.server);
    expect(all.length).toBeGreaterThan(200);
    const held = mandates.flatMap(({ person, ref }) => [person, ref]);
    const ids = [...facts.ids, ...new Set(held)];
    const inputs = new Inputs({ draw, ids, document });
    const tally = new Map<string, number>();
    const wrong: unknown[] = [];
    let given = 0;
    const work = async () => {
      while (given < COMMANDS) {
        const one = drawn(all[given] ?? draw.one(all), inputs);
        given += 1;
        const about = aboutOf(one, inputs);
        const should = outcomeFor(one, about);
        const found = await outcomeOf(one);
        // Of what else a command names the decider may know nothing.
        const outcome = found === 'hidden' && should === 'past' ? 'past' : found;
        const { kind } = one.mandate;
        const relation = facts.relation(one.mandate, about[0] ?? '');
        for (const each of [outcome, kind, relation, `${kind} ${relation}`])
          tally.set(each, (tally.get(each) ?? 0) + 1);
        if (outcome !== should) wrong.push({ ...one, outcome, should, about, seed });
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
    expect(wrong).toStrictEqual([]);
    const least = (...of: readonly string[]) => Math.min(...of.map((each) => tally.get(each) ?? 0));
    expect(least('past', 'kept')).toBeGreaterThan(200);
    expect(least('own', 'parent', 'child', 'sibling', 'foreign')).toBeGreaterThan(20);
    expect(least('hidden', 'nobody', 'auditor', 'service', 'secretary')).toBeGreaterThan(5);
  });

  it('property: every object and every sensitive field is there for whom the rules written by hand say', async () => {
    const { founder } = await World.open(stageOn(stage.server.url).stage);
    const tally = { shown: 0, kept: 0 };
    const wrong: unknown[] = [];
    const tries = Array.from({ length: READS }, (_, n) => {
      const id = reads.ids[n] ?? draw.one(reads.ids);
      return { id, as: reader() };
    });
    const next = tries[Symbol.iterator]();
    const work = async () => {
      for (const { id, as } of next) {
        const found = { found: await reads.asked(id, as), whole: await reads.asked(id, founder) };
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
    const kinds = Map.groupBy(mandates, ({ kind }) => kind);
    const each = [...kinds.values()].map((held) => asOf(draw.one(held)));
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
