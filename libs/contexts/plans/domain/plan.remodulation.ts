import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { PlanChangeStatus } from '../contract/index.js';
import type {
  ApplyRemodulation,
  AssessRemodulation,
  AuthoriseRemodulation,
  DraftRemodulation,
  HoldBackRemodulation,
  PlanRemodulationCommand,
  RefuseRemodulation,
  RequestRemodulation,
  WithdrawRemodulation,
} from './plan.change.commands.js';
import {
  aboveCommitted,
  changeIn,
  mayChange,
  openChange,
  shifts,
  totalWith,
  wellFormed,
} from './plan.change.checks.js';
import { changeRules } from './plan.change.rules.js';
import { byAnother } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type { PlanEvent } from './plan.events.js';
import { totalOf } from './plan.state.js';
import type { PlanState } from './plan.state.js';

/** Shifts between lines and shares of an approved plan (PL-9). */
export const remodulation: Decide<PlanRemodulationCommand> = {
  DraftRemodulation: draft,
  RequestRemodulation: request,
  AssessRemodulation: assess,
  AuthoriseRemodulation: authorise,
  RefuseRemodulation: refuseIt,
  WithdrawRemodulation: withdraw,
  ApplyRemodulation: apply,
  HoldBackRemodulation: holdBack,
};

const kinds = ['remodulation'] as const;
const isIn = (state: PlanState, change: string, ...allowed: readonly PlanChangeStatus[]) =>
  changeIn(state, change, { kinds, allowed });

function draft({ data, by }: DraftRemodulation, state: PlanState): Decision<PlanEvent> {
  const { grounds, lines } = data;
  const kept =
    mayChange(state) ??
    wellFormed(state, lines, grounds.heirs) ??
    sameTotal(state, lines) ??
    aboveCommitted(lines, grounds.budget);
  if (kept) return kept;
  const { gained: movedCents } = shifts(state, lines);
  if (movedCents === 0) return refuse(changeRules.NothingShifted);
  return accept({
    type: 'RemodulationDrafted',
    data: { change: grounds.newId, lines, movedCents, draftedBy: by.person },
  });
}

/** PL-9: lines and partners change, the total does not. */
function sameTotal(state: PlanState, lines: DraftRemodulation['data']['lines']): Check {
  const [before, after] = [totalOf(state), totalWith(state, lines)];
  return before === after ? null : refuse(changeRules.TotalMoved, { before, after });
}

/**
 * PL-9: at or under the call's threshold it is a notice. What went by notice since approval, or
 * since the last authorisation, counts too: many small ones do not pass by the threshold.
 */
function request({ data, by }: RequestRemodulation, state: PlanState): Decision<PlanEvent> {
  const { change, grounds } = data;
  const kept = isIn(state, change, 'Drafted');
  if (kept) return kept;
  const { lines, cents } = openChange(state);
  const percent = grounds.call?.remodulationThresholdPercent ?? null;
  const above = percent === null || (state.notifiedCents + cents) * 100 > percent * totalOf(state);
  const below = aboveCommitted(lines, grounds.budget);
  if (below) return below;
  const requested: PlanEvent = {
    type: 'RemodulationRequested',
    data: { change, above, requestedBy: by.person },
  };
  if (above) return accept(requested);
  return accept(requested, { type: 'RemodulationNotified', data: { change, lines } });
}

function assess(command: AssessRemodulation, state: PlanState): Decision<PlanEvent> {
  const { change } = command.data;
  return (
    isIn(state, change, 'Requested') ??
    byAnother(openChange(state).by, command) ??
    accept({ type: 'RemodulationUnderAssessment', data: { change } })
  );
}

function authorise(command: AuthoriseRemodulation, state: PlanState): Decision<PlanEvent> {
  const { change, document } = command.data;
  return (
    isIn(state, change, 'Requested', 'UnderAssessment') ??
    byAnother(openChange(state).by, command) ??
    accept({
      type: 'RemodulationAuthorised',
      data: { change, lines: openChange(state).lines, document },
    })
  );
}

function refuseIt(command: RefuseRemodulation, state: PlanState): Decision<PlanEvent> {
  const { data } = command;
  return (
    isIn(state, data.change, 'Requested', 'UnderAssessment') ??
    byAnother(openChange(state).by, command) ??
    accept({ type: 'RemodulationRefused', data })
  );
}

function withdraw({ data }: WithdrawRemodulation, state: PlanState): Decision<PlanEvent> {
  return (
    isIn(state, data.change, 'Drafted', 'Requested') ??
    accept({ type: 'RemodulationWithdrawn', data })
  );
}

/** PL-9: only what was authorised or, under the threshold, notified. */
function apply({ data }: ApplyRemodulation, state: PlanState): Decision<PlanEvent> {
  const { change } = data;
  if (state.change?.id === change && state.change.status === 'Requested') {
    return refuse(changeRules.NotAuthorised);
  }
  return (
    isIn(state, change, 'Authorised', 'Notified') ??
    accept({ type: 'BudgetRemodulated', data: { change, lines: openChange(state).lines } })
  );
}

function holdBack({ data }: HoldBackRemodulation, state: PlanState): Decision<PlanEvent> {
  return (
    isIn(state, data.change, 'Authorised', 'Notified') ??
    accept({ type: 'RemodulationHeldBack', data })
  );
}
