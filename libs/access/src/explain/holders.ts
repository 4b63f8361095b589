import { Mandates } from '@tavolo/command';
import type { Sender } from '@tavolo/command';
import type { MandateRef } from '@tavolo/kernel';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { capacityTable } from '@tavolo/waiting';
import { Injectable } from '@nestjs/common';

/** Who is asked about; null of a mandate that nobody holds. Null mandates: the one named is not theirs. */
export type Holder = Readonly<{
  person: string | null;
  mandates: readonly MandateRef[] | null;
}>;

/** Finds the mandates that somebody asks about. */
@Injectable()
export class Holders {
  constructor(
    private readonly mandates: Mandates,
    private readonly readModel: ReadModel,
  ) {}

  /** By the mandate that was named; else by all of the person, of who asks unless one was named. */
  async of(
    { mandate, person }: Readonly<{ mandate: string | null; person: string | null }>,
    sender: Sender,
    at: Moment,
  ): Promise<Holder> {
    if (mandate !== null) return await this.#named(mandate as MandateRef, person);
    const whose = person ?? sender.person;
    return { person: whose, mandates: await this.#heldBy(whose, at) };
  }

  async #named(ref: MandateRef, person: string | null): Promise<Holder> {
    const found = await this.mandates.find(ref);
    const whose = person ?? found?.person ?? null;
    return { person: whose, mandates: found?.person === whose ? [ref] : null };
  }

  /** As the read model lists them. */
  async #heldBy(person: string, at: Moment): Promise<readonly MandateRef[]> {
    const held = await this.readModel.where(capacityTable, 'holder', [person], at);
    const refs = (held.get(person) ?? []).flatMap(({ mandate }) => mandate ?? []);
    return [...new Set(refs)] as unknown as readonly MandateRef[];
  }
}
