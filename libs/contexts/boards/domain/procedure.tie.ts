import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import type { ProcedureAsked, ProcedureCommand } from './procedure.commands.js';
import type { ProcedureClosed, ProcedureEvent } from './procedure.events.js';
import { replierFor } from './procedure.replies.js';
import type { ProcedureState } from './procedure.state.js';
import type { Roll } from './roll.js';
import { supersededRefusal, termRefusal } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import { broken } from './tie.js';
import type { TieBreak, TieToBreak } from './tie.events.js';
import { tieRules } from './tie.rules.js';

// A written procedure that closed on equal votes, and waits for what cannot be computed.

type Tie = 'CastProcedureSecondVote' | 'PostponeProcedureTie' | 'RecordProcedureDraw';

/** What is asked of a tie. */
export type OnTie = Extract<ProcedureCommand, { type: Tie }>;

type Tied = Readonly<{ closed: ProcedureClosed['data']; tie: TieToBreak; roll: Roll }>;

/** As in a sitting; with no room to be in, who draws is in office in the body (D-2, X-5). */
export function recordProcedureDraw(
  command: ProcedureAsked<'RecordProcedureDraw'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { side, record, drawnBy, textSha256 } = command.data;
  const tied = waiting(command, state);
  if ('outcome' in tied) return tied;
  if (tied.tie.rule !== 'lot') return refuse(tieRules.NotByLot);
  const kept =
    textRefusal(textSha256, state) ??
    drawerRefusal(drawnBy, tied.roll, { state, by: command.by.person });
  return kept ?? ended(tied, { kind: 'lot', side, record, drawnBy }, command);
}

function drawerRefusal(
  drawnBy: PersonRef,
  { members, secretary }: Roll,
  { state, by }: Readonly<{ state: ProcedureState; by: PersonRef }>,
): Decision<never> | null {
  if (drawnBy === by) return refuse(tieRules.DrawerRecords);
  if (state.recused.some(({ person }) => person === drawnBy)) return refuse(tieRules.DrawerRecused);
  const isOfBody = drawnBy === secretary || members.some(({ person }) => person === drawnBy);
  return isOfBody ? null : refuse(tieRules.DrawerNotOfBody);
}

/**
 * A second vote of the seat that presided: the chair that replied, else the vice chair that did.
 * Its holder or alternate of the opening, still in office, casts it; nobody records it for them.
 */
export function castProcedureSecondVote(
  command: ProcedureAsked<'CastProcedureSecondVote'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { data, by } = command;
  const { grounds, side, textSha256 } = data;
  const tied = waiting(command, state);
  if ('outcome' in tied) return tied;
  const { tie } = tied;
  if (tie.rule !== 'chairSecond') return refuse(tieRules.NotBySecondVote);
  const { seat } = tie;
  const kept = textRefusal(textSha256, state);
  if (kept) return kept;
  const replier = replierFor(state, { seat, by: by.person, grounds });
  if ('outcome' in replier) return replier;
  const { person } = replier;
  if (person !== by.person) return refuse(tieRules.NotPresidingSeat, { seat });
  return ended(tied, { kind: 'secondVote', side, seat, person }, command);
}

/** Who presides puts the matter off: it is no longer asked, and comes again (D-2). */
export function postponeProcedureTie(
  command: ProcedureAsked<'PostponeProcedureTie'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const tied = waiting(command, state);
  if ('outcome' in tied) return tied;
  return ended(tied, { kind: 'postponement', postponedBy: command.by.person }, command);
}

function waiting(
  { data: { grounds }, today }: OnTie,
  state: ProcedureState,
): Tied | Decision<never> {
  const { status, board, tied: closed } = state;
  if (!closed?.tie) return refuse(tieRules.NoTie, { status });
  const { roll, plan } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const kept = termRefusal(roll, today) ?? supersededRefusal(state, plan);
  return kept ?? { closed, tie: closed.tie, roll };
}

/** as whoever acts read it. */
function textRefusal(named: string, { textSha256 }: ProcedureState): Decision<never> | null {
  return named === textSha256 ? null : refuse(sittingRules.OtherText, { textSha256 });
}

function ended({ closed }: Tied, by: TieBreak, { at: brokenAt }: OnTie): Decision<ProcedureEvent> {
  const { board, decision, textSha256, tally, trace } = closed;
  const of = { board, decision, textSha256, by, ...broken(trace, by), tally, brokenAt };
  return accept({ type: 'ProcedureTieBroken', data: of });
}
