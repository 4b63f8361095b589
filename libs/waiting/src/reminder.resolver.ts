import { Node, Nodes, Person, personOf } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { PrivateStore } from '@tavolo/private-store';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Reminder } from './part.js';
import { ReminderGiven } from './waiting.types.js';

type Row = At<Reminder>;

/** Who reminded, for whom, and in what words: these stand in the private store. */
@Resolver(() => ReminderGiven)
export class ReminderResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly privateStore: PrivateStore,
  ) {}

  @ResolveField(() => Person, { description: 'Who reminded (chi).' })
  by(@Parent() { by }: Row): Person {
    return personOf(by);
  }

  @ResolveField(() => Node, {
    nullable: true,
    description: 'The organisation that they acted for (per conto di).',
  })
  async organisation(
    @Parent() { organisation, moment: at }: Row,
    @Context() context: RequestContext,
  ): Promise<object | null> {
    return organisation === null ? null : await this.nodes.any(organisation, at, context);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Its words; null where none were given or they were erased (parole).',
  })
  async words(@Parent() { reasonRef }: Row): Promise<string | null> {
    if (reasonRef === null) return null;
    return (await this.privateStore.texts([reasonRef])).get(reasonRef) ?? null;
  }
}
