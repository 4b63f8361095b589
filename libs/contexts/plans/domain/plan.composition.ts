import { accept, entry, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { ActionId, BudgetLineId, IndicatorId, InterventionId } from '../contract/index.js';
import type { PlanDraftSuperseded } from '../contract/index.js';
import { hasAction, inOrder, inState, isAfter, isNew } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type {
  AddAction,
  AddBudgetLine,
  AddIntervention,
  AllocateToPartner,
  AssignOwner,
  DefineIndicator,
  LinkTargetGroup,
  PlanContentCommand,
  ReviseSection,
  ScheduleMilestone,
  SetTarget,
} from './plan.commands.js';
import type { PlanContentEvent } from './plan.events.js';
import { planRules } from './plan.rules.js';
import { sharesOf } from './plan.state.js';
import type { PlanState } from './plan.state.js';

type Edit = Decision<PlanContentEvent | PlanDraftSuperseded>;

/** Edits of the content. */
export const composition: Decide<PlanContentCommand> = {
  ReviseSection: reviseSection,
  AddAction: addAction,
  LinkTargetGroup: linkTargetGroup,
  DefineIndicator: defineIndicator,
  SetTarget: setTarget,
  AddIntervention: addIntervention,
  AssignOwner: assignOwner,
  AddBudgetLine: addBudgetLine,
  AllocateToPartner: allocate,
  ScheduleMilestone: scheduleMilestone,
};

function reviseSection({ data }: ReviseSection, state: PlanState): Edit {
  const { section, ...wording } = data;
  const stands = entry(state.sections, section);
  const same = stands && (Object.keys({ ...stands, ...wording }) as (keyof typeof stands)[]);
  if (same?.every((part) => stands?.[part] === wording[part]) === true) {
    return closed(state) ?? refuse(planRules.SectionStands, { section });
  }
  return closed(state) ?? edited(state, { type: 'SectionRevised', data });
}

function addAction({ data }: AddAction, state: PlanState): Edit {
  const { grounds, ...about } = data;
  const action = grounds.newId as ActionId;
  const isTaken = Object.values(state.actions).some(
    ({ code }) => code !== undefined && code === data.code,
  );
  return (
    closed(state) ??
    isNew(state.actions, action) ??
    (isTaken ? refuse(planRules.PartThere, { part: data.code ?? '' }) : null) ??
    edited(state, { type: 'ActionAdded', data: { ...about, action } })
  );
}

function linkTargetGroup({ data }: LinkTargetGroup, state: PlanState): Edit {
  return (
    closed(state) ??
    hasAction(state, data.action) ??
    isNew(entry(state.actions, data.action)?.targetGroups ?? {}, data.code) ??
    edited(state, { type: 'TargetGroupLinked', data })
  );
}

function defineIndicator({ data }: DefineIndicator, state: PlanState): Edit {
  const { grounds, ...about } = data;
  const indicator = grounds.newId as IndicatorId;
  return (
    closed(state) ??
    hasAction(state, data.action) ??
    isNew(state.indicators, indicator) ??
    edited(state, { type: 'IndicatorDefined', data: { ...about, indicator } })
  );
}

function setTarget({ data }: SetTarget, state: PlanState): Edit {
  const { indicator, target } = data;
  const stands = entry(state.indicators, indicator);
  const kept = closed(state);
  if (kept || !stands) return kept ?? refuse(planRules.IndicatorUnknown, { indicator });
  if (stands.target === target) return refuse(planRules.TargetStands, { target });
  return edited(state, { type: 'IndicatorTargetSet', data });
}

function addIntervention(command: AddIntervention, state: PlanState): Edit {
  const { grounds, ...about } = command.data;
  const intervention = grounds.newId as InterventionId;
  return (
    closed(state) ??
    hasAction(state, about.action) ??
    isNew(state.interventions, intervention) ??
    inOrder(about.start, about.end) ??
    eligible(command) ??
    edited(state, { type: 'InterventionAdded', data: { ...about, intervention } })
  );
}

/** PL-11: nothing new is dated outside the eligibility period, as far as both dates are known. */
function eligible({ data: { start, end, grounds } }: AddIntervention): Check {
  const { from, until } = grounds.eligibility;
  const dates = [start, end].filter((date) => date !== undefined);
  const isOutside = dates.some(
    (date) => (from !== null && isAfter(from, date)) || (until !== null && isAfter(date, until)),
  );
  if (!isOutside) return null;
  return refuse(planRules.OutsideEligibility, {
    ...{ start: start ?? '…', end: end ?? '…' },
    ...{ eligibleFrom: from ?? '…', eligibleUntil: until ?? '…' },
  });
}

function assignOwner({ data }: AssignOwner, state: PlanState): Edit {
  const { grounds, ...owner } = data;
  const intervention = entry(state.interventions, owner.intervention);
  if (!intervention) {
    return closed(state) ?? refuse(planRules.InterventionUnknown, { ...owner });
  }
  const { partner, network } = intervention.owner ?? {};
  const stands = partner === owner.partner && network === owner.network;
  return (
    closed(state) ??
    activeMember(data) ??
    (stands ? refuse(planRules.OwnerStands, { partner: owner.partner }) : null) ??
    edited(state, { type: 'InterventionOwnerAssigned', data: owner })
  );
}

/** PL-2: the owner is an active member of a network of this plan. */
function activeMember({ partner, network, grounds }: AssignOwner['data']): Check {
  if (grounds.network?.plan !== grounds.plan) return refuse(planRules.NetworkUnknown, { network });
  const member = grounds.network.members.find((one) => one.partner === partner);
  if (member?.status === 'Active') return null;
  return refuse(planRules.OwnerNotActive, { partner, network });
}

function addBudgetLine({ data }: AddBudgetLine, state: PlanState): Edit {
  const { grounds, ...about } = data;
  const line = grounds.newId as BudgetLineId;
  return (
    closed(state) ??
    hasAction(state, about.action) ??
    isNew(state.lines, line) ??
    edited(state, { type: 'BudgetLineAdded', data: { ...about, line } })
  );
}

function allocate({ data }: AllocateToPartner, state: PlanState): Edit {
  const { grounds, ...share } = data;
  const { partner, cents } = share;
  const line = entry(state.lines, share.line);
  if (!line) return closed(state) ?? refuse(planRules.LineUnknown, { line: share.line });
  const before = entry(line.shares, partner) ?? 0;
  const shares = sharesOf(line) - before + cents;
  return (
    closed(state) ??
    mayShare(partner, grounds, state) ??
    (before === cents ? refuse(planRules.ShareStands, { cents }) : null) ??
    (shares > line.cents
      ? refuse(planRules.SharesAboveLine, { shares, line: line.cents })
      : null) ??
    edited(state, { type: 'PartnerShareAllocated', data: share })
  );
}

/** PA-10: a Region in the plan of another is an adhering body, which has no share. */
function mayShare(
  id: string,
  { partner }: AllocateToPartner['data']['grounds'],
  { head }: PlanState,
): Check {
  if (!partner) return refuse(planRules.PartnerUnknown, { partner: id });
  const isOther = partner.kind === 'region' && partner.id !== head?.lead;
  return isOther ? refuse(planRules.RegionWithShare, { partner: id }) : null;
}

function scheduleMilestone({ data }: ScheduleMilestone, state: PlanState): Edit {
  const { grounds, ...about } = data;
  const milestone = grounds.newId;
  return (
    closed(state) ??
    hasAction(state, about.action) ??
    isNew(state.milestones, milestone) ??
    edited(state, { type: 'MilestoneScheduled', data: { ...about, milestone } })
  );
}

/** X-11 and PL-14: the content is open until the plan is adopted, and a baseline once approved. */
function closed(state: PlanState): Check {
  if (state.cup !== null) return refuse(planRules.BaselineFrozen);
  return inState(state, 'CoProgramming', 'CoDesigning', 'DraftConsolidated', 'Validated');
}

/** An edit makes the consolidated version one of the past: both are said in one append. */
function edited({ frozen }: PlanState, event: PlanContentEvent): Edit {
  if (!frozen) return accept(event);
  return accept(event, { type: 'PlanDraftSuperseded', data: { version: frozen.version } });
}
