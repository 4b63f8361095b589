import { describe, expect, it } from '@jest/globals';
import type { Nodes } from '@tavolo/graphql';
import type { Instant } from '@tavolo/kernel';
import type { Moment, ReadModel } from '@tavolo/projection';
import type { PlanRow } from '../../read-model/plan.rows.js';
import {
  callId,
  callStanding,
  intervention,
  networkId,
  school,
  town,
} from '../../test/examples.js';
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
  return {
    call: callId,
    regionCode: 'ITC4',
    actions: [{ id: 'a', interventions }],
  } as unknown as PlanRow;
}

const now = '2030-01-01T12:00:00.000Z' as Instant;
const before = '2030-01-01T11:59:59.999Z' as Instant;

/** What is asked of the read model, and what it has. */
function reading(
  statuses: readonly (readonly [partner: string, status: string])[],
  call: object = {},
) {
  const asked: unknown[] = [];
  const readModel = {
    where: (...[table, ...about]: Parameters<ReadModel['where']>) => {
      asked.push([table.name, ...about]);
      const rows = statuses.map(([partner, status]) => ({ partner, status }));
      return Promise.resolve(new Map([[networkId, rows]]));
    },
    byIds: () => Promise.resolve(new Map([[callId, { ...callStanding, ...call }]])),
  } as unknown as ReadModel;
  const nodes = { partOf: () => members, tableOf: () => ({ name: 'call' }) } as unknown as Nodes;
  return { asked, beside: new BesidePlan(nodes, readModel, { now: () => now }) };
}

describe('what other objects say of a plan', () => {
  it('PL-2: an owner is gone that was no active member of its network at that moment', async () => {
    const { asked, beside } = reading([
      [town, 'Active'],
      [school, 'Suspended'],
    ]);
    const ownersGone = async (owner: string) =>
      (await beside.of(planOwnedBy(owner), at)).ownersGone;
    expect(await ownersGone(town)).toStrictEqual([]);
    expect(asked).toStrictEqual([['members', 'network', [networkId], at]]);
    expect(await ownersGone(school)).toStrictEqual([intervention]);
  });
  it('PL-2: nobody is asked about a plan without owners', async () => {
    const { asked, beside } = reading([]);
    const { ownersGone } = await beside.of({ ...planOwnedBy(town), actions: [] }, at);
    expect(ownersGone).toStrictEqual([]);
    expect(asked).toStrictEqual([]);
  });
  it('B-12: the call is compared with the moment asked about, and with now where none is', async () => {
    const { beside } = reading([], { generalDeadline: before });
    const closedAt = async (moment: Moment) =>
      (await beside.of(planOwnedBy(town), moment)).callClosed.map(({ code }) => code);
    expect(await closedAt(at)).toStrictEqual(['DeadlinePassed']);
    // The newest fact may be old, and the deadline has passed since.
    expect(await closedAt({ ...at, recordedAt: before })).toStrictEqual(['DeadlinePassed']);
    expect(await closedAt({ ...at, isPinned: true, recordedAt: before })).toStrictEqual([]);
    expect(await closedAt({ ...at, isPinned: true, recordedAt: before, askedAt: now })).toEqual([
      'DeadlinePassed',
    ]);
  });
});
