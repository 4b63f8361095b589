import { EventStore } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { Reading } from '@tavolo/graphql';
import type { PageArgs, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Moment, Page } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { recordedIn } from './recorded-events.js';

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
    return await recordedIn(this.store, await this.readModel.history(of, window, at));
  }
}
