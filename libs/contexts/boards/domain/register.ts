import type { BoardId, DecisionId } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision } from '@tavolo/kernel';
import type { RegisterEvent } from './register.events.js';
import { registerRules } from './register.rules.js';

/** What can be asked of a register: only a process asks. */
export type RegisterCommand = Command<'TakeNumber', { year: number; decision: DecisionId }>;

/** Numbers given, by decision. */
export type RegisterState = Readonly<{ taken: Readonly<Record<DecisionId, number>> }>;

const initial: RegisterState = { taken: {} };

/**
 * The register of a body for a kind of act and a year: one stream, so that numbers are unique
 * and have no gap (D-5). A decision that asks again keeps its number; the year is that of the
 * append, so a register of last year gives no more.
 */
export const register = { initial, decide, evolve } satisfies Decider<
  RegisterState,
  RegisterCommand,
  RegisterEvent
>;

/** `register-<uuid of the board>-decision-<year>`: the stream of a year's numbers. */
export function registerOf(board: BoardId, year: number): string {
  return `register-${board.slice(board.indexOf('-') + 1)}-decision-${String(year)}`;
}

/** The number that a decision has, or is to get. */
export function numberFor({ taken }: RegisterState, decision: DecisionId): number {
  return taken[decision] ?? Object.keys(taken).length + 1;
}

function decide(
  { data: { year, decision }, today }: RegisterCommand,
  state: RegisterState,
): Decision<RegisterEvent> {
  if (state.taken[decision] !== undefined) return accept();
  const current = Number(today.slice(0, 4));
  if (current !== year) return refuse(registerRules.YearOver, { year, current });
  const data = { number: numberFor(state, decision), year, decision };
  return accept({ type: 'NumberTaken', data });
}

function evolve({ taken }: RegisterState, { data }: RegisterEvent): RegisterState {
  return { taken: { ...taken, [data.decision]: data.number } };
}
