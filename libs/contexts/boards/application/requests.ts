import { CommandRequest } from '@tavolo/command';
import type { BoardCommand } from '../domain/board.commands.js';
import type { DecisionCommand } from '../domain/decision.commands.js';
import type { ProcedureCommand } from '../domain/procedure.commands.js';
import type { RegisterCommand } from '../domain/register.js';
import type { RouteDefinitionCommand } from '../domain/route/definition.js';
import type { RouteCommand } from '../domain/route/route.commands.js';
import type { SittingCommand } from '../domain/sitting.commands.js';

/** A command on its way to the handler of boards. */
export class BoardRequest extends CommandRequest<BoardCommand> {}

/** A command on its way to the handler of sittings. */
export class SittingRequest extends CommandRequest<SittingCommand> {}

/** A command on its way to the handler of procedures. */
export class ProcedureRequest extends CommandRequest<ProcedureCommand> {}

/** A command on its way to the handler of decisions. */
export class DecisionRequest extends CommandRequest<DecisionCommand> {}

/** A command on its way to the handler of definitions of routes. */
export class RouteDefinitionRequest extends CommandRequest<RouteDefinitionCommand> {}

/** A command on its way to the handler of routes. */
export class RouteRequest extends CommandRequest<RouteCommand> {}

/** A command on its way to the handler of registers. */
export class RegisterRequest extends CommandRequest<RegisterCommand> {}
