import { AreIdsOf, CommandInput, DeadlineInput, Instant, IsIdOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Min } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { BallotFormEnum, SatAsEnum, ServiceChannelEnum, VoteChoiceEnum } from './sitting.enums.js';
import { VoteQuestionInput } from './vote.question.inputs.js';
import { VoteRecordingEnum } from './sitting.enums.js';

@InputType({ description: 'A document served with the notice, uploaded before (documento).' })
export class PaperInput {
  @Field(() => Sha256, { description: 'The SHA-256 that the upload answered.' })
  readonly sha256!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;
}

@InputType({ description: 'A matter to be decided (punto all’ordine del giorno).' })
export class AgendaItemInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision, ready or deferred (proposta).' })
  readonly decision!: string;

  @Field(() => Sha256, { description: 'The text of the decision, as you read it.' })
  readonly textSha256!: string;

  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PaperInput)
  @Field(() => [PaperInput], { defaultValue: [], description: 'Documents for it (documenti).' })
  readonly papers!: readonly PaperInput[];
}

@InputType({ description: 'Convenes a sitting with its agenda (convocazione).' })
export class ConveneMeetingInput extends CommandInput {
  @IsIdOf('board')
  @Field(() => ID, { description: 'The board (organo).' })
  readonly board!: string;

  @ValidateNested()
  @Type(() => DeadlineInput)
  @Field(() => DeadlineInput, { description: 'Date and time, on the clock of the place.' })
  readonly at!: DeadlineInput;

  @Length(1, 300)
  @Field(() => String, { description: 'Place (luogo).' })
  readonly place!: string;

  @IsOptional()
  @IsIdOf('sitting')
  @Field(() => ID, {
    nullable: true,
    description: 'The deserted sitting that this is the second call of.',
  })
  readonly secondOf?: string;

  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  @Field(() => [AgendaItemInput], { description: 'Agenda (ordine del giorno).' })
  readonly items!: readonly AgendaItemInput[];
}

@InputType({ description: 'Names a sitting (seduta).' })
export class SittingInput extends CommandInput {
  @IsIdOf('sitting')
  @Field(() => ID, { description: 'The sitting (seduta).' })
  readonly sitting!: string;
}

@InputType({ description: 'Names a seat in a sitting (seggio).' })
export class AttendanceInput extends SittingInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;

  @IsOptional()
  @Field(() => SatAsEnum, {
    nullable: true,
    description: 'For an arrival: who sits for the seat; its holder when absent.',
  })
  readonly as?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'For an arrival: by video.' })
  readonly video?: boolean;
}

@InputType({ description: 'Gives the attendance of one’s seat to another member (delega).' })
export class DelegateAttendanceInput extends SittingInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat that is to be represented.' })
  readonly seat!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The seat of who is to represent it.' })
  readonly to!: string;

  @Field(() => Sha256, { description: 'The delegation in writing, uploaded before.' })
  readonly notice!: string;
}

@InputType({ description: 'Takes a delegation back (revoca della delega).' })
export class RevokeDelegationInput extends SittingInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat that was represented.' })
  readonly seat!: string;
}

@InputType({ description: 'Names an item of a sitting (punto).' })
export class ItemInput extends SittingInput {
  @IsUUID()
  @Field(() => ID, { description: 'The item of the agenda (punto).' })
  readonly item!: string;
}

@InputType({ description: 'Names a seat for an item of a sitting.' })
export class SeatOnItemInput extends ItemInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;
}

@InputType({ description: 'Declares one’s own conflict of interest for an item (dichiarazione).' })
export class DeclareConflictInput extends SeatOnItemInput {
  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'The declaration as a document; or say it in `reason`, which is kept apart.',
  })
  readonly declaration?: string;
}

@InputType({ description: 'Says whether a declared interest is a conflict (decisione).' })
export class ResolveConflictInput extends SeatOnItemInput {
  @Field(() => Boolean, { description: 'It is a conflict (accertato).' })
  readonly upheld!: boolean;
}

@InputType({ description: 'Opens the vote on an item (apertura della votazione).' })
export class OpenVoteInput extends ItemInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => VoteQuestionInput)
  @Field(() => VoteQuestionInput, {
    nullable: true,
    description: 'A question beside the decision; absent: the decision itself.',
  })
  readonly question?: VoteQuestionInput | null;

  @Field(() => Sha256, { description: 'The text to be voted on.' })
  readonly textSha256!: string;

  @IsOptional()
  @Field(() => BallotFormEnum, {
    nullable: true,
    description: 'How it is given, one of the forms of the rulebook; named when absent.',
  })
  readonly ballot?: string;
}

@InputType({ description: 'Casts a vote, or records one for its holder (voto).' })
export class CastVoteInput extends SeatOnItemInput {
  @Field(() => VoteChoiceEnum, { description: 'The vote.' })
  readonly choice!: string;

  @Field(() => Sha256, { description: 'The text that is voted on, as the voter read it.' })
  readonly textSha256!: string;

  @IsOptional()
  @Field(() => VoteRecordingEnum, {
    nullable: true,
    description: 'For the secretary: how the vote was taken in the room; only where it is named.',
  })
  readonly recorded?: string;
}

@InputType({
  description:
    'Records the tally of a secret vote on paper (spoglio delle schede), rules D-2 and D-3.',
})
export class RecordSecretTallyInput extends ItemInput {
  @Field(() => Sha256, { description: 'The text that was voted on.' })
  readonly textSha256!: string;

  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { description: 'Seats that handed in a paper (votanti).' })
  readonly voters!: readonly string[];

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'Papers in favour (favorevoli).' })
  readonly for!: number;

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'Papers against (contrari).' })
  readonly against!: number;

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'Abstentions, blank and spoiled papers (bianche e nulle).' })
  readonly abstain!: number;

  @ArrayMaxSize(20)
  @AreIdsOf('person')
  @Field(() => [ID], { description: 'Who counted them: two or more members (scrutatori).' })
  readonly tellers!: readonly string[];
}

@InputType({ isAbstract: true })
class OnMinutesInput extends SittingInput {
  @Field(() => Sha256, { description: 'The SHA-256 of the minutes.' })
  readonly minutes!: string;
}

@InputType({ description: 'Names the minutes of a sitting, uploaded before (verbale).' })
export class MinutesInput extends OnMinutesInput {
  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description:
      'Hash of the record of the sitting that you have read; refused if it is no longer.',
  })
  readonly record?: string;
}

@InputType({ description: 'Adds matters to the agenda of an open sitting (punti aggiunti).' })
export class AmendAgendaInput extends SittingInput {
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  @Field(() => [AgendaItemInput], { description: 'What is added (punti).' })
  readonly items!: readonly AgendaItemInput[];

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'Why it cannot wait, as a document.' })
  readonly urgency?: string;
}

@InputType({ description: 'Puts approved minutes right by another document (rettifica).' })
export class RectifyMinutesInput extends OnMinutesInput {
  @Field(() => Sha256, { description: 'The minutes as they stand, which you have read.' })
  readonly rectifies!: string;
}

@InputType({ description: 'Records how the notice reached a seat (notifica), rule GB-1.' })
export class RecordServiceInput extends CommandInput {
  @IsIdOf('sitting')
  @Field(() => ID, { description: 'The sitting (seduta).' })
  readonly sitting!: string;

  @Length(1, 100)
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => ServiceChannelEnum, { description: 'How (mezzo).' })
  readonly channel!: string;

  @Field(() => Instant, { description: 'When it reached the seat.' })
  readonly servedAt!: string;

  @Field(() => Sha256, { description: 'What proves it, uploaded before (prova).' })
  readonly proof!: string;
}
