import type {
  Condition,
  ConditionId,
  ConditionVerifier,
  DecisionStatus,
} from '../contract/index.js';
import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, PersonRef } from '@tavolo/kernel';
import { endingBy } from './decision.answers.js';
import type { DecisionEvent } from './decision.events.js';
import type { ConditionAsked, LaterAsked } from './decision.later.commands.js';
import { laterRules } from './decision.later.rules.js';
import type { ConditionState } from './decision.later.state.js';
import type { DecisionState } from './decision.state.js';
import type { Roll } from './roll.js';

/** The conditions of a text, numbered: with a day that can still come and seats that exist. */
export function conditionsOf(
  asked: readonly ConditionAsked[],
  { today, seatIds }: Readonly<{ today: LocalDate; seatIds: readonly string[] }>,
): readonly Condition[] | Decision<never> {
  const past = asked.find(({ dueOn }) => dueOn < today);
  if (past) return refuse(laterRules.ConditionPast, { dueOn: past.dueOn });
  const unknown = asked.find(
    ({ verifier }) => verifier.kind === 'seat' && !seatIds.includes(verifier.seat),
  );
  if (unknown) return refuse(laterRules.VerifierUnknown);
  return asked.map((one, i) => ({ id: `c${String(i + 1)}` as ConditionId, ...one }));
}

/** Evidence comes within the due day, while the condition is open. */
export function submitEvidence(
  { data: { condition: id, document }, today, by }: LaterAsked<'SubmitConditionEvidence'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const condition = conditionOf(state, id);
  if ('outcome' in condition) return condition;
  const { status, dueOn } = condition;
  if (status !== 'Open') return refuse(laterRules.ConditionNotOpen, { status });
  if (today > dueOn) return refuse(laterRules.ConditionOverdue, { dueOn });
  const data = { condition: condition.id, document, submittedBy: by.person };
  return accept({ type: 'ConditionEvidenceSubmitted', data });
}

/**
 * Who the condition names looks at the evidence, and is another than who submitted it.
 * What came in time waits for who verifies, also beyond the due day: silence fails nobody.
 */
export function verifyCondition(
  command: LaterAsked<'VerifyCondition'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { data, today, by } = command;
  const { document, met, rejection: reason, grounds } = data;
  const condition = conditionOf(state, data.condition);
  if ('outcome' in condition) return condition;
  const { id, status, submitted, dueOn, verifier } = condition;
  if (status !== 'Submitted' || !submitted) {
    return refuse(laterRules.ConditionNotSubmitted, { status });
  }
  if (submitted.document !== document) {
    return refuse(laterRules.OtherEvidence, { document: submitted.document });
  }
  if (submitted.by === by.person) return refuse(laterRules.OwnEvidence);
  if (!isVerifier(verifier, by.person, grounds.roll)) return refuse(laterRules.NotTheVerifier);
  const verified = { condition: id, document, verifiedBy: by.person };
  if (met) return accept({ type: 'ConditionMet', data: { ...verified, metOn: today } });
  if (reason === undefined) return refuse(laterRules.RejectionReasonMissing);
  const rejected = {
    type: 'ConditionEvidenceRejected',
    data: { ...verified, reason },
  } as const;
  return today > dueOn ? accept(rejected, ...failureOf(condition, state)) : accept(rejected);
}

function isVerifier(verifier: ConditionVerifier, person: PersonRef, roll: Roll | null): boolean {
  if (verifier.kind === 'person') return verifier.person === person;
  if (verifier.kind !== 'seat') {
    const office = verifier.kind === 'chair' ? roll?.chair?.person : roll?.secretary;
    return office === person;
  }
  const { seat } = verifier;
  return roll?.members.some((one) => one.seat === seat && one.person === person) ?? false;
}

/** Its due day is over: what is not met fails; what was met, waived or is being looked at stays. */
export function failCondition(
  { data: { condition: id }, today }: LaterAsked<'FailCondition'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const condition = conditionOf(state, id);
  if ('outcome' in condition) return condition;
  const { status, dueOn } = condition;
  if (status !== 'Open' || isOver(state)) return accept();
  if (today <= dueOn) return refuse(laterRules.ConditionNotDue, { dueOn });
  return accept(...failureOf(condition, state));
}

/** States that nothing comes back from by itself. */
export const ended: readonly DecisionStatus[] = ['Revoked', 'Annulled', 'Superseded', 'Lapsed'];

function isOver({ status }: DecisionState): boolean {
  return status !== null && ended.includes(status);
}

/** D-8: the effect of a failure begins the day after, and takes back nothing. */
function failureOf(
  { id, dueOn, onFailure }: ConditionState,
  { board }: DecisionState,
): readonly DecisionEvent[] {
  const failed = { type: 'ConditionFailed', data: { condition: id, dueOn, onFailure } } as const;
  const from = daysAfter(dueOn, 1);
  if (onFailure === 'report') return [failed];
  if (onFailure === 'suspend') {
    return [failed, { type: 'EffectsSuspended', data: { condition: id, from } }];
  }
  const data = { board, cause: 'conditionFailed', from, condition: id } as const;
  return [failed, { type: 'DecisionLapsed', data }];
}

/** Let go by a later decision that has effect; what it had suspended goes on (D-8, D-9). */
export function waiveCondition(
  command: LaterAsked<'WaiveCondition'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const ending = endingBy(command.data, 'waiveCondition');
  if ('outcome' in ending) return ending;
  const { by } = command.data;
  const { subject, effectiveOn: from } = ending;
  const condition = conditionOf(state, subject.condition);
  if ('outcome' in condition) return condition;
  const { id, status } = condition;
  if (status === 'Met' || status === 'Waived') {
    return refuse(laterRules.ConditionNotOpen, { status });
  }
  const waived = { type: 'ConditionWaived', data: { condition: id, by, from } } as const;
  const resumes = status === 'Failed' && state.status === 'Suspended';
  return resumes ? accept(waived, { type: 'EffectsResumed', data: { by, from } }) : accept(waived);
}

/** The body was told and took note, by a later decision that has effect (D-8, D-9). */
export function noteFailure(
  command: LaterAsked<'NoteFailure'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const ending = endingBy(command.data, 'noteFailure');
  if ('outcome' in ending) return ending;
  const { subject, effectiveOn: from } = ending;
  const condition = conditionOf(state, subject.condition);
  if ('outcome' in condition) return condition;
  const kept = notNoted(condition);
  const { id } = condition;
  const data = { condition: id, by: command.data.by, from };
  return kept ?? accept({ type: 'ConditionFailureNoted', data });
}

/** What is noted has failed, and its failure does nothing but be reported. */
export function notNoted({ status, onFailure }: ConditionState): Decision<never> | null {
  const isReported = status === 'Failed' && onFailure === 'report';
  return isReported ? null : refuse(laterRules.NothingToNote, { status });
}

/** D-6: what must be met before the decision has effect, and is not. */
export function pendingBefore({ later }: DecisionState): readonly ConditionState[] {
  return later.conditions.filter(
    ({ effect, status }) => effect === 'before' && status !== 'Met' && status !== 'Waived',
  );
}

/** a condition of this decision, that binds. */
function conditionOf(
  { later: { conditions } }: DecisionState,
  id: ConditionId,
): ConditionState | Decision<never> {
  return conditions.find((one) => one.id === id) ?? refuse(laterRules.ConditionUnknown, { id });
}
