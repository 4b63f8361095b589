import { connectionOf, enumOf, Instant, LocalDate, Money, Node } from '@tavolo/graphql';
import { PartialDate, resultOf } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PartnerKindEnum } from '../../../partners/adapters/graphql/partner.types.js';
import { callStatuses } from '../../contract/index.js';
import { PoolEnum } from './budget.types.js';
import { PeriodEnum } from './programme.types.js';
import { SourceEnum } from '@tavolo/graphql';

export const CallStatusEnum = enumOf(
  'CallStatus',
  callStatuses,
  'State of a call (stato dell’avviso).',
);

@ObjectType({ description: 'Members of these kinds a network must have (categoria obbligatoria).' })
export class MandatoryCategory {
  @Field(() => String, { description: 'Name of the category.' })
  readonly category!: string;

  @Field(() => [PartnerKindEnum], { description: 'Kinds that count for it.' })
  readonly kinds!: readonly string[];

  @Field(() => Int, { description: 'How many at least.' })
  readonly min!: number;
}

@ObjectType({ description: 'A deadline moved forward (proroga del termine).' })
export class CallExtension {
  @Field(() => String, { description: 'The act.' })
  readonly act!: string;

  @Field(() => Instant, { description: 'The new deadline.' })
  readonly deadline!: string;

  @Field(() => [String], { description: 'Only for these regions; empty is for all.' })
  readonly regions!: readonly string[];
}

@ObjectType({ description: 'Funds of a call assigned to a plan (assegnazione).' })
export class FundingAssignment {
  @Field(() => ID, { description: 'The plan.' })
  readonly plan!: string;

  @Field(() => Money, { description: 'Amount (importo).' })
  readonly amount!: Money;

  @Field(() => String, { description: 'The act.' })
  readonly act!: string;
}

@ObjectType({ description: 'Money of an assignment that a plan does not keep (B-10, ritorno).' })
export class FundsReturn {
  @Field(() => ID, { description: 'The plan.' })
  readonly plan!: string;

  @Field(() => Money, { description: 'Amount (importo).' })
  readonly amount!: Money;

  @Field(() => PoolEnum, { description: 'Who has it now (destinazione).' })
  readonly pool!: string;
}

@ObjectType({ description: 'Terms changed after publication (B-11, rettifica).' })
export class CallRectification {
  @Field(() => String, { description: 'The act.' })
  readonly act!: string;

  @Field(() => Instant, { nullable: true, description: 'The later deadline.' })
  readonly deadline!: string | null;
}

@ObjectType({ description: 'Who is admitted, and who waits (graduatoria).' })
export class CallRanking {
  @Field(() => [ID], { description: 'Plans admitted, in order (ammessi).' })
  readonly admitted!: readonly string[];

  @Field(() => [ID], { description: 'Plans on the reserve list, in order (riserva).' })
  readonly reserve!: readonly string[];
}

@ObjectType({
  implements: () => [Node],
  description: 'A public call for plans (avviso): objectives, money, deadline, who may take part.',
})
export class Call extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => CallStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => PeriodEnum, { description: 'Programming period (periodo).' })
  readonly period!: string;

  @Field(() => String, { description: 'Number, for example `1/2018`.' })
  readonly number!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Acronym (acronimo).' })
  readonly acronym!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Applications are due by then (termine).' })
  readonly deadline!: string | null;

  @Field(() => [PartnerKindEnum], { description: 'Kinds that may lead; empty means any.' })
  readonly leadKinds!: readonly string[];

  @Field(() => [MandatoryCategory], { description: 'Who must take part (partner obbligatori).' })
  readonly mandatoryCategories!: readonly MandatoryCategory[];

  @Field(() => PartialDate, { nullable: true, description: 'Costs are eligible from.' })
  readonly eligibleFrom!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Costs are eligible until.' })
  readonly eligibleUntil!: string | null;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;

  @Field(() => String, { nullable: true, description: 'The act that approved it (atto).' })
  readonly act!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of its registration.' })
  readonly registrationNo!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Registered on (registrazione).' })
  readonly registeredOn!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Published at (pubblicazione).' })
  readonly publishedAt!: string | null;

  @Field(() => [CallExtension], { description: 'Every extension of the deadline (proroghe).' })
  readonly extensions!: readonly CallExtension[];

  @Field(() => Int, {
    nullable: true,
    description: 'How much of a plan may be shifted by notice, in percent (PL-9, soglia).',
  })
  readonly remodulationThresholdPercent!: number | null;

  @Field(() => [CallRectification], { description: 'Every rectification (B-11, rettifiche).' })
  readonly rectifications!: readonly CallRectification[];

  @Field(() => CallRanking, { nullable: true, description: 'The ranking (graduatoria).' })
  readonly ranking!: CallRanking | null;
}

export const CallConnection = connectionOf(Call);
export const CallResult = resultOf(Call, 'call');
