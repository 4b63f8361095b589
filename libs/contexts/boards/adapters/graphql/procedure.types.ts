import { connectionOf, enumOf, Instant, LocalDate, Node, Person } from '@tavolo/graphql';
import { resultOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { stopCauses } from '../../domain/procedure.events.js';
import { procedureStatuses } from '../../domain/procedure.state.js';
import { ProcedureKindEnum } from './procedure-rule.types.js';
import { EarlierMajority } from './earlier-majority.types.js';
import { Rulebook } from './rulebook.types.js';
import { BallotFormEnum, SatAsEnum, VoteChoiceEnum, VoteOutcomeEnum } from './sitting.enums.js';
import { Conflict, Paper } from './sitting.types.js';
import { Tie } from './tie.types.js';
import { Electorate, TraceStep, VoteTally } from './vote.types.js';

export const ProcedureStatusEnum = enumOf(
  'ProcedureStatus',
  procedureStatuses,
  'State of a procedure (stato della procedura); tied: its answers are equal and it waits (parità); stopped: it ended without an outcome.',
);
export const StopCauseEnum = enumOf(
  'ProcedureStopCause',
  stopCauses,
  'Why a procedure ended without an outcome (causa dell’arresto).',
);

@ObjectType({ description: 'The answer of a seat (risposta); one changed or cancelled stays.' })
export class Reply {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who answered for it.' })
  readonly person!: Person;

  @Field(() => SatAsEnum, { description: 'As its holder or alternate (supplente).' })
  readonly as!: string;

  @Field(() => VoteChoiceEnum, { description: 'What was answered.' })
  readonly choice!: string;

  @Field(() => Sha256, { description: 'The text that it is about.' })
  readonly textSha256!: string;

  @Field(() => Instant, { description: 'When.' })
  readonly castAt!: string;

  @Field(() => Boolean, { description: 'Cancelled by a recusal: it does not count.' })
  readonly cancelled!: boolean;

  @Field(() => Boolean, { description: 'Changed later: the later one counts.' })
  readonly replaced!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a hidden procedure: the choice as it was sealed (risposta sigillata); `ending.key` opens it.',
  })
  readonly sealed!: string | null;
}

@ObjectType({ description: 'An objection with its reasons (dissenso motivato).' })
export class ProcedureObjection {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who objected for it.' })
  readonly person!: Person;

  @Field(() => SatAsEnum, { description: 'As its holder or alternate (supplente).' })
  readonly as!: string;

  @Field(() => Sha256, { description: 'The reasons (motivazione), a document.' })
  readonly reasons!: string;

  @Field(() => Instant, { description: 'When.' })
  readonly raisedAt!: string;

  @Field(() => Boolean, { description: 'Cancelled by a recusal: it does not count.' })
  readonly cancelled!: boolean;
}

@ObjectType({ description: 'A member wants it in a sitting (richiesta di seduta).' })
export class CallForSitting {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who asked.' })
  readonly person!: Person;

  @Field(() => Instant, { description: 'When.' })
  readonly calledAt!: string;

  @Field(() => Boolean, { description: 'Fallen by a recusal: it does not count.' })
  readonly cancelled!: boolean;
}

@ObjectType({ description: 'A member asked for documents (richiesta di integrazioni).' })
export class DocumentRequest {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who asked.' })
  readonly person!: Person;

  @Field(() => Sha256, { description: 'The request, a document.' })
  readonly request!: string;

  @Field(() => Instant, { description: 'When.' })
  readonly requestedAt!: string;
}

@ObjectType({ description: 'How far a procedure has come (avanzamento).' })
export class ProcedureProgress {
  @Field(() => Int, { description: 'Seats that may answer: those at the opening, less recused.' })
  readonly entitled!: number;

  @Field(() => Int, {
    description:
      'Seats whose answer or objection counts; of a secret procedure none until it is closed.',
  })
  readonly answered!: number;

  @Field(() => [ID], {
    description:
      'Seats that have not answered (in attesa); of a secret procedure all of them until it is closed.',
  })
  readonly waiting!: readonly string[];

  @Field(() => Int, { description: 'Calls for a sitting that count.' })
  readonly sittingCalls!: number;
}

@ObjectType({ description: 'How a procedure ended (esito): computed, never typed in.' })
export class ProcedureEnding {
  @Field(() => VoteOutcomeEnum, { description: 'The outcome (esito).' })
  readonly outcome!: string;

  @Field(() => VoteTally, {
    description: 'How the answers were spread; by silence, who did not object is in favour.',
  })
  readonly tally!: VoteTally;

  @Field(() => [TraceStep], { description: 'How it came about, step by step.' })
  readonly trace!: readonly TraceStep[];

  @Field(() => [ID], { description: 'Seats whose reply counts.' })
  readonly replied!: readonly string[];

  @Field(() => [ID], { description: 'Seats whose objection counts.' })
  readonly objected!: readonly string[];

  @Field(() => [ID], { description: 'Seats recused (esclusi).' })
  readonly recused!: readonly string[];

  @Field(() => Boolean, { description: 'Before its deadline (chiusura anticipata).' })
  readonly early!: boolean;

  @Field(() => Instant, { description: 'When it was closed.' })
  readonly closedAt!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a hidden procedure: the key that opens `sealed` (chiave), AES-256-GCM, base64url.',
  })
  readonly key!: string | null;

  @Field(() => Tie, {
    nullable: true,
    description:
      'Equal answers that waited for a drawing or a second vote (parità); outcome and steps are with what ended them.',
  })
  readonly tie!: Tie | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A vote without a sitting: a written procedure or a silence procedure (procedura).',
})
export class Procedure extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => ProcedureKindEnum, { description: 'In writing or by silence.' })
  readonly kind!: string;

  @Field(() => ProcedureStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Title of the decision (oggetto).' })
  readonly title!: string;

  @Field(() => Sha256, { description: 'The text that is voted on, frozen.' })
  readonly textSha256!: string;

  @Field(() => [Paper], { description: 'Documents sent to all, later ones too (documenti).' })
  readonly papers!: readonly Paper[];

  @Field(() => Int, { description: 'Revision of the board that the electorate was read at.' })
  readonly boardRevision!: number;

  @Field(() => Rulebook, { description: 'The rules it is counted by, frozen.' })
  readonly rulebook!: Rulebook;

  @Field(() => Int, { description: 'Version of those rules.' })
  readonly rulebookVersion!: number;

  @Field(() => [EarlierMajority], {
    nullable: true,
    description: 'Majorities of earlier votes that are asked for as well, rule D-8.',
  })
  readonly alsoNeeded?: readonly EarlierMajority[];

  @Field(() => [ID], { description: 'Seats that the notice went to.' })
  readonly notified!: readonly string[];

  @Field(() => BallotFormEnum, { description: 'How members answer (forma della votazione).' })
  readonly form!: string;

  @Field(() => Boolean, { description: 'Sensitive interests give it a longer time.' })
  readonly sensitive!: boolean;

  @Field(() => LocalDate, { description: 'The day of its opening where the body sits.' })
  readonly openedOn!: string;

  @Field(() => Instant, { description: 'When it opened (apertura).' })
  readonly openedAt!: string;

  @Field(() => Instant, { description: 'From then on nobody answers (termine).' })
  readonly deadline!: string;

  @Field(() => LocalDate, { description: 'The day of the deadline where the body sits.' })
  readonly closesOn!: string;

  @Field(() => Instant, { nullable: true, description: 'The deadline before its extension.' })
  readonly extendedFrom!: string | null;

  @Field(() => StopCauseEnum, { nullable: true, description: 'Why it ended without an outcome.' })
  readonly stopCause!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it ended, closed or stopped.' })
  readonly endedAt!: string | null;

  @Field(() => [Conflict], { description: 'Declared conflicts of interest (conflitti).' })
  readonly conflicts!: readonly Conflict[];

  @Field(() => Electorate, { description: 'Who may answer, frozen at the opening (elettorato).' })
  readonly electorate!: Electorate;
}

export const ProcedureConnection = connectionOf(Procedure);
export const ProcedureResult = resultOf(Procedure, 'procedure');
