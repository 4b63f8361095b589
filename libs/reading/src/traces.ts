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

  /** One trace for each object and moment of a request, however often it comes up there. */
  async keep(looked: readonly Looked[], context: RequestContext): Promise<void> {
    const { sender, reason, requestId, loaders } = context;
    if (!sender || looked.length === 0) return;
    const known = (loaders.get('traced') ?? new Set()) as Set<string>;
    loaders.set('traced', known);
    const at = this.parts.clock.now();
    const traces = new Map<string, ReadingTrace>();
    for (const { kind, object, scope, grant, at: moment } of looked) {
      const key = `${kind} ${object} ${moment.position}`;
      if (known.has(key)) continue;
      traces.set(key, {
        ...{ kind, object, scope, person: sender.person, mandate: grant.mandate },
        ...{ moment: moment.position, at, reason, requestId },
      });
    }
    if (traces.size === 0) return;
    await this.parts.privateStore.keepTraces([...traces.values()]);
    for (const key of traces.keys()) known.add(key);
  }
}
