import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import { causesToSitting } from '../domain/decision.events.js';
import type { DecisionEvent, VoteRef, VoteTally } from '../domain/decision.events.js';
import type { LaterEvent } from '../domain/decision.later.events.js';
import type {
  DecisionEnd,
  DecisionStatus,
  RouteMove,
  RouteResult,
  ExtensionOfPlan,
} from '../contract/index.js';
import type { RouteRules, Rulebook } from '../contract/index.js';
import type { VoteTraceStep } from '../domain/sitting.events.js';
import {
  conditionRowsOf,
  laterRowChangeOf,
  laterRowTypes,
  noLaterRow,
} from './decision.later.rows.js';
import type { DeferralRow, LaterRow } from './decision.later.rows.js';
import { isOfRoute, routeChangeOf } from './decision.route.rows.js';
import type { RouteFact } from './decision.route.rows.js';

/** An opinion given on a proposal. */
export type OpinionRow = Readonly<{
  kind: 'technical' | 'accounting';
  opinion: string;
  document: string;
  givenBy: string;
}>;

/** The vote that a decision came out of. */
export type DecisionVoteRow = Readonly<{
  outcome: 'approved' | 'rejected';
  tally: VoteTally;
  trace: readonly VoteTraceStep[];
  closedAt: string;
}>;

/** A signature, as reported. */
export type DecisionSignatureRow = Readonly<{
  signatory: string;
  signedAs: string;
  level: string;
  signedAt: string;
  container: string | null;
  report: string | null;
}>;

/** A publication. */
export type PublicationRow = Readonly<{
  where: string;
  publishedOn: string;
  effectiveFrom: string;
  document: string | null;
}>;

/** A decision, from its proposal to its effect. */
export type DecisionRow = Readonly<{
  id: string;
  revision: number;
  status: DecisionStatus;
  board: string;
  title: string;
  titleEn: string | null;
  subjectKind: string;
  plan: string | null;
  planVersion: number | null;
  planSha256: string | null;
  /** The rulebook that it adopts. */
  rulebook: Rulebook | null;
  /** The costed extension that it funds. */
  extension: ExtensionOfPlan | null;
  textSha256: string;
  motivation: string;
  legalBasis: readonly string[];
  amountCents: number | null;
  budgetRef: string | null;
  proposer: string;
  proposedAt: string;
  source: string | null;
  /** Its matter is the body's own to know. */
  confidential: boolean;
  /** Of the text as it stands; those on an earlier text are in the history. */
  opinions: readonly OpinionRow[];
  earlierTexts: readonly string[];
  overruling: string | null;
  /** The sitting whose agenda it is on, or was last on. */
  sitting: string | null;
  item: string | null;
  /** The procedure that it is put to, or was last put to. */
  procedure: string | null;
  deferrals: readonly DeferralRow[];
  vote: DecisionVoteRow | null;
  signature: DecisionSignatureRow | null;
  number: number | null;
  year: number | null;
  register: string | null;
  publication: PublicationRow | null;
  /** It was published, whatever became of it: then it is there for everybody to read. */
  isPublished: boolean;
  effectiveOn: string | null;
  /** The definition of routes that it adopts a version of. */
  definition: string | null;
  routeRules: RouteRules | null;
  /** The route that it came by or that it moves, and where on it. */
  cameBy: string | null;
  move: RouteMove | null;
  stage: string | null;
  round: number | null;
  leftByRoute: boolean;
  /** The route whose result it waits for, or has had. */
  route: string | null;
  routeResult: RouteResult | null;
  /** Whether its result binds. */
  routeBinds: boolean;
  /** The decision that it ends, and how. */
  endsDecision: string | null;
  ends: DecisionEnd | null;
  dependents: readonly string[];
  /** The decision that ended it last, and from when. */
  endedBy: string | null;
  endedFrom: string | null;
  /** The earlier decision that it is about, beside one that it ends. */
  earlier: string | null;
}> &
  LaterRow;

export const decisionTable = defineTable<DecisionRow>('decision', {
  columns: ['board', 'status', 'plan', 'sitting', 'procedure', 'isPublished', 'confidential'],
  order: 'proposedAt',
});

/** Decisions, in the order of their proposal. */
export const decisionProjection: Projection = {
  name: 'decision',
  version: 12,
  categories: ['decision'],
  tables: [decisionTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(decisionTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): DecisionRow | null {
  const event = recorded as unknown as DecisionEvent;
  if (event.type === 'DecisionProposed') return proposed(recorded, event.data);
  const row = write.get(decisionTable, recorded.stream);
  if (!row) return null;
  if (isOfRoute(event)) return { ...row, ...routeChangeOf(event) };
  return laterRowTypes.includes(event.type)
    ? { ...row, ...laterRowChangeOf(row, event as LaterEvent, recorded.meta.recordedAt) }
    : { ...row, ...changeOf(row, event as Voted) };
}

/** Facts up to the effect and the end; what comes beside and after is in rows of its own. */
type Voted = Exclude<DecisionEvent, LaterEvent | RouteFact | { type: 'DecisionProposed' }>;

type DataOf<Type extends DecisionEvent['type']> = Extract<DecisionEvent, { type: Type }>['data'];

function proposed(
  { stream: id, meta }: RecordedEvent,
  { subject, spending, source, conditions, route, ...proposal }: DataOf<'DecisionProposed'>,
): DecisionRow {
  const { amountCents, budgetRef } = spentOn(spending);
  return {
    ...{ id, revision: 0, status: 'Proposed', ...proposal, source: source ?? null },
    confidential: proposal.confidential === true,
    ...{ cameBy: route?.route ?? null, stage: route?.stage ?? null, round: route?.round ?? null },
    ...{ leftByRoute: false, route: null, routeResult: null, routeBinds: false },
    ...{ ...subjectOf(subject), amountCents, budgetRef, proposedAt: meta.recordedAt },
    ...{ opinions: [], earlierTexts: [], overruling: null, sitting: null, item: null },
    ...{ procedure: null, deferrals: [], vote: null, isPublished: false },
    ...{ signature: null, number: null, year: null, register: null, publication: null },
    ...{ effectiveOn: null, endedBy: null, endedFrom: null },
    ...{ ...noLaterRow, conditions: conditionRowsOf(conditions) },
  };
}

function subjectOf(subject: DataOf<'DecisionProposed'>['subject']) {
  const { kind: subjectKind } = subject;
  const none = {
    ...{ subjectKind, plan: null, planVersion: null, planSha256: null, rulebook: null },
    ...{ definition: null, routeRules: null, move: null, extension: null },
  };
  const ending = { endsDecision: null, ends: null, dependents: [], earlier: null };
  if (subject.kind === 'endDecision') {
    const { decision: endsDecision, how: ends, dependents } = subject;
    return { ...none, endsDecision, ends, dependents, earlier: null };
  }
  if (subject.kind === 'other') return { ...none, ...ending };
  if (subject.kind === 'extendPlan') return { ...none, ...ending, extension: subject };
  if (subject.kind === 'adoptRoute') {
    return { ...none, ...ending, definition: subject.definition, routeRules: subject.rules };
  }
  if (subject.kind === 'moveRoute') {
    const { route: cameBy, move, stage, round } = subject;
    return { ...none, ...ending, cameBy, move, stage, round };
  }
  if (subject.kind === 'amendRules') return { ...none, ...ending, rulebook: subject.rulebook };
  if ('decision' in subject) return { ...none, ...ending, earlier: subject.decision };
  const { plan, version, sha256 } = subject;
  return { ...none, ...ending, plan, planVersion: version, planSha256: sha256 };
}

function changeOf(row: DecisionRow, { type, data }: Voted): Partial<DecisionRow> {
  switch (type) {
    case 'TechnicalOpinionGiven':
      return withOpinion(row, { kind: 'technical', ...data });
    case 'AccountingOpinionGiven':
      return withOpinion(row, { kind: 'accounting', ...data });
    case 'ProposalAmended':
      return amendedBy(row, data);
    case 'ProposalWithdrawn':
      return { status: 'Withdrawn' };
    case 'DecisionDisclosed':
      return { confidential: false };
    case 'DecisionReadyForAgenda':
      return { status: 'ReadyForAgenda', overruling: data.overruling };
    case 'DecisionScheduled':
      return { status: 'OnAgenda', ...putTo(data) };
    case 'DecisionDeferred': {
      const { cause, until = null, reason = null } = data;
      const sitting = 'procedure' in data ? data.procedure : data.sitting;
      const status = causesToSitting.includes(cause) ? 'ReadyForAgenda' : 'Deferred';
      return { status, deferrals: [...row.deferrals, { sitting, cause, until, reason }] };
    }
    case 'DecisionApproved':
      return { status: 'Approved', vote: voteOf('approved', data) };
    case 'DecisionRejected':
      return { status: 'Rejected', vote: voteOf('rejected', data) };
    case 'DecisionSigned': {
      const { textSha256: _text, ...signature } = data;
      return { status: 'Adopted', signature };
    }
    case 'DecisionNumbered':
      return { status: 'Numbered', ...data };
    case 'DecisionPublished': {
      const { objectionsUntil = null, ...publication } = data;
      const status = row.effectiveOn === null ? 'Published' : row.status;
      return { status, publication, isPublished: true, objectionsUntil };
    }
    case 'DecisionBecameEffective':
      return { status: 'Effective', effectiveOn: data.effectiveOn };
    case 'DecisionSuspended':
      return { status: 'Suspended', beforeSuspension: row.status, ...endedBy(data) };
    case 'DecisionRevoked':
      return { status: 'Revoked', ...endedBy(data) };
    case 'DecisionAnnulled':
      return { status: 'Annulled', ...endedBy(data) };
    case 'DecisionSuperseded':
      return { status: 'Superseded', ...endedBy(data) };
  }
}

/** Opinions on the earlier text count no more. */
function amendedBy(row: DecisionRow, data: DataOf<'ProposalAmended'>): Partial<DecisionRow> {
  const { previousTextSha256, conditions, spending, ...amended } = data;
  return {
    ...{ status: 'Proposed', ...amended, opinions: [], overruling: null },
    earlierTexts: [...row.earlierTexts, previousTextSha256],
    ...(conditions && { conditions: conditionRowsOf(conditions) }),
    ...(spending !== undefined && spentOn(spending)),
  };
}

function spentOn(spending: DataOf<'DecisionProposed'>['spending']) {
  return spending ?? { amountCents: null, budgetRef: null };
}

/** Where it is decided: in a sitting or in a procedure, never both. */
function putTo(vote: VoteRef) {
  if ('procedure' in vote) return { sitting: null, item: null, procedure: vote.procedure };
  return { sitting: vote.sitting, item: vote.item, procedure: null };
}

function endedBy({ by, from }: DataOf<'DecisionRevoked'>) {
  return { endedBy: by, endedFrom: from };
}

function withOpinion({ opinions }: DecisionRow, opinion: OpinionRow): Partial<DecisionRow> {
  return { status: 'UnderInstruction', opinions: [...opinions, opinion] };
}

function voteOf(
  outcome: DecisionVoteRow['outcome'],
  { tally, trace, closedAt }: DataOf<'DecisionApproved'>,
): DecisionVoteRow {
  return { outcome, tally, trace, closedAt };
}
