import type {
  BoardId,
  DecisionStatus,
  DecisionSubject,
  RouteId,
  RouteResult,
} from '../contract/index.js';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { causesToSitting } from './decision.events.js';
import {
  laterChangeOf,
  laterEventTypes,
  nothingLater,
  proposedConditions,
} from './decision.later.state.js';
import type { LaterState } from './decision.later.state.js';
import type { LaterEvent } from './decision.later.events.js';
import type {
  DecisionEvent,
  DecisionProposed,
  DecisionPublished,
  VoteRef,
} from './decision.events.js';
import type {
  DecisionBoundToRoute,
  DecisionLeftByRoute,
  DecisionRouteEnded,
} from './decision.events.js';

/** The route that a proposal came by, and whether that no longer waits for it. */
export type CameBy = NonNullable<DecisionProposed['data']['route']> & Readonly<{ left: boolean }>;

/** A route whose result a decision needs before it is signed; null while it has none. */
export type BoundRoute = Omit<DecisionBoundToRoute['data'], 'route'> &
  Readonly<{ id: RouteId; result: RouteResult | null }>;

/** A decision, as far as decisions on it and on its sitting read it. */
export type DecisionState = Readonly<{
  status: DecisionStatus | null; // Null until proposed.
  board: BoardId;
  title: string;
  motivation: Sha256;
  subject: DecisionSubject;
  textSha256: Sha256;
  proposer: PersonRef | null;
  spends: boolean;
  technical: 'positive' | 'negative' | null;
  accounting: 'positive' | 'negative' | null;
  /** The agenda or procedure that it is on, or was last on. */
  vote: VoteRef | null;
  approvedAt: Instant | null;
  /** When the vote that it came out of closed, whichever way it went. */
  votedAt: Instant | null;
  /** `<n>/<year>` (D-5). */
  number: string | null;
  effectiveFrom: LocalDate | null;
  /** It had effect once, from `effectiveFrom` on; that stays, whatever became of it (D-8). */
  hadEffect: boolean;
  /** It was published, before its effect or after (D-6). */
  published: boolean;
  /** Its matter is the body's own to know. */
  confidential: boolean;
  /** The body deferred it to this day; null where it did not. */
  deferredUntil: LocalDate | null;
  later: LaterState;
  /** The route that it came by; null for one of the body's own. */
  cameBy: CameBy | null;
  /** The route whose result it waits for, or has had. */
  route: BoundRoute | null;
}>;

/** Before the decision is proposed. */
export const noDecision: DecisionState = {
  status: null,
  board: '' as BoardId,
  title: '',
  motivation: '' as Sha256,
  subject: { kind: 'other' },
  textSha256: '' as Sha256,
  proposer: null,
  spends: false,
  technical: null,
  accounting: null,
  vote: null,
  approvedAt: null,
  votedAt: null,
  number: null,
  effectiveFrom: null,
  hadEffect: false,
  published: false,
  confidential: false,
  deferredUntil: null,
  later: nothingLater,
  cameBy: null,
  route: null,
};

/** What a fact changes. */
export function evolve(state: DecisionState, event: DecisionEvent): DecisionState {
  if (isLater(event)) return { ...state, ...laterChangeOf(state, event) };
  if (isOfRoute(event)) return { ...state, ...routeChangeOf(state, event) };
  return { ...state, ...changeOf(state, event) };
}

function isLater(event: DecisionEvent): event is LaterEvent {
  return laterEventTypes.includes(event.type);
}

type RouteFact = DecisionBoundToRoute | DecisionLeftByRoute | DecisionRouteEnded;

const routeFacts: readonly DecisionEvent['type'][] = [
  ...(['DecisionBoundToRoute', 'DecisionRouteEnded', 'DecisionLeftByRoute'] as const),
];

function isOfRoute(event: DecisionEvent): event is RouteFact {
  return routeFacts.includes(event.type);
}

function routeChangeOf(
  { route, cameBy }: DecisionState,
  { type, data }: RouteFact,
): Partial<DecisionState> {
  switch (type) {
    case 'DecisionBoundToRoute': {
      const { route: id, ...about } = data;
      return { route: { id, ...about, result: null } };
    }
    case 'DecisionRouteEnded': {
      const { result, textSha256 } = data;
      return { route: route && { ...route, result, textSha256 } };
    }
    case 'DecisionLeftByRoute':
      return { cameBy: cameBy && { ...cameBy, left: true } };
  }
}

function proposedAs(later: LaterState, data: DecisionProposed['data']): Partial<DecisionState> {
  const { spending, board, title, motivation, subject, textSha256, proposer } = data;
  const about = { board, title, motivation, subject, textSha256, proposer };
  const conditions = proposedConditions(data.conditions ?? []);
  const cameBy = data.route ? { ...data.route, left: false } : null;
  // D-4: what funds an extension spends, whether its proposal said the amount or not.
  const spends = spending !== null || subject.kind === 'extendPlan';
  const confidential = data.confidential === true;
  const kept = { spends, cameBy, confidential };
  return { status: 'Proposed', ...about, ...kept, later: { ...later, conditions } };
}

function changeOf(
  state: DecisionState,
  { type, data }: Exclude<DecisionEvent, LaterEvent | RouteFact>,
): Partial<DecisionState> {
  const { later } = state;
  switch (type) {
    case 'DecisionProposed':
      return proposedAs(later, data);
    case 'TechnicalOpinionGiven':
      return { status: 'UnderInstruction', technical: data.opinion };
    case 'AccountingOpinionGiven':
      return { status: 'UnderInstruction', accounting: data.opinion };
    case 'ProposalAmended': {
      const { title, textSha256, motivation } = data;
      const again = { technical: null, accounting: null };
      const { conditions, spending } = data;
      const anew = {
        ...(conditions && { later: { ...later, conditions: proposedConditions(conditions) } }),
        ...(spending !== undefined && { spends: spending !== null }),
      };
      return { status: 'Proposed', title, textSha256, motivation, ...again, ...anew };
    }
    case 'ProposalWithdrawn':
      return { status: 'Withdrawn' };
    case 'DecisionDisclosed':
      return { confidential: false };
    case 'DecisionReadyForAgenda':
      return { status: 'ReadyForAgenda' };
    case 'DecisionScheduled':
      return { status: 'OnAgenda', vote: voteRefOf(data), deferredUntil: null };
    case 'DecisionDeferred': {
      const status = causesToSitting.includes(data.cause) ? 'ReadyForAgenda' : 'Deferred';
      return { status, deferredUntil: data.until ?? null };
    }
    case 'DecisionApproved':
      return { status: 'Approved', approvedAt: data.closedAt, votedAt: data.closedAt };
    case 'DecisionRejected':
      return { status: 'Rejected', votedAt: data.closedAt };
    case 'DecisionSigned':
      return { status: 'Adopted' };
    case 'DecisionNumbered':
      return { status: 'Numbered', number: `${String(data.number)}/${String(data.year)}` };
    case 'DecisionPublished':
      return published(state, data);
    case 'DecisionBecameEffective':
      return { status: 'Effective', effectiveFrom: data.effectiveOn, hadEffect: true };
    case 'DecisionSuspended':
      return { status: 'Suspended', later: { ...later, beforeSuspension: 'Effective' } };
    case 'DecisionRevoked':
      return { status: 'Revoked' };
    case 'DecisionAnnulled':
      return { status: 'Annulled' };
    case 'DecisionSuperseded':
      return { status: 'Superseded' };
  }
}

/** What was enforceable at once had its effect before, and keeps its day and state (D-6). */
function published(
  { hadEffect, later }: DecisionState,
  { effectiveFrom, objectionsUntil }: DecisionPublished['data'],
): Partial<DecisionState> {
  const until = objectionsUntil ?? null;
  const change = { published: true, later: { ...later, objectionsUntil: until } };
  return hadEffect ? change : { ...change, status: 'Published', effectiveFrom };
}

/** Only what names the vote, of what was said of it. */
function voteRefOf(named: VoteRef): VoteRef {
  return 'procedure' in named
    ? { procedure: named.procedure }
    : { sitting: named.sitting, item: named.item };
}
