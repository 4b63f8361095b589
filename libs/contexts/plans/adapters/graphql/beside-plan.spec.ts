import { describe, expect, it } from '@jest/globals';
import type { Nodes } from '@tavolo/graphql';
import type { Moment, ReadModel } from '@tavolo/projection';
import type { PlanRow } from '../../read-model/plan.rows.js';
import { intervention, networkId, school, town } from '../../test/examples.js';
import { BesidePlan } from './beside-plan.js';

const at = { ordinal: 7 } as unknown as Moment;
const members = {
  ...{ table: { name: 'members' }, column: 'network' },
} as unknown as ReturnType<Nodes['partOf']>;

/** A plan with one intervention, and one without an owner. */
function planOwnedBy(owner: string): PlanRow {
  const interventions = [
    { id: intervention, owner, network: networkId },
    { id: 'free', owner: null, network: null },
  ];
  return { actions: [{ id: 'a', interventions }] } as unknown as PlanRow;
}

/** What is asked of the read model, and whom the network has. */
function reading(...statuses: readonly (readonly [partner: string, status: string])[]) {
  const asked: unknown[] = [];
  const readModel = {
    where: (...[table, ...about]: Parameters<ReadModel['where']>) => {
      asked.push([table.name, ...about]);
      const rows = statuses.map(([partner, status]) => ({ partner, status }));
      return Promise.resolve(new Map([[networkId, rows]]));
    },
  } as unknown as ReadModel;
  return {
    asked,
    beside: new BesidePlan({ partOf: () => members } as unknown as Nodes, readModel),
  };
}

describe('what other objects say of a plan', () => {
  it('PL-2: an owner is gone that was no active member of its network at that moment', async () => {
    const { asked, beside } = reading([town, 'Active'], [school, 'Suspended']);
    expect(await beside.of(planOwnedBy(town), at)).toStrictEqual({ ownersGone: [] });
    expect(asked).toStrictEqual([['members', 'network', [networkId], at]]);
    expect(await beside.of(planOwnedBy(school), at)).toStrictEqual({ ownersGone: [intervention] });
  });
  it('PL-2: nobody is asked about a plan without owners', async () => {
    const { asked, beside } = reading();
    const unowned = { actions: [] } as unknown as PlanRow;
    expect(await beside.of(unowned, at)).toStrictEqual({ ownersGone: [] });
    expect(asked).toStrictEqual([]);
  });
});
