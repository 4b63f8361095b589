import { AtMoment, momentsWhere } from '@tavolo/graphql';
import type { Connection, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Args, Context, ID, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { EventsArgs, filterOf } from './events.args.js';
import { EventConnection, LoggedEvent } from './history.types.js';
import type { Event } from './history.types.js';
import { ReadableLog } from './readable-log.js';
import { eventOf, pageOfEvents } from './recorded-events.js';

/** The log itself, as far as who asks may read it. */
@Resolver()
export class EventsResolver {
  constructor(
    private readonly log: ReadableLog,
    private readonly readModel: ReadModel,
  ) {}

  @Query(() => EventConnection, {
    description:
      'Events of the whole log that one may read, the newest first: what a history of each would show (registro degli eventi).',
  })
  async events(
    @Args() asked: EventsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<Event>> {
    const { first, after } = asked;
    const window = { ...(first != null && { first }), ...(after != null && { after }) };
    return pageOfEvents(await this.log.page({ filter: filterOf(asked), window }, at, context), at);
  }

  @Query(() => LoggedEvent, {
    nullable: true,
    description: 'One event of the log, with its neighbours in its stream (evento).',
  })
  async event(
    @Args('id', { type: () => ID, description: 'The event.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<LoggedEvent | null> {
    const found = await this.log.one(id, at, context);
    if (!found) return null;
    const event = Object.assign(eventOf(found), { moment: at });
    return { event, ...(await this.log.besides(found, at, context)) };
  }

  @Subscription(() => Int, {
    description:
      'How many such events that one may read came since one began to listen: none at first, then at each (nuovi eventi).',
    resolve: (count: number) => count,
  })
  eventsRecorded(
    @Args() asked: EventsArgs,
    @Context() context: RequestContext,
  ): AsyncIterableIterator<number> {
    const filter = filterOf(asked);
    let last = this.readModel.now();
    let count = 0;
    const moments = momentsWhere(this.readModel, async ({ moment }) => {
      const fresh = await this.log.cameBetween(filter, [last, moment], context);
      last = moment;
      count += fresh;
      return fresh > 0;
    });
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next(): Promise<IteratorResult<number>> {
        const { done } = await moments.next();
        return done === true ? { value: undefined, done } : { value: count, done: false };
      },
      async return(): Promise<IteratorResult<number>> {
        await moments.return?.();
        return { value: undefined, done: true };
      },
    };
  }
}
