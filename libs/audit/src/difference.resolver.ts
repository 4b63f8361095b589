import { Nodes } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Length, ValidateNested } from 'class-validator';
import { differences } from './difference.js';
import { Difference } from './history.types.js';
import { MomentInput } from './moment.types.js';
import { Moments } from './moments.js';

@ArgsType()
class DifferenceArgs {
  @Length(1, 200)
  @Field(() => ID, { description: 'The object.' })
  readonly of!: string;

  @ValidateNested()
  @Type(() => MomentInput)
  @Field(() => MomentInput, { description: 'The earlier moment.' })
  readonly from!: MomentInput;

  @ValidateNested()
  @Type(() => MomentInput)
  @Field(() => MomentInput, { description: 'The later moment.' })
  readonly to!: MomentInput;
}

@Resolver(() => Difference)
export class DifferenceResolver {
  constructor(
    private readonly moments: Moments,
    private readonly nodes: Nodes,
  ) {}

  @Query(() => Difference, {
    description: 'What changed of one object between two moments (differenza tra due momenti).',
  })
  async difference(
    @Args() { of: id, from, to }: DifferenceArgs,
    @Context() context: RequestContext,
  ): Promise<Difference> {
    const { moment: before } = await this.moments.resolve(from, 'from');
    const { moment: after } = await this.moments.resolve(to, 'to');
    const changes = differences(
      (await this.nodes.whole(id, before, context)) ?? {},
      (await this.nodes.whole(id, after, context)) ?? {},
    );
    return { fromEventId: before.eventId, toEventId: after.eventId, changes };
  }
}
