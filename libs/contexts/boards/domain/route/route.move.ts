import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { BoardId, MoveOnRoute } from '../../contract/index.js';
import type { Heard } from './route.commands.js';
import type { RouteMoving } from './route.commands.js';
import type { FrozenStage, RouteEvent, VoidCause } from './route.events.js';
import { routeRules } from './route.rules.js';
import { released, settled } from './route.settle.js';
import { openRun, restartOf, stageOf } from './route.state.js';
import type { Place, RouteState, Run } from './route.state.js';

/** The stage that a move is about, if it is open, and the body's place in it. */
type Open = Readonly<{ run: Run; place: Place; rules: FrozenStage }>;

function openFor(state: RouteState, { stage, round }: MoveOnRoute, board: BoardId): Open | null {
  const run = openRun(state);
  const rules = stageOf(state, stage);
  if (run?.stage !== stage || run.round !== round || !rules) return null;
  const place = run.places.findLast((one) => one.board === board && one.status === 'waiting');
  return place ? { run, place, rules } : null;
}

/** What could refuse a move later is asked when a body proposes it; null where nothing does. */
export function moveRefusal(
  state: RouteState,
  move: MoveOnRoute,
  { board, today }: Readonly<{ board: BoardId; today: LocalDate }>,
): Decision<never> | null {
  const { stage, round } = move;
  const run = openRun(state);
  if (run?.stage !== stage || run.round !== round) {
    return refuse(routeRules.StageNotOpen, { stage, round });
  }
  const open = openFor(state, move, board);
  if (!open) return refuse(routeRules.NotAsked);
  const kept = kindRefusal(move, open.rules);
  if (kept) return kept;
  const { until } = open.place;
  return until !== null && today > until ? refuse(routeRules.TermOver, { until }) : null;
}

function kindRefusal(
  { move, stage }: MoveOnRoute,
  { kind, sendBackTo }: FrozenStage,
): Decision<never> | null {
  if (move === 'object') return kind === 'objection' ? null : refuse(routeRules.NoObjections);
  // One body alone would do what takes a number of objections.
  if (kind === 'objection') return refuse(routeRules.OnlyObjections);
  return sendBackTo === null ? refuse(routeRules.NoSendingBack, { stage }) : null;
}

/** The body approved its objection, or the sending back, by its own vote, with reasons (D-7). */
export function move(
  { data: { decision, grounds }, at }: RouteMoving,
  state: RouteState,
): Decision<RouteEvent> {
  const moved = movedBy(decision, grounds);
  if (!moved) return refuse(routeRules.NotItsMove, { decision });
  if (state.taken.includes(decision)) return accept();
  const open = openFor(state, moved.subject, moved.heard.board);
  const cause = open ? termCause(open, moved.spokenOn) : 'stage';
  if (!open || cause) return notCounted(moved, cause ?? 'stage');
  return kindRefusal(moved.subject, open.rules) ?? settled(state, factsOf(state, open, moved), at);
}

/** Null where it is no such decision, or the body has not approved it. */
function movedBy(
  decision: Moved['decision'],
  { heard, route }: RouteMoving['data']['grounds'],
): Moved | null {
  if (heard?.subject.kind !== 'moveRoute' || heard.subject.route !== route) return null;
  const { spokenOn, subject, status } = heard;
  return spokenOn === null || status === 'Rejected' ? null : { decision, heard, subject, spokenOn };
}

function factsOf(
  state: RouteState,
  open: Open,
  { decision, heard, subject, spokenOn }: Moved,
): readonly RouteEvent[] {
  const { stage, round } = subject;
  const by = { board: heard.board, decision, reasons: heard.motivation };
  if (subject.move === 'sendBack') return sentBack(state, open, by);
  return [{ type: 'RouteObjectionLodged', data: { stage, round, ...by, spokenOn } }];
}

/** A date decides, whether or not a timer has said so. */
function termCause({ place: { until } }: Open, spokenOn: LocalDate): VoidCause | null {
  return until !== null && spokenOn > until ? 'term' : null;
}

type Moved = Readonly<{
  decision: RouteMoving['data']['decision'];
  heard: Heard;
  subject: MoveOnRoute;
  spokenOn: LocalDate;
}>;

function notCounted(
  { decision, heard, subject, spokenOn }: Moved,
  cause: VoidCause,
): Decision<RouteEvent> {
  const { stage, round, move: said } = subject;
  const { board, textSha256 } = heard;
  const data = { stage, round, board, decision, said, textSha256, spokenOn, cause };
  return accept({ type: 'RouteAnswerVoid', data });
}

/** The route stays, with its version and all that was said; the others are waited for no more. */
function sentBack(
  state: RouteState,
  { run, rules }: Open,
  by: NonNullable<Extract<RouteEvent, { type: 'RouteReturned' }>['data']['by']>,
): readonly RouteEvent[] {
  const { stage, round } = run;
  const to = rules.sendBackTo ?? 'origin';
  const restart = to === 'origin' ? restartOf(state, stage) : to;
  const data = { stage, round, cause: 'sentBack', to, nextRound: round + 1, restart, by } as const;
  return [...released(run), { type: 'RouteReturned', data }];
}
