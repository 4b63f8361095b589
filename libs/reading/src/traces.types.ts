import {
  connectionOf,
  enumOf,
  ForwardPageArgs,
  Instant,
  IsIdOf,
  LocalDate,
  Person,
} from '@tavolo/graphql';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';

/** Why a reading leaves a trace. */
export const TraceKindEnum = enumOf(
  'ReadingTraceKind',
  ['confidential', 'past'],
  'Why reading something left a trace: it is confidential, or an auditor looked at it as it was.',
);

@ObjectType({ description: 'That somebody read something (traccia di lettura).' })
export class ReadingTrace {
  @Field(() => ID, { description: 'Counts them.' })
  readonly id!: string;

  @Field(() => TraceKindEnum, { description: 'Why it left a trace.' })
  readonly kind!: string;

  @Field(() => Person, { description: 'Who read it (chi).' })
  readonly person!: Person;

  @Field(() => ID, { nullable: true, description: 'By which mandate it was theirs to read.' })
  readonly mandate!: string | null;

  @Field(() => ID, { description: 'What was read; of a list its name (che cosa).' })
  readonly object!: string;

  @Field(() => ID, { nullable: true, description: 'The body whose matter it is (organo).' })
  readonly scope!: string | null;

  @Field(() => String, { description: 'Position of the moment that was looked at.' })
  readonly moment!: string;

  @Field(() => Instant, { description: 'When (quando).' })
  readonly at!: string;

  @Field(() => String, { nullable: true, description: 'Why, in their own words (perché).' })
  readonly reason!: string | null;

  @Field(() => String, { description: 'The request, as its answer named it.' })
  readonly requestId!: string;
}

export const ReadingTraceConnection = connectionOf(ReadingTrace);

@ArgsType()
export class ReadingTracesArgs extends ForwardPageArgs {
  @IsOptional()
  @Length(1, 200)
  @Field(() => ID, { nullable: true, description: 'Only of this object.' })
  readonly object?: string | null;

  @IsOptional()
  @IsIdOf('person')
  @Field(() => ID, { nullable: true, description: 'Only of this person.' })
  readonly person?: string | null;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'Only from this day on (dal giorno).' })
  readonly from?: string | null;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only until this day, which counts (fino al giorno).',
  })
  readonly until?: string | null;
}
