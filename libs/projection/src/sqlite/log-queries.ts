import type { EventFilter, HistoryEntry, HistoryWindow } from '../read-model.js';
import { entryIn, narrowingOf } from './event-queries.js';
import type { Listing, Span } from './paging.js';
import type { Statements } from './statements.js';

type Value = string | readonly string[];

/** What each part of a filter asks of a row of the index. */
const asks: Readonly<Record<Exclude<keyof EventFilter, 'about'>, string>> = {
  ids: 'event.event_id IN (SELECT value FROM json_each(:ids))',
  types: 'event.type IN (SELECT value FROM json_each(:types))',
  categories: `substr(event.stream, 1, instr(event.stream, '-') - 1)
    IN (SELECT value FROM json_each(:categories))`,
  stream: 'event.stream = :stream',
  actor: 'event.actor = :actor',
  correlation: 'event.correlation_id = :correlation',
  from: 'event.recorded_at >= :from',
  until: 'event.recorded_at < :until',
  later: 'event.position > :later',
  earlier: 'event.position < :earlier',
};

/** Events of the log by a filter, the newest first: they are sorted by what is left of the log. */
export function eventsBy(
  statements: Statements,
  filter: EventFilter,
  window: HistoryWindow = {},
): Listing<HistoryEntry> {
  const { placed, from, where, values } = conditionsOf(filter, window);
  return {
    list: 'events',
    count(at) {
      const sql = `SELECT count(*) AS total FROM ${from} WHERE ${placed}.ordinal <= :at ${where}`;
      return Number(statements.get(sql, { at, ...values })?.total);
    },
    read({ ordinal, after, before, limit, backwards }: Span) {
      const sql = `SELECT event.* FROM ${from} WHERE ${placed}.ordinal <= :at
          AND ${placed}.ordinal < :after AND ${placed}.ordinal > :before ${where}
        ORDER BY ${placed}.ordinal ${backwards ? 'ASC' : 'DESC'} LIMIT :limit`;
      const found = statements.all(sql, {
        ...{ at: ordinal, limit, ...values },
        after: after === null ? ordinal + 1 : -Number(after.sorted),
        before: before === null ? 0 : -Number(before.sorted),
      });
      return found.map(entryIn).map((row) => ({ row, sorted: -row.ordinal, id: row.eventId }));
    },
  };
}

function conditionsOf(filter: EventFilter, window: HistoryWindow) {
  const { narrowed, among } = narrowingOf(window);
  // A stream is found as what its own events are about: there is no other index on it.
  const { about = filter.stream, ...others } = filter;
  const named = Object.entries(others) as [keyof typeof asks, Value][];
  const where = [
    ...(about === undefined ? [] : ['event_about.object = :about']),
    ...named.map(([part]) => asks[part]),
  ];
  const values = Object.fromEntries(
    named.map(([part, value]) => [part, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  return {
    placed: about === undefined ? 'event' : 'event_about',
    from: about === undefined ? 'event' : 'event_about CROSS JOIN event USING (ordinal)',
    where: `${where.map((condition) => `AND ${condition}`).join(' ')} ${narrowed}`,
    values: { ...values, ...(about !== undefined && { about }), ...among },
  };
}
