import { CommandInput, EditInput, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';

/** The longest title, in characters. */
export const TITLE_MAX = 300;
/** The longest wording of a section, in characters. */
export const TEXT_MAX = 20_000;

/** What every command on a plan names. */
@InputType({ isAbstract: true })
export abstract class OnPlanInput extends CommandInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;
}

/** What every command that edits the content of a plan names. */
@InputType({ isAbstract: true })
export abstract class PlanEditInput extends EditInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;
}

/** An edit that gives something a title. */
@InputType({ isAbstract: true })
export abstract class TitledEditInput extends PlanEditInput {
  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}
