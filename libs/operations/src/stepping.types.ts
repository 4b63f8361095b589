import { Event, JsonScalar, ObjectChange } from '@tavolo/audit';
import { enumOf } from '@tavolo/graphql';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';

export const StepFateEnum = enumOf(
  'StepFate',
  ['applied', 'notTaken', 'passedOver', 'failed'],
  'What a projection made of an event: `notTaken` is of streams that it does not read, `passedOver` of a newer program.',
);

@ArgsType()
export class ProjectionStepArgs {
  @Length(1, 100)
  @Field(() => String, { description: 'Which projection, by its name.' })
  readonly projection!: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, {
    nullable: true,
    description: 'The event that is replayed; without it the newest that the projection takes.',
  })
  readonly event?: string | null;
}

@ObjectType({ description: 'A row of the read model that an event changed (riga).' })
export class SteppedRow {
  @Field(() => String, { description: 'The table.' })
  readonly table!: string;

  @Field(() => ID, { nullable: true, description: 'Of which object; null where it is kept.' })
  readonly id!: string | null;

  @Field(() => Boolean, {
    description: 'What it holds is kept from who asks, who administers the server or not.',
  })
  readonly kept!: boolean;

  @Field(() => Boolean, {
    description: 'The read model in use holds the same row after the event.',
  })
  readonly asStored!: boolean;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The row before; null of one that was not there.',
  })
  readonly before!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The row after; null of one that is gone.',
  })
  readonly after!: unknown;

  @Field(() => [ObjectChange], { description: 'Every place in which the two differ.' })
  readonly changes!: readonly ObjectChange[];
}

@ObjectType({
  description: 'One event, applied anew by one projection; nothing is written (passo).',
})
export class ProjectionStep {
  @Field(() => String, { description: 'The projection.' })
  readonly projection!: string;

  @Field(() => Event, { description: 'The event.' })
  readonly event!: Event;

  @Field(() => StepFateEnum, { description: 'What the projection made of it.' })
  readonly fate!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the program says where it failed, in English.',
  })
  readonly message!: string | null;

  @Field(() => [SteppedRow], { description: 'The rows that it changed.' })
  readonly rows!: readonly SteppedRow[];

  @Field(() => Int, { description: 'Events before it that the projection takes.' })
  readonly eventsBefore!: number;

  @Field(() => Int, { description: 'Events after it that the projection takes.' })
  readonly eventsAfter!: number;

  @Field(() => ID, { nullable: true, description: 'The first event that it takes.' })
  readonly first!: string | null;

  @Field(() => ID, { nullable: true, description: 'The event that it took before.' })
  readonly previous!: string | null;

  @Field(() => ID, { nullable: true, description: 'The event that it took next.' })
  readonly next!: string | null;

  @Field(() => ID, { nullable: true, description: 'The last event that it took.' })
  readonly last!: string | null;
}
