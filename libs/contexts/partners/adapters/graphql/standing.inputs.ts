import { AreIdsOf, EditInput, IsIdOf, LocalDate } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Length, Matches } from 'class-validator';
import { OnPartnerInput } from './partner.inputs.js';
import { PartnerKindEnum } from './partner.types.js';
import { territoryForm } from './territory.form.js';

const OWNERS_MAX = 50;

@InputType({ description: 'Changes name or place of a partner (aggiornamento dei dati).' })
export class UpdatePartnerDetailsInput extends EditInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The partner.' })
  readonly partner!: string;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'Name (denominazione).' })
  readonly name?: string;

  @IsOptional()
  @Matches(...territoryForm)
  @Field(() => String, { nullable: true, description: 'NUTS or ISTAT code of its place.' })
  readonly territory?: string;
}

@InputType({ description: 'Says what a partner is (classificazione).' })
export class ClassifyPartnerInput extends OnPartnerInput {
  @Field(() => PartnerKindEnum, { description: 'What it is (tipo di ente).' })
  readonly kind!: string;
}

@InputType({ description: 'Records all beneficial owners of a partner (titolari effettivi).' })
export class RecordBeneficialOwnersInput extends OnPartnerInput {
  @ArrayMaxSize(OWNERS_MAX)
  @AreIdsOf('person')
  @Field(() => [ID], {
    description: 'References that `registerPerson` gave; none where it has none.',
  })
  readonly owners!: readonly string[];
}

@InputType({
  description: 'Declares an interest of a person in a partner; the declaration is a document.',
})
export class DeclareInterestInput extends OnPartnerInput {
  @IsIdOf('person')
  @Field(() => ID, { description: 'Whose interest it is (persona).' })
  readonly person!: string;

  @IsOptional()
  @IsIdOf('programme', 'call', 'plan', 'network', 'agreement', 'board', 'decision')
  @Field(() => ID, {
    nullable: true,
    description: 'What it concerns (materia); without it every matter of the partner.',
  })
  readonly matter?: string;
}

@InputType({ description: 'Suspends an eligible partner (sospensione).' })
export class SuspendPartnerInput extends OnPartnerInput {}

@InputType({ description: 'Ends a suspension (riammissione).' })
export class ReinstatePartnerInput extends OnPartnerInput {}

@InputType({ description: 'Asks that a partner may leave (richiesta di recesso).' })
export class RequestWithdrawalInput extends OnPartnerInput {}

@InputType({ description: 'Lets a partner leave with nothing open (recesso).' })
export class ConfirmWithdrawalInput extends OnPartnerInput {}

@InputType({ description: 'Opens an exclusion; the notice is among the `documents` (avvio).' })
export class OpenExclusionInput extends OnPartnerInput {
  @Field(() => LocalDate, { description: 'Last day for a reply (termine per la risposta).' })
  readonly replyUntil!: string;
}

@InputType({ description: 'Replies for the partner; the `documents` are the reply.' })
export class AnswerExclusionInput extends OnPartnerInput {}

@InputType({ description: 'Ends an exclusion that was opened: the partner stays (archiviazione).' })
export class DropExclusionInput extends OnPartnerInput {}

@InputType({ description: 'Excludes a partner by a reasoned act, among the `documents`.' })
export class ExcludePartnerInput extends OnPartnerInput {}

@InputType({ description: 'Records who stands in the place of a partner (subentro).' })
export class RecordSuccessionInput extends OnPartnerInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'Who stands in its place (soggetto subentrante).' })
  readonly successor!: string;

  @Field(() => LocalDate, { description: 'From which day (decorrenza).' })
  readonly on!: string;
}

@InputType({ description: 'Records that an organisation ceased (cessazione).' })
export class RecordDissolutionInput extends OnPartnerInput {
  @Field(() => LocalDate, { description: 'The day it ceased.' })
  readonly on!: string;
}

@InputType({ description: 'Marks a partner as registered twice (doppione).' })
export class MarkDuplicateInput extends OnPartnerInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The partner that stays.' })
  readonly of!: string;
}
