import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Realm } from '@tavolo/access';
import type { Act, Question } from '@tavolo/access';
import { World } from '@tavolo/demo';
import { CommandGateway } from '@tavolo/command';
import type { Mandate } from '@tavolo/command';
import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType } from 'graphql';
import type { GraphQLInputObjectType } from 'graphql';
import { plainlyAllowed } from '../../libs/access/test/plain-rules.js';
import { Facts } from '../matrix/facts.js';
import { Inputs } from '../matrix/inputs.js';
import { Reads } from '../matrix/reads.js';
import { Seeded } from '../matrix/seeded.js';
import { MatrixStage } from '../matrix/stage.js';
import { seed, stageOn } from './played.js';

const COMMANDS = 1_500;
const READS = 500;
const UNDER_WAY = 20;
const INSTANCE = 'instance-tavolo';
/** What is not there yet. */
const FOUNDED = 'founded';
/** How the door says that a mandate may not. */
const kept = [
  ...['AdministratorDecidesNothing', 'AuditorsWriteNothing', 'ForOneself', 'MandateUnknown'],
  ...['NotPermitted', 'Prohibited', 'ServiceDecidesNothing'],
];
const otherwiseNamed: Readonly<Record<string, string>> = {
  objectToRoute: 'ProposeDecision',
  sendRouteBack: 'ProposeDecision',
};

/** What keeps a command out before the policies are asked, or in their place. */
const otherwise = /^(Login|PoliciesSilent)/u;

let stage: MatrixStage;
let facts: Facts;
let mandates: readonly Mandate[];
let document: string;
const draw = new Seeded(seed);

beforeAll(async () => {
  stage = await MatrixStage.open();
  facts = await Facts.of(stage.oracle);
  mandates = (await stage.mandates()).filter(({ person }) => person.startsWith('person-'));
  const [first] = mandates;
  const as = { person: first?.person ?? '', mandate: first?.ref ?? null };
  document = await stage.client.upload(as, 'Atto', 'text/plain');
  jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  stage.close();
});
afterAll(() => stage.server.forget());

type Command = Readonly<{
  name: string;
  category: string;
  act: Act;
  founds: boolean;
  input: GraphQLInputObjectType;
}>;

/** Every mutation that is a command, with what the tables say that it is. */
function commands(): readonly Command[] {
  const { app } = stage.server;
  const fields = app.get(GraphQLSchemaHost).schema.getMutationType()?.getFields() ?? {};
  return Object.entries(fields).flatMap(([name, { args }]) => {
    const type = otherwiseNamed[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const [found] = app.get(Realm).actsNamed(type);
    const [arg] = args;
    if (!found || !arg) return [];
    const founds = app.get(CommandGateway).founds({ aggregate: found.category, type });
    return [{ name, ...found, founds, input: getNamedType(arg.type) as GraphQLInputObjectType }];
  });
}

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
  if (category === 'policy' || category === 'invitation') return [INSTANCE];
  if (category === 'budget') return facts.chain([String(input.plan)]);
  const field = Object.keys(type.getFields()).find((name) =>
    inputs.names(type, name, `${category}-00000000-0000-4000-8000-000000000001`),
  );
  return facts.chain([String(input[field ?? ''])]);
}

type Try = Readonly<{
  command: Command;
  mandate: Mandate;
  /** Who says that it is theirs. */
  person: string;
  input: Readonly<Record<string, unknown>>;
}>;

/** What the rules written by hand say of it. */
function expected(
  { command: { act }, mandate, person, input }: Try,
  about: readonly string[],
): boolean {
  if (person !== mandate.person) return false;
  const [id = '', ...above] = about;
  const question: Question = {
    ...{ principal: { type: 'Person', id: mandate.person }, action: act.action },
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

/** `kept` by the policies, come `past` them, or what else became of it. */
async function outcomeOf({ command, mandate, person, input }: Try): Promise<string> {
  const { name, input: type } = command;
  const query = `mutation ($input: ${type.name}!) { ${name}(input: $input) {
    __typename ... on Refusal { rule code } } }`;
  const as = { person, mandate: mandate.ref };
  const answer = await stage.client.raw<Record<string, Refused>>(query, { input }, as);
  const code = answer.data?.[name]?.code;
  if (code !== undefined)
    return kept.includes(code) ? 'kept' : (otherwise.exec(code)?.[0] ?? 'past');
  const failed = answer.errors?.map(({ extensions = {} }) => JSON.stringify(extensions)) ?? [];
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
  const person = draw.below(50) === 0 ? draw.one(mandates).person : mandate.person;
  const under = (command.act.under ?? []).filter(() => draw.below(2) === 0);
  // Nothing is written beside a vote that is not named.
  const because = command.act.action === 'vote' ? [] : ['reason', 'documents'];
  const input = inputs.of(command.input, [...because, 'preset', ...under]);
  return { command, mandate, person, input };
}

function told({ command: { name, act }, mandate: { kind, ref }, input }: Try) {
  return { name, action: act.action, kind, ref, input, seed };
}

type Refused = Readonly<{ code?: string }>;

describe('who may do what, over HTTP', () => {
  it('property: every mutation, by every mandate, anywhere, is as the rules written by hand say', async () => {
    const all = commands();
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
        const may = expected(one, about);
        const outcome = await outcomeOf(one);
        tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
        if (outcome !== (may ? 'past' : 'kept')) wrong.push({ ...told(one), outcome, may, about });
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
    expect(wrong).toStrictEqual([]);
    expect(Math.min(tally.get('past') ?? 0, tally.get('kept') ?? 0)).toBeGreaterThan(200);
  });

  it('property: every object and every sensitive field is there for whom the rules written by hand say', async () => {
    const reads = new Reads(stage, facts, mandates);
    const { founder } = await World.open(stageOn(stage.server.url).stage);
    const tally = { shown: 0, kept: 0 };
    const wrong: unknown[] = [];
    const tries = Array.from({ length: READS }, (_, n) => {
      const id = reads.ids[n] ?? draw.one(reads.ids);
      return { id, mandate: draw.one(mandates) };
    });
    const next = tries[Symbol.iterator]();
    const work = async () => {
      for (const { id, mandate } of next) {
        const as = { person: mandate.person, mandate: mandate.ref };
        const found = { found: await reads.asked(id, as), whole: await reads.asked(id, founder) };
        const { seen, differs } = reads.compared(id, as.person, found);
        for (const is of seen) tally[is ? 'shown' : 'kept'] += 1;
        wrong.push(...differs.map((what) => ({ what, id, mandate, found, seed })));
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, work));
    expect(wrong).toStrictEqual([]);
    expect(Math.min(tally.shown, tally.kept)).toBeGreaterThan(200);
  });
});
