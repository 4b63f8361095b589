import type { DecisionSubject } from '../contract/index.js';
import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { DecisionEvent } from './decision.events.js';
import { objectionId } from './decision.later.commands.js';
import type { EndingDecision, LaterAsked } from './decision.later.commands.js';
import { laterRules } from './decision.later.rules.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';
import type { Roll } from './roll.js';

type Kind = DecisionSubject['kind'];
type SubjectOf<K extends Kind> = Extract<DecisionSubject, { kind: K }>;

/** D-9: the later decision that orders this, once it has effect. */
export function endingBy<K extends Kind>(
  { by, grounds }: Readonly<{ by: string; grounds: { ending: EndingDecision | null } }>,
  kind: K,
): Readonly<{ subject: SubjectOf<K>; effectiveOn: LocalDate }> | Decision<never> {
  const { ending } = grounds;
  if (!ending) return refuse(decisionRules.DecisionUnknown, { id: by });
  const { status, subject, effectiveOn } = ending;
  if (!isOf(subject, kind)) return refuse(decisionRules.NotItsEnd, { decision: by });
  if (status !== 'Effective' || effectiveOn === null) {
    return refuse(decisionRules.EndingNotEffective, { status });
  }
  return { subject, effectiveOn };
}

function isOf<K extends Kind>(subject: DecisionSubject, kind: K): subject is SubjectOf<K> {
  return subject.kind === kind;
}

/** The last day for objections, of the rulebook on the day of the publication; null: none. */
export function objectionsUntil(publishedOn: LocalDate, roll: Roll | null): LocalDate | null {
  const days = roll?.rulebook.objectionDays;
  return days === undefined ? null : daysAfter(publishedOn, days);
}

/** By a member of the body or for a partner, in writing, within the term. */
export function lodgeObjection(
  { data: { document }, today, by }: LaterAsked<'LodgeObjection'>,
  { board, later: { objectionsUntil: until, objections } }: DecisionState,
): Decision<DecisionEvent> {
  if (until === null) return refuse(laterRules.NoObjections);
  if (today > until) return refuse(laterRules.ObjectionsOver, { until });
  const { mandate, person, organisation } = by;
  const entitled = mandate?.startsWith(`${board}#`) === true || mandate?.startsWith('partner-');
  if (mandate === null || !entitled) return refuse(laterRules.ObjectorWithoutStanding);
  const objection = objectionId(objections.length + 1);
  const data = { objection, document, lodgedBy: person, mandate, organisation };
  return accept({ type: 'ObjectionLodged', data });
}

/** By a decision of the body that has effect; upheld, it may stop the effects at once (D-8). */
export function answerObjection(
  { data }: LaterAsked<'AnswerObjection'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const ending = endingBy(data, 'answerObjection');
  if ('outcome' in ending) return ending;
  const { by } = data;
  const { subject, effectiveOn: from } = ending;
  const { objection, answer, follows = null } = subject;
  const known = state.later.objections.find(({ id }) => id === objection);
  if (!known) return refuse(laterRules.ObjectionUnknown, { id: objection });
  if (!known.open) return refuse(laterRules.ObjectionAnsweredAlready, { id: objection });
  const answered = {
    type: 'ObjectionAnswered',
    data: { objection, by, answer, follows },
  } as const;
  const suspends = follows === 'suspension' && state.status === 'Effective';
  return suspends
    ? accept(answered, { type: 'DecisionSuspended', data: { by, from, dependents: [] } })
    : accept(answered);
}

/** The body came back to it: what it had suspended goes on, what it rejected stays rejected. */
export function reconsider(
  { data }: LaterAsked<'ReconsiderDecision'>,
  { status }: DecisionState,
): Decision<DecisionEvent> {
  const ending = endingBy(data, 'reconsider');
  if ('outcome' in ending) return ending;
  const { by } = data;
  const { effectiveOn: from } = ending;
  const seen = { type: 'DecisionReconsidered', data: { by, from } } as const;
  return status === 'Suspended'
    ? accept(seen, { type: 'EffectsResumed', data: { by, from } })
    : accept(seen);
}
