import { CommandGateway, commonRules, derivedId, Instance } from '@tavolo/command';
import type { Sender } from '@tavolo/command';
import type { PersonRef, Refusal } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import { Injectable } from '@nestjs/common';

/** A person that is known now, or why not. */
export type Known = { readonly person: PersonRef } | { readonly refusal: Refusal };

/** People by reference. Nothing of this goes into the log: no fact, no name. */
@Injectable()
export class People {
  constructor(
    private readonly privateStore: PrivateStore,
    private readonly instance: Instance,
    private readonly gateway: CommandGateway,
  ) {}

  /** Gives a person a reference; the same id with another name is refused. */
  async register(
    name: string,
    { by, commandId }: { readonly by: Sender; readonly commandId: string },
  ): Promise<Known> {
    const refusal = await this.gateway.refusalOfMandate(by);
    if (refusal) return { refusal };
    const { id } = this.instance.facts;
    const person = `person-${derivedId(id, by.person, commandId, 'person')}` as PersonRef;
    const known = (await this.privateStore.names([person])).get(person);
    if (known !== undefined && known !== name) {
      return { refusal: { ...commonRules.OtherInput, details: { commandId } } };
    }
    await this.privateStore.putName(person, name);
    return { person };
  }
}
