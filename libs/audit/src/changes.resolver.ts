import { momentsWhere, Node, Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';

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
    @Context() context: RequestContext,
  ): AsyncIterableIterator<Moment> {
    return momentsWhere(
      this.readModel,
      async ({ ids, moment }) =>
        ids.has(id) && (await this.nodes.any(id, moment, context)) !== null,
    );
  }
}
