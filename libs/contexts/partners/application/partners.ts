import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import type { Position } from '@tavolo/event-store';
import type { MandateRef } from '@tavolo/kernel';
import { isPublicBody, Partners } from '../contract/index.js';
import type { PartnerId, PartnerStanding, Representation } from '../contract/index.js';
import type { Power } from '../domain/partner.state.js';
import { partners } from './partner.handler.js';

/** `Partners`, folded from the partner's own stream at the moment of the question. */
@Injectable()
export class StreamedPartners extends Partners {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: PartnerId, upTo?: Position): Promise<PartnerStanding | null> {
    const found = await this.transactions.load(partners, id, upTo);
    if (!found || found.state.status === 'none') return null;
    const { status, kind, eligibleUntil, identifiers, powers, interests, successor } = found.state;
    const isExclusionOpen = found.state.exclusion !== null;
    return {
      id,
      kind,
      status,
      isPublic: isPublicBody(kind),
      eligibleUntil,
      registerNo: identifiers.runtsNo ?? null,
      representations: powers.map((power) => representationOf(id, power)),
      interests,
      isExclusionOpen,
      successor,
      basis: found.basis,
    };
  }
}

function representationOf(partner: PartnerId, { id, ...power }: Power): Representation {
  return { mandate: `${partner}#${id}` as MandateRef, ...power };
}
