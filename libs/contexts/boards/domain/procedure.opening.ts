import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { ProcedureKind, Rulebook, SilenceRule, WrittenRule } from '../contract/index.js';
import { ballotRefusal } from './procedure.ballot.js';
import type { ProcedureAsked } from './procedure.commands.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedureRules } from './procedure.rules.js';
import { unrepresented } from './roll.js';
import type { Roll } from './roll.js';
import type { DecisionOnTable } from './sitting.commands.js';
import { termRefusal } from './sitting.lapse.js';
import { planRefusal } from './sitting.opening.js';
import { sittingRules } from './sitting.rules.js';
import { deferredRefusal } from './vote.question.js';
import { matterRefusal, neededBeside, weightsRefusal } from './vote.matter.js';

type Asked = ProcedureAsked<'OpenProcedure'>;

/**
 * Put to every seat in office with time enough to answer (GB-1), on the frozen text, by a
 * body with chair and secretary (GB-8). Nobody is represented by delegation here: a delegation is
 * of attendance, and there is none (GB-5).
 */
export function open({ data, at, today, by }: Asked): Decision<ProcedureEvent> {
  const { board, kind, decision: id, textSha256, papers, deadline, ballot, grounds } = data;
  const { roll, decision, earlier = null, closesOn } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const kept =
    bodyRefusal(roll, { today, person: by.person }) ??
    deadlineRefusal(roll, data, { at, today }) ??
    readyRefusal(data, decision, today);
  if (kept) return kept;
  if (!decision) return refuse(sittingRules.DecisionUnknown, { id });
  const beside = neededBeside(decision.subject, earlier);
  const stands =
    decisionRefusal(decision, data, today) ??
    weightsRefusal(roll, beside) ??
    ballotRefusal(roll, { kind, ballot, beside });
  if (stands) return stands;
  const { title, subject } = decision;
  const matter = { kind, decision: id, title, textSha256, papers, subject };
  const { rulebookVersion, rulebook, revision: boardRevision } = roll;
  const rules = { board, boardRevision, rulebook, rulebookVersion, ...beside };
  const route = routeOf(decision);
  const notified = roll.members.map(({ seat }) => seat);
  const times = { deadline, closesOn, openedBy: by.person, openedOn: today, openedAt: at };
  const frozen = { ...matter, electorate: electorateOf(roll), ...rules, route };
  return accept({
    type: 'ProcedureOpened',
    data: { ...frozen, notified, ...saidOf(data), ...times },
  });
}

/** Named answers, and an ordinary time to give them, are not said, as ever. */
function saidOf({ ballot = 'named', sensitive }: Asked['data']) {
  return {
    ...(ballot !== 'named' && { ballot }),
    ...(sensitive === true && ({ sensitive: true } as const)),
  };
}

/** One body without a sitting; of a matter on an approval route, with the version that it froze. */
function routeOf({ route }: DecisionOnTable) {
  return { kind: 'procedure', version: 1, ...(route && { within: route }) } as const;
}

/** PL-4, D-8: what could refuse the act that follows is asked before the body is. */
function decisionRefusal(
  decision: DecisionOnTable,
  { grounds: { plan, earlier = null, closesOn } }: Asked['data'],
  today: LocalDate,
): Decision<never> | null {
  return planRefusal(decision, plan) ?? matterRefusal(decision, earlier, { today, closesOn });
}

function electorateOf({ seats, members, chair, viceChair }: Roll) {
  const vice = viceChair && { viceChair: viceChair.seat };
  return { seats, members, chair: chair?.seat ?? null, recused: [], ...vice };
}

function bodyRefusal(
  roll: Roll,
  { today, person }: Readonly<{ today: LocalDate; person: string }>,
): Decision<never> | null {
  const term = termRefusal(roll, today);
  if (term) return term;
  if (!roll.chair) return refuse(sittingRules.ChairMissing);
  if (roll.secretary === null) return refuse(sittingRules.SecretaryMissing);
  const missing = unrepresented(roll);
  if (missing.length > 0) return refuse(sittingRules.CategoryUnrepresented, { category: missing });
  return presidingRefusal(roll, person);
}

/** who presides over the body or keeps its papers, in office today. */
export function presidingRefusal(
  { chair, viceChair, secretary }: Roll,
  person: string,
): Decision<never> | null {
  const presiding = [chair?.person, viceChair?.person, secretary];
  return presiding.includes(person as never) ? null : refuse(procedureRules.NotPresiding);
}

/** The rules of a kind of procedure, where the rulebook has it. */
export function partOf(rulebook: Rulebook, kind: ProcedureKind): SilenceRule | WrittenRule | null {
  return (kind === 'written' ? rulebook.written : rulebook.silence) ?? null;
}

/** GB-1, GB-6: late enough to answer, not later than the rulebook and the body's term allow. */
function deadlineRefusal(
  roll: Roll,
  { kind, deadline, sensitive, grounds: { closesOn } }: Asked['data'],
  { at, today }: Readonly<{ at: string; today: LocalDate }>,
): Decision<never> | null {
  const part = partOf(roll.rulebook, kind);
  if (!part) return refuse(procedureRules.KindNotAllowed);
  const { minDays } = part;
  const earliest = daysAfter(today, minDays);
  if (closesOn < earliest) {
    return refuse(procedureRules.DeadlineTooSoon, { minDays, earliest, closesOn });
  }
  if (deadline <= at) return refuse(procedureRules.DeadlinePast, { deadline });
  const longer = 'sensitiveMaxDays' in part ? part.sensitiveMaxDays : undefined;
  if (sensitive === true && longer === undefined) return refuse(procedureRules.NoSensitiveTerm);
  const maxDays = sensitive === true ? longer : part.maxDays;
  const latest = maxDays === undefined ? closesOn : daysAfter(today, maxDays);
  if (closesOn > latest) return refuse(procedureRules.DeadlineTooLate, { latest, closesOn });
  return termRefusal(roll, closesOn);
}

/** a decision of this body that is ready, by the text that its sender read. */
function readyRefusal(
  { board, decision: id, textSha256 }: Asked['data'],
  decision: DecisionOnTable | null,
  today: LocalDate,
): Decision<never> | null {
  if (!decision) return refuse(sittingRules.DecisionUnknown, { id });
  const { status } = decision;
  if (decision.leftByRoute === true) return refuse(sittingRules.LeftByRoute);
  if (decision.board !== board) return refuse(sittingRules.OtherBoard, { decision: id });
  if (status !== 'ReadyForAgenda' && status !== 'Deferred') {
    return refuse(sittingRules.DecisionNotReady, { decision: id, status });
  }
  if (decision.textSha256 === textSha256) return deferredRefusal(decision, id, today);
  return refuse(sittingRules.OtherText, { textSha256: decision.textSha256 });
}
