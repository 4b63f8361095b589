import type { DecisionState } from '../../domain/decision.state.js';
import type { DecisionOnTable } from '../../domain/sitting.commands.js';

/** The approval route that a vote on it is part of, for the vote to freeze. */
export function routeOf({ cameBy, route }: DecisionState): Partial<DecisionOnTable> {
  if (cameBy) {
    const { left: leftByRoute, ...within } = cameBy;
    return { route: within, leftByRoute };
  }
  if (!route) return {};
  const { id, definition, version, round } = route;
  return { route: { route: id, definition, version, round } };
}
