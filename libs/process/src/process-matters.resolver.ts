import { AtMoment, connectionOf, enumOf, Instant, Nodes, PageArgs } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, ObjectType, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { processMatters } from './process-matters.projection.js';
import type { ProcessMatter as MatterRow } from './process-matters.projection.js';

const MatterStateEnum = enumOf(
  'ProcessMatterState',
  ['waiting', 'stopped'],
  'Whether a process waits for an act of somebody, or was refused and cannot go on.',
);

@ObjectType({
  description:
    'What a process cannot do by itself and somebody has to look at (pratica in attesa).',
})
export class ProcessMatter {
  @Field(() => ID, { description: 'The stream of the process.' })
  readonly id!: string;

  @Field(() => String, { description: 'The process.' })
  readonly process!: string;

  @Field(() => ID, { description: 'The object it is about (oggetto).' })
  readonly subject!: string;

  @Field(() => ID, { nullable: true, description: 'Who has to act, where it is known.' })
  readonly owner!: string | null;

  @Field(() => Instant, { description: 'Since when (dal).' })
  readonly since!: string;

  @Field(() => String, { nullable: true, description: 'The rule that refused, if one did.' })
  readonly rule!: string | null;

  @Field(() => String, { nullable: true, description: 'What the rule kept out.' })
  readonly code!: string | null;

  @Field(() => MatterStateEnum, { description: 'Waiting or stopped.' })
  readonly state!: string;
}

const ProcessMatterConnection = connectionOf(ProcessMatter);

@ArgsType()
class ProcessMattersArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only what this one has to do.' })
  readonly owner?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only about this object.' })
  readonly subject?: string | null;

  @IsOptional()
  @Field(() => MatterStateEnum, { nullable: true, description: 'Only in this state.' })
  readonly state?: string | null;
}

/** The inbox of the processes: a refused step is seen here, never passed over in silence. */
@Resolver(() => ProcessMatter)
export class ProcessMattersResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => ProcessMatterConnection, {
    description: 'Open matters of processes, the oldest first (in attesa di qualcuno).',
  })
  processMatters(
    @Args() { owner, subject, state, ...page }: ProcessMattersArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<MatterRow>> {
    const where = {
      ...(owner != null && { owner: [owner] }),
      ...(subject != null && { subject: [subject] }),
      ...(state != null && { state: [state] }),
    };
    return this.nodes.page(processMatters, { ...page, where }, { at, context });
  }

  @ResolveField(() => String, { description: 'Why, in the language of the request (perché).' })
  why(@Parent() { it, en }: At<MatterRow>, @Context() { locale }: RequestContext): string {
    return locale === 'it' ? it : en;
  }
}
