import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, derivedId, Instance, Transactions } from '@tavolo/command';
import type { Answer, Grounded } from '@tavolo/command';
import { Realm } from '../policy/realm.js';
import { appointments } from './appointment.js';
import type { AppointmentCommand } from './appointment.js';

/** A command on its way to the handler of appointments. */
export class AppointmentRequest extends CommandRequest<AppointmentCommand> {}

type Ground = Grounded<AppointmentCommand>;

/** Every command on an appointment: look at where it is to be held, decide, append. */
@CommandHandler(AppointmentRequest)
export class AppointmentHandler implements ICommandHandler<AppointmentRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly realm: Realm,
    private readonly instance: Instance,
  ) {}

  execute(request: AppointmentRequest): Promise<Answer> {
    return this.transactions.run(appointments, request, () => this.#ground(request));
  }

  #ground(request: AppointmentRequest): Ground | Promise<Ground> {
    const { asked } = request;
    switch (asked.type) {
      case 'AppointAuditor':
      case 'AppointCoordinator':
        return this.#atScope(request, asked.data.scope);
      case 'AdmitService':
        return this.#service(request, asked.data.organisation);
      default:
        return { command: commandOf(request) };
    }
  }

  async #atScope(request: AppointmentRequest, scope: string): Promise<Ground> {
    const place = await this.realm.place(scope);
    const basis = place?.basis ? [place.basis] : [];
    return { command: commandOf(request, { isThere: place !== null }), basis };
  }

  async #service(request: AppointmentRequest, organisation: string): Promise<Ground> {
    const { by, commandId } = request.envelope;
    const { id } = this.instance.facts;
    const newId = `service-${derivedId(id, by.person, commandId, 'service')}`;
    const place = await this.realm.place(organisation);
    const basis = place?.basis ? [place.basis] : [];
    const command = commandOf(request, { isThere: place !== null, newId });
    return { command, basis, result: { newId } };
  }
}
