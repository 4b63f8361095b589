import { Instant } from '@tavolo/graphql';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';

@InputType({
  description: 'A moment of the log; give exactly one of the three (momento).',
})
export class MomentInput {
  @IsOptional()
  @Field(() => Instant, {
    nullable: true,
    description: 'What was recorded by then (data e ora di registrazione).',
  })
  readonly at?: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, { nullable: true, description: 'A position, as a receipt names it.' })
  readonly position?: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, { nullable: true, description: 'Just after this event.' })
  readonly eventId?: string;
}

@ObjectType({
  description:
    'Everything as it was recorded by one moment (fotografia storica): the same fields as the root.',
})
export class Snapshot {
  @Field(() => String, { description: 'The position it resolved to.' })
  readonly position!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The last event it knows of: by it the same answer can be had for ever.',
  })
  readonly eventId!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When that event was recorded.' })
  readonly recordedAt!: string | null;

  @Field(() => Boolean, {
    description:
      'True when the moment asked for is less than ten seconds old: more may land in it.',
  })
  readonly provisional!: boolean;
}
