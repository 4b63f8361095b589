import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { Decisions } from '../contract/index.js';
import type { DecisionId, DecisionStanding } from '../contract/index.js';
import { decisions } from './aggregates.js';

/** `Decisions`, folded from the decision's own stream at the moment of the question. */
@Injectable()
export class StreamedDecisions extends Decisions {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: DecisionId): Promise<DecisionStanding | null> {
    const found = await this.transactions.load(decisions, id);
    const status = found?.state.status ?? null;
    if (!found || status === null) return null;
    const { board, subject, textSha256, number, effectiveFrom, hadEffect, spends } = found.state;
    // What ended had effect once, and that day stays; it has effect no more by its status (D-8).
    const effectiveOn = hadEffect ? effectiveFrom : null;
    const { basis } = found;
    // What was carried out still has the effect that others rely on (D-9).
    const standing = status === 'Implemented' ? 'Effective' : status;
    const said = { status: standing, subject, textSha256, number, effectiveOn, spends };
    return { id, board, ...said, basis };
  }
}
