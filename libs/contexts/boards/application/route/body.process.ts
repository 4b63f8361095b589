import type { LocalDate } from '@tavolo/kernel';
import type { ProcessCommand, ProcessEvent, TimedProcess, TimedReaction } from '@tavolo/process';
import type { BoardEvent } from '../../domain/board.events.js';
import type { RouteEvent } from '../../domain/route/route.events.js';

/** A board that routes ask, its last day, and the routes that have asked it. */
type Body = Readonly<{ board: string; lastDay: LocalDate | null; routes: readonly string[] }>;

/** A body that is no more is waited for no more, on any route that has asked it (GB-6). */
export const routeBodyProcess: TimedProcess<Body> = {
  name: 'routeBody',
  categories: ['route', 'board'],
  initial: { board: '', lastDay: null, routes: [] },
  keyOf: (event) => boardOf(event)?.slice('board-'.length) ?? null,
  react: (state, input) => {
    if (input.kind === 'answer') return { state };
    if (input.kind === 'event') return onFact(state, input.event);
    const commands = state.routes.map((route) => lapsing(route, state.board));
    return { state: { ...state, routes: [] }, commands };
  },
};

const boardFacts = [
  'BoardEstablished',
  'BoardProrogued',
  'BoardDissolved',
] as const satisfies readonly BoardEvent['type'][];
type Heard =
  | Extract<BoardEvent, { type: (typeof boardFacts)[number] }>
  | Extract<RouteEvent, { type: 'RouteBodyAsked' }>;

function boardOf({ type, stream, data }: ProcessEvent): string | null {
  if (boardFacts.some((one) => one === type)) return stream;
  if (type !== ('RouteBodyAsked' satisfies RouteEvent['type'])) return null;
  return (data as Extract<RouteEvent, { type: 'RouteBodyAsked' }>['data']).board;
}

function onFact(state: Body, event: ProcessEvent): TimedReaction<Body> {
  const { type, data } = event as unknown as Heard;
  switch (type) {
    case 'RouteBodyAsked': {
      const others = state.routes.filter((route) => route !== event.stream);
      return watching({ ...state, board: data.board, routes: [...others, event.stream] });
    }
    case 'BoardEstablished':
      return watching({ ...state, board: event.stream, lastDay: data.termUntil });
    case 'BoardProrogued':
      return watching({ ...state, lastDay: data.until });
    case 'BoardDissolved':
      return watching({ ...state, lastDay: data.lastDay });
  }
}

/** A board that no route asks needs no timer. */
function watching(state: Body): TimedReaction<Body> {
  const { lastDay, routes } = state;
  if (lastDay === null || routes.length === 0) return { state };
  return { state, timers: [{ schedule: 'end', after: lastDay }] };
}

/** Several routes of one body: each command has a name of its own. */
function lapsing(target: string, board: string): ProcessCommand {
  const name = `LapsePlace ${target}`;
  return { name, aggregate: 'route', target, type: 'LapsePlace', data: { board } };
}
