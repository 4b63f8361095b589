import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType, isRequiredArgument } from 'graphql';
import type { Facts } from './facts.js';
import type { Asker, PlainReading } from './plain-reading.js';
import type { MatrixStage } from './stage.js';

/** The table of the rows that a list of these shows. */
const tables: Readonly<Record<string, string>> = {
  ...{ Agreement: 'agreement', Appointment: 'appointment', Board: 'board', Call: 'call' },
  ...{ Decision: 'decision', Network: 'network', Partner: 'partner', Plan: 'plan' },
  ...{ Procedure: 'procedure', Programme: 'programme', Route: 'route', Sitting: 'sitting' },
  RouteDefinition: 'route_definition',
};
const PAGE = 100;

type Page = Readonly<{
  totalCount: number;
  pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  edges: readonly { readonly node: { readonly id: string } }[];
}>;
/** The ids that a list gave, sorted, and how many it said that there are. */
export type Listed = Readonly<{ ids: readonly string[]; total: number }>;

/** Every list of objects that the schema has, asked for as somebody, and what should stand in it. */
export class Lists {
  readonly #tables = new Map<string, string>();

  constructor(
    private readonly stage: MatrixStage,
    private readonly facts: Facts,
    private readonly reading: PlainReading,
  ) {
    const { schema } = stage.server.app.get(GraphQLSchemaHost);
    const fields = schema.getQueryType()?.getFields() ?? {};
    for (const { name, args, type } of Object.values(fields)) {
      const [, of = ''] = /^(\w+)Connection!$/u.exec(String(type)) ?? [];
      const table = tables[of];
      if (table === undefined || args.some(isRequiredArgument)) continue;
      if (isObjectType(schema.getType(of))) this.#tables.set(name, table);
    }
  }

  get names(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /** All of it, page by page. */
  async asked(name: string, as: Asker): Promise<Listed> {
    const query = `query ($after: String) { list: ${name}(first: ${String(PAGE)}, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const asked: { list: Page } = await this.stage.client.query(query, { after }, as);
      const { edges, pageInfo, totalCount: total } = asked.list;
      ids.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) return { ids: ids.toSorted(), total };
      after = pageInfo.endCursor;
    }
  }

  /** How many rows there are for whoever may read them all. */
  all(name: string): number {
    return this.facts.rows(this.#tables.get(name) ?? '').length;
  }

  /** What the rules written by hand say of each row. */
  expected(name: string, person: string | null): Listed {
    const rows = this.facts.rows(this.#tables.get(name) ?? '');
    const listed = name.startsWith('published') ? rows.filter((row) => row.isPublished) : rows;
    const shown = listed.filter(({ id }) => this.reading.isThere(id, person));
    return { ids: shown.map(({ id }) => id).toSorted(), total: shown.length };
  }
}
