import { CommandRequest } from '@tavolo/command';
import type { ClosingCommand } from './closing.js';

/** A command on its way to the handler of closings. */
export class ClosingRequest extends CommandRequest<ClosingCommand> {}
