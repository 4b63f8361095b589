import { LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { VoteQuestionKindEnum } from './sitting.enums.js';

@InputType({ description: 'What a vote asks beside the decision (questione procedurale).' })
export class VoteQuestionInput {
  @Field(() => VoteQuestionKindEnum, { description: 'Which question.' })
  readonly kind!: string;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of a deferral: not before this day; to the next sitting when absent.',
  })
  readonly until?: string | null;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'Of a deferral: why, uploaded before.' })
  readonly reason?: string | null;
}
