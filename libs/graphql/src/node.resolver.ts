import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { IsInt, Length, Max, Min } from 'class-validator';
import { Node } from './common.types.js';
import { AtMoment } from './context.js';
import type { At, RequestContext } from './context.js';
import { Nodes } from './nodes.js';
import { asGraphql, BadForm } from './scalars/bad-form.js';

const NODES_MAX = 100;
const FOUND_MAX = 50;
const FOUND = 10;
const TEXT_MAX = 200;
const TOO_MANY = new BadForm(
  `ids ha al più ${String(NODES_MAX)} elementi: chiedere gli altri a parte`,
  `ids holds at most ${String(NODES_MAX)} ids: ask for the others apart`,
);

@ArgsType()
class SearchArgs {
  @Length(1, TEXT_MAX)
  @Field(() => String, { description: 'The words, in any order: at most 200 characters.' })
  readonly text!: string;

  @IsInt()
  @Min(1)
  @Max(FOUND_MAX)
  @Field(() => Int, {
    description: 'How many of each kind: 10 unless told otherwise, at most 50.',
    defaultValue: FOUND,
  })
  readonly first!: number;
}

type Found = At<{ readonly id: string }> | null;

/** Finds any object by its id alone. */
@Resolver(() => Node)
export class NodeResolver {
  constructor(private readonly objects: Nodes) {}

  @Query(() => Node, { nullable: true, description: 'Any object by its id (Relay).' })
  node(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Found> {
    return this.objects.any(id, at, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several objects by their ids, at most 100, in the order asked.',
  })
  nodes(
    @Args('ids', { type: () => [ID], description: 'Their ids.' }) ids: string[],
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<readonly Found[]> {
    if (ids.length > NODES_MAX) throw asGraphql(TOO_MANY, 'ids');
    return Promise.all(ids.map((id) => this.objects.any(id, at, context)));
  }

  @Query(() => [Node], {
    description:
      'Plans, networks, partners, agreements, bodies, sittings and decisions whose name, place, day or number says every word, whatever its case and accents (ricerca).',
  })
  search(
    @Args() { text, first }: SearchArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<readonly NonNullable<Found>[]> {
    return this.objects.search(text, { first, at, context });
  }
}
