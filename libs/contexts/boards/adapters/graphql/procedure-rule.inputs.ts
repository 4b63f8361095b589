import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ObjectionEffectEnum, ReplyChangeEnum } from './procedure-rule.types.js';
import { QuorumRuleInput } from './quorum.inputs.js';
import { DAYS_MAX, SEATS_MAX } from './rule.inputs.js';

@InputType({ isAbstract: true })
class ProcedureTimesInput {
  @IsInt()
  @Min(0)
  @Max(DAYS_MAX)
  @Field(() => Int, { description: 'Whole days to answer, at least (giorni minimi).' })
  readonly minDays!: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(DAYS_MAX)
  @Field(() => Int, { nullable: true, description: 'Whole days to answer, at most.' })
  readonly maxDays?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(SEATS_MAX)
  @Field(() => Int, { nullable: true, description: 'So many members bring it to a sitting.' })
  readonly sittingCalls?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  @Field(() => Int, { nullable: true, description: 'Days of extension, once (proroga).' })
  readonly extensionDays?: number;

  @IsOptional()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(DAYS_MAX, { each: true })
  @Field(() => [Int], {
    nullable: true,
    description: 'Days before the deadline on which to remind (solleciti).',
  })
  readonly reminderDays?: readonly number[];

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(DAYS_MAX)
  @Field(() => Int, { nullable: true, description: 'Days to ask for documents.' })
  readonly documentRequestDays?: number;
}

@InputType({ description: 'The rules of a written procedure (procedura scritta).' })
export class WrittenRuleInput extends ProcedureTimesInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => QuorumRuleInput)
  @Field(() => QuorumRuleInput, {
    nullable: true,
    description: 'How many must reply; absent: the quorum of a sitting, of who replied.',
  })
  readonly replies?: QuorumRuleInput;

  @Field(() => ReplyChangeEnum, { description: 'Whether a reply can be changed.' })
  readonly replyChange!: string;
}

@InputType({ description: 'The rules of a silence procedure (procedura di silenzio).' })
export class SilenceRuleInput extends ProcedureTimesInput {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(DAYS_MAX)
  @Field(() => Int, { nullable: true, description: 'Days at most for sensitive interests.' })
  readonly sensitiveMaxDays?: number;

  @IsInt()
  @Min(0)
  @Max(SEATS_MAX)
  @Field(() => Int, { description: 'So many objections keep it from being adopted.' })
  readonly objections!: number;

  @Field(() => ObjectionEffectEnum, { description: 'What so many objections lead to.' })
  readonly onObjections!: string;
}
