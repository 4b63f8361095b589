import type { EventStore, RecordedEvent } from '@tavolo/event-store';
import { personOf } from '@tavolo/graphql';
import type { Connection } from '@tavolo/graphql';
import type { HistoryEntry, Moment, Page } from '@tavolo/projection';
import type { Event } from './history.types.js';
import { runsOf } from './runs.js';

/** The events of a page, from the streams themselves: one reading of the store for each run of them. */
export async function recordedIn(
  store: EventStore,
  { rows, ...found }: Page<HistoryEntry>,
): Promise<Page<RecordedEvent>> {
  const read = await Promise.all(
    runsOf(rows.map(({ row }) => row)).map(({ stream, fromRevision, max }) =>
      Array.fromAsync(store.readStream(stream, { fromRevision, max })),
    ),
  );
  const events = new Map(read.flat().map((event) => [event.id, event]));
  return { ...found, rows: rows.map(({ row, cursor }) => ({ cursor, row: its(events, row) })) };
}

function its(
  events: ReadonlyMap<string, RecordedEvent>,
  { eventId, stream }: HistoryEntry,
): RecordedEvent {
  const event = events.get(eventId);
  if (!event) throw new Error(`the log has lost event ${eventId} of ${stream}`);
  return event;
}

/** A page of events as the schema has it. */
export function pageOfEvents(page: Page<RecordedEvent>, at: Moment): Connection<Event> {
  const edges = page.rows.map(({ row, cursor }) => ({
    cursor,
    node: Object.assign(eventOf(row), { moment: at }),
  }));
  const { totalCount, hasNextPage, hasPreviousPage } = page;
  const startCursor = edges[0]?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, totalCount, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}

/** An event as the schema has it. */
export function eventOf({ meta, ...event }: RecordedEvent): Event {
  const { actor, auth, documents = [], basis = [], legalBasis = [] } = meta;
  return {
    ...event,
    recordedAt: meta.recordedAt,
    effectiveOn: meta.effectiveOn ?? null,
    actor: personOf(actor.personRef),
    mandate: actor.mandateRef ?? null,
    organisation: actor.organisationId ?? null,
    authentication: `${auth.issuer} (${auth.assurance})`,
    legalBasis,
    authorisation: meta.authorisation ?? null,
    documents: documents.map(({ sha256, protocolNo = null, protocolDate = null }) => ({
      ...{ sha256, protocolNo, protocolDate },
    })),
    basis,
    commandId: meta.commandId,
    correlationId: meta.correlationId,
    causationId: meta.causationId ?? null,
    reasonRef: meta.reasonRef ?? null,
  };
}
