import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { DecisionEvent } from '../../domain/decision.events.js';
import type { RouteEvent } from '../../domain/route/route.events.js';

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
/** What a decision of an asked body is to a route: its answer, or a move of its own. */
type Voice = Readonly<{ route: string | null; says: 'answer' | 'move' }>;

/**
 * Carries a matter to the body that is asked, as a proposal before it, and what the body voted
 * back to the route (D-2): nobody types in what a body said. All of one decision.
 */
export const routeVoiceProcess: ProcessDefinition<Voice> = {
  name: 'routeVoice',
  categories: ['route', 'decision'],
  initial: { route: null, says: 'answer' },
  keyOf: (event) => decisionOf(event)?.slice('decision-'.length) ?? null,
  react: (voice, input) =>
    input.kind === 'answer' ? onAnswer(voice, input) : onFact(voice, input.event),
};

const routeFacts = [
  'RouteBodyAsked',
  'RouteBodyReleased',
] as const satisfies readonly RouteEvent['type'][];
const results = [
  'DecisionApproved',
  'DecisionRejected',
  'DecisionBecameEffective',
] as const satisfies readonly DecisionEvent['type'][];

type Heard =
  | Extract<RouteEvent, { type: (typeof routeFacts)[number] }>
  | Extract<DecisionEvent, { type: 'DecisionProposed' | (typeof results)[number] }>;

function decisionOf({ type, stream, data }: ProcessEvent): string | null {
  if (results.some((one) => one === type)) return stream;
  if (type === ('DecisionProposed' satisfies Heard['type'])) {
    const { subject } = data as Extract<DecisionEvent, { type: 'DecisionProposed' }>['data'];
    return subject.kind === 'moveRoute' ? stream : null;
  }
  if (!routeFacts.some((one) => one === type)) return null;
  return (data as Extract<RouteEvent, { type: 'RouteBodyAsked' }>['data']).decision;
}

function onFact(voice: Voice, event: ProcessEvent): Reaction<Voice> {
  const { type, data } = event as unknown as Heard;
  const { stream } = event;
  switch (type) {
    case 'RouteBodyAsked': {
      const { stage, round, decision } = data;
      const call = { route: stream, stage, round };
      const state: Voice = { route: stream, says: 'answer' };
      // Where a body may only object nothing is carried to it, and no decision is named.
      if (decision === null) return { state };
      return { state, commands: [toDecision(decision, 'ReceiveProposal', call)] };
    }
    case 'RouteBodyReleased':
      return {
        state: voice,
        commands: [toDecision(data.decision, 'ReleaseProposal', { route: stream })],
      };
    case 'DecisionProposed': {
      const { subject } = data;
      const route = subject.kind === 'moveRoute' ? subject.route : null;
      return { state: { route, says: 'move' } };
    }
    case 'DecisionApproved':
    case 'DecisionRejected':
    case 'DecisionBecameEffective':
      return { state: voice, commands: spoken(voice, type, stream) };
  }
}

/** An objection, or a sending back, is made by its approval; turned down, it was none. */
function spoken(
  { route, says }: Voice,
  type: (typeof results)[number],
  decision: string,
): readonly ProcessCommand[] {
  if (route === null || (says === 'move' && type !== 'DecisionApproved')) return [];
  const name = says === 'move' ? 'MoveRoute' : 'HearBody';
  return [{ name, aggregate: 'route', target: route, type: name, data: { decision } }];
}

/** The route went on before the matter arrived: there is nothing to carry any more. */
function onAnswer(voice: Voice, { command, outcome }: Answered): Reaction<Voice> {
  const isLate = command.type === 'ReceiveProposal' && outcome === 'refused';
  return { state: voice, ...(isLate && { done: true }) };
}

function toDecision(target: string, type: string, data: ProcessCommand['data']): ProcessCommand {
  return { name: type, aggregate: 'decision', target, type, data };
}
