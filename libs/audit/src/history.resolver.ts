import { EventStore } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { AtMoment, connectionOf, PageArgs, personOf } from '@tavolo/graphql';
import type { Connection, RequestContext } from '@tavolo/graphql';
import { PrivateStore } from '@tavolo/private-store';
import { ReadModel } from '@tavolo/projection';
import type { HistoryEntry, Moment } from '@tavolo/projection';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Event } from './history.types.js';
import { runsOf } from './runs.js';

export const EventConnection = connectionOf(Event);

/** The history of any object: its own stream, and every event that names it. */
@Resolver(() => Event)
export class HistoryResolver {
  constructor(
    private readonly readModel: ReadModel,
    private readonly store: EventStore,
    private readonly privateStore: PrivateStore,
  ) {}

  @Query(() => EventConnection, {
    description: 'Every event about an object, oldest first (storia di un oggetto).',
  })
  async history(
    @Args('of', { type: () => ID, description: 'The object.' }) of: string,
    @Args() { first, after, last, before }: PageArgs,
    @AtMoment() at: Moment,
  ): Promise<Connection<Event>> {
    const window = Object.fromEntries(
      Object.entries({ first, after, last, before }).filter(([, value]) => value != null),
    );
    const page = await this.readModel.history(of, window, at);
    const events = await this.#read(page.rows.map(({ row }) => row));
    const edges = page.rows.map(({ row, cursor }) => ({
      cursor,
      node: Object.assign(eventOf(found(events, row)), { moment: at }),
    }));
    const { totalCount, hasNextPage, hasPreviousPage } = page;
    const startCursor = edges[0]?.cursor ?? null;
    const endCursor = edges.at(-1)?.cursor ?? null;
    return {
      edges,
      totalCount,
      pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    };
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

function found(
  events: ReadonlyMap<string, RecordedEvent>,
  { eventId, stream }: HistoryEntry,
): RecordedEvent {
  const event = events.get(eventId);
  if (!event) throw new Error(`the log has lost event ${eventId} of ${stream}`);
  return event;
}

function eventOf({ meta, ...event }: RecordedEvent): Event {
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
