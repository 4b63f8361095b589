import { Injectable } from '@nestjs/common';
import { BindingAgreements, Involvements } from '@tavolo/partners';
import type { PartnerId } from '@tavolo/partners';
import { Agreements } from '../contract/index.js';
import type { AgreementId } from '../contract/index.js';

/**
 * `BindingAgreements`: the lists of the partner and of its predecessors (PA-9) say which to ask,
 * each agreement says how it is.
 */
@Injectable()
export class StreamedBindingAgreements extends BindingAgreements {
  constructor(
    private readonly involvements: Involvements,
    private readonly agreements: Agreements,
  ) {
    super();
  }

  async of(partner: PartnerId) {
    const { line, streams, basis } = await this.involvements.ofLine(partner, 'agreement');
    const asked = streams.map((id) => this.agreements.standing(id as AgreementId));
    const found = (await Promise.all(asked)).flatMap((one) => one ?? []);
    const binding = found.filter(({ status, parties }) => {
      const isBound = parties.some((party) => line.includes(party));
      return (status === 'InForce' || status === 'Suspended') && isBound;
    });
    return {
      agreements: binding.map(({ id: agreement, end: until }) => ({ agreement, until })),
      basis: [...basis, ...found.map((one) => one.basis)],
    };
  }
}
