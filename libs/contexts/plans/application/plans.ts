import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { Plans } from '../contract/index.js';
import type { PlanId, PlanStanding } from '../contract/index.js';
import { missingForAdoption } from '../domain/plan.readiness.js';
import { totalOf } from '../domain/plan.state.js';
import { plans } from './plan.aggregate.js';

/** `Plans`, folded from the plan's own stream at the moment of the question. */
@Injectable()
export class StreamedPlans extends Plans {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: PlanId): Promise<PlanStanding | null> {
    const found = await this.transactions.load(plans, id);
    const { status, head, frozen } = found?.state ?? {};
    if (!found || !head || !status) return null;
    const { call, regionCode, lead, title } = head;
    return {
      ...{ id, status, call, regionCode, lead, title, totalCents: totalOf(found.state) },
      frozen: frozen ? { version: frozen.version, sha256: frozen.sha256 } : null,
      readyForAdoption: missingForAdoption(found.state),
      basis: found.basis,
    };
  }
}
