import { Clock } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import type { Instant } from '@tavolo/kernel';
import type { NetworkId, NetworkStanding } from '@tavolo/networks';
import { ReadModel } from '@tavolo/projection';
import type { Moment, TableDefinition } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type { Beside } from '../../domain/plan.missing.js';
import { closedTo } from '../../domain/plan.call.js';
import type { OpenCall } from '../../domain/plan.call.js';
import { ownersGone } from '../../domain/plan.readiness.js';
import type { PlanRow } from '../../read-model/plan.rows.js';
import { interventionsOf } from './checked-plan.js';

type Member = NetworkStanding['members'][number];

/** A member as the read model of networks keeps it. */
type MemberRow = Member & Readonly<{ id: string; network: string }>;

/** A call as the read model of programmes keeps it. */
type CallRow = OpenCall & Readonly<{ id: string }>;

/**
 * What other objects say of a plan, as of any moment. Read whether or not the reader may see
 * those objects: all that is told of them
 * is that an owner is a member no more, and until when a published call took plans.
 */
@Injectable()
export class BesidePlan {
  constructor(
    private readonly nodes: Nodes,
    private readonly readModel: ReadModel,
    private readonly clock: Clock,
  ) {}

  async of(row: PlanRow, at: Moment): Promise<Beside> {
    const interventions = interventionsOf(row);
    const owned = Object.values(interventions).flatMap(({ owner }) => owner?.network ?? []);
    const networks = await this.#membersOf([...new Set(owned)], at);
    const call = await this.#callOf(row, at);
    return {
      ownersGone: ownersGone({ interventions }, networks),
      callClosed: call ? closedTo(call, row.regionCode, this.#instantOf(at)) : [],
    };
  }

  async #callOf({ call: id }: PlanRow, at: Moment): Promise<OpenCall | null> {
    const table = this.nodes.tableOf(id) as TableDefinition<CallRow> | null;
    return table && ((await this.readModel.byIds(table, [id], at)).get(id) ?? null);
  }

  /** Of a moment asked for by name, the one that was asked for; now otherwise. */
  #instantOf({ askedAt, isPinned, recordedAt }: Moment): Instant {
    return askedAt ?? (isPinned ? recordedAt : null) ?? this.clock.now();
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
