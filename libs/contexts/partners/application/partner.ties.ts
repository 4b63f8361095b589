import { Injectable } from '@nestjs/common';
import type { Basis } from '@tavolo/event-store';
import { BindingAgreements, Commitments, Partners } from '../contract/index.js';
import type { BindingAgreement, PartnerId } from '../contract/index.js';
import type { OpenGround, OtherPartner } from '../domain/partner.leaving.commands.js';

/** Something taken from other streams, and which ones. */
export type Ground<Found> = Readonly<{ found: Found; basis: readonly Basis[] }>;

/** What ties a partner to others: what it still owes, and who stands in its place. */
@Injectable()
export class PartnerTies {
  constructor(
    private readonly partners: Partners,
    private readonly commitments: Commitments,
    private readonly bindings: BindingAgreements,
  ) {}

  /** The agreements that bind a partner by now (PA-4). */
  async binding(partner: PartnerId): Promise<Ground<readonly BindingAgreement[]>> {
    const { agreements, basis } = await this.bindings.of(partner);
    return { found: agreements, basis };
  }

  /** What is open of a partner by now (PA-6). */
  async open(partner: PartnerId): Promise<Ground<OpenGround>> {
    const found = await this.commitments.openOf(partner);
    if (!found) return { found: null, basis: [] };
    const { openCents, unreportedAdvanceCents, basis } = found;
    return { found: { openCents, unreportedAdvanceCents }, basis: [basis].flat() };
  }

  /** Another partner, as it stands beside the one decided on. */
  async other(id: PartnerId, decidedOn: string): Promise<Ground<OtherPartner | null>> {
    const standing = await this.partners.standing(id);
    if (!standing) return { found: null, basis: [] };
    const { status, basis } = standing;
    const isSelf = id === decidedOn;
    return { found: { status, isSelf }, basis: isSelf ? [] : [basis] };
  }
}
