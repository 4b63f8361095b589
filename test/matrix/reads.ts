import type { Question, ReadAction } from '@tavolo/access';
import type { Mandate } from '@tavolo/command';
import { actionOf, ReadingBook } from '@tavolo/reading';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType } from 'graphql';
import { plainlyAllowed } from '../../libs/access/test/plain-rules.js';
import type { Row } from '../reading-oracle.js';
import type { Facts } from './facts.js';
import type { MatrixStage } from './stage.js';

/** Who reads: somebody, or who does not sign in at a demo. */
export type Asker = Readonly<{ person: string; mandate: string | null }> | undefined;

/** What whoever signed in finds by its id. */
const registers = ['board', 'call', 'network', 'partner', 'plan', 'programme'];
const typeNames: Readonly<Record<string, string>> = {
  ...{ agreement: 'Agreement', appointment: 'Appointment', board: 'Board', call: 'Call' },
  ...{ decision: 'Decision', network: 'Network', partner: 'Partner', plan: 'Plan' },
  ...{ procedure: 'Procedure', programme: 'Programme', route: 'Route', sitting: 'Sitting' },
  routedefinition: 'RouteDefinition',
};

export type Node = Readonly<Record<string, unknown>> | null;
/** A field that fewer may see than its object, or that shows other objects. */
export type Sensitive = Readonly<{
  name: string;
  /** What is asked of the policies for it; null where it is shown with its object. */
  action: ReadAction | null;
  shows: 'objects' | 'page' | 'parts' | 'value';
}>;

const selections: Readonly<Record<Sensitive['shows'], string>> = {
  ...{ objects: '{ id }', page: '{ edges { node { id } } }' },
  ...{ parts: '{ __typename }', value: '' },
};

/** Asks for objects with all their sensitive fields, and says what of them is there for somebody. */
export class Reads {
  readonly #fields = new Map<string, readonly Sensitive[]>();

  constructor(
    private readonly stage: MatrixStage,
    private readonly facts: Facts,
    private readonly mandates: readonly Mandate[],
  ) {
    const { schema } = stage.server.app.get(GraphQLSchemaHost);
    for (const name of Object.values(typeNames)) {
      const type = schema.getType(name);
      if (isObjectType(type)) this.#fields.set(name, this.#sensitiveIn(type));
    }
  }

  /** Objects that can be asked for by their id. */
  get ids(): readonly string[] {
    return this.facts.ids.filter((id) => categoryOf(id) in typeNames);
  }

  sensitive(id: string): readonly Sensitive[] {
    return this.#fields.get(typeOf(id)) ?? [];
  }

  async asked(id: string, as: Asker): Promise<Node> {
    const type = typeOf(id);
    const fields = this.sensitive(id).map(({ name, shows }) => `${name} ${selections[shows]}`);
    const query = `query ($id: ID!) { node(id: $id) { id ... on ${type} { __typename ${fields.join(' ')} } } }`;
    const { node } = await this.stage.client.query<{ node: Node }>(query, { id }, as);
    return node;
  }

  /** What they should see, and where what they found is not that; `whole` is what there is. */
  compared(
    id: string,
    person: string | null,
    { found, whole }: Readonly<{ found: Node; whole: Node }>,
  ) {
    const isThere = this.isThere(id, person);
    if ((found !== null) !== isThere) return { seen: [isThere], differs: ['node'] };
    if (found === null) return { seen: [false], differs: [] };
    const each = this.sensitive(id).map((field) => {
      const sees = field.action === null || this.sees(id, field.action, person);
      const values = { one: found[field.name], all: whole?.[field.name] };
      const isRight = sees ? this.#isWhole(field, values, person) : isNothing(values.one);
      return { name: field.name, sees, isRight };
    });
    const differs = each.filter(({ isRight }) => !isRight).map(({ name }) => name);
    return { seen: [true, ...each.map(({ sees }) => sees)], differs };
  }

  /** All that the administrator is shown, who reads nothing that is secret; of objects those that are there. */
  #isWhole({ action, shows }: Sensitive, { one, all }: Values, person: string | null): boolean {
    if (shows === 'value' || shows === 'parts')
      return action === 'readSecret' || all === undefined || same(one, all);
    const shown = idsIn(one);
    const should = idsIn(all).filter((id) => this.isThere(id, person));
    return (
      should.every((id) => shown.includes(id)) && shown.every((id) => this.isThere(id, person))
    );
  }

  /** Whether the object is there for them at all. */
  isThere(id: string, person: string | null): boolean {
    if (registers.includes(categoryOf(id))) return true;
    const row = this.facts.row(id);
    if (this.#isHidden(row, person)) return false;
    if (row?.isPublished === true) return true;
    const at = categoryOf(id) === 'appointment' ? [row?.scope, row?.person] : [row?.board ?? id];
    return at.some((scope) => this.may('read', String(scope), person));
  }

  /** A confidential matter, or what is about one: theirs by what they hold other than to audit. */
  #isHidden(row: Row | undefined, person: string | null): boolean {
    const matter = row?.confidential === true ? row : this.facts.row(String(row?.decision));
    if (matter?.confidential !== true) return false;
    const held = [matter.board, matter.proposer];
    return !held.some((scope) => this.may('readSecret', String(scope), person, 'auditor'));
  }

  /** Whether they see a field of it; of what lies in a body, the body says so. */
  sees(id: string, action: ReadAction, person: string | null): boolean {
    const board = this.facts.row(id)?.board;
    return this.may(action, typeof board === 'string' ? board : id, person);
  }

  /** By any mandate of theirs but one of a kind, and by what is about themself. */
  // eslint-disable-next-line max-params -- the last is said of what is confidential alone
  may(action: ReadAction, scope: string, person: string | null, but = ''): boolean {
    const self =
      person === null
        ? { mandate: 'spectator', at: {} }
        : { mandate: 'none', at: { self: [person] } };
    const held = this.mandates.filter(
      (mandate) => mandate.person === person && mandate.kind !== but,
    );
    const stances = held.map((mandate) => ({
      mandate: mandate.kind === 'founder' ? 'administrator' : mandate.kind,
      at: { ...this.facts.at(mandate), concerned: this.facts.opened(mandate) },
    }));
    const [, ...above] = this.facts.chain([scope]);
    return [self, ...stances].some(({ mandate, at }) => {
      const question: Question = {
        ...{ principal: principalOf(person), action },
        resource: { id: scope, above: [...above, `alone:${scope}`] },
        standing: { mandate, forOneself: false, at },
      };
      return plainlyAllowed(question);
    });
  }

  #sensitiveIn(type: GraphQLObjectType): readonly Sensitive[] {
    const book = this.stage.server.app.get(ReadingBook);
    const rule = book.types.get(type.name) ?? {};
    return Object.values(type.getFields()).flatMap(({ name, args, type: of }) => {
      const action = actionOf(rule, name);
      const shows = showsOf(getNamedType(of));
      const isSensitive = action !== null || shows === 'objects' || shows === 'page';
      return isSensitive && !args.some(isRequiredArgument) ? [{ name, action, shows }] : [];
    });
  }
}

/** What somebody was shown in a field, and what the administrator was. */
type Values = Readonly<{ one: unknown; all: unknown }>;

function showsOf(type: GraphQLNamedType): Sensitive['shows'] {
  if (isLeafType(type)) return 'value';
  const [, of] = /^(\w+)Connection$/u.exec(type.name) ?? [];
  if (of !== undefined) return Object.values(typeNames).includes(of) ? 'page' : 'parts';
  return Object.values(typeNames).includes(type.name) ? 'objects' : 'parts';
}

/** The ids of objects, of one, or of a page of them. */
function idsIn(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  const { id, edges } = value as { id?: string; edges?: readonly { node: unknown }[] };
  return edges ? edges.flatMap(({ node }) => idsIn(node)) : [id ?? ''];
}

/** A program is no person, and who does not sign in is anybody. */
export function principalOf(person: string | null): Question['principal'] {
  if (person === null) return { type: 'Anybody', id: 'spectator' };
  return { type: person.startsWith('service-') ? 'Service' : 'Person', id: person };
}

/** The type of an object in the schema. */
export function typeOf(id: string): string {
  return typeNames[categoryOf(id)] ?? '';
}

function categoryOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('-')));
}

function isNothing(value: unknown): boolean {
  return same(value ?? [], []) || same(value, { edges: [] });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
