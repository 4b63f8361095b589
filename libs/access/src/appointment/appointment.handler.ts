import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { appointments } from './appointment.js';
import { AppointmentGrounds } from './appointment-grounds.js';
import { AppointmentRequest } from './appointment.request.js';

/** Every command on an appointment: look at where it is to be held, decide, append. */
@CommandHandler(AppointmentRequest)
export class AppointmentHandler implements ICommandHandler<AppointmentRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: AppointmentGrounds,
  ) {}

  execute(request: AppointmentRequest): Promise<Answer> {
    return this.transactions.run(appointments, request, (state) => this.grounds.of(request, state));
  }
}
