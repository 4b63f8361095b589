import { Node, Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';

/** Pushes an object to who watches it: at once, and at every change. */
@Resolver()
export class ChangesResolver {
  constructor(
    private readonly readModel: ReadModel,
    private readonly nodes: Nodes,
  ) {}

  @Subscription(() => Node, {
    nullable: true, // Until there is such an object.
    description: 'An object of any kind, now and at every change (aggiornamenti).',
    // eslint-disable-next-line max-params -- the signature is that of graphql-js
    resolve(
      this: ChangesResolver,
      at: Moment,
      { id }: { id: string },
      context: RequestContext,
    ): Promise<At<{ readonly id: string }> | null> {
      return this.nodes.any(id, at, context);
    },
  })
  changed(
    @Args('id', { type: () => ID, description: 'The object.' }) id: string,
  ): AsyncIterableIterator<Moment> {
    return this.#momentsOf((ids) => ids.has(id));
  }

  // No generator: `return` would wait for the next change before it stopped listening.
  #momentsOf(isOfInterest: (ids: ReadonlySet<string>) => boolean): AsyncIterableIterator<Moment> {
    const changes = this.readModel.changes();
    let unread: Moment | null = this.readModel.now();
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next(): Promise<IteratorResult<Moment>> {
        if (unread) {
          const value = unread;
          unread = null;
          return { value, done: false };
        }
        for (;;) {
          const change = await changes.next();
          if (change.done) return { value: undefined, done: true };
          const { moment, ids } = change.value;
          if (isOfInterest(ids)) return { value: moment, done: false };
        }
      },
      async return(): Promise<IteratorResult<Moment>> {
        await changes.return?.();
        return { value: undefined, done: true };
      },
    };
  }
}
