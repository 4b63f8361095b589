import type { AnyTable } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type {
  ConcernRule,
  MatterRule,
  PartRule,
  PlaceRule,
  QueryRule,
  ReadingOf,
  RowRule,
  TypeRule,
} from './declaration.js';

/** Something is read for which nobody said who may: a defect, and nothing is shown. */
export class NoReadingRule extends Error {}

/** What every context declared about reading. */
@Injectable()
export class ReadingBook {
  readonly #rows = new Map<string, RowRule>();
  readonly #byCategory = new Map<string, RowRule>();
  readonly #streams = new Map<string, (stream: string) => string>();
  readonly places: PlaceRule[] = [];
  readonly parts: PartRule[] = [];
  readonly concerns: ConcernRule[] = [];
  readonly matters: MatterRule[] = [];
  readonly types = new Map<string, TypeRule>();
  readonly values = new Set<string>();
  readonly queries = new Map<string, QueryRule>();
  readonly #fields = new Map<string, readonly string[]>();

  declares(declared: ReadingOf): void {
    for (const rule of declared.rows) {
      this.#rows.set(rule.table.name, rule);
      if (rule.category !== undefined) this.#byCategory.set(rule.category, rule);
    }
    this.places.push(...(declared.places ?? []));
    this.parts.push(...(declared.parts ?? []));
    this.concerns.push(...(declared.concerns ?? []));
    this.matters.push(...(declared.matters ?? []));
    this.#namesOf(declared);
  }

  #namesOf({ types, values, queries, streams = {} }: ReadingOf): void {
    for (const [category, owner] of Object.entries(streams)) this.#streams.set(category, owner);
    for (const [name, rule] of Object.entries(types)) this.types.set(name, rule);
    for (const name of values) this.values.add(name);
    for (const [name, rule] of Object.entries(queries)) this.queries.set(name, rule);
  }

  /** What fields the schema gives a type, told when it is made. */
  hasFields(type: string, fields: readonly string[]): void {
    this.#fields.set(type, fields);
  }

  /** None of a type that the schema does not have. */
  fieldsOf(type: string): readonly string[] {
    return this.#fields.get(type) ?? [];
  }

  /** Whether somebody said who may read rows of a table. */
  knows({ name }: AnyTable): boolean {
    return this.#rows.has(name);
  }

  /** Fields that some type keeps even from who reads everything else of its objects. */
  secretFields(): ReadonlySet<string> {
    return new Set([...this.types.values()].flatMap(({ readSecret = [] }) => readSecret));
  }

  /** @throws NoReadingRule */
  ofTable({ name }: AnyTable): RowRule {
    const rule = this.#rows.get(name);
    if (!rule) throw new NoReadingRule(`nobody said who may read rows of ${name}`);
    return rule;
  }

  /** The rule for the row of an object; null for a stream that has none. */
  ofCategory(category: string): RowRule | null {
    return this.#byCategory.get(category) ?? null;
  }

  /** What has to be open for a stream to be read that is no object itself; null: everything. */
  ownerOf(stream: string): string | null {
    return this.#streams.get(categoryOf(stream))?.(stream) ?? null;
  }
}

/** `plan` of `plan-<uuid>`. */
export function categoryOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('-')));
}
