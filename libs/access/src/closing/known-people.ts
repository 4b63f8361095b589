import type { PersonRef } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import { ReadModel } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { appointmentTable } from '../appointment/appointment.projection.js';
import { Accounts } from '../identity/accounts.js';
import { isService } from '../identity/service.js';

/** Whether a reference stands for somebody here: by a login, a name, or as a service. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly accounts: Accounts,
    private readonly privateStore: PrivateStore,
    private readonly readModel: ReadModel,
  ) {}

  async has(person: PersonRef): Promise<boolean> {
    if (await this.accounts.hasLogin({ person, generation: 0 })) return true;
    if (!isService(person)) return (await this.privateStore.names([person])).has(person);
    const at = this.readModel.now();
    const held = await this.readModel.where(appointmentTable, 'person', [person], at);
    return (held.get(person) ?? []).length > 0;
  }
}
