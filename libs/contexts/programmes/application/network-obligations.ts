import type { Agreements } from '@tavolo/agreements';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import { sum } from '@tavolo/kernel';
import { NetworkObligations } from '@tavolo/networks';
import type { Networks, NetworkId, NetworkStanding, OpenObligations } from '@tavolo/networks';
import type { Involvements } from '@tavolo/partners';
import type { Plans } from '@tavolo/plans';
import type { PlanStatus } from '@tavolo/plans';
import { budgetOf } from '../contract/index.js';
import type { BudgetCommitments } from './commitments.js';

/** From execution on the plan owes its final report; once it is submitted, that is closed. */
const reporting: readonly PlanStatus[] = ['InExecution', 'Suspended', 'Completed'];

/**
 * `NetworkObligations` (N-10): what was committed under agreements of the network, which of its
 * agreements are in force, and the final report of the plan, which the regional network owes.
 * Reports of territorial networks come with their claims.
 */
export class StreamedNetworkObligations extends NetworkObligations {
  constructor(
    private readonly ports: Readonly<{
      networks: Networks;
      agreements: Agreements;
      involvements: Involvements;
      plans: Plans;
      open: BudgetCommitments;
    }>,
  ) {
    super();
  }

  async openOf(id: NetworkId): Promise<OpenObligations | null> {
    const network = await this.ports.networks.standing(id);
    if (!network) return null;
    const { commitments, basis } = await this.ports.open.openOn(budgetOf(network.plan));
    const plan = await this.ports.plans.standing(network.plan);
    const known = await this.#agreementsOf(network);
    const own = new Set<string>(known.agreements.map(({ id: agreement }) => agreement));
    const owed = network.level === 'region' && plan && reporting.includes(plan.status);
    return {
      openCents: sum(
        commitments.filter(({ agreement }) => own.has(agreement)).map(({ cents }) => cents),
      ),
      openReports: owed ? 1 : 0,
      agreements: known.agreements
        .filter(({ status }) => status === 'InForce' || status === 'Suspended')
        .map(({ id: agreement }) => agreement),
      basis: [network.basis, ...basis, ...(plan ? [plan.basis] : []), ...known.basis],
    };
  }

  /** An agreement of a network is signed by members of it: their lists name it. */
  async #agreementsOf({ id, members }: NetworkStanding) {
    const lists = await Promise.all(
      members.map(({ partner }) => this.ports.involvements.of(partner, 'agreement')),
    );
    const named = [...new Set(lists.flatMap(({ streams }) => streams))];
    const asked = named.map((agreement) =>
      this.ports.agreements.standing(agreement as AgreementId),
    );
    const found = (await Promise.all(asked)).flatMap((one) => one ?? []);
    const agreements: readonly AgreementStanding[] = found.filter(({ network }) => network === id);
    const basis = [...lists.flatMap((list) => list.basis), ...agreements.map((one) => one.basis)];
    return { agreements, basis };
  }
}
