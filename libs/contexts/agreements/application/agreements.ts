import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { Agreements } from '../contract/index.js';
import type { AgreementId, AgreementStanding } from '../contract/index.js';
import { agreements } from './aggregates.js';

/** `Agreements`, folded from the agreement's own stream at the moment of the question. */
@Injectable()
export class StreamedAgreements extends Agreements {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: AgreementId): Promise<AgreementStanding | null> {
    const found = await this.transactions.load(agreements, id);
    if (!found?.state) return null;
    const { kind, status, network, plan, totalCents, end, inForceFrom, parent } = found.state;
    return {
      ...{ id, kind, status, network, plan, totalCents, end, inForceFrom, parent },
      parties: found.state.parties.map(({ partner }) => partner),
      version: found.state.version || null,
      textSha256: found.state.frozen?.sha256 ?? null,
      basis: found.basis,
    };
  }
}
