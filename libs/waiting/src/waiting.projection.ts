import type { RecordedEvent } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';
import type { Projection, Writer } from '@tavolo/projection';
import { Temporal } from 'temporal-polyfill';
import type { AnyPart, Capacity, Due, Move } from './part.js';
import { capacityTable, houseTable, moveTable, NO_DUE } from './tables.js';
import type { CapacityRow, MoveRow } from './tables.js';
import { authority, keyOf } from './who.js';

const HOUSE = authority.ref;

/**
 * Who is being waited for, and who holds what, of every part. It stands after the projections
 * whose tables the parts read: after each fact a part says what is awaited of the row as it is
 * then, and what is new, changed or gone is written. So no part has to say which fact ends what.
 */
export function waitingProjection(parts: readonly AnyPart[]): Projection {
  const reads = parts.flatMap((part) => [part.table, ...(part.reads ?? [])]);
  return {
    name: 'waiting',
    version: 13,
    categories: [],
    tables: [moveTable, capacityTable, houseTable],
    reads: [...new Map(reads.map((table) => [table.name, table])).values()],
    apply(event, write) {
      if (event.type === 'InstanceFounded' && event.stream === HOUSE) founded(event, write);
      for (const part of parts) if (concerns(part, event.stream)) applyPart(part, event, write);
    },
  };
}

/** Whether facts of a stream can change what a part says. */
export function concerns({ categories }: AnyPart, stream: string): boolean {
  if (typeof categories === 'function') return categories(stream);
  return categories.includes(stream.slice(0, Math.max(0, stream.indexOf('-'))));
}

type Founded = Readonly<{ zone: string; founder: string; name: string }>;

function founded({ data, meta }: RecordedEvent, write: Writer): void {
  const { zone, founder, name } = data as unknown as Founded;
  write.put(houseTable, { id: HOUSE, zone, founder });
  const held = { id: 'founder', holder: founder, gives: [authority], isMandate: true };
  const titles = { title: name, titleEn: null };
  putCapacities([{ ...held, from: null, until: null }], { source: HOUSE, meta, titles }, write);
}

function applyPart(part: AnyPart, event: RecordedEvent, write: Writer): void {
  const source = part.rowOf?.(event) ?? event.stream;
  const row = write.get(part.table, source) as Identified | null;
  const about = { source, meta: event.meta };
  putMoves(row ? rowsOf(part, row, write) : [], about, write);
  if (part.capacities) {
    const titles = row ? titlesOf(part, row, write) : untitled;
    putCapacities(row ? part.capacities(row, write) : [], { ...about, titles }, write);
  }
}

interface Identified {
  readonly id: string;
}

const untitled = { title: null, titleEn: null };

function titlesOf(part: AnyPart, row: Identified, write: Writer) {
  const { title, titleEn = null } = part.place(row, write);
  return { title, titleEn };
}

function rowsOf(part: AnyPart, row: Identified, write: Writer): readonly Begun[] {
  const zone = write.get(houseTable, HOUSE)?.zone ?? 'UTC';
  return movesOf(part, row, write).map((one) => rowOf(part, { row, one, zone }, write));
}

/** What a part says of a row: of its state, and beside it. */
export function movesOf(
  part: AnyPart,
  row: Identified,
  read: Pick<Writer, 'get' | 'where'>,
): readonly Move[] {
  const state = part.states[part.statusOf(row) as string];
  const ofState = state?.is === 'awaited' ? state.of(row, read) : [];
  return [...ofState, ...(part.beside?.of(row, read) ?? [])];
}

type Begun = Omit<MoveRow, 'changedAt' | 'since' | 'source'>;

function rowOf(
  part: AnyPart,
  { row, one, zone }: { row: Identified; one: Move; zone: string },
  write: Writer,
): Begun {
  const object = part.objectOf?.(row) ?? row.id;
  return {
    id: [row.id, one.move, ...(one.key === undefined ? [] : [one.key])].join('!'),
    ...{ object, objectKind: object.slice(0, Math.max(0, object.indexOf('-'))) },
    ...said(one),
    ...deadline(one.due ?? null, zone),
    ...noPlace,
    ...part.place(row, write),
  };
}

const noPlace = { board: null, network: null, plan: null, title: null, titleEn: null } as const;

function said(one: Move) {
  const { move, who, about = null, anyOne = false, confidential = false, reminder = null } = one;
  const { kind: whoKind, cents = null } = who;
  return { move, about, waitsFor: keyOf(who), whoKind, cents, anyOne, confidential, reminder };
}

function deadline(due: Due | null, zone: string): Pick<MoveRow, 'due' | 'dueAt' | 'dueOn'> {
  if (!due) return { dueAt: null, dueOn: null, due: NO_DUE };
  const days = 'at' in due ? { dueAt: due.at, dueOn: null } : { dueAt: null, dueOn: due.on };
  return { ...days, due: overdueFrom(due, zone) };
}

/** The first instant that is too late: a day is over when the next one begins. */
function overdueFrom(due: Due, zone: string): string {
  const instant =
    'at' in due
      ? Temporal.Instant.from(due.at)
      : Temporal.PlainDate.from(due.on).add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return instant.toString({ fractionalSecondDigits: 3 });
}

interface Source {
  readonly source: string;
  readonly meta: RecordedEvent['meta'];
}

function putMoves(rows: readonly Begun[], { source, meta }: Source, write: Writer): void {
  const known = new Map(write.where(moveTable, 'source', source).map((row) => [row.id, row]));
  for (const begun of rows) {
    const before = known.get(begun.id);
    known.delete(begun.id);
    const since = before?.since ?? meta.recordedAt;
    const row = { ...begun, source, since, changedAt: before?.changedAt ?? meta.recordedAt };
    if (before && canonicalJson(before) === canonicalJson(row)) continue;
    write.put(moveTable, { ...row, changedAt: meta.recordedAt });
  }
  for (const id of known.keys()) write.close(moveTable, id);
}

type Office = Source & Readonly<{ titles: Pick<CapacityRow, 'title' | 'titleEn'> }>;

function putCapacities(held: readonly Capacity[], about: Office, write: Writer): void {
  const { source, meta, titles } = about;
  const known = new Map(write.where(capacityTable, 'source', source).map((row) => [row.id, row]));
  for (const begun of held.flatMap((one) => capacityRows(one, source))) {
    const before = known.get(begun.id);
    known.delete(begun.id);
    const row = { ...begun, ...titles, changedAt: before?.changedAt ?? meta.recordedAt };
    if (before && canonicalJson(before) === canonicalJson(row)) continue;
    write.put(capacityTable, { ...row, changedAt: meta.recordedAt });
  }
  for (const id of known.keys()) write.close(capacityTable, id);
}

function capacityRows(
  { id, holder, gives, isMandate, maxCents = null, from, until }: Capacity,
  source: string,
): readonly Omit<CapacityRow, 'changedAt' | 'title' | 'titleEn'>[] {
  const mandate = isMandate ? `${source}#${id}` : null;
  return gives.map((who) => {
    const key = keyOf(who);
    return { id: `${source}#${id}!${key}`, source, holder, key, mandate, maxCents, from, until };
  });
}
