import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Grounded } from '@tavolo/command';
import type { PlanId } from '@tavolo/plans';
import { Networks } from '../contract/index.js';
import type { NetworkId, NetworkStanding, TreeId } from '../contract/index.js';
import { treeEventTypes } from '../domain/tree.events.js';
import type { TreeEvent } from '../domain/tree.events.js';
import { tree } from '../domain/tree.js';
import type { TreeCommand, TreeState } from '../domain/tree.js';

/** Trees of networks as streams `tree-<uuid of the plan>`. */
export const trees: Aggregate<TreeState, TreeCommand, TreeEvent> = {
  category: 'tree',
  decider: tree,
  version: 1,
  eventTypes: treeEventTypes,
  creates: [],
  derived: true,
};

/** A command on a tree on its way to the handler. */
export class TreeRequest extends CommandRequest<TreeCommand> {}

/** Decides on the tree of a plan by its own stream, and by its networks as theirs say. */
@CommandHandler(TreeRequest)
export class TreeHandler implements ICommandHandler<TreeRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly networks: Networks,
  ) {}

  execute(request: TreeRequest): Promise<Answer> {
    return this.transactions.run(trees, request, () => this.#ground(request));
  }

  async #ground(request: TreeRequest): Promise<Grounded<TreeCommand>> {
    const { asked, target } = request;
    const network = await this.#ofPlan(asked.data.network, target);
    const parent =
      asked.type === 'LinkParentNetwork' ? await this.#ofPlan(asked.data.parent, target) : null;
    const command = commandOf(request, {
      network: network && { lead: network.lead },
      parent: parent && { activeMembers: activeMembersOf(parent) },
    });
    return { command, basis: [network, parent].flatMap((found) => found?.basis ?? []) };
  }

  /** A network of another plan is none for this tree. */
  async #ofPlan(id: NetworkId, tree: string): Promise<NetworkStanding | null> {
    const found = await this.networks.standing(id);
    return found && treeOf(found.plan) === tree ? found : null;
  }
}

/** The stream that keeps nesting and territories of a plan's networks. */
export function treeOf(plan: PlanId): TreeId {
  return plan.replace(/^plan-/, 'tree-') as TreeId;
}

function activeMembersOf({ members }: NetworkStanding) {
  return members.filter(({ status }) => status === 'Active').map(({ partner }) => partner);
}
