import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { KeptTrace, ReadingTrace, TraceQuery } from '../private-store.js';
import { traceFrom } from '../rows.js';
import { inTransaction } from './private-database.js';

const INSERT = `INSERT INTO reading_traces
  (kind, person, mandate, object, scope, moment, at, reason, request_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds traces, all of them or none. */
export function keepTraces(db: DatabaseSync, traces: readonly ReadingTrace[]): void {
  const insert = db.prepare(INSERT);
  inTransaction(db, () => {
    for (const { kind, person, mandate, object, scope, moment, at, reason, requestId } of traces) {
      insert.run(kind, person, mandate, object, scope, moment, at, reason, requestId);
    }
  });
}

/** The newest first, and how many there are. */
export function tracesOf(
  db: DatabaseSync,
  { before, first, ...asked }: TraceQuery,
): Readonly<{ traces: readonly KeptTrace[]; total: number }> {
  const { where, values } = conditionOf(asked);
  const total = db.prepare(`SELECT count(*) AS total FROM reading_traces WHERE ${where}`);
  const page = db.prepare(
    `SELECT * FROM reading_traces WHERE ${where} AND n < :before ORDER BY n DESC LIMIT :first`,
  );
  const window = { before: before ?? Number.MAX_SAFE_INTEGER, first };
  return {
    traces: page.all({ ...values, ...window }).map(traceFrom),
    total: Number(total.get(values)?.total),
  };
}

/** How each thing that can be asked for is asked of the table. */
const conditions = {
  object: 'object = :object',
  person: 'person = :person',
  since: 'at >= :since',
  until: 'at < :until',
} as const;

function conditionOf({ within, ...asked }: Omit<TraceQuery, 'before' | 'first'>) {
  const named = ['object', 'person', 'since', 'until'] as const;
  const told = named.flatMap((name) => {
    const value = asked[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const own = 'person = :own OR scope IN (SELECT value FROM json_each(:scopes))';
  const where = [...told.map(([name]) => conditions[name]), ...(within ? [`(${own})`] : [])];
  const values: Record<string, SQLInputValue> = {
    ...Object.fromEntries(told),
    ...(within && { own: within.own, scopes: JSON.stringify(within.scopes) }),
  };
  return { where: where.length > 0 ? where.join(' AND ') : 'true', values };
}
