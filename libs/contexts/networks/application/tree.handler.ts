import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Answer, Asked, Grounded, Loaded } from '@tavolo/command';
import type { NetworkId } from '../contract/index.js';
import { leadOf } from '../domain/network.state.js';
import type { NetworkState } from '../domain/network.state.js';
import type {
  DefineTerritory,
  LinkParentNetwork,
  MergeNetworks,
  NetworkGround,
  SplitNetwork,
} from '../domain/tree.commands.js';
import type { TreeCommand } from '../domain/tree.js';
import { treeOf, trees } from './aggregates.js';
import { distinct } from './network.handler.js';
import { NetworkTies } from './network.ties.js';
import { SplitParts } from './split.parts.js';

/** A command on a tree on its way to the handler. */
export class TreeRequest extends CommandRequest<TreeCommand> {}

type Grounding = Promise<Grounded<TreeCommand>>;

/** Decides on the tree of a plan by its own stream, and by its networks as theirs say. */
@CommandHandler(TreeRequest)
export class TreeHandler implements ICommandHandler<TreeRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly ties: NetworkTies,
    private readonly parts: SplitParts,
  ) {}

  execute(request: TreeRequest): Promise<Answer> {
    return this.transactions.run(trees, request, () => this.#ground(request));
  }

  #ground(request: TreeRequest): Grounded<TreeCommand> | Grounding {
    const { asked } = request;
    switch (asked.type) {
      case 'DefineTerritory':
      case 'LinkParentNetwork':
        return this.#onPlace(request, asked);
      case 'MergeNetworks':
        return this.#onMerger(request, asked);
      case 'SplitNetwork':
        return this.#onSplit(request, asked);
      case 'RemoveNetwork':
        return { command: commandOf(request) };
    }
  }

  async #onPlace(
    request: TreeRequest,
    asked: Asked<DefineTerritory> | Asked<LinkParentNetwork>,
  ): Grounding {
    const network = await this.#ofPlan(asked.data.network, request.target);
    const parent =
      asked.type === 'LinkParentNetwork'
        ? await this.#ofPlan(asked.data.parent, request.target)
        : null;
    const command = commandOf(request, {
      network: network && {
        lead: leadOf(network.state)?.partner ?? null,
        level: network.state.level,
      },
      parent: parent && {
        activeMembers: activeMembersOf(parent.state),
        level: parent.state.level,
      },
    });
    return { command, basis: [network, parent].flatMap((found) => found?.basis ?? []) };
  }

  async #onMerger(request: TreeRequest, { data }: Asked<MergeNetworks>): Grounding {
    const into = await this.#ofPlan(data.into, request.target);
    const absorbed = await this.#ofPlan(data.absorbed, request.target);
    const change = await this.ties.change(data.into, data.change);
    const nothing = { found: { agreement: null, obligations: null, nested: [] }, basis: [] };
    const end = absorbed ? await this.ties.end(data.absorbed, absorbed.state) : nothing;
    const command = commandOf(request, {
      ...{ into: groundOf(into), absorbed: groundOf(absorbed) },
      ...{ change: change.found, end: end.found },
    });
    const read = [into, absorbed].flatMap((found) => found?.basis ?? []);
    const others = [...change.basis, ...end.basis].filter(
      ({ stream }) => stream !== request.target,
    );
    return { command, basis: distinct([...read, ...others]) };
  }

  async #onSplit(request: TreeRequest, asked: Asked<SplitNetwork>): Grounding {
    const network = await this.#ofPlan(asked.data.network, request.target);
    const { grounds, basis, newId } = await this.parts.of(request, asked, network);
    const command = commandOf(request, { ...grounds, network: groundOf(network), newId });
    const others = basis.filter(({ stream }) => stream !== request.target);
    const read = network ? [network.basis, ...others] : others;
    return { command, basis: distinct(read), result: { newId } };
  }

  /** A network of another plan is none for this tree. */
  async #ofPlan(id: NetworkId, tree: string): Promise<Loaded<NetworkState> | null> {
    const found = await this.ties.network(id);
    const { plan = null } = found?.state ?? {};
    return plan !== null && treeOf(plan) === tree ? found : null;
  }
}

function groundOf(found: Loaded<NetworkState> | null): NetworkGround {
  if (!found) return null;
  const { status, level, members, agreement } = found.state;
  return { status, level, members, agreement };
}

function activeMembersOf({ members }: NetworkState) {
  return members.filter(({ status }) => status === 'Active').map(({ partner }) => partner);
}
