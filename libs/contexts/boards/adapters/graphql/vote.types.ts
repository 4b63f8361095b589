import { Instant, Person, Sha256, LocalDate } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EarlierMajority } from './earlier-majority.types.js';
import { Rulebook } from './rulebook.types.js';
import { Tie } from './tie.types.js';
import {
  BallotFormEnum,
  TraceStepKindEnum,
  VoteChoiceEnum,
  VoteOutcomeEnum,
  VoteRecordingEnum,
  VoteQuestionKindEnum,
} from './sitting.enums.js';

@ObjectType({ description: 'A number that a step of a computation took.' })
export class TraceNumber {
  @Field(() => String, { description: 'What it counts.' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many.' })
  readonly value!: number;
}

@ObjectType({ description: 'A step of how an outcome came about (passaggio del calcolo).' })
export class TraceStep {
  @Field(() => TraceStepKindEnum, { description: 'Which step.' })
  readonly step!: string;

  @Field(() => Boolean, { description: 'Whether what it asks holds.' })
  readonly holds!: boolean;

  @Field(() => [TraceNumber], { description: 'The numbers it took; thresholds as num and den.' })
  readonly numbers!: readonly TraceNumber[];

  @Field(() => String, { description: 'The step in Italian.' })
  readonly it!: string;

  @Field(() => String, { description: 'The step in English.' })
  readonly en!: string;
}

@ObjectType({ description: 'How the votes were spread (scrutinio).' })
export class VoteTally {
  @Field(() => Int, { description: 'In favour (favorevoli).' })
  readonly for!: number;

  @Field(() => Int, { description: 'Against (contrari).' })
  readonly against!: number;

  @Field(() => Int, { description: 'Abstained (astenuti).' })
  readonly abstain!: number;

  @Field(() => Int, { description: 'Out by a conflict of interest (esclusi).' })
  readonly recused!: number;
}

@ObjectType({ description: 'A seat and its holder as a vote froze them (avente diritto).' })
export class ElectorateMember {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => ID, { description: 'The mandate of the seat (mandato).' })
  readonly mandate!: string;

  @Field(() => Person, { description: 'Who held it.' })
  readonly person!: Person;

  @Field(() => ID, { nullable: true, description: 'On whose behalf (ente).' })
  readonly organisation!: string | null;

  @Field(() => String, { description: 'What the seat stands for (categoria).' })
  readonly category!: string;

  @Field(() => Person, { nullable: true, description: 'Who could sit for the holder (supplente).' })
  readonly alternate?: Person;
}

@ObjectType({ description: 'A seat represented by the holder of another (delega).' })
export class ElectorateDelegation {
  @Field(() => ID, { description: 'The seat that is represented.' })
  readonly seat!: string;

  @Field(() => ID, { description: 'The seat of who represents it.' })
  readonly to!: string;
}

@ObjectType({ description: 'Who may vote, frozen when the vote opened (elettorato).' })
export class Electorate {
  @Field(() => Int, { description: 'Seats of the body, vacant ones too.' })
  readonly seats!: number;

  @Field(() => ID, { nullable: true, description: 'The seat of the chair.' })
  readonly chair!: string | null;

  @Field(() => ID, { nullable: true, description: 'The seat of the vice chair.' })
  readonly viceChair?: string;

  @Field(() => [ElectorateDelegation], { nullable: true, description: 'Delegations (deleghe).' })
  readonly delegations?: readonly ElectorateDelegation[];

  @Field(() => [ElectorateMember], { description: 'Seats with a holder in office.' })
  readonly members!: readonly ElectorateMember[];

  @Field(() => [ID], { description: 'Seats recused before the vote opened.' })
  readonly recused!: readonly string[];
}

@ObjectType({ description: 'A vote cast (voto); a cancelled one stays readable.' })
export class Ballot {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who sat for the seat.' })
  readonly person!: Person;

  @Field(() => VoteChoiceEnum, { description: 'What was voted.' })
  readonly choice!: string;

  @Field(() => Sha256, { description: 'The text that was voted on.' })
  readonly textSha256!: string;

  @Field(() => Instant, { description: 'When.' })
  readonly castAt!: string;

  @Field(() => Boolean, { description: 'Cancelled by a recusal: it does not count.' })
  readonly cancelled!: boolean;

  @Field(() => VoteRecordingEnum, {
    nullable: true,
    description: 'How the secretary took it; null where the voter cast it, or that was not said.',
  })
  readonly recorded!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a hidden vote: the choice as it was sealed (voto sigillato); `ending.key` opens it.',
  })
  readonly sealed!: string | null;
}

@ObjectType({ description: 'Somebody who voted (votante), without what was voted.' })
export class Voter {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who sat for the seat.' })
  readonly person!: Person;

  @Field(() => Boolean, { description: 'Cancelled by a recusal: it does not count.' })
  readonly cancelled!: boolean;
}

@ObjectType({ description: 'A secret vote on paper as it was tallied (spoglio), rule D-2.' })
export class PaperTally {
  @Field(() => Int, { description: 'In favour (favorevoli).' })
  readonly for!: number;

  @Field(() => Int, { description: 'Against (contrari).' })
  readonly against!: number;

  @Field(() => Int, { description: 'Abstained, blank papers included (astenuti).' })
  readonly abstain!: number;

  @Field(() => [Person], { description: 'Who counted the papers (scrutatori).' })
  readonly tellers!: readonly Person[];

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly talliedAt!: string;
}

@ObjectType({ description: 'How a vote ended (esito): computed, never typed in.' })
export class VoteEnding {
  @Field(() => VoteOutcomeEnum, { description: 'The outcome (esito).' })
  readonly outcome!: string;

  @Field(() => VoteTally, { description: 'How the votes were spread.' })
  readonly tally!: VoteTally;

  @Field(() => [TraceStep], { description: 'How it came about, step by step.' })
  readonly trace!: readonly TraceStep[];

  @Field(() => [ID], { description: 'Seats present at the closing.' })
  readonly present!: readonly string[];

  @Field(() => [ID], { description: 'Seats recused at the closing.' })
  readonly recused!: readonly string[];

  @Field(() => Instant, { description: 'When it closed.' })
  readonly closedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a hidden vote: the key that opens `sealed` (chiave), AES-256-GCM, base64url.',
  })
  readonly key!: string | null;

  @Field(() => Tie, {
    nullable: true,
    description:
      'Equal votes that waited for a drawing or a second vote (parità); outcome and steps are with what ended them.',
  })
  readonly tie!: Tie | null;
}

@ObjectType({ description: 'What a vote asks beside the decision (questione procedurale).' })
export class VoteQuestion {
  @Field(() => VoteQuestionKindEnum, { description: 'Which question.' })
  readonly kind!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of a deferral: not before this day; null: to the next sitting (rinvio al).',
  })
  readonly until!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'Of a deferral: why, as a document.' })
  readonly reason!: string | null;
}

@ObjectType({ description: 'A vote (votazione): what it froze, what was cast, how it ended.' })
export class Vote {
  @Field(() => VoteQuestion, {
    nullable: true,
    description: 'What is asked beside the decision; null: the decision itself.',
  })
  readonly question!: VoteQuestion | null;

  @Field(() => Sha256, { description: 'The text voted on.' })
  readonly textSha256!: string;

  @Field(() => Electorate, { description: 'Who may vote.' })
  readonly electorate!: Electorate;

  @Field(() => Int, { description: 'Revision of the board that the electorate was read at.' })
  readonly boardRevision!: number;

  @Field(() => Rulebook, { description: 'The rules it is counted by.' })
  readonly rulebook!: Rulebook;

  @Field(() => Int, { description: 'Version of those rules.' })
  readonly rulebookVersion!: number;

  @Field(() => [EarlierMajority], {
    nullable: true,
    description: 'Majorities of earlier votes that are asked for as well, rule D-8.',
  })
  readonly alsoNeeded?: readonly EarlierMajority[];

  @Field(() => String, { description: 'How the decision is taken, with the version: `sitting/1`.' })
  readonly route!: string;

  @Field(() => Instant, { description: 'When it opened.' })
  readonly openedAt!: string;

  @Field(() => BallotFormEnum, { description: 'How it is given (forma della votazione).' })
  readonly form!: string;

  @Field(() => [Ballot], {
    description:
      'Votes in the order they were cast; of a hidden vote once it is closed, of a secret one never.',
  })
  readonly ballots!: readonly Ballot[];

  @Field(() => [Voter], {
    description:
      'Who has voted (votanti), in the order of seats; of a secret vote once it is closed.',
  })
  readonly voters!: readonly Voter[];

  @Field(() => PaperTally, {
    nullable: true,
    description: 'Of a secret vote on paper: its tally (spoglio).',
  })
  readonly paper!: PaperTally | null;

  @Field(() => VoteEnding, {
    nullable: true,
    description: 'How it ended; null while it is open, or if it was voided.',
  })
  readonly ending!: VoteEnding | null;
}
