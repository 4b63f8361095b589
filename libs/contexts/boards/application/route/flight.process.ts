import type { ProcessCommand, ProcessEvent, TimedProcess, TimedReaction } from '@tavolo/process';
import type { InStage, RouteEvent } from '../../domain/route/route.events.js';

/** The route, and the stage of it whose term runs. */
type Flight = Readonly<{ route: string; stage: InStage | null }>;

/**
 * What leads a route from stage to stage: the next one opens when one has ended, the higher
 * body is asked, the term is closed when its last day is over. A date decides, this only says so.
 */
export const routeFlightProcess: TimedProcess<Flight> = {
  name: 'routeFlight',
  categories: ['route'],
  initial: { route: '', stage: null },
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('route-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return { state };
    if (input.kind === 'event') return onFact(state, input.event);
    const { route, stage } = state;
    return stage ? { state, commands: [given(route, 'CloseTerm', stage)] } : { state };
  },
};

const heard = new Set<string>([
  'RouteStageOpened',
  'RouteBodyAsked',
  'RouteStageEscalated',
  'RouteStageEnded',
  'RouteReturned',
  'RouteEnded',
] satisfies readonly RouteEvent['type'][]);

const noTerm = [{ cancel: 'term' }] as const;

function onFact(before: Flight, event: ProcessEvent): TimedReaction<Flight> {
  const { type, data } = event as unknown as RouteEvent;
  const state = { ...before, route: event.stream };
  switch (type) {
    case 'RouteStageOpened':
    case 'RouteBodyAsked': {
      const { stage, round, until } = data;
      const timers = until === null ? [] : [{ schedule: 'term', after: until }];
      return { state: { ...state, stage: { stage, round } }, timers };
    }
    case 'RouteStageEscalated': {
      const { stage, round } = data;
      return {
        state,
        timers: noTerm,
        commands: [given(event.stream, 'AskHigherBody', { stage, round })],
      };
    }
    case 'RouteStageEnded': {
      const { next, round } = data;
      const commands = next === null ? [] : [given(event.stream, 'OpenStage', { round })];
      return { state, timers: noTerm, commands };
    }
    case 'RouteReturned':
      return returned(state, data);
    case 'RouteEnded':
      return { state, done: true };
    default:
      return { state };
  }
}

function returned(
  state: Flight,
  { to, nextRound: round }: Extract<RouteEvent, { type: 'RouteReturned' }>['data'],
): TimedReaction<Flight> {
  if (to !== 'origin') {
    return { state, timers: noTerm, commands: [given(state.route, 'OpenStage', { round })] };
  }
  const it = 'L’iter è tornato all’origine: va ripresentato, con un nuovo testo o con lo stesso.';
  const en =
    'The route went back to its origin: it must be put again, with a new text or the same.';
  return { state, timers: noTerm, waiting: { why: { it, en } } };
}

function given(target: string, type: string, data: ProcessCommand['data']): ProcessCommand {
  return { name: type, aggregate: 'route', target, type, data };
}
