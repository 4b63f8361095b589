import type { Clock } from '@tavolo/command';
import type { RequestContext } from '@tavolo/graphql';
import type { PrivateStore, ReadingTrace } from '@tavolo/private-store';
import type { Moment } from '@tavolo/projection';
import type { Grant } from './reader.js';

/** What was read, and by which mandate it was theirs to read. */
export type Looked = Readonly<{
  kind: ReadingTrace['kind'];
  object: string;
  scope: string | null;
  grant: Grant;
  at: Moment;
}>;

/** Who looked at what is confidential, or as an auditor into the past: kept before it is shown. */
export class Traces {
  constructor(private readonly parts: Readonly<{ privateStore: PrivateStore; clock: Clock }>) {}

  /**
   * One trace for each object and moment of a request, however often it comes up there, at once or
   * one after the other; who asks for it again waits until it is kept.
   */
  async keep(looked: readonly Looked[], context: RequestContext): Promise<void> {
    const { sender, reason, requestId, loaders } = context;
    if (!sender || looked.length === 0) return;
    const known = (loaders.get('traced') ?? new Map()) as Map<string, Promise<void>>;
    loaders.set('traced', known);
    const at = this.parts.clock.now();
    const named = new Map(
      looked.map((one) => [`${one.kind} ${one.object} ${one.at.position}`, one]),
    );
    const fresh = [...named].filter(([key]) => !known.has(key));
    if (fresh.length > 0) {
      const traces = fresh.map(([, { kind, object, scope, grant, at: moment }]) => ({
        ...{ kind, object, scope, person: sender.person, mandate: grant.mandate },
        ...{ moment: moment.position, at, reason, requestId },
      }));
      const kept = this.parts.privateStore.keepTraces(traces);
      for (const [key] of fresh) known.set(key, kept);
    }
    await Promise.all([...named.keys()].map(async (key) => await known.get(key)));
  }
}
