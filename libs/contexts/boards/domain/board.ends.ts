import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { BoardAsked } from './board.commands.js';
import type { BoardEvent } from './board.events.js';
import { boardRules } from './board.rules.js';
import type { BoardState } from './board.state.js';
import { rulebookRefusal } from './rulebook.refusal.js';

type BoardDecision = Decision<BoardEvent>;

/** Once, for no more days than the rulebook gives, counted from the end of the term (GB-6). */
export function prorogue(
  { until }: BoardAsked<'ProrogueBoard'>,
  { rulebook, termUntil, prorogued, dissolved }: BoardState,
  today: LocalDate,
): BoardDecision {
  if (dissolved) return refuse(boardRules.Dissolved, { termUntil });
  if (prorogued) return refuse(boardRules.ProroguedAlready, { termUntil });
  const days = rulebook?.prorogationDays ?? 0;
  const latest = daysAfter(termUntil, days);
  if (until <= termUntil || until > latest || until < today) {
    return refuse(boardRules.ProrogationTooLong, { days, termUntil, until });
  }
  return accept({ type: 'BoardProrogued', data: { until, previousUntil: termUntil } });
}

/** The board ends on a day, today or later; every seat and office ends with it (GB-6). */
export function dissolve(
  { lastDay }: BoardAsked<'DissolveBoard'>,
  { termUntil, dissolved }: BoardState,
  today: LocalDate,
): BoardDecision {
  if (dissolved) return refuse(boardRules.Dissolved, { termUntil });
  if (lastDay < today) return refuse(boardRules.EndedForThePast, { lastDay });
  if (lastDay > termUntil) return refuse(boardRules.BeyondTerm, { until: lastDay, termUntil });
  return accept({ type: 'BoardDissolved', data: { lastDay } });
}

/** The rulebook that the body's own decision carries becomes its next version (D-9). */
export function amendRules(
  { decision, grounds }: BoardAsked<'AmendRules'>,
  { seatCount, rulebookVersion, rulesDecisions }: BoardState,
): BoardDecision {
  const found = grounds.decision;
  if (found?.board !== grounds.board) {
    return refuse(boardRules.DecisionUnknown, { id: decision });
  }
  const { status, subject } = found;
  if (subject.kind !== 'amendRules') return refuse(boardRules.NotOnRules, { decision });
  if (status !== 'Effective') return refuse(boardRules.DecisionNotEffective, { status });
  if (rulesDecisions.includes(decision)) return refuse(boardRules.RulesAmendedAlready);
  const kept = rulebookRefusal(subject.rulebook, seatCount);
  if (kept) return kept;
  const { rulebook } = subject;
  const data = { decision, rulebook, rulebookVersion: rulebookVersion + 1 };
  return accept({ type: 'BoardRulesAmended', data });
}
