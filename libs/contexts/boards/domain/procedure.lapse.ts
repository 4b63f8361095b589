import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { OnOpenProcedure, ProcedureAsked } from './procedure.commands.js';
import type { ProcedureEvent, StopCause } from './procedure.events.js';
import { procedureRules } from './procedure.rules.js';
import type { ProcedureState } from './procedure.state.js';
import { supersededRefusal, termRefusal } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';

type Asked = Readonly<{
  data: Readonly<{ grounds: OnOpenProcedure }>;
  at: string;
  today: string;
}>;

/**
 * What keeps a command out of an open procedure: its deadline, although no timer has fired (D-1),
 * the end of the body's term (GB-6), another text of the plan.
 */
export function ongoing(
  { data: { grounds }, at, today }: Asked,
  state: ProcedureState,
): Decision<never> | null {
  const { deadline, board } = state;
  if (at >= deadline) return refuse(procedureRules.DeadlineOver, { deadline });
  if (!grounds.roll) return refuse(sittingRules.BoardUnknown, { id: board });
  return termRefusal(grounds.roll, today) ?? supersededRefusal(state, grounds.plan);
}

/**
 * A process ends what cannot come to an outcome; what was answered stays readable. A tie
 * that waits may still be broken in a term that was made longer meanwhile (GB-6).
 */
export function voidProcedure(
  { data: { cause, grounds }, at, by, today }: ProcedureAsked<'VoidProcedure'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { status, board } = state;
  if (status !== 'Open' && status !== 'Tied') return accept(); // It ended before: nothing to void.
  if (status === 'Tied' && cause === 'termOver') {
    const { roll } = grounds;
    if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
    const { termUntil } = roll;
    if (today <= termUntil) return refuse(sittingRules.TermNotOver, { termUntil });
  }
  return accept(stoppedOf(state, { cause, at, by }));
}

/** Who said something, and when. */
export type Said = Pick<ProcedureAsked<'VoidProcedure'>, 'at' | 'by'>;

/** The end without an outcome. */
export function stoppedOf(
  { board, decision, textSha256 }: ProcedureState,
  { cause, at, by }: Readonly<{ cause: StopCause }> & Said,
): Extract<ProcedureEvent, { type: 'ProcedureStopped' }> {
  const of = { board, decision, textSha256, cause };
  return { type: 'ProcedureStopped', data: { ...of, stoppedBy: by.person, stoppedAt: at } };
}
