import { TypeMetadataStorage } from '@nestjs/graphql';
import { getMetadataStorage } from 'class-validator';
import type { MetadataStorage } from 'class-validator';
import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputObjectType, GraphQLInputType } from 'graphql';
import type { Seeded } from './seeded.js';

type Rule = Readonly<{ propertyName: string; name?: string; constraints?: readonly unknown[] }>;
type Target = Parameters<MetadataStorage['getTargetValidationMetadatas']>[0];
type Content = Readonly<Record<string, unknown>>;

/** Texts of the forms that fields of the schema ask for; the first that fits is taken. */
const forms = [
  ...['Prova', 'prova', 'ITC4', '015146', 'A'.repeat(15), '90000000001', 'P1Y', 'level-region'],
  ...['2030-01-01T09:00', 'invitation-00000000-0000-4000-8000-000000000001'],
  ...['2030-01-01', 'a'.repeat(64), 'prova@example.org', 'https://example.org'],
];
/** An id that nothing has. */
const none = '00000000-0000-4000-8000-000000000001';
const scalars: Readonly<Record<string, unknown>> = {
  ...{ Boolean: true, Cents: 100, Instant: '2030-01-01T09:00:00Z', LocalDate: '2030-01-01' },
  ...{ PartialDate: '2030', BasisPoints: 100 },
};

/** Makes inputs that are well formed: by their types, and by the rules of their fields. */
export class Inputs {
  readonly #classes: ReadonlyMap<string, Target>;
  readonly #rules = new Map<string, readonly Rule[]>();
  readonly #fitting = new Map<string, readonly string[]>();

  constructor(
    private readonly parts: Readonly<{
      draw: Seeded;
      /** Ids that there are. */
      ids: readonly string[];
      /** A document that was uploaded. */
      document: string;
    }>,
  ) {
    const types = TypeMetadataStorage.getInputTypesMetadata() as unknown as readonly {
      readonly name: string;
      readonly target: Target;
    }[];
    this.#classes = new Map(types.map(({ name, target }) => [name, target]));
  }

  /** Every field that has to be there, and those named beside them. */
  of(type: GraphQLInputObjectType, also: readonly string[] = []): Content {
    const rules = this.#rulesOf(type.name);
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: of }) => isNonNullType(of) || also.includes(name),
    );
    return Object.fromEntries(
      fields.map(({ name, type: of }) => [
        name,
        this.#value(
          of,
          rules.filter(({ propertyName }) => propertyName === name),
        ),
      ]),
    );
  }

  /** The ids that there are for a field. */
  fitting(type: GraphQLInputObjectType, field: string): readonly string[] {
    const key = `${type.name}.${field}`;
    const known =
      this.#fitting.get(key) ?? this.parts.ids.filter((id) => this.names(type, field, id));
    this.#fitting.set(key, known);
    return known;
  }

  /** The category that a field with an id asks for fits one. */
  names(type: GraphQLInputObjectType, field: string, id: string): boolean {
    const patterns = this.#patterns(
      this.#rulesOf(type.name).filter((rule) => rule.propertyName === field),
    );
    return patterns.length > 0 && patterns.every((pattern) => pattern.test(id));
  }

  #rulesOf(type: string): readonly Rule[] {
    const known = this.#rules.get(type);
    const target = this.#classes.get(type);
    if (known || !target) return known ?? [];
    const storage = getMetadataStorage();
    const found = storage.getTargetValidationMetadatas(target, '', false, false);
    this.#rules.set(type, found);
    return found;
  }

  #value(type: GraphQLInputType, rules: readonly Rule[]): unknown {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const least = Math.max(1, this.#number(rules, 'arrayMinSize') ?? 1);
      return Array.from({ length: least }, () => this.#value(bare.ofType, rules));
    }
    if (isEnumType(bare)) return bare.getValues()[0]?.name;
    return isInputObjectType(bare) ? this.of(bare) : this.#scalar(bare.name, rules);
  }

  #scalar(name: string, rules: readonly Rule[]): unknown {
    if (rules.some(({ propertyName }) => propertyName === 'zone')) return 'Europe/Rome';
    if (name === 'Sha256') return this.parts.document;
    if (name === 'Int') return Math.max(1, this.#number(rules, 'min') ?? 1);
    if (name === 'ID') return this.#id(rules);
    return name === 'String' ? this.#text(rules) : scalars[name];
  }

  #id(rules: readonly Rule[]): string {
    const patterns = this.#patterns(rules);
    if (patterns.length === 0) return this.#longest(rules) < none.length ? 'c1' : none;
    const fitting = this.parts.ids.filter((id) => patterns.every((pattern) => pattern.test(id)));
    return fitting.length > 0 ? this.parts.draw.one(fitting) : this.#text(rules);
  }

  #longest(rules: readonly Rule[]): number {
    const [length] = rules.filter(({ name }) => name === 'isLength');
    return typeof length?.constraints?.[1] === 'number' ? length.constraints[1] : Infinity;
  }

  #text(rules: readonly Rule[]): string {
    const patterns = this.#patterns(rules);
    const [length] = rules.filter(({ name }) => name === 'isLength');
    const least = Number(length?.constraints?.[0] ?? 0);
    const most = this.#longest(rules);
    const fitting = forms.filter((form) => form.length >= least && form.length <= most);
    return fitting.find((form) => patterns.every((pattern) => pattern.test(form))) ?? 'Prova';
  }

  #patterns(rules: readonly Rule[]): readonly RegExp[] {
    return rules.flatMap(({ constraints }) =>
      constraints?.[0] instanceof RegExp ? constraints[0] : [],
    );
  }

  #number(rules: readonly Rule[], name: string): number | null {
    const found = rules.find((rule) => rule.name === name)?.constraints?.[0];
    return typeof found === 'number' ? found : null;
  }
}
