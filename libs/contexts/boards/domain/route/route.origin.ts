import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { RouteAsked } from './route.commands.js';
import type { RouteEvent } from './route.events.js';
import { routeRules } from './route.rules.js';
import { endOf, released } from './route.settle.js';
import { actsForOrigin, originRefusal } from './route.start.js';
import { openRun, restartOf, stageAfter } from './route.state.js';
import type { RouteState } from './route.state.js';

/**
 * The origin puts it again to the route: a new text, or the same one, which confirms it. After
 * objections the same text goes on to the next stage, for the origin has thought again.
 */
export function resubmit(
  { data: { decision, textSha256, grounds }, by }: RouteAsked<'ResubmitToRoute'>,
  state: RouteState,
): Decision<RouteEvent> {
  const { origin, route } = grounds;
  const { status, returned } = state;
  if (status !== 'WithOrigin' || !returned) return refuse(routeRules.WrongState, { status });
  if (origin?.board !== state.board) return refuse(routeRules.DecisionUnknown, { id: decision });
  const kept = originRefusal(origin, { textSha256, person: by.person, route });
  if (kept) return kept;
  const { textSha256: previousTextSha256, round } = state;
  const maintained = returned.objections && textSha256 === previousTextSha256;
  const stage = maintained ? stageAfter(state, returned.stage) : returned.restart;
  const { title, motivation } = origin;
  const proposer = origin.proposer ?? by.person;
  const { definition, version, binding } = state;
  const about = { decision, textSha256, previousTextSha256, title, motivation, proposer };
  const data = { ...about, round, stage, definition, version, binding };
  return accept({ type: 'RouteResubmitted', data });
}

/**
 * The text was edited while it was on its way: what was said in this round is void for the new
 * text, and the origin has to put it to the route again, or take it back.
 */
export function noteTextMoved(
  { data: { decision, textSha256 } }: RouteAsked<'NoteTextMoved'>,
  state: RouteState,
): Decision<RouteEvent> {
  const isUnderWay = state.status === 'UnderWay' || state.status === 'SettingOut';
  const moved = decision === state.decision && textSha256 !== state.textSha256;
  return isUnderWay && moved ? accept(...textMoved(state)) : accept();
}

function textMoved(state: RouteState): readonly RouteEvent[] {
  const run = openRun(state);
  const { round, next, stages } = state;
  const stage = run?.stage ?? next ?? stages.at(-1)?.stage ?? '';
  const restart = restartOf(state, stage);
  const about = { cause: 'textMoved', to: 'origin', nextRound: round + 1, by: null } as const;
  const back: RouteEvent = { type: 'RouteReturned', data: { stage, round, ...about, restart } };
  return run ? [...released(run), back] : [back];
}

/** The decision could not be bound: it moved in the very moment, or is on another route. */
export function refuseBinding(
  { data: { decision, round }, at }: RouteAsked<'RefuseBinding'>,
  state: RouteState,
): Decision<RouteEvent> {
  if (state.status !== 'SettingOut' || decision !== state.decision || round !== state.round) {
    return accept();
  }
  return state.runs.length === 0
    ? accept(endOf(state, { result: 'withdrawn', cause: 'notBound', endedAt: at }))
    : accept(...textMoved(state));
}

/** The origin takes the matter back; a route that was withdrawn has no result to sign on. */
export function withdraw(
  { data: { grounds }, by, at }: RouteAsked<'WithdrawRoute'>,
  state: RouteState,
): Decision<RouteEvent> {
  const { origin } = grounds;
  if (!origin || !actsForOrigin(origin, by.person)) return refuse(routeRules.NotOfOrigin);
  return accept(...ended(state, at, 'byOrigin'));
}

/** The decision of origin was withdrawn or rejected: there is nothing left to ask about. */
export function close(
  { data: { decision }, at }: RouteAsked<'CloseRoute'>,
  state: RouteState,
): Decision<RouteEvent> {
  if (state.status === 'Ended' || decision !== state.decision) return accept();
  return accept(...ended(state, at, 'originEnded'));
}

function ended(
  state: RouteState,
  at: RouteAsked<'CloseRoute'>['at'],
  cause: 'byOrigin' | 'originEnded',
): readonly RouteEvent[] {
  const run = openRun(state);
  return [...(run ? released(run) : []), endOf(state, { result: 'withdrawn', cause, endedAt: at })];
}
