import { CommandRequest } from '@tavolo/command';
import type { AppointmentCommand } from './appointment.js';

/** A command on its way to the handler of appointments. */
export class AppointmentRequest extends CommandRequest<AppointmentCommand> {}
