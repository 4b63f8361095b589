import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import { ended } from './decision.conditions.js';
import type { DecisionEvent } from './decision.events.js';
import type { LaterAsked } from './decision.later.commands.js';
import { laterRules } from './decision.later.rules.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';
import { imposed } from './decision.voted.js';

/** The chair alone, where the rulebook lets, on what another proposed (D-10). */
export function decideInUrgency(
  { data: { textSha256, urgency, grounds }, at, today, by }: LaterAsked<'DecideInUrgency'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { roll } = grounds;
  if (!roll) return refuse(decisionRules.BoardUnknown, { id: state.board });
  const { rulebook, chair, rulebookVersion, revision: boardRevision, termUntil } = roll;
  if (!rulebook.urgency) return refuse(laterRules.NoUrgency);
  if (today > termUntil) return refuse(laterRules.TermOver, { termUntil });
  if (chair?.person !== by.person) return refuse(laterRules.NotTheChair);
  if (state.proposer === by.person) return refuse(laterRules.OwnProposal);
  if (textSha256 !== state.textSha256) {
    return refuse(decisionRules.OtherText, { textSha256: state.textSha256 });
  }
  const kept = bodyRefusal(state, today);
  if (kept) return kept;
  const { ratifyWithinDays } = rulebook.urgency;
  const ratifyBy = ratifyWithinDays === undefined ? null : daysAfter(today, ratifyWithinDays);
  const who = { board: state.board, boardRevision, rulebookVersion, seat: chair.seat };
  const what = { decidedBy: by.person, textSha256, urgency, decidedAt: at, ratifyBy };
  return accept({ type: 'DecidedInUrgency', data: { ...who, ...what } }, ...imposed(state));
}

/** D-10: the chair stands in for a body that cannot sit, not against one that has. */
function bodyRefusal(state: DecisionState, today: LocalDate): Decision<never> | null {
  if (isEnd(state)) return refuse(laterRules.NotInUrgency);
  const { deferredUntil: until } = state;
  if (until === null || today >= until) return null;
  return refuse(laterRules.DeferredByBody, { until });
}

/** D-8: only the body comes back to what it decided, ratifies and amends its own rules. */
function isEnd({ subject }: DecisionState): boolean {
  return !['other', 'adoptPlan', 'extendPlan'].includes(subject.kind);
}

/** The body voted for it: the act is its own. */
export function ratify(
  { data: { by, votedAt, grounds } }: LaterAsked<'RatifyDecision'>,
  { board, later: { urgent } }: DecisionState,
): Decision<DecisionEvent> {
  if (!urgent) return refuse(laterRules.NotUrgent);
  const { ratifyBy, ratified } = urgent;
  if (ratified) return accept();
  if (ratifyBy !== null && grounds.votedOn > ratifyBy) {
    return refuse(laterRules.RatificationTooLate, { ratifyBy });
  }
  return accept({ type: 'DecisionRatified', data: { board, by, votedAt } });
}

/** The body voted against it: the act has no more effect (D-8). */
export function refuseRatification(
  { today }: LaterAsked<'RefuseRatification'>,
  { board, status, later: { urgent } }: DecisionState,
): Decision<DecisionEvent> {
  if (!urgent) return refuse(laterRules.NotUrgent);
  if (urgent.ratified) return refuse(laterRules.RatifiedAlready);
  if (isOver(status)) return accept();
  const data = { board, cause: 'ratificationRejected', from: today, condition: null } as const;
  return accept({ type: 'DecisionLapsed', data });
}

/** Its time is over without a vote for it: the act has no more effect; what it did stays (D-8). */
export function lapseUnratified(
  { data: { grounds }, today }: LaterAsked<'LapseUnratified'>,
  { board, status, later: { urgent } }: DecisionState,
): Decision<DecisionEvent> {
  if (!urgent) return refuse(laterRules.NotUrgent);
  if (urgent.ratified || grounds.ratified || isOver(status)) return accept();
  const { ratifyBy } = urgent;
  if (ratifyBy !== null && today <= ratifyBy) {
    return refuse(laterRules.StillRatifiable, { ratifyBy });
  }
  const from = ratifyBy === null ? today : daysAfter(ratifyBy, 1);
  const data = { board, cause: 'notRatified', from, condition: null } as const;
  return accept({ type: 'DecisionLapsed', data });
}

function isOver(status: DecisionState['status']): boolean {
  return status !== null && ended.includes(status);
}
