import { connectionOf, enumOf, Money, Node, resultOf, SourceEnum } from '@tavolo/graphql';
import { LocalDate } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

export const PeriodEnum = enumOf(
  'Period',
  ['2014-2020', '2021-2027'],
  'Programming period (periodo di programmazione): terms and labels follow it.',
);
export const ProgrammeStatusEnum = enumOf(
  'ProgrammeStatus',
  ['defined', 'adopted', 'active', 'amended', 'closing', 'closed'],
  'State of a programme (stato del programma).',
);

@ObjectType({ description: 'What a call was given of the envelope (stanziamento).' })
export class BudgetAllocation {
  @Field(() => ID, { description: 'The call (avviso).' })
  readonly call!: string;

  @Field(() => Money, { description: 'Amount in all (importo).' })
  readonly amount!: Money;
}

@ObjectType({
  implements: () => [Node],
  description: 'A multi-annual fund programme, the container of calls (programma).',
})
export class Programme extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => ProgrammeStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, { description: 'The fund (fondo).' })
  readonly fund!: string;

  @Field(() => PeriodEnum, { description: 'Programming period (periodo).' })
  readonly period!: string;

  @Field(() => String, { nullable: true, description: 'Objective of the fund (obiettivo).' })
  readonly objective!: string | null;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;

  @Field(() => String, { nullable: true, description: 'The act that adopted it (atto).' })
  readonly act!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of that act.' })
  readonly adoptedOn!: string | null;
}

export const ProgrammeConnection = connectionOf(Programme);
export const ProgrammeResult = resultOf(Programme, 'programme');
