import type { Instant } from '@tavolo/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Matches } from 'class-validator';
import { asGraphql, BadForm } from './scalars/bad-form.js';
import { resolveDeadline } from './scalars/deadline.js';

@InputType({ description: 'A deadline on the clock of a place (termine).' })
export class DeadlineInput {
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, {
    message: '$property is written YYYY-MM-DDThh:mm',
  })
  @Field(() => String, { description: 'Date and time there, `2026-03-29T12:00`.' })
  readonly local!: string;

  @Length(1, 50, { message: '$property is the name of a time zone, as Europe/Rome' })
  @Field(() => String, {
    defaultValue: 'Europe/Rome',
    description: 'Time zone of the place, by its IANA name.',
  })
  readonly zone!: string;

  @IsOptional()
  @Matches(/^[+-]\d{2}:\d{2}$/, { message: '$property is written +01:00' })
  @Field(() => String, {
    nullable: true,
    description: 'Offset from UTC: asked for only in the hour that comes twice in autumn.',
  })
  readonly offset?: string;
}

/** The instant of a deadline in an input; `path` is its field. @throws GraphQLError BAD_USER_INPUT */
export function instantOf(deadline: DeadlineInput, path: string): Instant {
  try {
    return resolveDeadline(deadline);
  } catch (error) {
    throw error instanceof BadForm ? asGraphql(error, `input.${path}`) : error;
  }
}
