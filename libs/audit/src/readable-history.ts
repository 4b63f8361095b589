import { EventStore } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { Reading } from '@tavolo/graphql';
import type { PageArgs, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { HistoryEntry, Moment, Page } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { runsOf } from './runs.js';

type Asked = PageArgs & { readonly of: string };

/** Nothing happened, as far as who asks may know. */
const nothing: Page<RecordedEvent> = {
  ...{ rows: [], totalCount: 0, hasNextPage: false, hasPreviousPage: false },
};

/** What of the history of an object who asks may read, from the streams themselves. */
@Injectable()
export class ReadableHistory {
  constructor(
    private readonly readModel: ReadModel,
    private readonly store: EventStore,
    private readonly reading: Reading,
  ) {}

  async page(
    { of, ...page }: Asked,
    at: Moment,
    context: RequestContext,
  ): Promise<Page<RecordedEvent>> {
    const readable = await this.reading.ofHistory(of, at, context);
    if (!readable) return nothing;
    const given = Object.entries<unknown>(page).filter(([, value]) => value != null);
    const window = { ...Object.fromEntries(given), ...readable };
    const { rows, ...found } = await this.readModel.history(of, window, at);
    const events = await this.#read(rows.map(({ row }) => row));
    return { ...found, rows: rows.map(({ row, cursor }) => ({ cursor, row: its(events, row) })) };
  }

  /** One reading of the store for each run of events that follow one another in a stream. */
  async #read(entries: readonly HistoryEntry[]): Promise<ReadonlyMap<string, RecordedEvent>> {
    const read = await Promise.all(
      runsOf(entries).map(({ stream, fromRevision, max }) =>
        Array.fromAsync(this.store.readStream(stream, { fromRevision, max })),
      ),
    );
    return new Map(read.flat().map((event) => [event.id, event]));
  }
}

function its(
  events: ReadonlyMap<string, RecordedEvent>,
  { eventId, stream }: HistoryEntry,
): RecordedEvent {
  const event = events.get(eventId);
  if (!event) throw new Error(`the log has lost event ${eventId} of ${stream}`);
  return event;
}
