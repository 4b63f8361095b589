import type { DecisionStatus } from '../contract/index.js';
import type { DecisionState } from '../domain/decision.state.js';
import type { DecisionOnTable } from '../domain/sitting.commands.js';

/** A decision as a sitting or a procedure sees it. */
export function onTable(status: DecisionStatus, state: DecisionState): DecisionOnTable {
  const { board, title, textSha256, subject, vote, later } = state;
  const sitting = vote && 'sitting' in vote ? vote.sitting : null;
  const [firstDueOn] = later.conditions.map(({ dueOn }) => dueOn).toSorted();
  const due = firstDueOn === undefined ? {} : { firstDueOn };
  return { board, status, title, textSha256, subject, sitting, ...due, ...routeOf(state) };
}

/** The approval route that a vote on it is part of, for the vote to freeze. */
function routeOf({ cameBy, route }: DecisionState): Partial<DecisionOnTable> {
  if (cameBy) {
    const { left: leftByRoute, ...within } = cameBy;
    return { route: within, leftByRoute };
  }
  if (!route) return {};
  const { id, definition, version, round } = route;
  return { route: { route: id, definition, version, round } };
}
