import type { AnyTable } from '../projection.js';
import type { Narrowing, Saying } from '../read-model.js';
import type { Values } from './statements.js';
import { columnSql } from './temporal-table.js';

type Clause = Readonly<{ sql: string; values: Values }>;

const FIELD = /^[A-Za-z]\w*$/;

/** What keeps a list to the rows that somebody may read. @throws RangeError for what is no field */
export function narrowingSql(
  definition: AnyTable,
  { within, without }: Narrowing,
): readonly Clause[] {
  const clauses: Clause[] = [];
  if (within) {
    const { fields, values, orIf } = within;
    const set = '(SELECT value FROM json_each(:within))';
    const held = fields.map((field) => `${valueSql(definition, field)} IN ${set}`);
    const flag = orIf === undefined ? [] : [`${valueSql(definition, orIf)} = '1'`];
    const sql = `(${[...held, ...flag].join(' OR ')})`;
    clauses.push({ sql, values: { within: JSON.stringify(values) } });
  }
  if (without) {
    const set = '(SELECT value FROM json_each(:without))';
    const kept = without.fields.map(
      (field) => `coalesce(${valueSql(definition, field)}, '') NOT IN ${set}`,
    );
    const sql = `(${kept.join(' AND ')})`;
    clauses.push({ sql, values: { without: JSON.stringify(without.values) } });
  }
  return clauses;
}

/** The function that a connection has for `sayingSql`: text without case and accents. */
export const PLAIN = 'plain_text';

/** What keeps a list to the rows that say every word. @throws RangeError for what is no field */
export function sayingSql(definition: AnyTable, { fields, words }: Saying): readonly Clause[] {
  const parts = fields.map((field) => `coalesce(${valueSql(definition, field)}, '')`);
  const said = `${PLAIN}(${parts.join(` || ' ' || `)})`;
  return words.map((word, place) => {
    const name = `saying${String(place)}`;
    return { sql: `instr(${said}, :${name}) > 0`, values: { [name]: word } };
  });
}

/** A field of a row, by its column where it has one. */
function valueSql({ columns }: AnyTable, field: string): string {
  if (!FIELD.test(field)) throw new RangeError(`${field} cannot name a field`);
  if (field === 'id') return 'id';
  return columns.includes(field) ? columnSql(field) : `CAST(row ->> '$.${field}' AS TEXT)`;
}
