import type {
  BallotForm,
  BoardId,
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  SittingId,
} from '../contract/index.js';
import type { Command, DataOf, Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { FrozenVersion } from '@tavolo/plans';
import type { SeatId } from './board.events.js';
import type { EarlierOnTable } from './decision.commands.js';
import type { VoteChoice } from './outcome.js';
import type { Roll } from './roll.js';
import type { RouteOfVote } from './route/vote.events.js';
import type { BoxFound, CastGround } from './sitting.ballot.js';
import type { ItemId, Paper, Recording, SatAs, VoidCause, VoteQuestion } from './sitting.events.js';
import type { ServiceChannel } from './sitting.service.events.js';
import type { TieSide } from './tie.events.js';

/** A decision as a sitting sees it, read from the decision's own stream. */
export type DecisionOnTable = Readonly<{
  board: BoardId;
  status: DecisionStatus;
  title: string;
  textSha256: Sha256;
  subject: DecisionSubject;
  /** The sitting whose agenda it is on. */
  sitting: SittingId | null;
  /** The route that it came by or waits for; absent where it is on none. */
  route?: RouteOfVote;
  /** The route that it came by waits for it no more. */
  leftByRoute?: boolean;
  /** The first due day of its conditions; absent where it has none. */
  firstDueOn?: LocalDate;
  /** The body deferred it to this day; absent where it did not. */
  deferredUntil?: LocalDate;
}>;

/** A plan as a vote on its adoption, or on its extension, sees it. */
export type PlanOnTable = Readonly<{
  frozen: FrozenVersion | null;
  /** What is still missing before it can be adopted, empty when nothing is (PL-4). */
  missing: readonly string[];
  /** The costed extension that waits for its funding decision; absent where none does. */
  costedExtension?: string;
}>;

/** What a sitting is to deal with, as whoever convenes it says. */
export type ItemAsked = Readonly<{
  decision: DecisionId;
  textSha256: Sha256;
  papers: readonly Paper[];
}>;

/** Of commands that look at who is in office; null where the board does not exist. */
type OnRoll = Readonly<{ roll: Roll | null }>;

/** Of commands on a vote that is open, or on its tie. */
export type OnOpenVote = OnRoll &
  Readonly<{
    /** Of a decision that adopts a plan; null where the vote is on something else. */
    plan: PlanOnTable | null;
  }>;

type AddedItems = Readonly<{
  newIds: readonly ItemId[];
  decisions: readonly (DecisionOnTable | null)[];
}>;

/** A sitting that a second call follows, read from its own stream. */
export type FirstCall = Readonly<{
  board: BoardId;
  deserted: boolean;
  startsOn: LocalDate;
  decisions: readonly DecisionId[];
}>;

/** What can be asked of a sitting. */
export type SittingCommand =
  | Command<
      'ConveneMeeting',
      {
        board: BoardId;
        at: Instant;
        place: string;
        /** The deserted sitting that this is to be the second call of. */
        secondOf?: SittingId;
        items: readonly ItemAsked[];
        grounds: OnRoll &
          Readonly<{
            startsOn: LocalDate;
            newIds: readonly ItemId[];
            /** One for each item, in their order. */
            decisions: readonly (DecisionOnTable | null)[];
            /** Null where there is no such sitting, or none is named. */
            firstCall?: FirstCall | null;
          }>;
      }
    >
  | Command<
      'AmendAgenda',
      {
        items: readonly ItemAsked[];
        /** Why it cannot wait, as a document. */
        urgency?: Sha256;
        grounds: OnRoll & AddedItems;
      }
    >
  | Command<'OpenMeeting', { grounds: OnRoll }>
  | Command<
      'RecordArrival',
      {
        seat: SeatId;
        /** Absent: the holder. */
        as?: SatAs;
        /** Absent: in the room. */
        by?: 'video';
        grounds: OnRoll;
      }
    >
  | Command<
      'DelegateAttendance',
      {
        seat: SeatId;
        to: SeatId;
        /** The delegation in writing. */
        notice: Sha256;
        grounds: OnRoll;
      }
    >
  | Command<'RevokeDelegation', { seat: SeatId; grounds: OnRoll }>
  | Command<
      'RecordService',
      {
        seat: SeatId;
        channel: ServiceChannel;
        servedAt: Instant;
        /** What proves it: a receipt, a signed copy. */
        proof: Sha256;
        grounds: OnRoll & Readonly<{ servedOn: LocalDate }>;
      }
    >
  | Command<'RecordDeparture', { seat: SeatId }>
  | Command<
      'DeclareConflict',
      { item: ItemId; seat: SeatId; declaration?: Sha256; grounds: OnRoll }
    >
  | Command<'ResolveConflict', { item: ItemId; seat: SeatId; upheld: boolean }>
  | Command<'RecordRecusal', { item: ItemId; seat: SeatId }>
  | Command<'VerifyQuorum', { item: ItemId; grounds: OnRoll }>
  | Command<
      'OpenVote',
      {
        item: ItemId;
        textSha256: Sha256;
        /** Asked beside the decision; absent: the decision itself. */
        question?: VoteQuestion;
        /** The form of the vote; absent: named. */
        ballot?: BallotForm;
        grounds: OnRoll &
          Readonly<{
            /** The sitting itself. */
            sitting: SittingId;
            decision: DecisionOnTable | null;
            /** Of a decision about an earlier one; null where there is no such decision. */
            earlier?: EarlierOnTable | null;
            /** Of a decision that adopts a plan; null where there is no such plan. */
            plan: PlanOnTable | null;
          }>;
      }
    >
  | Command<
      'CastVote',
      {
        item: ItemId;
        seat: SeatId;
        choice: VoteChoice;
        textSha256: Sha256;
        /** How the secretary takes it; not said by who votes. */
        recorded?: Recording;
        grounds: OnOpenVote & CastGround;
      }
    >
  | Command<
      'RecordSecretTally',
      {
        item: ItemId;
        textSha256: Sha256;
        /** Seats that handed in a paper. */
        voters: readonly SeatId[];
        for: number;
        against: number;
        abstain: number;
        tellers: readonly PersonRef[];
        grounds: OnOpenVote;
      }
    >
  | Command<'CloseVote', { item: ItemId; grounds: OnOpenVote & BoxFound }>
  | Command<
      'RecordDraw',
      {
        item: ItemId;
        textSha256: Sha256;
        side: TieSide;
        /** The record of the drawing. */
        record: Sha256;
        drawnBy: PersonRef;
        grounds: OnOpenVote;
      }
    >
  | Command<
      'CastSecondVote',
      { item: ItemId; textSha256: Sha256; side: TieSide; grounds: OnOpenVote }
    >
  | Command<'PostponeTie', { item: ItemId; grounds: OnOpenVote }>
  | Command<'CloseMeeting', { grounds: OnRoll }>
  | Command<
      'DraftMinutes',
      {
        minutes: Sha256;
        /** The record of the sitting that they were written from, where it is named. */
        record?: Sha256;
        /** The hash of the record of the sitting as its facts are now. */
        grounds: { record: Sha256 };
      }
    >
  | Command<'ApproveMinutes', { minutes: Sha256; record?: Sha256; grounds: { record: Sha256 } }>
  /** `rectifies`: the minutes as they stand, which the sender has read. */
  | Command<'RectifyMinutes', { minutes: Sha256; rectifies: Sha256 }>
  | Command<'VoidVote', { item: ItemId; cause: VoidCause; grounds: OnRoll }>;

/** One command of a sitting, whole. */
export type SittingAsked<Type extends SittingCommand['type']> = Extract<
  SittingCommand,
  { type: Type }
>;

/** The content of one command of a sitting. */
export type SittingDataOf<Type extends SittingCommand['type']> = DataOf<SittingCommand, Type>;
