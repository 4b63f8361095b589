import { AreIdsOf, Cents, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, Length } from 'class-validator';
import { OnCallInput } from './call.inputs.js';

@InputType({ description: 'Takes a call back before any assignment (ritiro).' })
export class WithdrawCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Records that a call is void (annullamento).' })
export class AnnulCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Lets a call rest (sospensione).' })
export class SuspendCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Lets a suspended call go on (ripresa).' })
export class ResumeCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Begins the evaluation (valutazione).' })
export class StartEvaluationInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Approves the ranking of plans (graduatoria).' })
export class ApproveRankingInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @ArrayMaxSize(500)
  @ArrayUnique()
  @AreIdsOf('plan')
  @Field(() => [ID], { description: 'Who is admitted, in order (ammessi).' })
  readonly admitted!: readonly string[];

  @ArrayMaxSize(500)
  @ArrayUnique()
  @AreIdsOf('plan')
  @Field(() => [ID], { description: 'Who waits, in order (riserva).' })
  readonly reserve!: readonly string[];
}

@InputType({
  description: 'Decides that what is admitted is financed (ammissione a finanziamento).',
})
export class AwardFundingInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Admits the first of the reserve list (scorrimento).' })
export class ScrollReserveListInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;
}

@InputType({ description: 'Records that plans run (attuazione).' })
export class StartImplementationInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Ends a call, all its plans being over (chiusura dell’avviso).' })
export class ConcludeCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Gives a call more money (incremento della dotazione).' })
export class IncreaseCallBudgetInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @Field(() => Cents, { description: 'What is added, in integer cents (importo).' })
  readonly addedCents!: number;
}

@InputType({ description: 'Gives a plan more of the call (incremento dell’assegnazione).' })
export class IncreaseAssignmentInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;

  @Field(() => Cents, { description: 'What is added, in integer cents (importo).' })
  readonly addedCents!: number;
}

@InputType({
  description:
    'Takes back a part of an assignment; the budget of the plan is asked first (riduzione).',
})
export class ReduceAssignmentInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date (atto).' })
  readonly act!: string;

  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;

  @Field(() => Cents, { description: 'What is left, in integer cents (importo).' })
  readonly cents!: number;
}
