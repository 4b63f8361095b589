import { EventStore } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { Reading } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { EventFilter, Moment, Page, PageWindow } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { recordedIn } from './recorded-events.js';

/** Read together where events are only counted. */
const COUNTED = 1_000;

type Side = Readonly<{ side: 'newest' | 'oldest' }>;

/** What of the whole log who asks may read, the newest first. */
@Injectable()
export class ReadableLog {
  constructor(
    private readonly readModel: ReadModel,
    private readonly store: EventStore,
    private readonly reading: Reading,
  ) {}

  /** A page of it; what is confidential leaves a trace before it is given. */
  async page(
    { filter, window }: Readonly<{ filter: EventFilter; window: PageWindow }>,
    at: Moment,
    context: RequestContext,
  ): Promise<Page<RecordedEvent>> {
    const given = Object.entries<unknown>(window).filter(([, value]) => value != null);
    const kept = { ...Object.fromEntries(given), ...(await this.reading.ofLog(context)) };
    const page = await recordedIn(this.store, await this.readModel.events(filter, kept, at));
    await this.reading.tells(
      page.rows.map(({ row }) => row),
      at,
      context,
    );
    return page;
  }

  /** One event; null where it is not there for who asks. */
  async one(id: string, at: Moment, context: RequestContext): Promise<RecordedEvent | null> {
    const { rows } = await this.page({ filter: { ids: [id] }, window: { first: 1 } }, at, context);
    return rows[0]?.row ?? null;
  }

  /** The moment right after an event that was given. */
  async momentOf({ id }: RecordedEvent): Promise<Moment | null> {
    return await this.readModel.momentOf({ eventId: id });
  }

  /** The ids of the events before and after one in its stream, as far as they may be read. */
  async besides(
    { stream, position }: RecordedEvent,
    at: Moment,
    context: RequestContext,
  ): Promise<Readonly<{ previous: string | null; next: string | null }>> {
    const kept = await this.reading.ofLog(context);
    const [before, after] = await Promise.all([
      this.readModel.events({ stream, earlier: position }, { ...kept, first: 1 }, at),
      this.readModel.events({ stream, later: position }, { ...kept, last: 1 }, at),
    ]);
    return {
      previous: before.rows[0]?.row.eventId ?? null,
      next: after.rows[0]?.row.eventId ?? null,
    };
  }

  /** Of events like these, the oldest or the newest that may be read, and how many there are. */
  async end(
    { side, ...kind }: Pick<EventFilter, 'categories' | 'earlier' | 'later'> & Side,
    at: Moment,
    context: RequestContext,
  ): Promise<Readonly<{ id: string | null; count: number }>> {
    const window = side === 'newest' ? { first: 1 } : { last: 1 };
    const kept = { ...(await this.reading.ofLog(context)), ...window };
    const { rows, totalCount: count } = await this.readModel.events(kind, kept, at);
    return { id: rows[0]?.row.eventId ?? null, count };
  }

  /** How many events came between two moments that who listens may read; none of them is shown. */
  async cameBetween(
    filter: EventFilter,
    [from, to]: readonly [Moment, Moment],
    context: RequestContext,
  ): Promise<number> {
    const later = { ...filter, later: from.position };
    let count = 0;
    let after: string | undefined;
    do {
      const window = { first: COUNTED, ...(after !== undefined && { after }) };
      const { rows, hasNextPage } = await recordedIn(
        this.store,
        await this.readModel.events(later, window, to),
      );
      for (const { row } of rows) if (await this.reading.mayTell(row, context)) count += 1;
      after = hasNextPage ? rows.at(-1)?.cursor : undefined;
    } while (after !== undefined);
    return count;
  }
}
