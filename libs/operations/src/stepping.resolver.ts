import { AtMoment } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Readers } from '@tavolo/reading';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ProjectionStep, ProjectionStepArgs } from './stepping.types.js';
import { Steps } from './steps.js';

/** Replays one projection event by event, for the administrator. */
@Resolver()
export class SteppingResolver {
  constructor(
    private readonly steps: Steps,
    private readonly readers: Readers,
  ) {}

  @Query(() => ProjectionStep, {
    nullable: true,
    description:
      'What one event changes in the rows of one projection, worked out anew; null for who is no administrator, of a projection that is not there and of an event that is not there for who asks (passo di una proiezione).',
  })
  async projectionStep(
    @Args() asked: ProjectionStepArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<ProjectionStep | null> {
    if ((await this.readers.of(context.sender)).administers === null) return null;
    return await this.steps.at(asked, at, context);
  }
}
