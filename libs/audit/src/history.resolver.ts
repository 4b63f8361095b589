import { AtMoment, PageArgs } from '@tavolo/graphql';
import type { Connection, RequestContext } from '@tavolo/graphql';
import { PrivateStore } from '@tavolo/private-store';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { Length } from 'class-validator';
import DataLoader from 'dataloader';
import { Event, EventConnection } from './history.types.js';
import { ReadableHistory } from './readable-history.js';
import { pageOfEvents } from './recorded-events.js';

@ArgsType()
class HistoryArgs extends PageArgs {
  @Length(1, 200)
  @Field(() => ID, { description: 'The object.' })
  readonly of!: string;
}

/** The history of any object: its own stream, and every event that names it. */
@Resolver(() => Event)
export class HistoryResolver {
  constructor(
    private readonly events: ReadableHistory,
    private readonly privateStore: PrivateStore,
  ) {}

  @Query(() => EventConnection, {
    description: 'Every event about an object, oldest first (storia di un oggetto).',
  })
  async history(
    @Args() asked: HistoryArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<Event>> {
    return pageOfEvents(await this.events.page(asked, at, context), at);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why (motivazione); null where none was given or it was erased.',
  })
  async reason(
    @Parent() { reasonRef }: Event,
    @Context() { loaders }: RequestContext,
  ): Promise<string | null> {
    if (reasonRef === null) return null;
    const known = loaders.get('reason') as DataLoader<string, string | null> | undefined;
    const loader = known ?? new DataLoader((refs) => this.#texts(refs));
    loaders.set('reason', loader);
    return await loader.load(reasonRef);
  }

  async #texts(refs: readonly string[]): Promise<readonly (string | null)[]> {
    const texts = await this.privateStore.texts(refs);
    return refs.map((ref) => texts.get(ref) ?? null);
  }
}
