import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { Calls } from '../contract/index.js';
import type { CallId, CallStanding } from '../contract/index.js';
import { calls } from './call.handler.js';

/** `Calls`, folded from the call's own stream at the moment of the question. */
@Injectable()
export class StreamedCalls extends Calls {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: CallId): Promise<CallStanding | null> {
    const found = await this.transactions.load(calls, id);
    if (!found?.state.terms || found.state.status === 'none') return null;
    const { status, terms, deadline, deadlines } = found.state;
    const { programme, period, budgetCents, leadKinds, mandatoryCategories } = terms;
    const { eligibleFrom = null, eligibleUntil = null } = terms;
    const { remodulationThresholdPercent = null } = terms;
    const { assigned: assignments } = found.state;
    return {
      ...{ remodulationThresholdPercent, assignments },
      ...{ generalDeadline: deadlines.general, regionalDeadlines: deadlines.regional },
      ...{ id, programme, status, period, budgetCents, deadline, leadKinds },
      ...{ mandatoryCategories, eligibleFrom, eligibleUntil, basis: found.basis },
    };
  }
}
