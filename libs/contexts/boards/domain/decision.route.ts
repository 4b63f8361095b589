import type { DecisionStatus } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { DecisionAsked } from './decision.commands.js';
import type { DecisionEvent } from './decision.events.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';

/** The states before its signature: a route is asked before the act is perfect. */
export const beforeSignature: readonly DecisionStatus[] = [
  ...(['Proposed', 'UnderInstruction', 'ReadyForAgenda'] as const),
  ...(['OnAgenda', 'Deferred', 'Approved'] as const),
];

/** A matter comes to the body by a route: its text, its reasons and its proposer are the origin's. */
export function receive({ data }: DecisionAsked<'ReceiveProposal'>): Decision<DecisionEvent> {
  const { grounds, route: id } = data;
  if (!grounds.arrival) return refuse(decisionRules.RouteUnknown, { id });
  const unset = { titleEn: null, subject: { kind: 'other' }, spending: null } as const;
  return accept({ type: 'DecisionProposed', data: { ...unset, ...grounds.arrival } });
}

/** One decision, one route at a time; the text is the one that the route is to speak on. */
export function bindToRoute(
  { data }: DecisionAsked<'BindToRoute'>,
  { route, textSha256 }: DecisionState,
): Decision<DecisionEvent> {
  if (route?.result === null && route.id !== data.route) {
    return refuse(decisionRules.OnAnotherRoute, { route: route.id });
  }
  if (data.textSha256 !== textSha256) return refuse(decisionRules.OtherText, { textSha256 });
  if (route?.id === data.route && route.round === data.round) return accept();
  return accept({ type: 'DecisionBoundToRoute', data });
}

/** The result of the route that it waits for; any other route says nothing here. */
export function takeResult(
  { data }: DecisionAsked<'TakeRouteResult'>,
  { route }: DecisionState,
): Decision<DecisionEvent> {
  if (route?.id !== data.route || route.result !== null) return accept();
  return accept({ type: 'DecisionRouteEnded', data });
}

/** Off every agenda the proposal is withdrawn; on one it is not voted on any more. */
export function releaseProposal(
  { data: { route }, by }: DecisionAsked<'ReleaseProposal'>,
  { status, cameBy }: DecisionState,
): Decision<DecisionEvent> {
  if (cameBy?.route !== route || cameBy.left) return accept();
  if (status === 'OnAgenda') return accept({ type: 'DecisionLeftByRoute', data: { route } });
  const isOpen = beforeSignature.some((one) => one === status) && status !== 'Approved';
  if (!isOpen) return accept();
  return accept({ type: 'ProposalWithdrawn', data: { withdrawnBy: by.person } });
}

/**
 * D-9: what waits for a route is not signed before its result, and not against it where it
 * binds; a result on another text is none. What was only to be heard must have been heard.
 */
export function routeRefusal({ route, textSha256 }: DecisionState): Decision<never> | null {
  if (!route) return null;
  const { id, result, binding } = route;
  if (result === null) return refuse(decisionRules.RouteUnderWay, { route: id });
  const heard = result === 'passed' || (result === 'failed' && !binding);
  if (!heard) return refuse(decisionRules.RouteNotPassed, { route: id, result });
  if (route.textSha256 === textSha256) return null;
  return refuse(decisionRules.RouteOnOtherText, { route: id, textSha256: route.textSha256 });
}
