import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { DecisionEvent } from '../../domain/decision.events.js';
import type { RouteEvent } from '../../domain/route/route.events.js';

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
/** The route that a decision of origin is on, or was last on. */
type Origin = string | null;

/**
 * Binds a decision to its route before the first body is asked, tells the route when the text
 * moved or the decision ended, and the decision how the route ended (D-9). All of one decision.
 */
export const routeOriginProcess: ProcessDefinition<Origin> = {
  name: 'routeOrigin',
  categories: ['route', 'decision'],
  initial: null,
  keyOf: (event) => decisionOf(event)?.slice('decision-'.length) ?? null,
  react: (route, input) =>
    input.kind === 'answer' ? onAnswer(route, input) : onFact(route, input.event),
};

const routeFacts = [
  'RouteStarted',
  'RouteResubmitted',
  'RouteEnded',
] as const satisfies readonly RouteEvent['type'][];
const decisionFacts = [
  'ProposalAmended',
  'ProposalWithdrawn',
  'DecisionRejected',
] as const satisfies readonly DecisionEvent['type'][];

type Heard =
  | Extract<RouteEvent, { type: (typeof routeFacts)[number] }>
  | Extract<DecisionEvent, { type: (typeof decisionFacts)[number] }>;

function decisionOf({ type, stream, data }: ProcessEvent): string | null {
  if (decisionFacts.some((one) => one === type)) return stream;
  if (!routeFacts.some((one) => one === type)) return null;
  return (data as Extract<RouteEvent, { type: 'RouteStarted' }>['data']).decision;
}

function onFact(route: Origin, event: ProcessEvent): Reaction<Origin> {
  const { type, data } = event as unknown as Heard;
  const { stream } = event;
  switch (type) {
    case 'RouteStarted':
      return { state: stream, commands: [binding(stream, { ...data, round: 1 })] };
    case 'RouteResubmitted':
      return { state: stream, commands: [binding(stream, data)] };
    case 'RouteEnded': {
      const { decision, result, textSha256 } = data;
      const told = { route: stream, result, textSha256 };
      return { state: stream, commands: [toDecision(decision, 'TakeRouteResult', told)] };
    }
    case 'ProposalAmended': {
      const moved = { decision: stream, textSha256: data.textSha256 };
      return { state: route, commands: toRoute(route, 'NoteTextMoved', moved) };
    }
    case 'ProposalWithdrawn':
    case 'DecisionRejected':
      return { state: route, commands: toRoute(route, 'CloseRoute', { decision: stream }) };
  }
}

/** Bound, the stage opens; what could not be bound goes back, and no body hears of it. */
function onAnswer(route: Origin, { command, outcome }: Answered): Reaction<Origin> {
  if (command.type !== 'BindToRoute') return { state: route };
  const { round = 0 } = command.data as { round?: number };
  const commands =
    outcome === 'accepted'
      ? toRoute(route, 'OpenStage', { round })
      : toRoute(route, 'RefuseBinding', { decision: command.target, round });
  return { state: route, commands };
}

type Bound = Pick<
  Extract<RouteEvent, { type: 'RouteResubmitted' }>['data'],
  'binding' | 'decision' | 'definition' | 'round' | 'textSha256' | 'version'
>;

function binding(route: string, { decision, ...about }: Bound): ProcessCommand {
  const { binding: binds, definition, round, textSha256, version } = about;
  const data = { route, round, definition, version, binding: binds, textSha256 };
  return toDecision(decision, 'BindToRoute', data);
}

function toDecision(target: string, type: string, data: ProcessCommand['data']): ProcessCommand {
  return { name: type, aggregate: 'decision', target, type, data };
}

/** A decision that was never on a route has nobody to tell. */
function toRoute(
  target: Origin,
  type: string,
  data: ProcessCommand['data'],
): readonly ProcessCommand[] {
  return target === null ? [] : [{ name: type, aggregate: 'route', target, type, data }];
}
