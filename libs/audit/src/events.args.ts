import { ForwardPageArgs, Instant } from '@tavolo/graphql';
import type { EventFilter } from '@tavolo/projection';
import type { Instant as InstantOf } from '@tavolo/kernel';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Length } from 'class-validator';

/** More than there are types of events. */
const TYPES_MAX = 1_000;

/** Which events of the log; all that is given is true of each. */
@ArgsType()
export class EventsArgs extends ForwardPageArgs {
  @IsOptional()
  @ArrayMaxSize(TYPES_MAX)
  @Length(1, 100, { each: true })
  @Field(() => [String], { nullable: true, description: 'Of one of these types (tipo).' })
  readonly types?: readonly string[] | null;

  @IsOptional()
  @Length(1, 200)
  @Field(() => ID, {
    nullable: true,
    description: 'Of the stream of this object, or naming it (oggetto).',
  })
  readonly object?: string | null;

  @IsOptional()
  @Length(1, 200)
  @Field(() => ID, { nullable: true, description: 'Of this stream alone (flusso).' })
  readonly stream?: string | null;

  @IsOptional()
  @Length(1, 200)
  @Field(() => ID, { nullable: true, description: 'By this person, or `system:<name>` (chi).' })
  readonly actor?: string | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, {
    nullable: true,
    description: 'Brought about by one human act (correlazione).',
  })
  readonly correlation?: string | null;

  @IsOptional()
  @Field(() => Instant, {
    nullable: true,
    description: 'Recorded at this instant or later (registrati da).',
  })
  readonly recordedFrom?: string | null;

  @IsOptional()
  @Field(() => Instant, {
    nullable: true,
    description: 'Recorded before this instant (registrati prima di).',
  })
  readonly recordedBefore?: string | null;
}

/** What is asked for, as the read model looks for it. */
export function filterOf(asked: EventsArgs): EventFilter {
  const { types, object, stream, actor, correlation, recordedFrom, recordedBefore } = asked;
  return {
    ...(types != null && { types }),
    ...(object != null && { about: object }),
    ...(stream != null && { stream }),
    ...(actor != null && { actor }),
    ...(correlation != null && { correlation }),
    ...(recordedFrom != null && { from: recordedFrom as InstantOf }),
    ...(recordedBefore != null && { until: recordedBefore as InstantOf }),
  };
}
