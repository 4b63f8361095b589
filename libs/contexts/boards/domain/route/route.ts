import { refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type { RouteCommand } from './route.commands.js';
import type { RouteEvent } from './route.events.js';
import { move } from './route.move.js';
import { close, noteTextMoved, refuseBinding, resubmit, withdraw } from './route.origin.js';
import { routeRules } from './route.rules.js';
import { askHigherBody, openStage, start } from './route.start.js';
import { evolve, noRoute } from './route.state.js';
import type { RouteState } from './route.state.js';
import { closeTerm, hear, lapsePlace } from './route.voice.js';

/** A matter on its way through the bodies that must be heard on it, or decide on it. */
export const route = { initial: noRoute, decide, evolve } satisfies Decider<
  RouteState,
  RouteCommand,
  RouteEvent
>;

function decide(command: RouteCommand, state: RouteState): Decision<RouteEvent> {
  const { status } = state;
  if (command.type === 'StartRoute') {
    return status === null ? start(command) : refuse(routeRules.WrongState, { status });
  }
  if (status === null) return refuse(routeRules.WrongState, { status });
  return status === 'Ended' ? afterwards(command, state) : underWay(command, state);
}

type OnTheWay = Exclude<RouteCommand, { type: 'StartRoute' }>;

/** One result and no second one: what is said later is kept, and changes nothing. */
function afterwards(command: OnTheWay, state: RouteState): Decision<RouteEvent> {
  const { type } = command;
  if (type === 'ResubmitToRoute' || type === 'WithdrawRoute') {
    return refuse(routeRules.WrongState, { status: state.status });
  }
  return underWay(command, state);
}

function underWay(command: OnTheWay, state: RouteState): Decision<RouteEvent> {
  switch (command.type) {
    case 'ResubmitToRoute':
      return resubmit(command, state);
    case 'WithdrawRoute':
      return withdraw(command, state);
    case 'OpenStage':
      return openStage(command, state);
    case 'AskHigherBody':
      return askHigherBody(command, state);
    case 'HearBody':
      return hear(command, state);
    case 'MoveRoute':
      return move(command, state);
    case 'CloseTerm':
      return closeTerm(command, state);
    case 'LapsePlace':
      return lapsePlace(command, state);
    case 'NoteTextMoved':
      return noteTextMoved(command, state);
    case 'RefuseBinding':
      return refuseBinding(command, state);
    case 'CloseRoute':
      return close(command, state);
  }
}
