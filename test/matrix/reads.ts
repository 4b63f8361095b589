import type { ReadAction } from '@tavolo/access';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType } from 'graphql';
import type { Facts } from './facts.js';
import { keptBy } from './kept-fields.js';
import { categoryOf } from './plain-reading.js';
import type { Asker, PlainReading } from './plain-reading.js';
import type { MatrixStage } from './stage.js';

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
  shows: 'objects' | 'page' | 'value';
  /** What is asked for in it. */
  selection: string;
}>;
/** What became of one field: shown with something in it, kept though something is in it, or neither. */
export type Seen = Readonly<{ field: string; is: 'empty' | 'kept' | 'shown' }>;

/** Asks for objects with all their sensitive fields, and says what of them is there for somebody. */
export class Reads {
  readonly #fields = new Map<string, readonly Sensitive[]>();
  readonly #wholes = new Map<string, Promise<Node>>();

  constructor(
    private readonly stage: MatrixStage,
    private readonly facts: Facts,
    readonly rules: PlainReading,
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

  /** Every field for which the policies are asked, as `Partner.interests`. */
  get keptFields(): readonly string[] {
    return [...this.#fields].flatMap(([type, fields]) =>
      fields.filter(({ action }) => action !== null).map(({ name }) => `${type}.${name}`),
    );
  }

  async asked(id: string, as: Asker): Promise<Node> {
    const type = typeOf(id);
    const fields = this.#sensitive(id).map(({ name, selection }) => `${name} ${selection}`);
    const query = `query ($id: ID!) { node(id: $id) { id ... on ${type} { __typename ${fields.join(' ')} } } }`;
    const { node } = await this.stage.client.query<{ node: Node }>(query, { id }, as);
    return node;
  }

  /** All that there is of it: each field as somebody is shown it who may see it. */
  async whole(id: string): Promise<Node> {
    const known = this.#wholes.get(id) ?? this.#gathered(id);
    this.#wholes.set(id, known);
    return await known;
  }

  /** Where what somebody found is not what they should see, and what of it they saw. */
  async compared(
    id: string,
    as: Asker,
  ): Promise<Readonly<{ seen: readonly Seen[]; differs: readonly string[] }>> {
    const person = as?.person ?? null;
    const [found, whole] = [await this.asked(id, as), await this.whole(id)];
    const isThere = this.rules.isThere(id, person);
    if ((found !== null) !== isThere) return { seen: [], differs: ['node'] };
    const each = this.#sensitive(id).map((field) => {
      const sees = found !== null && this.#sees(id, field, person);
      const values = { one: found?.[field.name], all: whole?.[field.name] };
      const isRight = sees ? this.#isWhole(field, values, person) : isNothing(values.one);
      const is = isNothing(values.all) ? 'empty' : sees ? 'shown' : 'kept';
      return { field: `${typeOf(id)}.${field.name}`, is, isRight } as const;
    });
    return {
      seen: each,
      differs: each.filter(({ isRight }) => !isRight).map(({ field }) => field),
    };
  }

  /** The kept fields of an object that have something in them, as `Partner.interests`. */
  async filled(id: string): Promise<readonly string[]> {
    const whole = await this.whole(id);
    return this.#sensitive(id)
      .filter(({ action, name }) => action !== null && !isNothing(whole?.[name]))
      .map(({ name }) => `${typeOf(id)}.${name}`);
  }

  #everybody(): readonly Asker[] {
    return this.rules.mandates.map(({ person, ref: mandate }) => ({ person, mandate }));
  }

  #sensitive(id: string): readonly Sensitive[] {
    return this.#fields.get(typeOf(id)) ?? [];
  }

  #sees(id: string, { action }: Sensitive, person: string | null): boolean {
    return action === null || this.rules.sees(id, action, person);
  }

  /** Of lists of objects, the objects of all who are asked. */
  async #gathered(id: string): Promise<Node> {
    const found = new Map<string, unknown>();
    for (const as of this.#fullest(id)) {
      const node = await this.asked(id, as);
      for (const field of this.#sensitive(id)) {
        if (node === null || !this.#sees(id, field, as?.person ?? null)) continue;
        const before = found.get(field.name);
        const value = node[field.name];
        const isList = field.shows !== 'value';
        found.set(field.name, isList ? ids([before, value]) : (before ?? value));
      }
    }
    return Object.fromEntries(found);
  }

  /** Who administers, and whoever sees the most of it: whatever is confidential, but for auditors. */
  #fullest(id: string): readonly Asker[] {
    const weight = (as: Asker) => {
      const person = as?.person ?? null;
      if (!this.rules.isThere(id, person)) return -1;
      const secret = this.rules.may('readSecret', this.#bodyOf(id), person, 'auditor');
      const fields = this.#sensitive(id).filter((field) => this.#sees(id, field, person));
      return fields.length + (secret ? 1 : 0);
    };
    const byWeight = this.#everybody().toSorted((one, other) => weight(other) - weight(one));
    const administrator = this.rules.mandates.find(({ kind }) => kind === 'founder');
    return [
      ...byWeight.slice(0, 1),
      ...this.#everybody().filter((as) => as?.mandate === administrator?.ref),
    ];
  }

  #bodyOf(id: string): string {
    const board = this.facts.row(id)?.board;
    return typeof board === 'string' ? board : id;
  }

  /** All that there is of it; of objects those that are there for them. */
  #isWhole({ shows }: Sensitive, { one, all }: Values, person: string | null): boolean {
    if (shows === 'value') return same(one, all);
    const isThere = (id: string) => this.rules.isThere(id, person);
    const shown = ids(one);
    return ids(all).every((id) => !isThere(id) || shown.includes(id)) && shown.every(isThere);
  }

  #sensitiveIn(type: GraphQLObjectType): readonly Sensitive[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const { name, args } = field;
      const action = keptBy(type.name, name);
      const shows = showsOf(getNamedType(field.type));
      const isSensitive = action !== null || shows !== 'value';
      if (!isSensitive || args.some(isRequiredArgument)) return [];
      return [{ name, action, shows, selection: selectionOf(field) }];
    });
  }
}

/** What somebody was shown in a field, and what there is in it. */
type Values = Readonly<{ one: unknown; all: unknown }>;

function showsOf(type: GraphQLNamedType): Sensitive['shows'] {
  const [, of] = /^(\w+)Connection$/u.exec(type.name) ?? [];
  if (of !== undefined) return Object.values(typeNames).includes(of) ? 'page' : 'value';
  return Object.values(typeNames).includes(type.name) ? 'objects' : 'value';
}

/** Of objects their ids; of what is a part, all that is no part in its turn. */
function selectionOf({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>): string {
  const of = getNamedType(type);
  if (isLeafType(of)) return '';
  if (!isObjectType(of)) return '{ __typename }';
  if (Object.values(typeNames).includes(of.name)) return '{ id }';
  if (of.name.endsWith('Connection'))
    return showsOf(of) === 'page' ? '{ edges { node { id } } }' : '{ totalCount }';
  const leaves = Object.values(of.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  return `{ __typename ${leaves.map(({ name }) => name).join(' ')} }`;
}

/** The ids of objects, of one, or of a page of them, each once. */
function ids(value: unknown): readonly string[] {
  return [...new Set(idsIn(value))];
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  const { id, edges } = value as { id?: string; edges?: readonly { node: unknown }[] };
  return edges ? edges.flatMap(({ node }) => idsIn(node)) : [id ?? ''];
}

/** The type of an object in the schema. */
export function typeOf(id: string): string {
  return typeNames[categoryOf(id)] ?? '';
}

function isNothing(value: unknown): boolean {
  return [[], { edges: [] }, { totalCount: 0 }].some((nothing) => same(value ?? [], nothing));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
