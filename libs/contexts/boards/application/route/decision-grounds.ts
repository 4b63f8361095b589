import { commandOf } from '@tavolo/command';
import type { Grounded } from '@tavolo/command';
import type { LocalDate } from '@tavolo/kernel';
import type { AdoptionOfRoute, BoardId, MoveOnRoute, RouteCall } from '../../contract/index.js';
import type { DecisionCommand } from '../../domain/decision.commands.js';
import { decisionRules } from '../../domain/decision.rules.js';
import { moveRefusal } from '../../domain/route/route.move.js';
import { openRun } from '../../domain/route/route.state.js';
import type { RouteState } from '../../domain/route/route.state.js';
import { boards, routeDefinitions, routes } from '../aggregates.js';
import type { BoardsPorts } from '../ports.js';
import type { DecisionRequest } from '../requests.js';

/** Of a proposal to adopt a version of a definition: whose it is, and the level of the body. */
export async function adoptedOn(
  { ports: { transactions } }: BoardsPorts,
  { definition: id }: AdoptionOfRoute,
  board: BoardId,
) {
  const definition = await transactions.load(routeDefinitions, id);
  const body = await transactions.load(boards, board);
  const owner = definition?.state.board ?? null;
  const level = body?.state.level ?? null;
  const adopted = owner === null || level === null ? null : { board: owner, level };
  return { found: { adopted }, basis: definition ? [definition.basis] : [] };
}

/** Of a proposal to object or to send back: what refuses that now. */
export async function moveOn(
  { ports: { transactions } }: BoardsPorts,
  move: MoveOnRoute,
  about: Readonly<{ board: BoardId; today: LocalDate }>,
) {
  const route = await transactions.load(routes, move.route);
  if (!route) return { found: { move: unknown(move.route) }, basis: [] };
  const kept = moveRefusal(route.state, move, about);
  const refusal = kept?.outcome === 'refused' ? kept.refusal : null;
  return { found: { move: refusal }, basis: [route.basis] };
}

function unknown(id: string) {
  return { ...decisionRules.RouteUnknown, details: { id } };
}

/** What a route brings to a body, as the route holds it: the matter of the stage that is open. */
export async function arrivalFor(
  { ports: { transactions } }: BoardsPorts,
  request: DecisionRequest,
  call: RouteCall,
): Promise<Grounded<DecisionCommand>> {
  const loaded = await transactions.load(routes, call.route);
  const place = loaded && placeOf(loaded.state, call, request.target);
  if (!loaded || !place) return { command: commandOf(request, { arrival: null }) };
  const { board, textSha256 } = place;
  const { title, motivation, legalBasis, proposer, definition, version } = loaded.state;
  const about = { title, motivation, legalBasis, proposer, textSha256 };
  const arrival = { ...about, board, route: { ...call, definition, version } };
  return { command: commandOf(request, { arrival }), basis: [loaded.basis] };
}

/** Only what the stage that is open has asked for arrives, under the id that it was asked by. */
function placeOf(state: RouteState, { stage, round }: RouteCall, decision: string) {
  const run = openRun(state);
  if (run?.stage !== stage || run.round !== round) return null;
  const place = run.places.find((one) => one.decision === decision);
  return place ? { board: place.board, textSha256: run.textSha256 } : null;
}
