import type { RouteResult } from '../contract/index.js';
import type { DecisionEvent } from '../domain/decision.events.js';

/** What a row keeps of the route that a decision is on, or that it came by. */
type OfRoute = Readonly<{
  route: string;
  routeResult: RouteResult | null;
  routeBinds: boolean;
  leftByRoute: boolean;
}>;

/** What a route does to a decision. */
export type RouteFact = Extract<
  DecisionEvent,
  { type: 'DecisionBoundToRoute' | 'DecisionLeftByRoute' | 'DecisionRouteEnded' }
>;

/** What such a fact changes in the row. */
export function routeChangeOf({ type, data }: RouteFact): Partial<OfRoute> {
  if (type === 'DecisionBoundToRoute') {
    return { route: data.route, routeResult: null, routeBinds: data.binding };
  }
  return type === 'DecisionRouteEnded' ? { routeResult: data.result } : { leftByRoute: true };
}

/** Whether a fact is one of a route. */
export function isOfRoute(event: DecisionEvent): event is RouteFact {
  return ['DecisionBoundToRoute', 'DecisionRouteEnded', 'DecisionLeftByRoute'].includes(event.type);
}
