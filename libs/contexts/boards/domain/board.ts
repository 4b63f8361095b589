import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision, LocalDate } from '@tavolo/kernel';
import type { BoardAsked, BoardCommand } from './board.commands.js';
import { amendRules, dissolve, prorogue } from './board.ends.js';
import type { BoardEvent } from './board.events.js';
import { appointAlternate, appointChair, appointSecretary } from './board.offices.js';
import { appointViceChair } from './board.offices.js';
import { boardRules } from './board.rules.js';
import { appoint, designate, lapse, replace, resign, revoke } from './board.seats.js';
import { evolve, noBoard } from './board.state.js';
import type { BoardState } from './board.state.js';
import { reinstate, suspend } from './board.suspension.js';
import { rulebookRefusal } from './rulebook.refusal.js';

/** The board: who sits in it, and by which rulebook it decides. */
export const board = { initial: noBoard, decide, evolve } satisfies Decider<
  BoardState,
  BoardCommand,
  BoardEvent
>;

type BoardDecision = Decision<BoardEvent>;

function decide(command: BoardCommand, state: BoardState): BoardDecision {
  const { today } = command;
  switch (command.type) {
    case 'EstablishBoard':
      return establish(command.data, today);
    // What follows from the end of a term is said after it.
    case 'LapseSeat':
      return lapse(command.data, state, today);
    case 'ProrogueBoard':
      return prorogue(command.data, state, today);
    default:
      return today > state.termUntil
        ? refuse(boardRules.TermOver, { termUntil: state.termUntil })
        : inTerm(command, state);
  }
}

type InTerm = Exclude<BoardCommand, { type: 'EstablishBoard' | 'LapseSeat' | 'ProrogueBoard' }>;

function inTerm(command: InTerm, state: BoardState): BoardDecision {
  const { today } = command;
  switch (command.type) {
    case 'DesignateMember':
      return designate(command.data, state, today);
    case 'AppointMember':
      return appoint(command.data, state);
    case 'AppointChair':
      return appointChair(command.data, state);
    case 'AppointViceChair':
      return appointViceChair(command.data, state);
    case 'AppointSecretary':
      return appointSecretary(command.data, state);
    case 'AppointAlternate':
      return appointAlternate(command.data, state);
    case 'ResignSeat':
      return resign(command, state);
    case 'ReplaceMember':
      return replace(command.data, state, today);
    case 'RevokeMember':
      return revoke(command, state);
    case 'SuspendSeat':
      return suspend(command, state);
    case 'ReinstateSeat':
      return reinstate(command, state);
    case 'DissolveBoard':
      return dissolve(command.data, state, today);
    case 'AmendRules':
      return amendRules(command.data, state);
  }
}

function establish(data: BoardAsked<'EstablishBoard'>, today: LocalDate): BoardDecision {
  const { grounds, ...founding } = data;
  const { network, plan, seats, rulebook, termUntil } = founding;
  if (network && !grounds.networkKnown) return refuse(boardRules.NetworkUnknown, { id: network });
  if (plan && !grounds.planKnown) return refuse(boardRules.PlanUnknown, { id: plan });
  if (termUntil < today) return refuse(boardRules.TermAlreadyOver, { termUntil });
  const unset = { nameEn: null, network: null, plan: null };
  const established = { ...unset, ...founding, rulebookVersion: 1 };
  return (
    rulebookRefusal(rulebook, seats) ?? accept({ type: 'BoardEstablished', data: established })
  );
}
