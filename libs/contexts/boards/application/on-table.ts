import type { DecisionStatus } from '../contract/index.js';
import type { DecisionState } from '../domain/decision.state.js';
import type { DecisionOnTable } from '../domain/sitting.commands.js';
import { routeOf } from './route/decision-on-table.js';

/** A decision as a sitting or a procedure sees it. */
export function onTable(status: DecisionStatus, state: DecisionState): DecisionOnTable {
  const { board, title, textSha256, subject, vote, later, deferredUntil } = state;
  const sitting = vote && 'sitting' in vote ? vote.sitting : null;
  const [firstDueOn] = later.conditions.map(({ dueOn }) => dueOn).toSorted();
  const due = firstDueOn === undefined ? {} : { firstDueOn };
  const days = deferredUntil === null ? due : { ...due, deferredUntil };
  return { board, status, title, textSha256, subject, sitting, ...days, ...routeOf(state) };
}
