import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { DecisionId, DecisionStatus } from '../../contract/index.js';
import type { Heard, RouteAsked } from './route.commands.js';
import type { FrozenStage, RouteEvent, VoidCause } from './route.events.js';
import { routeRules } from './route.rules.js';
import { settled } from './route.settle.js';
import { openRun, stageOf } from './route.state.js';
import type { Place, RouteState, Run } from './route.state.js';

/** A vote was for it, whatever became of the decision later. */
const votedFor: readonly DecisionStatus[] = [
  ...(['Approved', 'Adopted', 'Numbered', 'Published', 'Effective'] as const),
  ...(['Suspended', 'Revoked', 'Annulled', 'Superseded'] as const),
];
const hadEffect: readonly DecisionStatus[] = votedFor.slice(votedFor.indexOf('Effective'));

/** What a body said, with the day of its vote. */
type Said = Readonly<{
  heard: Heard;
  decision: DecisionId;
  said: 'yes' | 'no';
  spokenOn: LocalDate;
}>;

/** Where it was asked, and by which rules. */
type Asked = Readonly<{ run: Run; place: Place; rules: FrozenStage }>;

/**
 * What a body's own decision says of the matter, read from the decision's stream: nobody types
 * in an outcome (D-2). What comes after the term, on another text or once the stage is over is
 * kept and counts for nothing.
 */
export function hear(
  { data: { decision, grounds }, at }: RouteAsked<'HearBody'>,
  state: RouteState,
): Decision<RouteEvent> {
  const { heard, route } = grounds;
  const asked = askedAs(state, decision);
  if (!heard || heard.call?.route !== route || !asked) {
    return refuse(routeRules.NotItsAnswer, { decision });
  }
  return settled(state, factsOf(state, asked, { decision, heard }), at);
}

/** Every body has a proposal of its own, so its decision tells where it was asked. */
function askedAs(state: RouteState, decision: DecisionId): Asked | null {
  for (const run of state.runs) {
    const place = run.places.find((one) => one.decision === decision);
    const rules = place && stageOf(state, run.stage);
    if (place && rules) return { run, place, rules };
  }
  return null;
}

function factsOf(
  state: RouteState,
  asked: Asked,
  { decision, heard }: Readonly<{ decision: DecisionId; heard: Heard }>,
): readonly RouteEvent[] {
  const { spokenOn, textSha256 } = heard;
  const said = saidBy(heard);
  const { status } = asked.place;
  const known = status === 'yes' || status === 'no' || state.taken.includes(decision);
  if (said === null || spokenOn === null || known) return [];
  const cause = voidCause(state, asked, heard);
  const { stage, round } = asked.run;
  const about = { stage, round, board: asked.place.board, decision };
  if (cause) {
    return [{ type: 'RouteAnswerVoid', data: { ...about, said, textSha256, spokenOn, cause } }];
  }
  return answered(asked, { heard, decision, said, spokenOn });
}

/** D-9: a yes of a stage that decides counts once the decision has effect; a no counts at once. */
function answered(
  { run: { stage, round }, place, rules }: Asked,
  { heard, decision, said: answer, spokenOn }: Said,
): readonly RouteEvent[] {
  const about = { stage, round, board: place.board, decision };
  if (rules.kind === 'decision' && answer === 'yes' && !hadEffect.includes(heard.status)) {
    if (place.status === 'voted') return [];
    return [{ type: 'RouteVoteTaken', data: { ...about, spokenOn } }];
  }
  const { textSha256 } = heard;
  return [{ type: 'RouteAnswered', data: { ...about, answer, textSha256, spokenOn } }];
}

function saidBy({ status }: Heard): 'yes' | 'no' | null {
  if (status === 'Rejected') return 'no';
  return votedFor.includes(status) ? 'yes' : null;
}

/** A date decides: a vote within the term counts although its silence was noted meanwhile. */
function voidCause(
  state: RouteState,
  { run, place, rules }: Asked,
  { spokenOn, textSha256 }: Pick<Heard, 'spokenOn' | 'textSha256'>,
): VoidCause | null {
  if (openRun(state) !== run || place.status === 'lapsed' || isPassedOver(run, place)) {
    return 'stage';
  }
  if (textSha256 !== run.textSha256) return 'text';
  return isAfterTerm(place, rules, spokenOn) ? 'term' : null;
}

/** Another body was asked in its place. */
function isPassedOver({ places }: Run, { escalated }: Place): boolean {
  return !escalated && places.some((one) => one.escalated);
}

/** Where silence means nothing the body is waited for after the term too. */
function isAfterTerm(
  { until, escalated }: Place,
  { silence }: FrozenStage,
  spokenOn: LocalDate | null,
): boolean {
  if (until === null || spokenOn === null || (silence === 'none' && !escalated)) return false;
  return spokenOn > until;
}

/**
 * The term is over: a timer says so, the date decides. Who voted in time has spoken, although it
 * is heard only now; the silence of the others is a fact, with what the definition makes of it.
 */
export function closeTerm(
  { data: { stage, round, grounds }, at, today }: RouteAsked<'CloseTerm'>,
  state: RouteState,
): Decision<RouteEvent> {
  const run = openRun(state);
  const rules = stageOf(state, stage);
  if (run?.stage !== stage || run.round !== round || !rules) return accept();
  const awaited = run.places.filter(
    (place) => place.status === 'waiting' && !isPassedOver(run, place),
  );
  const early = awaited.find(({ until }) => until !== null && today <= until);
  if (early) return refuse(routeRules.TermNotOver, { until: early.until });
  const facts = awaited.flatMap((place) => {
    const { decision } = place;
    const heard = grounds.heard.find((one) => one?.decision === decision) ?? null;
    const asked = { run, place, rules };
    const spoken = decision && heard ? factsOf(state, asked, { decision, heard }) : [];
    const inTime = spoken.filter(({ type }) => type !== 'RouteAnswerVoid');
    return inTime.length > 0 ? inTime : silenceOf(run, place, rules);
  });
  return settled(state, facts, at);
}

function silenceOf(
  { stage, round }: Run,
  { board, until, escalated }: Place,
  { silence }: FrozenStage,
): readonly RouteEvent[] {
  const meaning = escalated ? 'refusal' : silence;
  if (until === null || meaning === 'none') return [];
  return [{ type: 'RouteSilenceNoted', data: { stage, round, board, meaning, until } }];
}

/** GB-6: a body that is no more is waited for no more; what it has said stands. */
export function lapsePlace(
  { data: { board, grounds }, at, today }: RouteAsked<'LapsePlace'>,
  state: RouteState,
): Decision<RouteEvent> {
  const { lastDay } = grounds;
  const run = openRun(state);
  if (!run || lastDay === null || today <= lastDay) return accept();
  const { stage, round } = run;
  const facts = run.places
    .filter((place) => place.board === board && place.status === 'waiting')
    .map((): RouteEvent => {
      return { type: 'RoutePlaceLapsed', data: { stage, round, board, lastDay } };
    });
  return settled(state, facts.slice(0, 1), at);
}
