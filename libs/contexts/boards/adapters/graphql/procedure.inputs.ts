import { CommandInput, DeadlineInput, IsIdOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ProcedureKindEnum } from './procedure-rule.types.js';
import { BallotFormEnum, VoteChoiceEnum } from './sitting.enums.js';
import { PaperInput } from './sitting.inputs.js';

@InputType({ description: 'Opens a written or silence procedure on a decision (apertura).' })
export class OpenProcedureInput extends CommandInput {
  @IsIdOf('board')
  @Field(() => ID, { description: 'The board (organo).' })
  readonly board!: string;

  @Field(() => ProcedureKindEnum, { description: 'In writing or by silence.' })
  readonly kind!: string;

  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision, ready or deferred (proposta).' })
  readonly decision!: string;

  @Field(() => Sha256, { description: 'The text of the decision, as you read it.' })
  readonly textSha256!: string;

  @ValidateNested()
  @Type(() => DeadlineInput)
  @Field(() => DeadlineInput, { description: 'Until when members answer (termine).' })
  readonly deadline!: DeadlineInput;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Touches sensitive interests: the rulebook may give a longer time.',
  })
  readonly sensitive?: boolean | null;

  @IsOptional()
  @Field(() => BallotFormEnum, {
    nullable: true,
    description:
      'How members answer in writing (forma della votazione); named if not said. By silence nothing else, and on paper never, rule D-3.',
  })
  readonly ballot?: string | null;

  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PaperInput)
  @Field(() => [PaperInput], { defaultValue: [], description: 'Documents for it (documenti).' })
  readonly papers!: readonly PaperInput[];
}

@InputType({ description: 'Names a procedure (procedura).' })
export class ProcedureInput extends CommandInput {
  @IsIdOf('procedure')
  @Field(() => ID, { description: 'The procedure (procedura).' })
  readonly procedure!: string;
}

@InputType({ description: 'Names a seat in a procedure (seggio).' })
export class SeatInProcedureInput extends ProcedureInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;
}

@InputType({ description: 'Answers for a seat, or records the answer of its holder (risposta).' })
export class CastReplyInput extends SeatInProcedureInput {
  @Field(() => VoteChoiceEnum, { description: 'The answer.' })
  readonly choice!: string;

  @Field(() => Sha256, { description: 'The text that it is about, as you read it.' })
  readonly textSha256!: string;
}

@InputType({ description: 'Objects to an adoption by silence, with reasons (dissenso motivato).' })
export class RaiseObjectionInput extends SeatInProcedureInput {
  @Field(() => Sha256, { description: 'The reasons, a document uploaded before.' })
  readonly reasons!: string;

  @Field(() => Sha256, { description: 'The text that it is about, as you read it.' })
  readonly textSha256!: string;
}

@InputType({ description: 'Asks for documents or explanations (richiesta di integrazioni).' })
export class RequestDocumentsInput extends SeatInProcedureInput {
  @Field(() => Sha256, { description: 'The request, a document uploaded before.' })
  readonly request!: string;
}

@InputType({ description: 'Sends documents to all members of a procedure (integrazioni).' })
export class SupplyDocumentsInput extends ProcedureInput {
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PaperInput)
  @Field(() => [PaperInput], { description: 'The documents, uploaded before.' })
  readonly papers!: readonly PaperInput[];
}

@InputType({ description: 'Puts the deadline of a procedure off, once (proroga del termine).' })
export class ExtendProcedureInput extends ProcedureInput {
  @ValidateNested()
  @Type(() => DeadlineInput)
  @Field(() => DeadlineInput, { description: 'The new deadline (termine).' })
  readonly deadline!: DeadlineInput;
}

@InputType({ description: 'Declares one’s own conflict of interest (dichiarazione).' })
export class DeclareProcedureConflictInput extends SeatInProcedureInput {
  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'The declaration as a document; or say it in `reason`, which is kept apart.',
  })
  readonly declaration?: string;
}

@InputType({ description: 'Says whether a declared interest is a conflict (decisione).' })
export class ResolveProcedureConflictInput extends SeatInProcedureInput {
  @Field(() => Boolean, { description: 'It is a conflict (accertato).' })
  readonly upheld!: boolean;
}
