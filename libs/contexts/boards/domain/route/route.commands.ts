import type { Command, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type {
  BoardId,
  BoardLevel,
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  RouteDefinitionId,
  RouteVersion,
  StageId,
} from '../../contract/index.js';
import type { RouteCall } from '../../contract/index.js';
import type { InStage } from './route.events.js';

/** A definition as a start sees it: whose it is, and its version in force today. */
export type DefinitionOnTable = Readonly<{ board: BoardId; inForce: RouteVersion | null }>;

/** The decision of the body of origin, read from its own stream. */
export type OriginOnTable = Readonly<{
  board: BoardId;
  level: BoardLevel;
  status: DecisionStatus;
  textSha256: Sha256;
  title: string;
  motivation: Sha256;
  proposer: PersonRef | null;
  /** Its matter is the body's own to know: no other body is asked. */
  confidential: boolean;
  /** Chair and secretary of the body today. */
  officers: readonly PersonRef[];
  /** The route that it is bound to and that has not ended. */
  boundTo: string | null;
}>;

/** A body that a stage asks, read from its own stream; its last day is that of its term. */
export type BodyOnTable = Readonly<{ board: BoardId; lastDay: LocalDate | null }>;

/** Who a stage asks, found at the start: null stands for a board that does not exist. */
export type StageBodies = Readonly<{ stage: StageId; bodies: readonly BodyOnTable[] }>;

/** A body that is asked now, and the id of the proposal that it is to receive. */
export type BodyToAsk = Readonly<{ board: BoardId; decision: DecisionId; lastDay: LocalDate }>;

/** What a body's own decision says now, read from its own stream. */
export type Heard = Readonly<{
  decision: DecisionId;
  board: BoardId;
  status: DecisionStatus;
  subject: DecisionSubject;
  textSha256: Sha256;
  motivation: Sha256;
  /** The call that it answers, where it came by a route. */
  call: RouteCall | null;
  /** The day on which its vote closed; null while none has. */
  spokenOn: LocalDate | null;
}>;

type OfOrigin = Readonly<{
  decision: DecisionId;
  textSha256: Sha256;
}>;

/** What can be asked of a route; what only a process or a timer says stands last. */
export type RouteCommand =
  | Command<
      'StartRoute',
      OfOrigin &
        Readonly<{
          definition: RouteDefinitionId;
          grounds: Readonly<{
            definition: DefinitionOnTable | null;
            origin: OriginOnTable | null;
            bodies: readonly StageBodies[];
            legalBasis: readonly string[];
          }>;
        }>
    >
  | Command<
      'ResubmitToRoute',
      OfOrigin & Readonly<{ grounds: Readonly<{ origin: OriginOnTable | null; route: string }> }>
    >
  | Command<'WithdrawRoute', { grounds: Readonly<{ origin: OriginOnTable | null }> }>
  | Command<'OpenStage', { round: number; grounds: Readonly<{ bodies: readonly BodyToAsk[] }> }>
  | Command<'AskHigherBody', InStage & Readonly<{ grounds: Readonly<{ body: BodyToAsk | null }> }>>
  | Command<
      'HearBody',
      { decision: DecisionId; grounds: Readonly<{ heard: Heard | null; route: string }> }
    >
  | Command<
      'MoveRoute',
      { decision: DecisionId; grounds: Readonly<{ heard: Heard | null; route: string }> }
    >
  | Command<
      'CloseTerm',
      InStage & Readonly<{ grounds: Readonly<{ heard: readonly (Heard | null)[] }> }>
    >
  | Command<'LapsePlace', { board: BoardId; grounds: Readonly<{ lastDay: LocalDate | null }> }>
  | Command<'NoteTextMoved', OfOrigin>
  | Command<'RefuseBinding', { decision: DecisionId; round: number }>
  | Command<'CloseRoute', { decision: DecisionId }>;

/** One command of a route, whole. */
export type RouteAsked<Type extends RouteCommand['type']> = Extract<RouteCommand, { type: Type }>;

/** A body's objection, or its sending back, on its way to the route. */
export type RouteMoving = RouteAsked<'MoveRoute'>;
