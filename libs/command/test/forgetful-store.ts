import { AppendOutcomeUnknown, MemoryEventStore } from '@tavolo/event-store';
import type { EventStore, NewEvent } from '@tavolo/event-store';

/** Writes, and says the first time that it does not know. */
export class ForgetfulStore extends MemoryEventStore {
  readonly sent: (readonly NewEvent[])[] = [];

  constructor(private readonly behind: MemoryEventStore) {
    super();
  }

  override async append(...given: Parameters<EventStore['append']>) {
    this.sent.push(given[1]);
    const appended = await this.behind.append(...given);
    if (this.sent.length === 1) throw new AppendOutcomeUnknown('the answer was lost');
    return appended;
  }

  override readStream(...given: Parameters<EventStore['readStream']>) {
    return this.behind.readStream(...given);
  }
}
