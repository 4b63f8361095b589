import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Mandates } from '@tavolo/command';
import type { Mandate, MandateSource } from '@tavolo/command';
import type { Position } from '@tavolo/event-store';
import type { MandateRef } from '@tavolo/kernel';
import { isLiving, Partners } from '../contract/index.js';
import type { PartnerId, PartnerStanding, Representation } from '../contract/index.js';

/** `partner-<uuid>#<representation>`: the power to act that a partner gave to a person. */
@Injectable()
export class PartnerMandates implements MandateSource, OnModuleInit {
  readonly category = 'partner';

  constructor(
    private readonly partners: Partners,
    private readonly mandates: Mandates,
  ) {}

  onModuleInit(): void {
    this.mandates.register(this);
  }

  async find(ref: MandateRef, upTo?: Position): Promise<Mandate | null> {
    const id = ref.slice(0, ref.indexOf('#')) as PartnerId;
    const partner = await this.partners.standing(id, upTo);
    const found = partner?.representations.find(({ mandate }) => mandate === ref);
    // Nobody acts for a candidate, which is nobody yet (PA-1), nor for a partner that has ended;
    // a suspended one has to report, by the persons who act for it (PA-8).
    return partner && found && isLiving(partner.status) ? mandateOf(partner, found) : null;
  }
}

function mandateOf({ id, basis }: PartnerStanding, representation: Representation): Mandate {
  const { mandate: ref, person, kind, from, until } = representation;
  return { ref, person, organisation: id, kind, from, until, basis };
}
