import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { BoardId, DecisionStatus, RouteStage } from '../../contract/index.js';
import type { BodyToAsk, OriginOnTable, RouteAsked, StageBodies } from './route.commands.js';
import type { FrozenStage, InStage, RouteEvent } from './route.events.js';
import { routeRules } from './route.rules.js';
import { endOf, settled } from './route.settle.js';
import { openRun, stageOf } from './route.state.js';
import type { RouteState } from './route.state.js';

type Kept = Decision<never>;

/** Before it is signed: what follows the signature is no longer the body's to reconsider. */
const beforeSignature: readonly DecisionStatus[] = [
  ...(['Proposed', 'UnderInstruction', 'ReadyForAgenda'] as const),
  ...(['OnAgenda', 'Deferred', 'Approved'] as const),
];

/** freezes the version in force, the text and the bodies; what changes later is not asked. */
export function start({ data, by, today }: RouteAsked<'StartRoute'>): Decision<RouteEvent> {
  const { definition: id, decision, textSha256, grounds } = data;
  const { definition, origin, bodies, legalBasis } = grounds;
  if (!definition) return refuse(routeRules.DefinitionUnknown, { id });
  const { inForce } = definition;
  if (!inForce) return refuse(routeRules.NoVersionInForce);
  if (!origin) return refuse(routeRules.DecisionUnknown, { id: decision });
  const { openTo, binding } = inForce.rules;
  const open = openTo === null ? definition.board === origin.board : openTo === origin.level;
  if (!open) return refuse(routeRules.NotOpenToOrigin);
  const kept = originRefusal(origin, { textSha256, person: by.person, route: null });
  if (kept) return kept;
  if (legalBasis.length === 0) return refuse(routeRules.LegalBasisMissing);
  const stages = frozen(inForce.rules.stages, bodies, today);
  if ('outcome' in stages) return stages;
  const { board, title, motivation } = origin;
  const proposer = origin.proposer ?? by.person;
  const about = { definition: id, version: inForce.version, board, decision, textSha256 };
  const matter = { title, motivation, legalBasis, binding, stages, proposer };
  return accept({ type: 'RouteStarted', data: { ...about, ...matter } });
}

/** What the origin must be for its decision to go on a route, or back on it. */
export function originRefusal(
  { status, boundTo, textSha256, confidential, ...origin }: OriginOnTable,
  asked: Readonly<{ textSha256: string; person: string; route: string | null }>,
): Kept | null {
  if (!actsForOrigin(origin, asked.person)) return refuse(routeRules.NotOfOrigin);
  if (!beforeSignature.includes(status)) return refuse(routeRules.OriginPastRoute, { status });
  if (confidential) return refuse(routeRules.OriginConfidential);
  if (boundTo !== null && boundTo !== asked.route) {
    return refuse(routeRules.OnAnotherRoute, { route: boundTo });
  }
  if (asked.textSha256 === textSha256) return null;
  return refuse(routeRules.OtherText, { textSha256 });
}

/** who proposed the decision, or an officer of its body. */
export function actsForOrigin(
  { proposer, officers }: Pick<OriginOnTable, 'officers' | 'proposer'>,
  person: string,
): boolean {
  return person === proposer || officers.some((officer) => officer === person);
}

/** Each stage with its bodies by name; all of them must be there today. */
function frozen(
  stages: readonly RouteStage[],
  found: readonly StageBodies[],
  today: LocalDate,
): readonly FrozenStage[] | Kept {
  const all: FrozenStage[] = [];
  for (const rules of stages) {
    const { stage, needed } = rules;
    const bodies = found.find((one) => one.stage === stage)?.bodies ?? [];
    const kept = bodyRefusal(stage, bodies, today);
    if (kept) return kept;
    const boards: readonly BoardId[] = bodies.map(({ board }) => board);
    if (boards.length < Math.max(1, needed ?? 1)) {
      return refuse(routeRules.TooFewBodies, { stage, needed: needed ?? 1, asked: boards.length });
    }
    all.push({ ...rules, boards });
  }
  return all;
}

function bodyRefusal(stage: string, bodies: StageBodies['bodies'], today: LocalDate): Kept | null {
  for (const { board: id, lastDay } of bodies) {
    if (lastDay === null) return refuse(routeRules.BoardUnknown, { id });
    if (lastDay < today) return refuse(routeRules.BodyNoMore, { id, stage, lastDay });
  }
  return null;
}

/**
 * A stage opens and its bodies are asked; a body that is no more by now has lapsed (GB-6). After
 * objections to the last stage that the origin answered with the same text, nothing is left to
 * ask: the route has passed.
 */
export function openStage(
  { data: { round, grounds }, at, today }: RouteAsked<'OpenStage'>,
  state: RouteState,
): Decision<RouteEvent> {
  const { status, next, textSha256 } = state;
  if (round !== state.round || status === 'WithOrigin' || status === 'Ended') return accept();
  if (status === 'UnderWay' && next === null) return accept();
  if (next === null) return accept(endOf(state, { result: 'passed', endedAt: at }));
  const rules = stageOf(state, next);
  if (!rules) return refuse(routeRules.StageNotOpen, { stage: next, round });
  const until = untilOf(rules, today);
  const stage: InStage = { stage: next, round };
  const opening: RouteEvent = {
    type: 'RouteStageOpened',
    data: { ...stage, textSha256, openedOn: today, until },
  };
  const decide = rules.kind !== 'objection';
  const asked = grounds.bodies.flatMap((body) => asking({ ...stage, until, decide, today }, body));
  return settled(state, [opening, ...asked], at);
}

/** The body that is asked in the place of others has as many days as they had. */
export function askHigherBody(
  { data: { stage, round, grounds }, at, today }: RouteAsked<'AskHigherBody'>,
  state: RouteState,
): Decision<RouteEvent> {
  const run = openRun(state);
  const rules = stageOf(state, stage);
  const { body } = grounds;
  const isOpen = run?.stage === stage && run.round === round;
  if (!isOpen || !rules || !body || run.places.some(({ escalated }) => escalated)) return accept();
  const asked = { stage, round, until: untilOf(rules, today), decide: true, today };
  return settled(state, asking({ ...asked, escalated: true }, body), at);
}

type Asking = InStage &
  Readonly<{ until: LocalDate | null; decide: boolean; today: LocalDate; escalated?: true }>;

function asking(
  { decide, today, ...about }: Asking,
  { board, decision, lastDay }: BodyToAsk,
): readonly RouteEvent[] {
  const data = { ...about, board, decision: decide ? decision : null };
  const asked: RouteEvent = { type: 'RouteBodyAsked', data };
  if (lastDay >= today) return [asked];
  const { stage, round } = about;
  return [asked, { type: 'RoutePlaceLapsed', data: { stage, round, board, lastDay } }];
}

/** The last day of a term; the day of asking is not counted, and a day has no hours to lose. */
function untilOf({ days }: FrozenStage, today: LocalDate): LocalDate | null {
  return days === null ? null : daysAfter(today, days);
}
