import type { Moment } from '@tavolo/projection';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { MomentInput, Snapshot } from './moment.types.js';
import { Moments } from './moments.js';

@Resolver(() => Snapshot)
export class AsOfResolver {
  constructor(private readonly moments: Moments) {}

  @Query(() => Snapshot, {
    description: 'The whole tree as it was recorded by a moment (com’era al).',
  })
  async asOf(
    @Args('moment', { description: 'Which moment.' }) input: MomentInput,
  ): Promise<Snapshot & { moment: Moment }> {
    const { moment, provisional } = await this.moments.resolve(input, 'moment');
    const { position, eventId, recordedAt } = moment;
    return { position, eventId, recordedAt, provisional, moment: { ...moment, isPinned: true } };
  }
}
