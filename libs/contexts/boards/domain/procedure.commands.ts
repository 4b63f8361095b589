import type { BallotForm, BoardId, DecisionId, ProcedureKind } from '../contract/index.js';
import type { Command, Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { EarlierOnTable } from './decision.commands.js';
import type { VoteChoice } from './outcome.js';
import type { StopCause } from './procedure.events.js';
import type { Roll } from './roll.js';
import type { BoxFound, CastGround } from './sitting.ballot.js';
import type { DecisionOnTable, PlanOnTable } from './sitting.commands.js';
import type { Paper } from './sitting.events.js';
import type { TieSide } from './tie.events.js';

/** Who is in office; null where the board does not exist. */
type OnRoll = Readonly<{ roll: Roll | null }>;

/** What is asked again at every answer: a term ends, and a text moves, while it is open. */
export type OnOpenProcedure = OnRoll &
  Readonly<{
    /** Of a decision that adopts a plan; null where it is about something else. */
    plan: PlanOnTable | null;
  }>;

type OfSeat<More> = Readonly<{ seat: SeatId; grounds: OnOpenProcedure }> & More;

/** What a seat says, decided on what it said before: in a secret procedure the box alone knows. */
type OfVoter<More> = Readonly<{ seat: SeatId; grounds: OnOpenProcedure & CastGround }> & More;

/** What can be asked of a procedure; what only a process says stands last. */
export type ProcedureCommand =
  | Command<
      'OpenProcedure',
      {
        board: BoardId;
        kind: ProcedureKind;
        decision: DecisionId;
        textSha256: Sha256;
        papers: readonly Paper[];
        deadline: Instant;
        /** Interests are touched that the rulebook gives a longer time. */
        sensitive?: boolean;
        /** How members answer in writing; absent: named. */
        ballot?: BallotForm;
        grounds: OnOpenProcedure &
          Readonly<{
            decision: DecisionOnTable | null;
            /** Of a decision about an earlier one; null where there is no such decision. */
            earlier?: EarlierOnTable | null;
            /** The day of the deadline where the body sits. */
            closesOn: LocalDate;
          }>;
      }
    >
  | Command<'CastReply', OfVoter<{ choice: VoteChoice; textSha256: Sha256 }>>
  | Command<'RaiseObjection', OfSeat<{ reasons: Sha256; textSha256: Sha256 }>>
  | Command<'CallForSitting', OfVoter<object>>
  | Command<'RequestDocuments', OfSeat<{ request: Sha256 }>>
  | Command<'SupplyDocuments', { papers: readonly Paper[]; grounds: OnOpenProcedure }>
  | Command<
      'ExtendProcedure',
      { deadline: Instant; grounds: OnOpenProcedure & Readonly<{ closesOn: LocalDate }> }
    >
  | Command<'DeclareProcedureConflict', OfSeat<{ declaration?: Sha256 }>>
  | Command<'ResolveProcedureConflict', OfSeat<{ upheld: boolean }>>
  | Command<
      'RecordProcedureDraw',
      {
        textSha256: Sha256;
        side: TieSide;
        /** The record of the drawing. */
        record: Sha256;
        drawnBy: PersonRef;
        grounds: OnOpenProcedure;
      }
    >
  | Command<
      'CastProcedureSecondVote',
      { textSha256: Sha256; side: TieSide; grounds: OnOpenProcedure }
    >
  | Command<'PostponeProcedureTie', { grounds: OnOpenProcedure }>
  | Command<'CloseProcedureEarly', { grounds: OnOpenProcedure & BoxFound }>
  | Command<'WithdrawProcedure', { grounds: OnOpenProcedure }>
  | Command<'CloseProcedure', { grounds: OnOpenProcedure & BoxFound }>
  | Command<
      'VoidProcedure',
      {
        cause: Extract<StopCause, 'leftByRoute' | 'notScheduled' | 'termOver' | 'textSuperseded'>;
        grounds: OnRoll;
      }
    >;

/** One command of a procedure, whole. */
export type ProcedureAsked<Type extends ProcedureCommand['type']> = Extract<
  ProcedureCommand,
  { type: Type }
>;
