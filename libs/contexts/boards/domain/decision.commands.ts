import type {
  AdoptionOfRoute,
  BoardId,
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  EndOfDecision,
  ExtensionOfPlan,
  MoveOnRoute,
  RouteCall,
  RouteId,
  Rulebook,
  Source,
} from '../contract/index.js';
import type { Command, DataOf, Instant, LocalDate, Refusal, Sha256 } from '@tavolo/kernel';
import type { FrozenVersion, PlanId } from '@tavolo/plans';
import type { DeferralCause, Spending, VoteRef, VoteTally } from './decision.events.js';
import type { DecisionBoundToRoute, DecisionProposed } from './decision.events.js';
import type { DecisionRouteEnded } from './decision.events.js';
import type { ConditionAsked, EndingDecision, LaterCommand } from './decision.later.commands.js';
import type { SignatureAsked } from './decision.later.commands.js';
import type { EarlierMajority } from './earlier-majority.js';
import type { LaterState } from './decision.later.state.js';
import type { Roll } from './roll.js';
import type { AdoptedOnTable } from './route/definition.js';
import type { VoteTraceStep } from './sitting.events.js';

/** What a decision orders of an earlier one, beside its end. */
type OnEarlier = Extract<
  DecisionSubject,
  { kind: 'answerObjection' | 'noteFailure' | 'ratify' | 'reconsider' | 'waiveCondition' }
>;

/** What a proposal is about, as its proposer says: of a plan, the version they read, by hash. */
export type SubjectAsked =
  | Readonly<{ kind: 'adoptPlan'; plan: PlanId; sha256: Sha256 }>
  | Readonly<{ kind: 'amendRules'; rulebook: Rulebook }>
  | EndOfDecision
  | OnEarlier
  | AdoptionOfRoute
  | ExtensionOfPlan
  | MoveOnRoute
  | Readonly<{ kind: 'other' }>;

/** The opinions that an officer gives. */
export const opinionKinds = ['technical', 'accounting'] as const;

/** On substance, or on the money. */
export type OpinionKind = (typeof opinionKinds)[number];

type Counted = VoteRef &
  Readonly<{
    textSha256: Sha256;
    tally: VoteTally;
    trace: readonly VoteTraceStep[];
    closedAt: Instant;
  }>;

/** What can be asked of a decision; what only a process says stands last. */
export type DecisionCommand =
  | Command<
      'ProposeDecision',
      {
        board: BoardId;
        title: string;
        titleEn?: string;
        subject: SubjectAsked;
        textSha256: Sha256;
        motivation?: Sha256;
        /** What the decision hangs on, part of the text that is voted on. */
        conditions?: readonly ConditionAsked[];
        spending?: Spending;
        source?: Source;
        /** What is about it is read by the body, who keeps its records and who audits it. */
        confidential?: boolean;
        grounds: {
          boardKnown: boolean;
          /** Of a proposal to end a decision; null where there is no such decision. */
          ended?: EndedOnTable | null;
          /** Of an adoption of routes: its definition and the body; null where there is none. */
          adopted?: AdoptedOnTable | null;
          /** Of a move on a route, what refuses it; null where nothing does. */
          move?: Refusal | null;
          /** Seats of the board, for a proposal of a rulebook. */
          seats?: number;
          /** Their ids, for conditions that name one. */
          seatIds?: readonly string[];
          /** Norms named with the command (base giuridica). */
          legalBasis: readonly string[];
          /** Null where there is no such plan, or none is named. */
          plan: Readonly<{ frozen: FrozenVersion | null; costedExtension?: string }> | null;
          /** Of the funding of an extension: the agreement it names; null where there is none. */
          agreement?: Readonly<{ plan: PlanId | null }> | null;
        };
      }
    >
  | Command<
      'AttachOpinion',
      { kind: OpinionKind; opinion: 'positive' | 'negative'; document: Sha256 }
    >
  | Command<
      'AmendProposal',
      {
        title?: string;
        textSha256: Sha256;
        motivation?: Sha256;
        /** All of them anew; absent: they stay. */
        conditions?: readonly ConditionAsked[];
        /** What it spends now; null: nothing any more; absent: what it spent. */
        spending?: Spending | null;
        grounds: { seatIds: readonly string[] };
      }
    >
  | Command<'WithdrawProposal', object>
  | Command<'DiscloseDecision', object>
  | Command<'MarkReady', { overruling?: Sha256 }>
  | Command<'SignDecision', SignatureAsked>
  | Command<
      'PublishDecision',
      {
        where: string;
        publishedOn: LocalDate;
        effectiveFrom?: LocalDate;
        document?: Sha256;
        /** The board on the day of publication. */
        grounds: { roll: Roll | null };
      }
    >
  /** `textSha256`: the text that a procedure froze as it opened. */
  | Command<'ScheduleDecision', VoteRef & Readonly<{ textSha256?: Sha256 }>>
  | Command<'ReceiveProposal', RouteCall & Readonly<{ grounds: { arrival: Arrival | null } }>>
  | Command<'BindToRoute', DataOf<DecisionBoundToRoute, 'DecisionBoundToRoute'>>
  | Command<'TakeRouteResult', DataOf<DecisionRouteEnded, 'DecisionRouteEnded'>>
  | Command<'ReleaseProposal', { route: RouteId }>
  | Command<
      'DeferDecision',
      VoteRef & Readonly<{ cause: DeferralCause; until?: LocalDate; reason?: Sha256 }>
    >
  | Command<
      'ApproveDecision',
      Counted &
        Readonly<{
          /** Of a decision that adopts a plan, as it stands now; null where there is none. */
          grounds: Readonly<{ plan: Readonly<{ frozen: FrozenVersion | null }> | null }>;
        }>
    >
  | Command<'RejectDecision', Counted>
  | Command<'NumberDecision', { number: number; year: number; register: string }>
  | Command<'MakeEffective', object>
  | Command<EndCommand, { by: DecisionId; grounds: { ending: EndingDecision | null } }>
  | LaterCommand;

/** A matter that comes to a body by a route, read from the route's stream. */
export type Arrival = Omit<
  DecisionProposed['data'],
  'conditions' | 'source' | 'spending' | 'subject' | 'titleEn'
>;

/** What a process says of a decision that a later one ends. */
export type EndCommand =
  | 'SuspendEffects'
  | 'RevokeDecision'
  | 'AnnulDecision'
  | 'SupersedeDecision';

/** A decision that is to be ended, read from its own stream. */
export type EndedOnTable = Readonly<{
  status: DecisionStatus;
  /** The body that ends it is the same, or at a higher level (D-8). */
  sameOrHigher: boolean;
  /** The body is the one that took it. */
  sameBody?: boolean;
  /** Its conditions, its objections, and whether the body has to ratify it. */
  later?: Pick<LaterState, 'conditions' | 'objections' | 'urgent'>;
}>;

/** The earlier decision that one is about, as the vote on it finds it. */
export type EarlierOnTable = EndedOnTable &
  Readonly<{
    /** What it was voted on with; empty where this body did not vote on it (D-8). */
    alsoNeeded: readonly EarlierMajority[];
  }>;

/** One command of a decision, whole. */
export type DecisionAsked<Type extends DecisionCommand['type']> = Extract<
  DecisionCommand,
  { type: Type }
>;
