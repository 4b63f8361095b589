import { CommandInput, IsIdOf, LocalDate } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';
import { BoardLevelEnum } from './board.types.js';
import { CategoryWeightInput, SEATS_MAX } from './rule.inputs.js';
import { RulebookInput } from './rulebook.inputs.js';
import { RulebookPresetEnum } from './rulebook.types.js';

const PERSON = 'The person, by reference (persona).';

@InputType({ description: 'Establishes a board with its rulebook (istituzione dell’organo).' })
export class EstablishBoardInput extends CommandInput {
  @Length(1, 200)
  @Field(() => String, { description: 'Name (denominazione).' })
  readonly name!: string;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn?: string;

  @Field(() => BoardLevelEnum, { description: 'Level of governance (livello).' })
  readonly level!: string;

  @IsOptional()
  @IsIdOf('network')
  @Field(() => ID, { nullable: true, description: 'The network it governs (rete).' })
  readonly network?: string;

  @IsOptional()
  @IsIdOf('plan')
  @Field(() => ID, { nullable: true, description: 'The plan it governs (piano).' })
  readonly plan?: string;

  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  @Field(() => Int, { description: 'Seats that it is composed of (seggi).' })
  readonly seats!: number;

  @IsOptional()
  @Field(() => RulebookPresetEnum, {
    nullable: true,
    description: 'A rulebook to start from; either this or `rulebook`.',
  })
  readonly preset?: string | undefined;

  @IsOptional()
  @ValidateNested()
  @Type(() => RulebookInput)
  @Field(() => RulebookInput, {
    nullable: true,
    description: 'A rulebook of its own; either this or `preset`.',
  })
  readonly rulebook?: RulebookInput | undefined;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CategoryWeightInput)
  @Field(() => [CategoryWeightInput], {
    nullable: true,
    description: 'Weights of the categories, for a `preset` that weighs votes (pesi).',
  })
  readonly weights?: readonly CategoryWeightInput[] | undefined;

  @Field(() => LocalDate, { description: 'Its last day (scadenza).' })
  readonly termUntil!: string;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

/** What every command on a board that exists names. */
@InputType({ isAbstract: true })
abstract class OnBoardInput extends CommandInput {
  @IsIdOf('board')
  @Field(() => ID, { description: 'The board (organo).' })
  readonly board!: string;
}

/** From a day to a day. */
@InputType({ isAbstract: true })
abstract class OfficeInput extends OnBoardInput {
  @Field(() => LocalDate, { description: 'First day in office.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Last day in office.' })
  readonly until!: string;
}

@InputType({ description: 'Designates who is to hold a seat (designazione).' })
export class DesignateMemberInput extends OnBoardInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'A seat that has become vacant; absent for one never filled yet.',
  })
  readonly seat?: string;

  @Length(1, 100)
  @Field(() => String, { description: 'What the seat stands for (categoria).' })
  readonly category!: string;

  @IsOptional()
  @IsIdOf('partner')
  @Field(() => ID, { nullable: true, description: 'On whose behalf (ente).' })
  readonly organisation?: string;

  @IsIdOf('person')
  @Field(() => ID, { description: PERSON })
  readonly person!: string;
}

@InputType({ description: 'Appoints who was designated to the seat (nomina).' })
export class AppointMemberInput extends OfficeInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;
}

@InputType({ description: 'Appoints the holder of a seat as chair (nomina del presidente).' })
export class AppointChairInput extends OfficeInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat of the chair (seggio).' })
  readonly seat!: string;
}

@InputType({ description: 'Appoints a secretary, member or not (nomina del segretario).' })
export class AppointSecretaryInput extends OfficeInput {
  @IsIdOf('person')
  @Field(() => ID, { description: PERSON })
  readonly person!: string;

  @IsOptional()
  @IsIdOf('partner')
  @Field(() => ID, { nullable: true, description: 'Of this organisation (ente).' })
  readonly organisation?: string;
}

@InputType({ description: 'Leaves a seat that one holds (dimissioni).' })
export class ResignSeatInput extends OnBoardInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;

  @Field(() => LocalDate, { description: 'The last day in the seat.' })
  readonly lastDay!: string;
}

@InputType({ description: 'Appoints the holder of a seat as vice chair (nomina del vice).' })
export class AppointViceChairInput extends OfficeInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat of the vice chair (seggio).' })
  readonly seat!: string;
}

@InputType({ description: 'Appoints who sits for a seat when its holder does not (supplente).' })
export class AppointAlternateInput extends OfficeInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;

  @IsIdOf('person')
  @Field(() => ID, { description: PERSON })
  readonly person!: string;
}

@InputType({ description: 'Puts another in the place of the holder of a seat (sostituzione).' })
export class ReplaceMemberInput extends AppointAlternateInput {
  @IsOptional()
  @IsIdOf('partner')
  @Field(() => ID, {
    nullable: true,
    description: 'On whose behalf (ente); that of the predecessor when absent.',
  })
  readonly organisation?: string;
}

@InputType({ description: 'Removes the holder of a seat (revoca).' })
export class RevokeMemberInput extends ResignSeatInput {}

@InputType({ description: 'Suspends a seat: nobody sits for it meanwhile (sospensione).' })
export class SuspendSeatInput extends OnBoardInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;

  @Field(() => LocalDate, { description: 'The first day of the suspension.' })
  readonly from!: string;
}

@InputType({ description: 'Ends the suspension of a seat (reintegrazione).' })
export class ReinstateSeatInput extends OnBoardInput {
  @IsUUID()
  @Field(() => ID, { description: 'The seat (seggio).' })
  readonly seat!: string;

  @Field(() => LocalDate, { description: 'From when on its holder is in office again.' })
  readonly from!: string;
}

@InputType({ description: 'Lets a board go on after its term (proroga), rule GB-6.' })
export class ProrogueBoardInput extends OnBoardInput {
  @Field(() => LocalDate, { description: 'Its last day in prorogation.' })
  readonly until!: string;
}

@InputType({ description: 'Dissolves a board (scioglimento).' })
export class DissolveBoardInput extends OnBoardInput {
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly lastDay!: string;
}
