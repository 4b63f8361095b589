import { dayOf } from '@tavolo/command';
import type { Clock, Instance, Mandate, Mandates, Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { MandateRef, PersonRef } from '@tavolo/kernel';
import type { ReadModel } from '@tavolo/projection';
import { appointmentTable } from '../appointment/appointment.projection.js';
import { FOUNDER_MANDATE } from '../founding.js';
import type { Accounts } from '../identity/accounts.js';
import { closing, CLOSING_STREAM, isLast } from './closing.js';

/** Administrators, and the streams from which it was read that they are. */
export type Administering = Readonly<{ people: readonly PersonRef[]; basis: readonly Basis[] }>;

/** Who administers this instance. */
export class Administrators {
  constructor(
    private readonly parts: Readonly<{
      accounts: Accounts;
      clock: Clock;
      instance: Instance;
      mandates: Mandates;
      readModel: ReadModel;
      transactions: Transactions;
    }>,
  ) {}

  /**
   * Those who do so today and without an end, and have a login. Which there may be the read model
   * says; that they are is read from their own streams. One of this moment may be missing, then,
   * and none is there who has ceased.
   */
  async lasting(): Promise<Administering> {
    const { mandates, readModel } = this.parts;
    const at = readModel.now();
    const by = await readModel.where(appointmentTable, 'kind', ['administrator'], at);
    const given = (by.get('administrator') ?? []).map(
      ({ id }) => `${id}#administrator` as MandateRef,
    );
    const found: Mandate[] = [];
    for (const ref of [FOUNDER_MANDATE, ...given]) {
      const mandate = await mandates.find(ref);
      if (mandate && (await this.#lasts(mandate))) found.push(mandate);
    }
    return { people: found.map(({ person }) => person), basis: found.map(({ basis }) => basis) };
  }

  /** Whether this one is the last of them whose logins are not closed; with what it was read from. */
  async isLast(person: PersonRef): Promise<Readonly<{ isLast: boolean; basis: readonly Basis[] }>> {
    const { people, basis } = await this.lasting();
    const closed = await this.parts.transactions.load(closing, CLOSING_STREAM);
    return { isLast: isLast(person, people, closed?.state ?? {}), basis };
  }

  async #lasts({ from, until, person }: Mandate): Promise<boolean> {
    const { accounts, clock, instance } = this.parts;
    const today = dayOf(clock.now(), instance.facts.zone);
    return from <= today && until === null && (await accounts.maySignIn(person));
  }
}
