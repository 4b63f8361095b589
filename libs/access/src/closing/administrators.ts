import { commandOf, dayOf, derivedId } from '@tavolo/command';
import type { Clock, Envelope, Instance, Mandate, Mandates } from '@tavolo/command';
import type { Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { MandateRef, Refusal } from '@tavolo/kernel';
import type { ReadModel } from '@tavolo/projection';
import { appointmentTable } from '../appointment/appointment.projection.js';
import { FOUNDER_MANDATE } from '../founding.js';
import type { Accounts } from '../identity/accounts.js';
import { closing, CLOSING_STREAM, generationOf } from './closing.js';
import type { Administering, ClosingState } from './closing.js';
import { ClosingRequest } from './closing.request.js';

/** Administrators, and the streams from which it was read that they are. */
export type Lasting = Readonly<{
  administrators: readonly Administering[];
  basis: readonly Basis[];
}>;

/** What became of counting one out. */
export type CountedOut = Readonly<{ refusal: Refusal | null; basis: readonly Basis[] }>;

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
  async lasting(): Promise<Lasting> {
    const { mandates, readModel, transactions } = this.parts;
    const { state = closing.decider.initial } =
      (await transactions.load(closing, CLOSING_STREAM)) ?? {};
    const at = readModel.now();
    const by = await readModel.where(appointmentTable, 'kind', ['administrator'], at);
    const given = (by.get('administrator') ?? []).map(
      ({ id }) => `${id}#administrator` as MandateRef,
    );
    const found: Mandate[] = [];
    for (const ref of [FOUNDER_MANDATE, ...given]) {
      const mandate = await mandates.find(ref);
      if (mandate && (await this.#lasts(mandate, state))) found.push(mandate);
    }
    return {
      administrators: found.map(({ person, ref: mandate }) => ({ person, mandate })),
      basis: found.map(({ basis }) => basis),
    };
  }

  /**
   * Before an appointment is revoked: its holder counts no more, unless they are the last. All that
   * ends an administrator is decided on one stream, for each revocation has a stream of its own.
   */
  async countOut(envelope: Envelope, who: Administering): Promise<CountedOut> {
    const { instance, transactions } = this.parts;
    const { by, commandId } = envelope;
    const own = derivedId(instance.facts.id, by.person, commandId, 'count out');
    const request = new ClosingRequest(
      CLOSING_STREAM,
      { type: 'CountOutAdministrator', data: who },
      { ...envelope, commandId: own },
    );
    const answer = await transactions.run(closing, request, async () => {
      const { administrators, basis } = await this.lasting();
      return { command: commandOf(request, { administrators }), basis };
    });
    if (answer.outcome === 'refused') return { refusal: answer.refusal, basis: [] };
    const { stream, revision } = answer.receipt;
    return { refusal: null, basis: [{ stream, revision }] };
  }

  async #lasts({ from, until, person }: Mandate, state: ClosingState): Promise<boolean> {
    const { accounts, clock, instance } = this.parts;
    const today = dayOf(clock.now(), instance.facts.zone);
    if (from > today || until !== null) return false;
    return await accounts.maySignIn({ person, generation: generationOf(person, state) });
  }
}
