import type { ActionId, TableId } from '../../contract/index.js';
import type { Beside, CheckedPlan } from '../../domain/plan.missing.js';
import type { PlanState } from '../../domain/plan.state.js';
import type { PlanRow } from '../../read-model/plan.rows.js';

const ends: readonly string[] = ['Applied', 'Refused', 'HeldBack', 'Withdrawn'];

/**
 * What the check reads, from the row of a plan and from what other rows say beside it: so that it
 * can be asked as of any moment.
 */
export function checkedOf(row: PlanRow, beside: Beside): CheckedPlan {
  const parts = partsOf(row);
  const change = row.changes.find(({ status }) => !ends.includes(status)) ?? null;
  return {
    ...parts,
    ...tablesOf(row),
    ...beside,
    status: row.status,
    isConsolidated: row.versions.some(({ superseded }) => !superseded),
    openFindings: byId(row.findings.filter(({ followUp }) => followUp === null)) as never,
    change: change && { id: change.id, kind: change.kind },
  };
}

/** The interventions of a plan, as decisions keep them. */
export function interventionsOf({ actions }: Pick<PlanRow, 'actions'>): PlanState['interventions'] {
  const all = actions.flatMap(({ id: action, interventions }) =>
    interventions.map((part) => ({
      ...ownedOf(part),
      action: action as ActionId,
    })),
  );
  return byId(all) as unknown as PlanState['interventions'];
}

type Parts =
  | 'actions'
  | 'cancelled'
  | 'ended'
  | 'indicators'
  | 'interventions'
  | 'lines'
  | 'values';

function partsOf(row: PlanRow): Pick<CheckedPlan, Parts> {
  const { actions } = row;
  const inAction = <T extends { readonly id: string }>(
    list: (action: PlanRow['actions'][number]) => readonly T[],
  ) =>
    actions.flatMap((action) =>
      list(action).map((part) => ({ ...part, action: action.id as ActionId })),
    );
  const indicators = inAction((action) => action.indicators);
  const interventions = actions.flatMap((action) => action.interventions);
  const values = indicators.flatMap(({ id, values: all }) => {
    const last = all.at(-1);
    return last ? [{ ...last, id }] : [];
  });
  return {
    actions: byId(actions.map((one) => ({ ...one, targetGroups: byId(one.targetGroups) }))),
    indicators: byId(indicators),
    interventions: interventionsOf(row),
    lines: byId(inAction((action) => action.budgetLines).map(sharedOf)),
    values: byId(values),
    ended: byId(interventions.filter(({ endedOn }) => endedOn !== null)),
    cancelled: byId(interventions.filter(({ cancelledOn }) => cancelledOn !== null)),
  } as unknown as Pick<CheckedPlan, Parts>;
}

function ownedOf<T extends { readonly owner: string | null; readonly network: string | null }>(
  part: T,
) {
  const { owner, network, ...rest } = part;
  return owner === null ? rest : { ...rest, owner: { partner: owner, network } };
}

function sharedOf<T extends PlanRow['actions'][number]['budgetLines'][number]>(line: T) {
  const shares = Object.fromEntries(line.shares.map(({ id, cents }) => [id, cents]));
  return { ...line, shares };
}

function tablesOf({ tables }: PlanRow): Pick<CheckedPlan, 'contributions' | 'sessions' | 'tables'> {
  const at = (id: string) => id as TableId;
  return {
    tables: Object.fromEntries(tables.map(({ id, open }) => [id, open ? 'open' : 'closed'])),
    sessions: byId(
      tables.flatMap(({ id: table, sessions }) =>
        sessions.map((one) => ({
          ...one,
          table: at(table),
          approved: one.approvedBy !== null,
        })),
      ),
    ),
    contributions: byId(
      tables.flatMap(({ id: table, contributions }) =>
        contributions.map((one) => ({
          ...{ ...one, table: at(table), decided: one.status !== 'proposed' },
        })),
      ),
    ),
  } as unknown as Pick<CheckedPlan, 'contributions' | 'sessions' | 'tables'>;
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((part) => [part.id, part]));
}
