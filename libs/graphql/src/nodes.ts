import { ReadModel, says, wordsIn } from '@tavolo/projection';
import type { Moment, PageRequest, TableDefinition } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Connection } from './connection.js';
import type { At, RequestContext } from './context.js';
import { Reading } from './reading.js';
import type { FoundRows } from './reading.js';

interface Identified {
  readonly id: string;
}

/** Rows of another table that belong to an object: the parties of an agreement. */
export interface Part<Row extends Identified> {
  readonly name: string;
  readonly table: TableDefinition<Row>;
  /** The column of that table which holds the id of the object. */
  readonly column: keyof Row & string;
}

interface Kind {
  readonly typeName: string;
  readonly table: TableDefinition<Identified>;
  readonly parts: readonly Part<Identified>[];
  readonly said: readonly string[];
}

/** What an object is known by: where it lies, what belongs to it, and what one finds it by. */
export interface Known<Row extends Identified, PartRow extends Identified> {
  readonly table: TableDefinition<Row>;
  readonly parts?: readonly Part<PartRow>[];
  /** The fields of its name or number, by which a search finds it; none where it finds none. */
  readonly said?: readonly (keyof Row & string)[];
}

/**
 * Reads rows of the read model as objects of the schema, in as many statements as there are
 * tables and columns in a request, however many rows. Of each row only what who asks may read
 * (`Reading`): nothing else is there for them. A context registers each kind of object
 * that has an id of its own, so that `node(id)` and other contexts find it by id alone.
 */
@Injectable()
export class Nodes {
  readonly #kinds = new Map<string, Kind>();

  constructor(
    private readonly readModel: ReadModel,
    private readonly reading: Reading,
  ) {}

  /**
   * `category` is that of the id, `typeName` the type in the schema; `parts` are what belongs to
   * the object and lies in tables of its own.
   */
  register<Row extends Identified, PartRow extends Identified = Identified>(
    category: string,
    typeName: string,
    { table, parts = [], said = [] }: Known<Row, PartRow>,
  ): void {
    this.#kinds.set(category, { typeName, table, parts, said } as unknown as Kind);
  }

  /** Everything of an object: its row, and under their names the rows that belong to it. */
  async whole(id: string, at: Moment, context: RequestContext): Promise<object | null> {
    const kind = this.#kinds.get(categoryOf(id));
    const found = await this.any(id, at, context);
    if (!kind || !found || !(await this.reading.isOpen(id, context))) return null;
    const { moment: _, ...row } = found;
    const parts = kind.parts.map(async ({ name, table, column }) => {
      const rows = (await this.readModel.where(table, column, [id], at)).get(id) ?? [];
      const shown = await this.reading.shown({ table, rows, at }, context);
      return [name, shown.filter((each) => each !== null)] as const;
    });
    return { ...row, ...Object.fromEntries(await Promise.all(parts)) };
  }

  /** The name of the schema's type for an id; null for a category that nobody registered. */
  typeNameOf(id: string): string | null {
    return this.#kinds.get(categoryOf(id))?.typeName ?? null;
  }

  /** The table of an id's category. */
  tableOf(id: string): TableDefinition<Identified> | null {
    return this.#kinds.get(categoryOf(id))?.table ?? null;
  }

  /** The rows that belong to an object under a name; null where nobody registered such. */
  partOf(id: string, name: string): Part<Identified> | null {
    const parts = this.#kinds.get(categoryOf(id))?.parts ?? [];
    return parts.find((part) => part.name === name) ?? null;
  }

  /** Any object by its id. */
  async any(id: string, at: Moment, context: RequestContext): Promise<At<Identified> | null> {
    const table = this.tableOf(id);
    return table && (await this.one(table, { id, at, context }));
  }

  /** Objects whose name or number says every word of a text, at most `first` of each kind. */
  async search(
    text: string,
    { first, at, context }: { first: number; at: Moment; context: RequestContext },
  ): Promise<readonly At<Identified>[]> {
    const words = wordsIn(text);
    if (words.length === 0) return [];
    const kinds = [...this.#kinds.values()].filter(({ said }) => said.length > 0);
    const found = kinds.map(async ({ table, said: fields }) => {
      const saying = { fields, words };
      const { edges } = await this.page(table, { first, saying }, { at, context });
      // A part of a row that may not be read finds nothing, so that no search tells of it.
      return edges.flatMap(({ node }) => (says({ ...node }, saying) ? [node] : []));
    });
    return (await Promise.all(found)).flat();
  }

  /** One row by id. */
  one<Row extends Identified>(
    table: TableDefinition<Row>,
    { id, at, context }: { id: string; at: Moment; context: RequestContext },
  ): Promise<At<Row> | null> {
    const loader = this.#loader(context, `${table.name}#id`, async (at: Moment, ids) => {
      const rows = await this.readModel.byIds(table, ids, at);
      const shown = await this.#shown({ table, rows: [...rows.values()], at }, context);
      return ids.map((key) => withMoment(shown.get(key), at));
    });
    return loader.load({ key: id, at });
  }

  /** All rows that hold a value in a column, in the order of the table. */
  related<Row extends Identified>(
    table: TableDefinition<Row>,
    column: keyof Row & string,
    { value, at, context }: { value: string; at: Moment; context: RequestContext },
  ): Promise<readonly At<Row>[]> {
    const loader = this.#loader(context, `${table.name}#${column}`, async (at: Moment, values) => {
      const rows = await this.readModel.where(table, column, values, at);
      const shown = await this.#shown({ table, rows: [...rows.values()].flat(), at }, context);
      return values.map((key) =>
        (rows.get(key) ?? []).flatMap(({ id }) => withMoment(shown.get(id), at) ?? []),
      );
    });
    return loader.load({ key: value, at });
  }

  /** A page of what who asks may read of a list, counted so. */
  async page<Row extends Identified>(
    table: TableDefinition<Row>,
    request: PageRequest<Row>,
    { at, context }: { at: Moment; context: RequestContext },
  ): Promise<Connection<Row>> {
    const narrowed = await this.reading.narrowing(table, context);
    if (!narrowed) return nothing;
    const page = await this.readModel.page(table, { ...withoutNulls(request), narrowed }, at);
    const rows = page.rows.map(({ row }) => row);
    const shown = await this.#shown({ table, rows, at }, context);
    const edges = page.rows.flatMap(({ row, cursor }) => {
      const node = withMoment(shown.get(row.id), at);
      return node ? [{ cursor, node }] : [];
    });
    const { hasNextPage, hasPreviousPage, totalCount } = page;
    const startCursor = edges[0]?.cursor ?? null;
    const endCursor = edges.at(-1)?.cursor ?? null;
    return {
      edges,
      totalCount,
      pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    };
  }

  async #shown<Row extends Identified>(
    found: FoundRows<Row>,
    context: RequestContext,
  ): Promise<ReadonlyMap<string, Row>> {
    const shown = await this.reading.shown(found, context);
    return new Map(shown.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  }

  #loader<Value>(
    { loaders }: RequestContext,
    name: string,
    load: (at: Moment, keys: readonly string[]) => Promise<readonly Value[]>,
  ): DataLoader<Key, Value, string> {
    const known = loaders.get(name) as DataLoader<Key, Value, string> | undefined;
    if (known) return known;
    const loader = new DataLoader<Key, Value, string>((keys) => batched(keys, load), {
      cacheKeyFn: ({ key, at }) => `${key}@${String(at.ordinal)}`,
    });
    loaders.set(name, loader);
    return loader;
  }
}

/** The page of a list in which who asks may read nothing. */
const nothing: Connection<never> = {
  ...{ edges: [], totalCount: 0 },
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

/** Every Relay client sends `after: null` for the first page. */
function withoutNulls<T extends object>(request: T): T {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value != null)) as T;
}

interface Key {
  readonly key: string;
  readonly at: Moment;
}

/** Keys of one moment are one statement; a request mostly has one moment. */
async function batched<Value>(
  keys: readonly Key[],
  load: (at: Moment, keys: readonly string[]) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  const found = new Map<Key, Value>();
  for (const [, group] of Map.groupBy(keys, ({ at }) => at.ordinal)) {
    const [first] = group;
    if (!first) continue;
    const values = await load(
      first.at,
      group.map(({ key }) => key),
    );
    group.forEach((key, index) => found.set(key, values[index] as Value));
  }
  return keys.map((key) => found.get(key) as Value);
}

function withMoment<Row extends object>(row: Row | undefined, moment: Moment): At<Row> | null {
  return row ? { ...row, moment } : null;
}

function categoryOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('-')));
}
