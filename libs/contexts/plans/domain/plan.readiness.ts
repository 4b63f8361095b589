import type { Details } from '@tavolo/kernel';
import type { NetworkStanding } from '@tavolo/networks';
import { planRules } from './plan.rules.js';
import { sharesOf } from './plan.state.js';
import type { Intervention, PlanState } from './plan.state.js';
import type { ActionId } from '../contract/index.js';

/** Something that a step of the lifecycle still needs: the rule that asks for it, and the part. */
export type Missing = Readonly<{
  code: keyof typeof planRules;
  part: string | null;
  /** What its sentence speaks of, where that is no part of the plan. */
  details?: Details;
}>;

/** That a rule asks for these parts still, or, with null, for something of the whole plan. */
export function missing(
  { code }: (typeof planRules)[Missing['code']],
  parts: readonly (string | null)[],
): readonly Missing[] {
  return parts.map((part) => ({ code, part }));
}

/** `TableOpen 6f1c…`: for lists in refusals and standings. */
export function told({ code, part }: Missing): string {
  return part === null ? code : `${code} ${part}`;
}

/** What a content must have before it can be validated (PL-2, PL-3, PL-7). */
export function missingContent(
  state: Pick<PlanState, 'actions' | 'indicators' | 'interventions' | 'lines'>,
): readonly Missing[] {
  const actions = Object.keys(state.actions) as ActionId[];
  return [
    ...missing(planRules.ActionMissing, actions.length === 0 ? [null] : []),
    ...missing(
      planRules.ActionWithoutTargetGroup,
      actions.filter((id) => Object.keys(state.actions[id]?.targetGroups ?? {}).length === 0),
    ),
    ...missing(
      planRules.ActionWithoutIndicator,
      actions.filter((id) => !Object.values(state.indicators).some(({ action }) => action === id)),
    ),
    ...missing(
      planRules.InterventionWithoutOwner,
      idsWhere(state.interventions, ({ owner }) => owner === undefined),
    ),
    ...missing(
      planRules.SharesBelowLine,
      idsWhere(state.lines, (line) => sharesOf(line) !== line.cents),
    ),
  ];
}

/** What the tables still owe before the plan can be adopted (PL-4). */
export function missingCoDesign(
  state: Pick<PlanState, 'contributions' | 'sessions' | 'tables'>,
): readonly Missing[] {
  return [
    ...missing(
      planRules.TableOpen,
      idsWhere(state.tables, (table) => table === 'open'),
    ),
    ...missing(
      planRules.MinutesNotApproved,
      idsWhere(state.sessions, ({ approved }) => !approved),
    ),
    ...missing(
      planRules.ContributionOpen,
      idsWhere(state.contributions, ({ decided }) => !decided),
    ),
  ];
}

/** What PL-13 still misses before the plan can be completed. */
export function missingResults(
  state: Pick<PlanState, 'cancelled' | 'ended' | 'indicators' | 'interventions' | 'values'>,
): readonly Missing[] {
  return [
    ...missing(
      planRules.InterventionRunning,
      Object.keys(state.interventions).filter(
        (id) => !Object.hasOwn(state.ended, id) && !Object.hasOwn(state.cancelled, id),
      ),
    ),
    ...missing(
      planRules.FinalValueMissing,
      Object.keys(state.indicators).filter((id) => state.values[id]?.final !== true),
    ),
  ];
}

/** PL-13: no change is left on its way. */
export function runningChange({
  change,
}: Readonly<{ change: Readonly<{ id: string }> | null }>): readonly Missing[] {
  return missing(planRules.ChangeOnItsWay, change ? [change.id] : []);
}

/** What PL-13 still misses before the plan can be closed, the final report apart. */
export function missingForClosure(state: ForClosure): readonly Missing[] {
  return [
    ...missing(planRules.FindingOpen, Object.keys(state.openFindings)),
    ...runningChange(state),
    ...missingCoDesign(state),
  ];
}

type ForClosure = Pick<PlanState, 'contributions' | 'openFindings' | 'sessions' | 'tables'> &
  Readonly<{ change: Readonly<{ id: string }> | null }>;

/**
 * What a board has to wait for before it votes on the plan: PL-4, what the content misses, and
 * the steps before adoption. Empty: adoption lacks only the decision.
 */
export function missingForAdoption(state: PlanState): readonly string[] {
  if (state.status === 'Validated') return [];
  if (state.status !== 'CoDesigning' && state.status !== 'DraftConsolidated') {
    return [`Status ${state.status ?? 'none'}`];
  }
  return [
    ...missingContent(state),
    ...missingCoDesign(state),
    ...missing(planRules.NotConsolidated, state.frozen ? [] : [null]),
    ...missing(planRules.NotValidated, [null]),
  ].map(told);
}

/**
 * Interventions whose owner is no active member any more: the ground fell away after it was
 * assigned (PL-2).
 */
export function ownersGone(
  { interventions }: Pick<PlanState, 'interventions'>,
  networks: readonly Pick<NetworkStanding, 'id' | 'members'>[],
): readonly string[] {
  const isActive = ({ partner, network }: NonNullable<Intervention['owner']>) =>
    networks
      .find(({ id }) => id === network)
      ?.members.some((member) => member.partner === partner && member.status === 'Active');
  return idsWhere(interventions, ({ owner }) => owner !== undefined && isActive(owner) !== true);
}

function idsWhere<T>(
  kept: Readonly<Record<string, T>>,
  test: (entry: T) => boolean,
): readonly string[] {
  return Object.entries(kept)
    .filter(([, about]) => test(about))
    .map(([id]) => id);
}
