import { Instance } from '@tavolo/command';
import { notSignedIn, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import type { KeptTrace, TraceQuery } from '@tavolo/private-store';
import { endOf, startOf } from '@tavolo/process';
import { BadCursor } from '@tavolo/projection';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Readers } from './readers.js';
import { ReadingTrace, ReadingTraceConnection, ReadingTracesArgs } from './traces.types.js';

const DEFAULT_LIMIT = 100;
const NUMBER = /^\d{1,15}$/u;

/** Who read what; they are as they are now, whatever moment is asked for. */
@Resolver(() => ReadingTrace)
export class TracesResolver {
  constructor(
    private readonly privateStore: PrivateStore,
    private readonly readers: Readers,
    private readonly instance: Instance,
  ) {}

  @Query(() => ReadingTraceConnection, {
    description:
      'Who read what is confidential, and what auditors looked at as it was, the newest first: one’s own, and those of bodies whose confidential matters one may read (tracce di lettura).',
  })
  async readingTraces(
    @Args() { object, person, first, after, ...days }: ReadingTracesArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<ReadingTrace>> {
    const within = await this.#within(context);
    const before = placeIn(after);
    const limit = first ?? DEFAULT_LIMIT;
    const { traces, total } = await this.privateStore.traces({
      ...(object != null && { object }),
      ...(person != null && { person: person as PersonRef }),
      ...this.#during(days),
      ...(within && { within }),
      ...(before !== null && { before }),
      first: limit + 1,
    });
    const edges = traces.slice(0, limit).map((trace) => ({
      ...{ cursor: String(trace.n), node: shown(trace) },
    }));
    const pageInfo = {
      ...{ hasNextPage: traces.length > limit, hasPreviousPage: before !== null },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    };
    return { edges, totalCount: total, pageInfo };
  }

  /** Whole days of the body. */
  #during({ from, until }: Pick<ReadingTracesArgs, 'from' | 'until'>) {
    const { zone } = this.instance.facts;
    return {
      ...(from != null && { since: startOf(from as LocalDate, zone) }),
      ...(until != null && { until: endOf(until as LocalDate, zone) }),
    };
  }

  /** Who may read every confidential matter sees every trace. */
  async #within({ sender }: RequestContext): Promise<TraceQuery['within'] | null> {
    if (!sender) throw notSignedIn();
    const reach = await (await this.readers.of(sender)).reach('readSecret');
    if (reach === 'everywhere') return null;
    return { scopes: [...reach], own: sender.person };
  }
}

function placeIn(cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  if (!NUMBER.test(cursor)) throw new BadCursor('the cursor is not one of this list');
  return Number(cursor);
}

/** A trace is of no moment: its own `moment` is what was looked at. */
function shown({ n, person, ...trace }: KeptTrace): At<ReadingTrace> {
  return { ...trace, id: String(n), person: personOf(person) } as unknown as At<ReadingTrace>;
}
