import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { SilenceRuleInput, WrittenRuleInput } from './procedure-rule.inputs.js';
import { LoginRuleInput } from './login-rule.types.js';
import { QuorumRuleInput } from './quorum.inputs.js';
import {
  CategoryWeightInput,
  DAYS_MAX,
  DelegationRuleInput,
  RepresentationInput,
  SEATS_MAX,
  ShareInput,
  TERM_MAX,
  UrgencyRuleInput,
} from './rule.inputs.js';
import { BallotFormEnum } from './sitting.enums.js';
import {
  AgendaAdditionEnum,
  MajorityBaseEnum,
  NoticeFromEnum,
  TieRuleEnum,
  TieUnpresidedEnum,
  UnanimityEnum,
  VoteClosingEnum,
} from './rulebook.types.js';

@InputType({ description: 'How many votes in favour adopt (maggioranza).' })
export class MajorityRuleInput {
  @Field(() => MajorityBaseEnum, { description: 'What they are compared with.' })
  readonly base!: string;

  @IsInt()
  @Min(0)
  @Max(TERM_MAX)
  @Field(() => Int, { description: 'Numerator of the share.' })
  readonly num!: number;

  @IsInt()
  @Min(1)
  @Max(TERM_MAX)
  @Field(() => Int, { description: 'Denominator of the share.' })
  readonly den!: number;

  @Field(() => Boolean, { description: 'More than the share, not just as much.' })
  readonly strict!: boolean;

  @IsOptional()
  @Field(() => UnanimityEnum, { nullable: true, description: 'Unanimity instead of the share.' })
  readonly unanimity?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  @Field(() => Int, { nullable: true, description: 'Votes in favour needed beside the share.' })
  readonly atLeast?: number;
}

@InputType({ description: 'How a body decides (regolamento).' })
export class RulebookInput {
  @ValidateNested()
  @Type(() => QuorumRuleInput)
  @Field(() => QuorumRuleInput, { description: 'Structural quorum (numero legale).' })
  readonly quorum!: QuorumRuleInput;

  @ValidateNested()
  @Type(() => MajorityRuleInput)
  @Field(() => MajorityRuleInput, { description: 'Majority (maggioranza).' })
  readonly majority!: MajorityRuleInput;

  @Field(() => TieRuleEnum, { description: 'Equal votes (parità).' })
  readonly tie!: string;

  @Field(() => Boolean, { description: 'Recused seats leave the base of the majority too.' })
  readonly recusedLeaveBase!: boolean;

  @IsInt()
  @Min(0)
  @Max(365)
  @Field(() => Int, { description: 'Days of notice before a sitting (preavviso).' })
  readonly noticeDays!: number;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RepresentationInput)
  @Field(() => [RepresentationInput], {
    defaultValue: [],
    description: 'Categories to be represented.',
  })
  readonly representation!: readonly RepresentationInput[];

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CategoryWeightInput)
  @Field(() => [CategoryWeightInput], {
    nullable: true,
    description: 'Weights of all categories; absent where one seat is one vote (pesi).',
  })
  readonly weights?: readonly CategoryWeightInput[];

  @IsOptional()
  @ValidateNested()
  @Type(() => ShareInput)
  @Field(() => ShareInput, { nullable: true, description: 'Double majority: share of weights.' })
  readonly weightedMajority?: ShareInput;

  @IsOptional()
  @Field(() => TieUnpresidedEnum, { nullable: true, description: 'A tie without chair and vice.' })
  readonly tieUnpresided?: string;

  @IsOptional()
  @Field(() => VoteClosingEnum, { nullable: true, description: 'When a vote may close.' })
  readonly closing?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => QuorumRuleInput)
  @Field(() => QuorumRuleInput, { nullable: true, description: 'Quorum in second call.' })
  readonly secondCall?: QuorumRuleInput;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Members may attend by video.' })
  readonly video?: boolean;

  @IsOptional()
  @Field(() => AgendaAdditionEnum, { nullable: true, description: 'When items may be added.' })
  readonly agendaAdditions?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => DelegationRuleInput)
  @Field(() => DelegationRuleInput, { nullable: true, description: 'Delegations (deleghe).' })
  readonly delegation?: DelegationRuleInput;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  @Field(() => Int, { nullable: true, description: 'Days of prorogation (proroga).' })
  readonly prorogationDays?: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => WrittenRuleInput)
  @Field(() => WrittenRuleInput, { nullable: true, description: 'In writing, without sitting.' })
  readonly written?: WrittenRuleInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => SilenceRuleInput)
  @Field(() => SilenceRuleInput, { nullable: true, description: 'By silence, without sitting.' })
  readonly silence?: SilenceRuleInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => UrgencyRuleInput)
  @Field(() => UrgencyRuleInput, {
    nullable: true,
    description: 'The chair may decide alone; absent: only the body (urgenza), rule D-10.',
  })
  readonly urgency?: UrgencyRuleInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => MajorityRuleInput)
  @Field(() => MajorityRuleInput, {
    nullable: true,
    description: 'Majority for immediate enforceability; of all seats when absent, rule D-6.',
  })
  readonly enforceability?: MajorityRuleInput;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  @Field(() => Int, { nullable: true, description: 'Days for objections (opposizioni).' })
  readonly objectionDays?: number;

  @IsOptional()
  @Field(() => NoticeFromEnum, {
    nullable: true,
    description: 'Notice runs from its service on each seat, not from the day of convening.',
  })
  readonly noticeFrom?: string;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'No quorum while a seat that is away was not served (notifica), rule GB-1.',
  })
  readonly serviceRequired?: boolean;

  @IsOptional()
  @ArrayMaxSize(4)
  @Field(() => [BallotFormEnum], {
    nullable: true,
    description: 'Forms in which the body votes; named only when absent.',
  })
  readonly ballots?: readonly string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => LoginRuleInput)
  @Field(() => LoginRuleInput, {
    nullable: true,
    description: 'How who votes, signs or approves must have signed in (accesso), rule X-3.',
  })
  readonly login?: LoginRuleInput;
}
