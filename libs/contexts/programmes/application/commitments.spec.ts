import { beforeEach, describe, expect, it } from '@jest/globals';
import { Agreements } from '@tavolo/agreements';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { Basis } from '@tavolo/event-store';
import { Networks } from '@tavolo/networks';
import type { NetworkId, NetworkStanding } from '@tavolo/networks';
import { Involvements } from '@tavolo/partners';
import type { PartnerId } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanStanding, PlanStatus } from '@tavolo/plans';
import { TimedHouse } from '@tavolo/testing';
import { budgetOf } from '../contract/index.js';
import type { BudgetCommand } from '../domain/budget.commands.js';
import type { BudgetEvent } from '../domain/budget.events.js';
import type { BudgetState } from '../domain/budget.state.js';
import { agreement, at, cents, colleague, committed, plan } from '../test/budget.js';
import { ready, school, town, uuid } from '../test/budget.js';
import { budgets } from './budget.aggregate.js';
import { BudgetCommitments, StreamedCommitments } from './commitments.js';
import { shareInvolvement } from './involvement.process.js';
import { StreamedNetworkObligations } from './network-obligations.js';

const budget = budgetOf(plan);
const network = `network-${uuid(1)}` as NetworkId;
const basisOf = (stream: string): Basis => ({ stream, revision: 3 });
const decommitted = (amount: number): BudgetEvent => ({
  type: 'FundsDecommitted',
  data: {
    ...{ commitment: uuid(21), cents: cents(amount), pool: 'plan' },
    ...{ decommittedBy: colleague, decommittedAt: at },
  },
});

/** Where the partners are involved, as their own lists would say. */
class Listed extends Involvements {
  readonly streams = new Map<string, readonly string[]>();
  of(partner: PartnerId, category: string) {
    const all = this.streams.get(partner) ?? [];
    const streams = all.filter((stream) => stream.startsWith(`${category}-`));
    return Promise.resolve({ streams, basis: [basisOf(`involvement of ${partner}`)] });
  }
}
class OnePlan extends Plans {
  status: PlanStatus = 'InExecution';
  standing() {
    return Promise.resolve({ id: plan, status: this.status, basis: basisOf(plan) } as PlanStanding);
  }
}
class OneAgreement extends Agreements {
  status: AgreementStanding['status'] = 'InForce';
  standing(id: AgreementId) {
    const found = { ...agreement, network, status: this.status };
    return Promise.resolve(id === agreement.id ? found : null);
  }
}
class OneNetwork extends Networks {
  level: NetworkStanding['level'] = 'territory';
  standing() {
    const members = [{ partner: town, role: 'lead', status: 'Active' } as const];
    const standing = {
      id: network,
      status: 'Dissolving',
      plan,
      level: this.level,
      members,
    } as const;
    return Promise.resolve({ ...standing, lead: town, parent: null, basis: basisOf(network) });
  }
}

let house: TimedHouse<BudgetState, BudgetCommand, BudgetEvent>;
let [listed, plans] = [new Listed(), new OnePlan()];
let [agreements, networks] = [new OneAgreement(), new OneNetwork()];
let open: BudgetCommitments;
const says = (...facts: readonly BudgetEvent[]) => house.says(budget, ...facts);

beforeEach(() => {
  house = new TimedHouse(budgets);
  [listed, plans] = [new Listed(), new OnePlan()];
  [agreements, networks] = [new OneAgreement(), new OneNetwork()];
  listed.streams.set(town, [budget, agreement.id]);
  open = new BudgetCommitments(house.transactions, plans);
});

describe('what a partner has open', () => {
  const openOf = (partner: PartnerId) => new StreamedCommitments(listed, open).openOf(partner);

  it('PA-6: is what its budgets say is committed to it, read from them and named as basis', async () => {
    await says(...ready, committed(40));
    expect(await openOf(town)).toStrictEqual({
      ...{ openCents: 40, unreportedAdvanceCents: 0 },
      basis: [basisOf(`involvement of ${town}`), { stream: budget, revision: 2 }, basisOf(plan)],
    });
    expect(await openOf(school)).toBeNull();
    listed.streams.set(school, [budget]);
    expect(await openOf(school)).toMatchObject({ openCents: 0 });
  });

  it('PA-6: is open until it is decommitted, or the plan is closed and has settled it', async () => {
    await says(...ready, committed(40), decommitted(30));
    expect(await openOf(town)).toMatchObject({ openCents: 10 });
    plans.status = 'FinallyReported';
    expect(await openOf(town)).toMatchObject({ openCents: 10 });
    plans.status = 'Closed';
    expect(await openOf(town)).toMatchObject({ openCents: 0 });
    plans.status = 'InExecution';
    await says(decommitted(10));
    expect(await openOf(town)).toMatchObject({ openCents: 0 });
  });

  it('PA-9: is open of who stands in its place, directly or through another one', async () => {
    const [merged, last] = [3, 4].map((n) => `partner-${uuid(n)}`) as [PartnerId, PartnerId];
    await says(...ready, committed(40));
    listed.streams.set(merged, [town, school]);
    listed.streams.set(last, [merged]);
    expect(await openOf(merged)).toMatchObject({ openCents: 40 });
    expect(await openOf(last)).toMatchObject({ openCents: 40 });
    expect(await openOf(school)).toBeNull();
    await says(decommitted(40));
    expect(await openOf(last)).toMatchObject({ openCents: 0 });
  });

  it('PA-6: a budget is listed with who has a share, before anything can be committed', () => {
    const [opened] = ready;
    const event = { ...opened, stream: budget, revision: 0 } as never;
    expect(shareInvolvement.keyOf(event)).toBe(uuid(1));
    const { commands = [] } = shareInvolvement.react(null, { kind: 'event', event });
    expect(commands.map(({ target, data }) => [target, data])).toStrictEqual([
      [town.replace('partner', 'involvement'), { in: budget }],
      [school.replace('partner', 'involvement'), { in: budget }],
    ]);
    expect(shareInvolvement.keyOf({ ...committed(1), stream: budget } as never)).toBeNull();
  });
});

describe('what a network has open', () => {
  const obligations = () =>
    new StreamedNetworkObligations({
      ...{ networks, agreements, involvements: listed, plans, open },
    }).openOf(network);

  it('N-10: is what is committed under its agreements, and those that are in force', async () => {
    await says(...ready, committed(40));
    const { id } = agreement;
    expect(await obligations()).toMatchObject({ openCents: 40, agreements: [id], openReports: 0 });
    agreements.status = 'Expired';
    expect(await obligations()).toMatchObject({ openCents: 40, agreements: [] });
    await says(decommitted(40));
    expect(await obligations()).toMatchObject({ openCents: 0, agreements: [] });
  });

  it('N-10: of the region is the final report too, from the execution until it is submitted', async () => {
    expect(await obligations()).toMatchObject({ openReports: 0 });
    networks.level = 'region';
    expect(await obligations()).toMatchObject({ openReports: 1 });
    plans.status = 'Completed';
    expect(await obligations()).toMatchObject({ openReports: 1 });
    plans.status = 'FinallyReported';
    expect(await obligations()).toMatchObject({ openReports: 0 });
  });
});
