import type { AnyTable } from '../projection.js';
import type { Narrowing, Saying } from '../read-model.js';
import { narrowingSql, sayingSql } from './narrowing.js';
import type { Span } from './paging.js';
import type { Values } from './statements.js';
import { columnSql, ENTRIES_PER_VERSION, placeOf, tableSql } from './temporal-table.js';

export interface Query {
  readonly sql: string;
  readonly values: Values;
}

/** A column of the table that must hold one of the values. */
export interface Condition {
  readonly column: string;
  readonly values: readonly string[];
}

/** What a list is narrowed to; `between` are places in the table's order, the second excluded. */
export interface Filter {
  readonly conditions: readonly Condition[];
  readonly between?: Readonly<{ from?: string; before?: string }> | undefined;
  readonly narrowed?: Narrowing | undefined;
  readonly saying?: Saying | undefined;
}

/** The versions of some ids that stood at an ordinal. */
export function byIdsQuery(definition: AnyTable, ids: readonly string[], ordinal: number): Query {
  const { table } = tableSql(definition);
  const sql = `SELECT v.id, v.row FROM json_each(:ids) asked CROSS JOIN ${table} v
      ON v.n = (SELECT n FROM ${table} INDEXED BY ${table}__version
        WHERE id = asked.value AND opened <= :at ORDER BY opened DESC LIMIT 1)
    WHERE v.closed IS NULL OR v.closed > :at`;
  return { sql, values: { ids: JSON.stringify(ids), at: ordinal } };
}

/** Rows with the value by which they were found. @throws RangeError for an unknown column */
export function whereQuery(definition: AnyTable, condition: Condition, ordinal: number): Query {
  const standing = standingSql(definition, { conditions: [condition] }, '');
  const value = columnSql(condition.column);
  const sql = `SELECT found.value, row FROM (${standing.rows(`${value} AS value, row`)}) found
    ORDER BY sorted, id`;
  return { sql, values: { ...standing.values, at: ordinal } };
}

/** Ids of the rows that stood at an ordinal. @throws RangeError for an unknown column */
export function idsQuery(definition: AnyTable, by: Condition | null, ordinal: number): Query {
  const { rows, values } = standingSql(definition, { conditions: by ? [by] : [] }, '');
  return { sql: `SELECT id FROM (${rows('n')})`, values: { ...values, at: ordinal } };
}

/** How many rows stood at an ordinal. */
export function countQuery(definition: AnyTable, filter: Filter, ordinal: number): Query {
  const { rows, values } = standingSql(definition, filter, '');
  return {
    sql: `SELECT count(*) AS total FROM (${rows('1')})`,
    values: { ...values, at: ordinal },
  };
}

/** One page of the rows that stood at an ordinal, in the table's order or against it. */
export function pageQuery(
  definition: AnyTable,
  filter: Filter,
  { ordinal, after, before, limit, backwards }: Span,
): Query {
  const bounds = [
    after ? 'AND (sorted, id) > (:afterSorted, :afterId)' : '',
    before ? 'AND (sorted, id) < (:beforeSorted, :beforeId)' : '',
  ].join(' ');
  const { open, closed, values } = standingSql(definition, filter, bounds);
  const { table } = tableSql(definition);
  const direction = backwards ? 'DESC' : 'ASC';
  const end = `ORDER BY sorted ${direction}, id ${direction} LIMIT :limit`;
  // Each half stops at the limit by itself: the open one walks its index no further.
  const sql = `SELECT page.sorted, page.id, row FROM (
      SELECT * FROM (SELECT * FROM (${open('n')} ${end}) UNION ALL SELECT * FROM (${closed('n')} ${end}))
      ${end}
    ) page JOIN ${table} USING (n) ORDER BY page.sorted ${direction}, page.id ${direction}`;
  return {
    sql,
    values: {
      ...values,
      ...{ at: ordinal, limit },
      ...(after ? { afterSorted: after.sorted, afterId: after.id } : {}),
      ...(before ? { beforeSorted: before.sorted, beforeId: before.id } : {}),
    },
  };
}

type Select = (fields: string) => string;

interface Standing {
  readonly open: Select;
  readonly closed: Select;
  readonly rows: Select;
  readonly values: Values;
}

/** Rows that stood at `:at`: those open still, and those closed since then, each by its index. */
function standingSql(
  definition: AnyTable,
  { conditions: asked, between = {}, narrowed: cut = {}, saying }: Filter,
  page: string,
): Standing {
  const { table } = tableSql(definition);
  const { conditions, narrowed } = led(definition, asked, cut);
  const found = finding(definition, conditions[0]);
  const filters = [
    ...conditions.map((condition, index) => filterSql(definition, condition, index)),
    ...narrowingSql(definition, narrowed),
    ...(saying ? sayingSql(definition, saying) : []),
  ];
  const filter = filters.map(({ sql }) => `AND ${sql}`).join(' ');
  const { from, before } = between;
  const bounds = [
    page,
    from === undefined ? '' : 'AND sorted >= :sortedFrom',
    before === undefined ? '' : 'AND sorted < :sortedBefore',
  ].join(' ');
  const ends = {
    ...(from !== undefined && { sortedFrom: from }),
    ...(before !== undefined && { sortedBefore: before }),
  };
  const open: Select = (fields) => `SELECT ${fields}, sorted, id FROM ${table}
    INDEXED BY ${found.index} WHERE closed IS NULL AND opened <= :at ${filter} ${bounds}`;
  const closed: Select = (fields) => `SELECT ${fields}, sorted, id FROM ${found.closed}
    CROSS JOIN ${table} ON n = interval.entry / ${String(ENTRIES_PER_VERSION)}
    WHERE interval.first <= :at AND interval.last >= :at ${filter} ${bounds}`;
  return {
    open,
    closed,
    rows: (fields) => `${open(fields)} UNION ALL ${closed(fields)}`,
    values: Object.assign(ends, found.values, ...filters.map(({ values }) => values)) as Values,
  };
}

/** A list without a filter of its own is found by what it is cut to, where a column has that. */
function led({ columns }: AnyTable, conditions: readonly Condition[], narrowed: Narrowing) {
  const { within, ...others } = narrowed;
  const [column = '', ...more] = within?.fields ?? [];
  const isColumn = columns.includes(column) && more.length === 0 && within?.orIf === undefined;
  if (!within || !isColumn || conditions.length > 0) return { conditions, narrowed };
  return { conditions: [{ column, values: within.values }], narrowed: others };
}

/** Which index finds the rows: that of the first condition, else that of the whole table. */
function finding(definition: AnyTable, condition: Condition | undefined) {
  const { table, closed } = tableSql(definition);
  if (!condition) {
    const all = `(SELECT * FROM ${closed} WHERE k = 0) interval`;
    return { index: `${table}__open`, closed: all, values: {} };
  }
  const column = definition.columns.indexOf(condition.column);
  const places = condition.values.map((value) => placeOf(column, value));
  const entries = `(SELECT value AS k FROM json_each(:places)) place CROSS JOIN ${closed} interval
    ON interval.k = place.k AND interval.entry % ${String(ENTRIES_PER_VERSION)} = ${String(column + 1)}`;
  return {
    index: `${table}__open_${condition.column}`,
    closed: entries,
    values: { places: JSON.stringify([...new Set(places)]) },
  };
}

function filterSql(definition: AnyTable, { column, values }: Condition, index: number): Query {
  if (!definition.columns.includes(column)) {
    throw new RangeError(`${definition.name} has no column ${column}`);
  }
  const parameter = `in${String(index)}`;
  const [only] = values;
  // With one value the index gives the rows in their order.
  if (values.length === 1 && only !== undefined) {
    return { sql: `${columnSql(column)} = :${parameter}`, values: { [parameter]: only } };
  }
  return {
    sql: `${columnSql(column)} IN (SELECT value FROM json_each(:${parameter}))`,
    values: { [parameter]: JSON.stringify(values) },
  };
}
