import { Nodes } from '@tavolo/graphql';
import type { NetworkId, NetworkStanding } from '@tavolo/networks';
import { ReadModel } from '@tavolo/projection';
import type { Moment, TableDefinition } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type { Beside } from '../../domain/plan.missing.js';
import { ownersGone } from '../../domain/plan.readiness.js';
import type { PlanRow } from '../../read-model/plan.rows.js';
import { interventionsOf } from './checked-plan.js';

type Member = NetworkStanding['members'][number];

/** A member as the read model of networks keeps it. */
type MemberRow = Member & Readonly<{ id: string; network: string }>;

/**
 * What other objects say of a plan, as of any moment. Read whether or not the reader may see
 * those objects: all that is told of them is that an owner is a member no more.
 */
@Injectable()
export class BesidePlan {
  constructor(
    private readonly nodes: Nodes,
    private readonly readModel: ReadModel,
  ) {}

  async of(row: PlanRow, at: Moment): Promise<Beside> {
    const interventions = interventionsOf(row);
    const owned = Object.values(interventions).flatMap(({ owner }) => owner?.network ?? []);
    const networks = await this.#membersOf([...new Set(owned)], at);
    return { ownersGone: ownersGone({ interventions }, networks) };
  }

  async #membersOf(
    ids: readonly NetworkId[],
    at: Moment,
  ): Promise<readonly Pick<NetworkStanding, 'id' | 'members'>[]> {
    const [first] = ids;
    const part = first === undefined ? null : this.nodes.partOf(first, 'members');
    if (!part) return [];
    const table = part.table as unknown as TableDefinition<MemberRow>;
    const found = await this.readModel.where(table, 'network', ids, at);
    return ids.map((id) => ({ id, members: found.get(id) ?? [] }));
  }
}
