import type { DeferralCause } from '../domain/decision.events.js';
import type { Condition, ConditionVerifier, DecisionStatus } from '../contract/index.js';
import type {
  ImmediateEnforceabilityDeclared,
  LaterEvent,
} from '../domain/decision.later.events.js';

/** A condition of a decision, and what became of it. */
export type DecisionConditionRow = Readonly<{
  id: string;
  text: string;
  dueOn: string;
  evidence: string;
  verifier: ConditionVerifier;
  effect: string;
  onFailure: string;
  /** `Proposed` until the vote; then open, submitted, met, waived, failed or noted. */
  status: string;
  submissions: readonly SubmissionRow[];
  waivedBy: string | null;
  notedBy: string | null;
  metOn: string | null;
}>;

/** Evidence for a condition, and what who verifies found. */
export type SubmissionRow = Readonly<{
  document: string;
  submittedBy: string;
  submittedAt: string;
  verifiedBy: string | null;
  /** Null until somebody looked at it. */
  met: boolean | null;
  reason: string | null;
}>;

/** A correction of a clerical error. */
export type ErratumRow = Readonly<{
  document: string;
  corrects: string;
  textSha256: string;
  signatory: string;
  signedAs: string;
  level: string;
  signedAt: string;
  container: string | null;
  report: string | null;
  issuedAt: string;
}>;

/** What the chair decided alone. */
export type UrgencyRow = Readonly<{
  decidedBy: string;
  urgency: string;
  decidedAt: string;
  ratifyBy: string | null;
  ratifiedBy: string | null;
  ratifiedAt: string | null;
}>;

/** Who carries it out, and whether it was. */
export type ImplementationRow = Readonly<{
  partner: string | null;
  office: string | null;
  dueOn: string;
  assignedBy: string;
  evidence: string | null;
  confirmedBy: string | null;
  implementedOn: string | null;
}>;

/** An objection and its answer. */
export type ObjectionRow = Readonly<{
  id: string;
  document: string;
  lodgedBy: string;
  organisation: string | null;
  lodgedAt: string;
  answer: string | null;
  answeredBy: string | null;
  follows: string | null;
}>;

/** The vote by which its effect waits for no publication. */
export type EnforceabilityRow = Pick<
  ImmediateEnforceabilityDeclared['data'],
  'closedAt' | 'tally' | 'trace'
>;

/** A sitting that ended without deciding on it; of a procedure, `sitting` is the procedure's id. */
export type DeferralRow = Readonly<{
  sitting: string;
  cause: DeferralCause;
  until: string | null;
  reason: string | null;
}>;

/** What comes beside and after the vote on a decision. */
export type LaterRow = Readonly<{
  conditions: readonly DecisionConditionRow[];
  errata: readonly ErratumRow[];
  urgency: UrgencyRow | null;
  implementation: ImplementationRow | null;
  objections: readonly ObjectionRow[];
  objectionsUntil: string | null;
  lapseCause: string | null;
  reconsideredBy: string | null;
  enforceability: EnforceabilityRow | null;
  /** The day on which the body declared it immediately enforceable. */
  enforceableFrom: string | null;
  beforeSuspension: DecisionStatus | null;
}>;

/** Nothing came beside or after the vote. */
export const noLaterRow: LaterRow = {
  conditions: [],
  errata: [],
  urgency: null,
  implementation: null,
  objections: [],
  objectionsUntil: null,
  lapseCause: null,
  reconsideredBy: null,
  enforceability: null,
  enforceableFrom: null,
  beforeSuspension: null,
};

/** Conditions as they are proposed. */
export function conditionRowsOf(
  conditions: readonly Condition[] = [],
): readonly DecisionConditionRow[] {
  const none = { submissions: [], waivedBy: null, notedBy: null, metOn: null };
  return conditions.map((one) => ({ ...one, status: 'Proposed', ...none }));
}

type Whole = LaterRow & Readonly<{ status: DecisionStatus }>;
type Change = Partial<Whole & Readonly<{ endedFrom: string | null }>>;

/** What a fact changes of a decision's row; `at` is when it was recorded. */
export function laterRowChangeOf(row: Whole, event: LaterEvent, at: string): Change {
  const condition = conditionRowChangeOf(row, event, at);
  if (condition) return condition;
  const { type, data } = event;
  switch (type) {
    case 'DecisionLapsed':
      return { status: 'Lapsed', lapseCause: data.cause, endedFrom: data.from };
    case 'EffectsSuspended':
      return { status: 'Suspended', beforeSuspension: row.status, endedFrom: data.from };
    case 'EffectsResumed': {
      const { beforeSuspension: status } = row;
      return { ...(status && { status }), beforeSuspension: null, endedFrom: null };
    }
    case 'DecidedInUrgency': {
      const { decidedBy, urgency, decidedAt, ratifyBy } = data;
      const act = { decidedBy, urgency, decidedAt, ratifyBy, ratifiedBy: null, ratifiedAt: null };
      return { status: 'Approved', urgency: act };
    }
    case 'DecisionRatified': {
      const ratified = { ratifiedBy: data.by, ratifiedAt: data.votedAt };
      return { urgency: row.urgency && { ...row.urgency, ...ratified } };
    }
    case 'ImmediateEnforceabilityDeclared': {
      const { tally, trace, closedAt, declaredOn: enforceableFrom } = data;
      return { enforceability: { tally, trace, closedAt }, enforceableFrom };
    }
    case 'DecisionReconsidered':
      return { reconsideredBy: data.by };
    case 'ErratumIssued':
      return { errata: [...row.errata, { ...data, issuedAt: at }] };
    default:
      return afterwards(row, event, at);
  }
}

function afterwards(row: Whole, { type, data }: LaterEvent, at: string): Change {
  switch (type) {
    case 'ImplementationAssigned': {
      const open = { evidence: null, confirmedBy: null, implementedOn: null };
      return { implementation: { ...data, ...open } };
    }
    case 'DecisionImplemented': {
      const { implementation } = row;
      return {
        status: 'Implemented',
        implementation: implementation && { ...implementation, ...data },
      };
    }
    case 'ObjectionLodged': {
      const { objection: id, document, lodgedBy, organisation } = data;
      const open = { answer: null, answeredBy: null, follows: null };
      const lodged = { id, document, lodgedBy, organisation, lodgedAt: at, ...open };
      return { objections: [...row.objections, lodged] };
    }
    case 'ObjectionAnswered': {
      const { objection, by: answeredBy, answer, follows } = data;
      const answered = { answer, answeredBy, follows };
      const objections = row.objections.map((one) =>
        one.id === objection ? { ...one, ...answered } : one,
      );
      return { objections };
    }
    default:
      return {};
  }
}

/** Of the condition that the fact names; null for every other fact. */
export function conditionRowChangeOf(
  row: Pick<LaterRow, 'conditions'>,
  { type, data }: LaterEvent,
  at: string,
): Pick<LaterRow, 'conditions'> | null {
  const changed = (id: string, change: (one: DecisionConditionRow) => object) => ({
    conditions: row.conditions.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
  });
  switch (type) {
    case 'ConditionsImposed':
      return { conditions: row.conditions.map((one) => ({ ...one, status: 'Open' })) };
    case 'ConditionEvidenceSubmitted': {
      const { document, submittedBy } = data;
      const open = { verifiedBy: null, met: null, reason: null };
      const submission = { document, submittedBy, submittedAt: at, ...open };
      return changed(data.condition, ({ submissions }) => {
        return { status: 'Submitted', submissions: [...submissions, submission] };
      });
    }
    case 'ConditionEvidenceRejected': {
      const { verifiedBy, reason } = data;
      return changed(data.condition, (one) => {
        return { status: 'Open', submissions: looked(one, { verifiedBy, reason, met: false }) };
      });
    }
    case 'ConditionMet': {
      const { verifiedBy, metOn } = data;
      return changed(data.condition, (one) => {
        return { status: 'Met', metOn, submissions: looked(one, { verifiedBy, met: true }) };
      });
    }
    case 'ConditionWaived':
      return changed(data.condition, () => ({ status: 'Waived', waivedBy: data.by }));
    case 'ConditionFailed':
      return changed(data.condition, () => ({ status: 'Failed' }));
    case 'ConditionFailureNoted':
      return changed(data.condition, () => ({ status: 'Noted', notedBy: data.by }));
    default:
      return null;
  }
}

/** What was found of the last evidence. */
function looked(
  { submissions }: DecisionConditionRow,
  found: Partial<SubmissionRow>,
): readonly SubmissionRow[] {
  return submissions.map((one, i) => (i === submissions.length - 1 ? { ...one, ...found } : one));
}

const every: Readonly<Record<LaterEvent['type'], true>> = {
  ConditionsImposed: true,
  ConditionEvidenceSubmitted: true,
  ConditionEvidenceRejected: true,
  ConditionMet: true,
  ConditionWaived: true,
  ConditionFailed: true,
  ConditionFailureNoted: true,
  DecisionLapsed: true,
  EffectsSuspended: true,
  EffectsResumed: true,
  DecidedInUrgency: true,
  RatificationVoted: true,
  DecisionRatified: true,
  DecisionReconsidered: true,
  ErratumIssued: true,
  ImmediateEnforceabilityDeclared: true,
  ImplementationAssigned: true,
  DecisionImplemented: true,
  ObjectionLodged: true,
  ObjectionAnswered: true,
};

/** The facts whose rows are changed here. */
export const laterRowTypes: readonly string[] = Object.keys(every);
