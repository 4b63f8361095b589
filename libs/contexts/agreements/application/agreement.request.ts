import { CommandRequest } from '@tavolo/command';
import type { AgreementCommand } from '../domain/asked.commands.js';

/** A command on its way to the handler of agreements. */
export class AgreementRequest extends CommandRequest<AgreementCommand> {}
