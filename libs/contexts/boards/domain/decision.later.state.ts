import type { Condition, DecisionId, DecisionStatus, ObjectionId } from '../contract/index.js';
import type { LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { LaterEvent } from './decision.later.events.js';

/** Where a condition is; it binds from the vote on. */
export type ConditionStatus =
  | 'Proposed'
  | 'Open'
  | 'Submitted'
  | 'Met'
  | 'Waived'
  | 'Failed'
  | 'Noted';

/** A condition, as far as decisions on it read it. */
export type ConditionState = Condition &
  Readonly<{
    status: ConditionStatus;
    /** The evidence that waits for who verifies, or was accepted. */
    submitted: Readonly<{ document: Sha256; by: PersonRef }> | null;
    /** The day on which it was met or waived. */
    clearedOn: LocalDate | null;
  }>;

/** What the chair decided alone and the body has to ratify. */
export type UrgentAct = Readonly<{
  ratifyBy: LocalDate | null;
  ratified: boolean;
  /** The decision that ratified it; null until then. */
  ratifiedBy: DecisionId | null;
}>;

/** What comes beside and after the vote, as far as decisions on it read it. */
export type LaterState = Readonly<{
  conditions: readonly ConditionState[];
  urgent: UrgentAct | null;
  /** The text with the last erratum in it; null while it reads as it was voted on. */
  correctedSha256: Sha256 | null;
  objections: readonly Readonly<{ id: ObjectionId; open: boolean }>[];
  /** The last day on which an objection may be lodged. */
  objectionsUntil: LocalDate | null;
  /** Where it stood when its effects were suspended. */
  beforeSuspension: DecisionStatus | null;
  assignedBy: PersonRef | null;
  /** The day on which the body declared it immediately enforceable (D-6). */
  enforceableFrom: LocalDate | null;
}>;

/** Nothing came beside or after the vote. */
export const nothingLater: LaterState = {
  conditions: [],
  urgent: null,
  correctedSha256: null,
  objections: [],
  objectionsUntil: null,
  beforeSuspension: null,
  assignedBy: null,
  enforceableFrom: null,
};

const newCondition = { status: 'Proposed', submitted: null, clearedOn: null } as const;

/** Conditions as they are proposed. */
export function proposedConditions(conditions: readonly Condition[]): readonly ConditionState[] {
  return conditions.map((one) => ({ ...one, ...newCondition }));
}

type Standing = Readonly<{ status: DecisionStatus | null; later: LaterState }>;
type Change = Readonly<{ status?: DecisionStatus; later: LaterState }>;

/** What a fact changes of the state, and of what came later. */
export function laterChangeOf({ status, later }: Standing, event: LaterEvent): Change {
  const { type, data } = event;
  const change = conditionChangeOf(later, event);
  if (change) return { later: { ...later, ...change } };
  switch (type) {
    case 'DecisionLapsed':
      return { status: 'Lapsed', later };
    case 'EffectsSuspended':
      return { status: 'Suspended', later: { ...later, beforeSuspension: status } };
    case 'EffectsResumed':
      return resumed(later);
    case 'DecidedInUrgency': {
      const urgent = { ratifyBy: data.ratifyBy, ratified: false, ratifiedBy: null };
      return { status: 'Approved', later: { ...later, urgent } };
    }
    case 'DecisionRatified': {
      const urgent = later.urgent && { ...later.urgent, ratified: true, ratifiedBy: data.by };
      return { later: { ...later, urgent } };
    }
    case 'ErratumIssued':
      return { later: { ...later, correctedSha256: data.textSha256 } };
    case 'ImplementationAssigned':
      return { later: { ...later, assignedBy: data.assignedBy } };
    case 'ImmediateEnforceabilityDeclared':
      return { later: { ...later, enforceableFrom: data.declaredOn } };
    case 'DecisionImplemented':
      return { status: 'Implemented', later };
    case 'ObjectionLodged': {
      const objections = [...later.objections, { id: data.objection, open: true }];
      return { later: { ...later, objections } };
    }
    case 'ObjectionAnswered': {
      const { objection } = data;
      const objections = later.objections.map((one) =>
        one.id === objection ? { ...one, open: false } : one,
      );
      return { later: { ...later, objections } };
    }
    default:
      return { later }; // A fact for readers, and for processes.
  }
}

function resumed(later: LaterState): Change {
  const { beforeSuspension } = later;
  const back = { later: { ...later, beforeSuspension: null } };
  return beforeSuspension ? { ...back, status: beforeSuspension } : back;
}

/** Of the condition that the fact names; null for every other fact. */
function conditionChangeOf(
  later: LaterState,
  { type, data }: LaterEvent,
): Partial<LaterState> | null {
  switch (type) {
    case 'ConditionsImposed':
      return {
        conditions: later.conditions.map((one) => ({ ...one, status: 'Open' })),
      };
    case 'ConditionEvidenceSubmitted': {
      const { document, submittedBy: by } = data;
      return changed(later, data, { status: 'Submitted', submitted: { document, by } });
    }
    case 'ConditionEvidenceRejected':
      return changed(later, data, { status: 'Open', submitted: null });
    case 'ConditionMet':
      return changed(later, data, { status: 'Met', clearedOn: data.metOn });
    case 'ConditionWaived':
      return changed(later, data, { status: 'Waived', clearedOn: data.from });
    case 'ConditionFailed':
      return changed(later, data, { status: 'Failed' });
    case 'ConditionFailureNoted':
      return changed(later, data, { status: 'Noted' });
    default:
      return null;
  }
}

function changed(
  { conditions }: LaterState,
  { condition }: Readonly<{ condition: string }>,
  change: Partial<ConditionState>,
): Partial<LaterState> {
  return {
    conditions: conditions.map((one) => (one.id === condition ? { ...one, ...change } : one)),
  };
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

/** The facts that are folded here; a record of all, so that the compiler misses a forgotten one. */
export const laterEventTypes: readonly string[] = Object.keys(every);
