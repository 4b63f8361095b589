import { Cents, IsIdOf, PartialDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsUUID, ValidateNested } from 'class-validator';
import { OnPlanInput } from './plan.forms.js';
import { LineAmountsInput } from './line-amounts.input.js';
import { ExtensionKindEnum, RevocationExtentEnum } from './plan.enums.js';

@InputType({
  description: 'Works out a shift between lines and shares; the total stays (PL-9, rimodulazione).',
})
export class DraftRemodulationInput extends OnPlanInput {
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LineAmountsInput)
  @Field(() => [LineAmountsInput], {
    description: 'Each line with its whole new amount and shares (voci).',
  })
  readonly lines!: readonly LineAmountsInput[];
}

@InputType({
  description: 'Puts it to the authority; under the threshold of the call, as a notice (PL-9).',
})
export class RequestRemodulationInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;
}

@InputType({ description: 'Begins to examine a remodulation (istruttoria).' })
export class AssessRemodulationInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;
}

@InputType({ description: 'Authorises a remodulation (autorizzazione).' })
export class AuthoriseRemodulationInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({ description: 'Refuses a remodulation (diniego).' })
export class RefuseRemodulationInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({ description: 'Gives a remodulation up (ritiro).' })
export class WithdrawRemodulationInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;
}

@InputType({
  description: 'Asks for a later end; a costed one for more money too (PL-10, proroga).',
})
export class RequestExtensionInput extends OnPlanInput {
  @Field(() => ExtensionKindEnum, { description: 'With more money or without (tipo).' })
  readonly kind!: string;

  @Field(() => PartialDate, { description: 'The new end (nuova fine).' })
  readonly end!: string;

  @Field(() => Cents, { description: 'More money in integer cents; 0 without (importo aggiunto).' })
  readonly addedCents!: number;

  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LineAmountsInput)
  @Field(() => [LineAmountsInput], {
    description: 'Each line with its whole new amount and shares (voci).',
  })
  readonly lines!: readonly LineAmountsInput[];
}

@InputType({ description: 'Begins to examine an extension (istruttoria).' })
export class AssessExtensionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;
}

@InputType({
  description:
    'Gives a costed extension its funding decision; it stays pending until amendment and increase are there (PL-10).',
})
export class AuthoriseExtensionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;

  @IsIdOf('decision')
  @Field(() => ID, { description: 'The effective funding decision (decisione).' })
  readonly decision!: string;

  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement to be amended (accordo).' })
  readonly agreement!: string;
}

@InputType({ description: 'Refuses an extension (diniego).' })
export class RefuseExtensionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({ description: 'Grants a later end by an effective decision (proroga non onerosa).' })
export class GrantNoCostExtensionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The change (modifica).' })
  readonly change!: string;

  @IsIdOf('decision')
  @Field(() => ID, { description: 'The effective decision (decisione).' })
  readonly decision!: string;
}

@InputType({ description: 'Takes funding back, whole or from these lines (revoca).' })
export class RevokeFundingInput extends OnPlanInput {
  @Field(() => RevocationExtentEnum, { description: 'In part or whole (estensione).' })
  readonly extent!: string;

  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LineAmountsInput)
  @Field(() => [LineAmountsInput], {
    description: 'Each line with its whole new amount and shares (voci).',
  })
  readonly lines!: readonly LineAmountsInput[];

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}
