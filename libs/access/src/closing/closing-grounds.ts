import type { Basis } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { Administrators } from './administrators.js';
import type { Known } from './closing.js';
import { KnownPeople } from './known-people.js';

/** What the world says of who is to be kept out, with the streams that it was read from. */
@Injectable()
export class ClosingGrounds {
  constructor(
    private readonly administrators: Administrators,
    private readonly knownPeople: KnownPeople,
  ) {}

  async of(person: PersonRef): Promise<Known & Readonly<{ basis: readonly Basis[] }>> {
    const isKnown = await this.knownPeople.has(person);
    return { isKnown, ...(await this.administrators.lasting()) };
  }
}
