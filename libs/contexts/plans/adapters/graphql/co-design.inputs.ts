import { AreIdsOf, LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsInt, IsOptional, IsUUID, Length, Min } from 'class-validator';
import { OnPlanInput, TITLE_MAX } from './plan.forms.js';

@InputType({ description: 'Opens a table of co-design (apertura del tavolo).' })
export class OpenTableInput extends OnPlanInput {
  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;
}

@InputType({ description: 'Records that a table sat (seduta del tavolo).' })
export class HoldSessionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The table (tavolo).' })
  readonly table!: string;

  @Field(() => LocalDate, { description: 'The day (data).' })
  readonly heldOn!: string;

  @ArrayMaxSize(300)
  @ArrayUnique()
  @AreIdsOf('partner')
  @Field(() => [ID], { description: 'Who was there (presenti).' })
  readonly attendance!: readonly string[];

  @Field(() => Sha256, { description: 'The minutes, uploaded before (verbale).' })
  readonly minutes!: string;
}

@InputType({
  description: 'Approves minutes: another person than who recorded them (X-5, verbale).',
})
export class ApproveSessionMinutesInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The session (seduta).' })
  readonly session!: string;

  @Field(() => Sha256, { description: 'The minutes that you read, by hash (X-8).' })
  readonly minutes!: string;
}

@InputType({ description: 'Proposes a change to a section or an action (contributo).' })
export class ProposeContributionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The table (tavolo).' })
  readonly table!: string;

  @Length(1, 60)
  @Field(() => ID, { description: 'Key of the section, or id of the action (oggetto).' })
  readonly on!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Field(() => Int, {
    nullable: true,
    description: 'Paragraph of the section, from 1; without it, the whole (capoverso).',
  })
  readonly paragraph?: number;

  @Field(() => Sha256, { description: 'Its text, uploaded before (testo).' })
  readonly document!: string;
}

@InputType({
  description: 'Accepts a contribution, with a reason or a document that holds it (PL-4).',
})
export class AcceptContributionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The contribution (contributo).' })
  readonly contribution!: string;
}

@InputType({
  description: 'Rejects a contribution, with a reason or a document that holds it (PL-4).',
})
export class RejectContributionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The contribution (contributo).' })
  readonly contribution!: string;
}

@InputType({ description: 'Closes a table (chiusura del tavolo).' })
export class CloseTableInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The table (tavolo).' })
  readonly table!: string;
}
