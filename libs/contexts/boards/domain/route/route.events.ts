import type { Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type {
  BoardId,
  DecisionId,
  RouteDefinitionId,
  RouteResult,
  RouteStage,
  SilenceMeaning,
  StageId,
} from '../../contract/index.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** A stage as a route froze it when it started: with the bodies it asks, by name. */
export type FrozenStage = RouteStage & Readonly<{ boards: readonly BoardId[] }>;

/** A stage of one round; what is said is said in exactly one of them. */
export type InStage = Readonly<{ stage: StageId; round: number }>;

/** One step of how a stage or a route came out, as it was said then. */
export type RouteTraceStep = Readonly<{
  step: 'bodies' | 'answers' | 'silence' | 'veto' | 'needed' | 'stage' | 'result';
  numbers: Readonly<Record<string, number>>;
  holds: boolean;
  it: string;
  en: string;
}>;

/** What a stage came to; `unfavourable`: an opinion that does not bind; `objected`: think again. */
export type StageOutcome = 'passed' | 'failed' | 'unfavourable' | 'objected';

/**
 * A matter sets out: the definition with its version, the text and the bodies are frozen. The
 * first stage opens once the decision of the body of origin is bound to it.
 */
export type RouteStarted = Message<
  'RouteStarted',
  {
    definition: RouteDefinitionId;
    version: number;
    /** The body of origin (organo proponente) and its decision. */
    board: BoardId;
    decision: DecisionId;
    textSha256: Sha256;
    title: string;
    /** The document that gives the reasons (D-7). */
    motivation: Sha256;
    legalBasis: readonly string[];
    binding: boolean;
    stages: readonly FrozenStage[];
    /** Who proposed the decision of origin: nobody signs what they proposed, at no level. */
    proposer: PersonRef;
  }
>;

/** A stage is open: from now on its bodies are waited for, up to a day, that day included. */
export type RouteStageOpened = Message<
  'RouteStageOpened',
  InStage & Readonly<{ textSha256: Sha256; openedOn: LocalDate; until: LocalDate | null }>
>;

/**
 * The matter went to a body: as `decision`, a proposal before it. Null where it may only object:
 * then nothing lies before it until it proposes an objection itself.
 */
export type RouteBodyAsked = Message<
  'RouteBodyAsked',
  InStage &
    Readonly<{
      board: BoardId;
      decision: DecisionId | null;
      until: LocalDate | null;
      /** Asked in the place of others, which were silent or are no more. */
      escalated?: true;
    }>
>;

/** The body voted for it within the term; its decision counts once it has effect (D-9). */
export type RouteVoteTaken = Message<
  'RouteVoteTaken',
  InStage & Readonly<{ board: BoardId; decision: DecisionId; spokenOn: LocalDate }>
>;

/** The body said yes or no to exactly this text, by its own vote (D-2, X-8). */
export type RouteAnswered = Message<
  'RouteAnswered',
  InStage &
    Readonly<{
      board: BoardId;
      decision: DecisionId;
      answer: 'yes' | 'no';
      textSha256: Sha256;
      /** The day of the vote. */
      spokenOn: LocalDate;
    }>
>;

/** Why something that a body said does not count. */
export const voidCauses = ['term', 'text', 'stage'] as const;

/**
 * Why something that a body said does not count: after the term, on another text, or when the
 * stage was over. It stays readable.
 */
export type VoidCause = (typeof voidCauses)[number];

/** A body said something that counts for nothing; it stays readable. */
export type RouteAnswerVoid = Message<
  'RouteAnswerVoid',
  InStage &
    Readonly<{
      board: BoardId;
      decision: DecisionId;
      said: 'yes' | 'no' | 'object' | 'sendBack';
      textSha256: Sha256;
      spokenOn: LocalDate;
      cause: VoidCause;
    }>
>;

/** The term is over and the body said nothing; `meaning` is what the definition makes of it. */
export type RouteSilenceNoted = Message<
  'RouteSilenceNoted',
  InStage & Readonly<{ board: BoardId; meaning: Exclude<SilenceMeaning, 'none'>; until: LocalDate }>
>;

/** A body that was asked is no more: its place counts out of those asked (GB-6). */
export type RoutePlaceLapsed = Message<
  'RoutePlaceLapsed',
  InStage & Readonly<{ board: BoardId; lastDay: LocalDate }>
>;

/** A body objects that the matter belongs to its level, or to none; with its reasons (D-7). */
export type RouteObjectionLodged = Message<
  'RouteObjectionLodged',
  InStage & Readonly<{ board: BoardId; decision: DecisionId; reasons: Sha256; spokenOn: LocalDate }>
>;

/** Too few spoke, or are left: another body is to be asked in their place. */
export type RouteStageEscalated = Message<
  'RouteStageEscalated',
  InStage & Readonly<{ to: BoardId; cause: 'silence' | 'lapse'; trace: readonly RouteTraceStep[] }>
>;

/** A body is no longer waited for in this stage; its proposal leaves its table. */
export type RouteBodyReleased = Message<
  'RouteBodyReleased',
  InStage & Readonly<{ board: BoardId; decision: DecisionId }>
>;

/** A stage came out, and how; `next` opens after it, null after the last one. */
export type RouteStageEnded = Message<
  'RouteStageEnded',
  InStage &
    Readonly<{
      outcome: StageOutcome;
      trace: readonly RouteTraceStep[];
      next: StageId | null;
      endedAt: Instant;
    }>
>;

/** Why a matter went back. */
export const returnCauses = ['sentBack', 'objections', 'textMoved'] as const;

/** Why a matter went back: a body sent it back, objections, or its text was edited on the way. */
export type ReturnCause = (typeof returnCauses)[number];

/**
 * The matter went back, the route stays: to the origin, which puts the same text or a new one
 * to it again, or to an earlier stage. What was said in this round counts no more.
 */
export type RouteReturned = Message<
  'RouteReturned',
  InStage &
    Readonly<{
      cause: ReturnCause;
      /** `origin`, or the stage that opens again. */
      to: StageId;
      /** The round that follows, and the stage that it begins with. */
      nextRound: number;
      restart: StageId;
      /** Who sent it back, by which decision, with which reasons. */
      by: Readonly<{ board: BoardId; decision: DecisionId; reasons: Sha256 }> | null;
    }>
>;

/** The origin put it again to the route: confirmed as it was, or with a new text. */
export type RouteResubmitted = Message<
  'RouteResubmitted',
  Readonly<{
    decision: DecisionId;
    textSha256: Sha256;
    previousTextSha256: Sha256;
    title: string;
    motivation: Sha256;
    round: number;
    /** The stage that the round begins with; null where objections were the last word. */
    stage: StageId | null;
    proposer: PersonRef;
    /** As frozen at the start: said again, for a decision that is bound for the first time. */
    definition: RouteDefinitionId;
    version: number;
    binding: boolean;
  }>
>;

/** The route has one result, on one text, and no second one. */
export type RouteEnded = Message<
  'RouteEnded',
  Readonly<{
    result: RouteResult;
    decision: DecisionId;
    round: number;
    textSha256: Sha256;
    trace: readonly RouteTraceStep[];
    /** Of a withdrawn one. */
    cause?: 'byOrigin' | 'originEnded' | 'notBound';
    endedAt: Instant;
  }>
>;

/** Every fact of a route in flight. */
export type RouteEvent =
  | RouteStarted
  | RouteStageOpened
  | RouteBodyAsked
  | RouteVoteTaken
  | RouteAnswered
  | RouteAnswerVoid
  | RouteSilenceNoted
  | RoutePlaceLapsed
  | RouteObjectionLodged
  | RouteStageEscalated
  | RouteBodyReleased
  | RouteStageEnded
  | RouteReturned
  | RouteResubmitted
  | RouteEnded;
