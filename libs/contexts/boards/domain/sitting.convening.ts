import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { SittingId } from '../contract/index.js';
import type { Decision, LocalDate } from '@tavolo/kernel';
import { unrepresented } from './roll.js';
import type { Roll } from './roll.js';
import type { DecisionOnTable, ItemAsked, SittingAsked } from './sitting.commands.js';
import type { AgendaItem, SittingEvent } from './sitting.events.js';
import { deferredRefusal } from './vote.question.js';
import { questionRules } from './vote.question.rules.js';
import { sittingRules } from './sitting.rules.js';
import type { SittingState } from './sitting.state.js';

/** Called for a day far enough off, with what is ready to be decided (GB-1, GB-6, GB-7). */
export function convene({
  data,
  at: convenedAt,
  today,
}: SittingAsked<'ConveneMeeting'>): Decision<SittingEvent> {
  const { board, at, place, items, secondOf, grounds } = data;
  const { roll, startsOn, decisions } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const kept =
    (secondOf === undefined
      ? calledRefusal(roll, startsOn, today)
      : secondCallRefusal(roll, secondOf, data)) ??
    agendaRefusal({ items, decisions }, roll, startsOn);
  if (kept) return kept;
  const agenda = agendaOf(items, grounds);
  const notified = roll.members.map(({ seat }) => seat);
  const when = { at, startsOn, convenedAt };
  const notice = { board, boardRevision: roll.revision, ...when, place, notified };
  const call =
    secondOf === undefined ? ({ call: 'first' } as const) : ({ call: 'second', secondOf } as const);
  return accept({ type: 'MeetingConvened', data: { ...notice, ...call, items: agenda } });
}

function agendaOf(
  items: readonly ItemAsked[],
  {
    newIds,
    decisions,
  }: Readonly<{
    newIds: readonly string[];
    decisions: readonly (DecisionOnTable | null)[];
  }>,
): readonly AgendaItem[] {
  return items.map((asked, i) => ({
    ...asked,
    item: newIds[i] ?? '',
    title: decisions[i]?.title ?? '',
  }));
}

/** GB-2: after a deserted sitting, on its matters only, a day later at the earliest. */
function secondCallRefusal(
  roll: Roll,
  id: SittingId,
  { items, grounds }: SittingAsked<'ConveneMeeting'>['data'],
): Decision<never> | null {
  const { firstCall, startsOn } = grounds;
  const { termUntil, rulebook } = roll;
  if (!rulebook.secondCall) return refuse(sittingRules.NoSecondCall);
  if (firstCall?.board !== roll.board) return refuse(sittingRules.SittingUnknown, { id });
  if (!firstCall.deserted) return refuse(sittingRules.NotDeserted);
  if (startsOn > termUntil) return refuse(sittingRules.TermOver, { termUntil });
  const earliest = daysAfter(firstCall.startsOn, 1);
  if (startsOn < earliest) return refuse(sittingRules.SecondCallTooEarly, { earliest });
  const other = items.find(({ decision }) => !firstCall.decisions.includes(decision));
  return other ? refuse(sittingRules.NotOfFirstCall, { decision: other.decision }) : null;
}

/**
 * Matters off the agenda: where the rulebook lets, with every seat in office present, or for
 * reasons of urgency (GB-1).
 */
export function amendAgenda(
  { data: { items, urgency, grounds } }: SittingAsked<'AmendAgenda'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { roll, decisions } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  const kept =
    additionRefusal(roll, state, urgency !== undefined) ??
    deferredHere(items, state) ??
    agendaRefusal({ items, decisions }, roll, state.startsOn);
  if (kept) return kept;
  const agenda = agendaOf(items, grounds);
  return accept({ type: 'AgendaAmended', data: { items: agenda, urgency: urgency ?? null } });
}

function additionRefusal(
  { members, rulebook: { agendaAdditions } }: Roll,
  { present }: SittingState,
  urgent: boolean,
): Decision<never> | null {
  if (agendaAdditions === undefined) return refuse(sittingRules.AgendaFixed);
  if (agendaAdditions === 'urgent' && urgent) return null;
  const absent = members.find(({ seat }) => !present.some((one) => one.seat === seat));
  return absent ? refuse(sittingRules.NotAllPresent, { seat: absent.seat }) : null;
}

function calledRefusal(roll: Roll, startsOn: LocalDate, today: LocalDate): Decision<never> | null {
  const { termUntil, rulebook } = roll;
  if (startsOn > termUntil) return refuse(sittingRules.TermOver, { termUntil });
  const missing = unrepresented(roll);
  if (missing.length > 0) return refuse(sittingRules.CategoryUnrepresented, { category: missing });
  const earliest = daysAfter(today, rulebook.noticeDays);
  if (startsOn >= earliest) return null;
  const { noticeDays } = rulebook;
  return refuse(sittingRules.NoticeTooShort, { noticeDays, earliest, startsOn });
}

/** GB-1: what the body deferred in this sitting is for a later one. */
function deferredHere(
  asked: readonly ItemAsked[],
  { items }: SittingState,
): Decision<never> | null {
  const here = items
    .filter(({ status, vote }) => status === 'Deferred' && vote?.question?.kind === 'defer')
    .map(({ decision }) => decision);
  const again = asked.find(({ decision }) => here.includes(decision));
  return again ? refuse(questionRules.DeferredHere, { decision: again.decision }) : null;
}

type Agenda = Readonly<{
  items: readonly ItemAsked[];
  decisions: readonly (DecisionOnTable | null)[];
}>;

function agendaRefusal(
  { items, decisions }: Agenda,
  { board }: Roll,
  day: LocalDate,
): Decision<never> | null {
  if (items.length === 0) return refuse(sittingRules.AgendaEmpty);
  const named = items.map(({ decision }) => decision);
  const twice = named.find((decision, i) => named.indexOf(decision) !== i);
  if (twice !== undefined) return refuse(sittingRules.DecisionTwice, { decision: twice });
  for (const [i, asked] of items.entries()) {
    const known = decisions[i] ?? null;
    const kept =
      itemRefusal(asked, known, board) ?? (known && deferredRefusal(known, asked.decision, day));
    if (kept) return kept;
  }
  return null;
}

function itemRefusal(
  { decision, textSha256 }: ItemAsked,
  known: DecisionOnTable | null,
  board: string,
): Decision<never> | null {
  if (!known) return refuse(sittingRules.DecisionUnknown, { id: decision });
  const { status } = known;
  if (known.board !== board) return refuse(sittingRules.OtherBoard, { decision });
  if (status !== 'ReadyForAgenda' && status !== 'Deferred') {
    return refuse(sittingRules.DecisionNotReady, { decision, status });
  }
  if (known.textSha256 === textSha256) return null;
  return refuse(sittingRules.OtherText, { textSha256: known.textSha256 });
}

/** Opened at its time or later, by a body that has chair and secretary (GB-8). */
export function open(
  { data: { grounds }, at, today }: SittingAsked<'OpenMeeting'>,
  { board, at: convenedFor }: SittingState,
): Decision<SittingEvent> {
  const { roll } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const { termUntil, chair, secretary, revision: boardRevision } = roll;
  if (today > termUntil) return refuse(sittingRules.TermOver, { termUntil });
  if (at < convenedFor) return refuse(sittingRules.BeforeItsTime, { at: convenedFor });
  if (!chair) return refuse(sittingRules.ChairMissing);
  if (secretary === null) return refuse(sittingRules.SecretaryMissing);
  return accept({
    type: 'MeetingOpened',
    data: { boardRevision, chair, secretary, openedAt: at },
  });
}
