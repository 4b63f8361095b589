import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { PlanChangeKind, PlanChangeStatus } from '../contract/index.js';
import type {
  AssessExtension,
  AuthoriseExtension,
  GrantCostedExtension,
  GrantNoCostExtension,
  PlanExtensionCommand,
  RefuseExtension,
  RequestExtension,
} from './plan.change.commands.js';
import { changeIn, effective, funding, mayChange, openChange } from './plan.change.checks.js';
import { gains, totalWith, wellFormed } from './plan.change.checks.js';
import { changeRules } from './plan.change.rules.js';
import { byAnother, isAfter } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type { PlanEvent } from './plan.events.js';
import { totalOf } from './plan.state.js';
import type { OpenChange, PlanState } from './plan.state.js';

/** A later end of an approved plan, with or without more money (PL-10). */
export const extension: Decide<PlanExtensionCommand> = {
  RequestExtension: request,
  AssessExtension: assess,
  AuthoriseExtension: authorise,
  RefuseExtension: refuseIt,
  GrantNoCostExtension: grantNoCost,
  GrantCostedExtension: grantCosted,
};

const both: readonly PlanChangeKind[] = ['noCostExtension', 'costedExtension'];
const isIn = (state: PlanState, change: string, ...allowed: readonly PlanChangeStatus[]) =>
  changeIn(state, change, { kinds: both, allowed });

function request({ data, by }: RequestExtension, state: PlanState): Decision<PlanEvent> {
  const { grounds, ...asked } = data;
  return (
    mayChange(state) ??
    later(data, state) ??
    wellFormed(state, asked.lines, grounds.heirs) ??
    (asked.kind === 'noCost' ? dateOnly(data) : addedOnLines(data, state)) ??
    accept({
      type: 'ExtensionRequested',
      data: { ...asked, change: grounds.newId, requestedBy: by.person },
    })
  );
}

/** PL-10 and PL-11: after the present end, inside the eligibility period. */
function later({ end, grounds }: RequestExtension['data'], { head }: PlanState): Check {
  const current = head?.executionEnd ?? end;
  if (!isAfter(end, current)) return refuse(changeRules.EndNotLater, { end, current });
  const until = grounds.call?.eligibleUntil ?? null;
  if (until === null || !isAfter(end, until)) return null;
  return refuse(changeRules.EndOutsideEligibility, { end, eligibleUntil: until });
}

function dateOnly({ addedCents, lines }: RequestExtension['data']): Check {
  if (addedCents === 0 && lines.length === 0) return null;
  return refuse(changeRules.NoCostChangesDateOnly);
}

/** PL-7 holds after it too: what is added lies on lines, to the cent. */
function addedOnLines({ addedCents: added, lines }: RequestExtension['data'], state: PlanState) {
  const grown = totalWith(state, lines) - totalOf(state);
  if (added > 0 && grown === added) return null;
  return refuse(changeRules.AddedNotOnLines, { added, lines: grown });
}

function assess(command: AssessExtension, state: PlanState): Decision<PlanEvent> {
  const { change } = command.data;
  return (
    isIn(state, change, 'Requested') ??
    byAnother(openChange(state).by, command) ??
    accept({ type: 'ExtensionUnderAssessment', data: { change } })
  );
}

/** A-13, D-9: the funding decision first; amendment and increase follow it. */
function authorise(command: AuthoriseExtension, state: PlanState): Decision<PlanEvent> {
  const { change, decision, agreement, grounds } = command.data;
  const kept =
    isIn(state, change, 'Requested', 'UnderAssessment') ??
    ofKind(state, 'costedExtension') ??
    byAnother(openChange(state).by, command) ??
    funding(grounds.decision, { ...command.data, plan: grounds.plan, today: command.today }) ??
    (grounds.agreement?.plan === grounds.plan ? null : refuse(changeRules.AgreementUnknown));
  if (kept) return kept;
  const { cents: addedCents, end, lines } = openChange(state);
  const { head } = state;
  if (end === null || head === null) return refuse(changeRules.ChangeUnknown, { change });
  const whole = { call: head.call, totalCents: totalWith(state, lines) };
  const shares = gains(state, lines);
  return accept({
    type: 'ExtensionAuthorised',
    data: { change, decision, agreement, addedCents, end, ...whole, shares },
  });
}

function refuseIt(command: RefuseExtension, state: PlanState): Decision<PlanEvent> {
  const { data } = command;
  return (
    isIn(state, data.change, 'Requested', 'UnderAssessment', 'Authorised') ??
    byAnother(openChange(state).by, command) ??
    accept({ type: 'ExtensionRefused', data })
  );
}

function grantNoCost(command: GrantNoCostExtension, state: PlanState): Decision<PlanEvent> {
  const { change, decision, grounds } = command.data;
  const kept =
    isIn(state, change, 'Requested', 'UnderAssessment') ??
    ofKind(state, 'noCostExtension') ??
    byAnother(openChange(state).by, command) ??
    effective(grounds.decision, { plan: grounds.plan, today: command.today, change });
  const end = state.change?.end;
  if (kept || !end) return kept ?? refuse(changeRules.ChangeUnknown, { change });
  return accept({ type: 'NoCostExtensionGranted', data: { change, decision, end } });
}

/** PL-10: all three, or it stays pending, and says what for. */
function grantCosted(command: GrantCostedExtension, state: PlanState): Decision<PlanEvent> {
  const { change } = command.data;
  const kept =
    isIn(state, change, 'Requested', 'UnderAssessment', 'Authorised') ??
    ofKind(state, 'costedExtension');
  if (kept) return kept;
  const open = openChange(state);
  const { decision, agreement, end, lines, cents: addedCents } = open;
  const missing = pending(command, { open, total: totalWith(state, lines) });
  if (missing.length > 0 || decision === null || agreement === null || end === null) {
    return refuse(changeRules.ExtensionPending, { missing });
  }
  return accept({
    type: 'CostedExtensionGranted',
    data: { change, decision, agreement, end, addedCents, lines },
  });
}

function pending(
  { data: { grounds, change }, today }: GrantCostedExtension,
  {
    open: { status, end, agreement: amended },
    total,
  }: Readonly<{ open: OpenChange; total: number }>,
): readonly string[] {
  const { decision, agreement, call, plan } = grounds;
  const isDecided =
    status === 'Authorised' &&
    amended !== null &&
    funding(decision, { plan, today, change, agreement: amended }) === null;
  const isIncreased = (call?.assignments?.[plan] ?? 0) >= total;
  return [
    ...(isDecided ? [] : ['FundingDecision']),
    ...(isAmended(agreement, { end, total }) ? [] : ['AgreementAmendment']),
    ...(isIncreased ? [] : ['AssignmentIncrease']),
  ];
}

/** The agreement in force covers the new end and the new total. */
function isAmended(
  agreement: GrantCostedExtension['data']['grounds']['agreement'],
  { end, total }: Readonly<{ end: OpenChange['end']; total: number }>,
): boolean {
  if (agreement?.status !== 'InForce' || agreement.totalCents < total) return false;
  return agreement.end === null || end === null || !isAfter(end, agreement.end);
}

function ofKind({ change }: PlanState, kind: PlanChangeKind): Check {
  if (change?.kind === kind) return null;
  return refuse(changeRules.OtherKind, { kind: change?.kind ?? '-' });
}
