import { Injectable } from '@nestjs/common';
import { derivedId, Instance } from '@tavolo/command';
import type { Envelope } from '@tavolo/command';
import { PrivateStore } from '@tavolo/private-store';
import { Claims, claimStream, concealed } from '@tavolo/process';
import type { PartnerId } from '../contract/index.js';
import type { RegisterPartner } from '../domain/partner.commands.js';

/** What decisions on partners take from outside their stream. */
@Injectable()
export class PartnerGrounds {
  constructor(
    private readonly privateStore: PrivateStore,
    private readonly claims: Claims,
    private readonly instance: Instance,
  ) {}

  /** The tax code under the secret of this instance, and who holds it by now. */
  async ofTaxCode(taxCode: string | undefined): Promise<RegisterPartner['data']['grounds']> {
    if (taxCode === undefined) return { taxCodeHmac: null, heldBy: null };
    const taxCodeHmac = concealed(await this.privateStore.secret('taxCode'), taxCode);
    const heldBy = await this.claims.holderOf(claimStream('taxCode', taxCodeHmac));
    return { taxCodeHmac, heldBy: heldBy as PartnerId | null };
  }

  /** The same command meets the same representation. */
  newRepresentation({ by, commandId }: Envelope): string {
    return derivedId(this.instance.facts.id, by.person, commandId, 'representation');
  }

  /** The same command meets the same declaration. */
  newInterest({ by, commandId }: Envelope): string {
    return derivedId(this.instance.facts.id, by.person, commandId, 'interest');
  }
}
