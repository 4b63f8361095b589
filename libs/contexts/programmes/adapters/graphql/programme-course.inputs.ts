import { Cents, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';
import { OnProgrammeInput } from './programme.forms.js';

@InputType({ description: 'Records that a programme runs (avvio del programma).' })
export class ActivateProgrammeInput extends OnProgrammeInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Amends a programme; what is not named stays (modifica del programma).' })
export class AmendProgrammeInput extends OnProgrammeInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title (titolo).' })
  readonly title?: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Objective of the fund (obiettivo).' })
  readonly objective?: string;

  @IsOptional()
  @Field(() => Cents, {
    nullable: true,
    description: 'What calls may be allocated in all, in integer cents (dotazione).',
  })
  readonly envelopeCents?: number;
}

@InputType({ description: 'Gives a call a part of the envelope (B-1, stanziamento).' })
export class AllocateBudgetInput extends OnProgrammeInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @IsIdOf('call')
  @Field(() => ID, { description: 'The call (avviso).' })
  readonly call!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;
}

@InputType({ description: 'Begins the closing of a programme (chiusura in corso).' })
export class StartClosingInput extends OnProgrammeInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Closes a programme, all its calls being over (chiusura).' })
export class CloseProgrammeInput extends OnProgrammeInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}
