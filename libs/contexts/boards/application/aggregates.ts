import type { Aggregate } from '@tavolo/command';
import type { BoardEvent } from '../domain/board.events.js';
import { board } from '../domain/board.js';
import type { BoardCommand } from '../domain/board.commands.js';
import type { BoardState } from '../domain/board.state.js';
import type { DecisionCommand } from '../domain/decision.commands.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import { decision } from '../domain/decision.js';
import type { DecisionState } from '../domain/decision.state.js';
import {
  boardEventTypes,
  decisionEventTypes,
  procedureEventTypes,
  registerEventTypes,
  routeDefinitionEventTypes,
  routeEventTypes,
  sittingEventTypes,
} from '../domain/event-types.js';
import type { ProcedureCommand } from '../domain/procedure.commands.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { procedure } from '../domain/procedure.js';
import type { ProcedureState } from '../domain/procedure.state.js';
import type { RegisterEvent } from '../domain/register.events.js';
import { register } from '../domain/register.js';
import type { RegisterCommand, RegisterState } from '../domain/register.js';
import { routeDefinition } from '../domain/route/definition.js';
import type { RouteDefinitionCommand, RouteDefinitionState } from '../domain/route/definition.js';
import type { RouteDefinitionEvent } from '../domain/route/definition.events.js';
import type { RouteCommand } from '../domain/route/route.commands.js';
import type { RouteEvent } from '../domain/route/route.events.js';
import { route } from '../domain/route/route.js';
import type { RouteState } from '../domain/route/route.state.js';
import type { SittingCommand } from '../domain/sitting.commands.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { sitting } from '../domain/sitting.js';
import type { SittingState } from '../domain/sitting.state.js';

/** `board-<uuid>`. */
export const boards: Aggregate<BoardState, BoardCommand, BoardEvent> = {
  category: 'board',
  decider: board,
  version: 3,
  eventTypes: boardEventTypes,
  creates: ['EstablishBoard'],
  ofEffect: [
    ...(['EstablishBoard', 'AppointMember', 'AppointChair', 'AppointSecretary'] as const),
    ...(['ReplaceMember', 'RevokeMember', 'ProrogueBoard', 'DissolveBoard'] as const),
    ...(['SuspendSeat', 'ReinstateSeat'] as const),
  ],
};

/** `sitting-<uuid>`. */
export const sittings: Aggregate<SittingState, SittingCommand, SittingEvent> = {
  category: 'sitting',
  decider: sitting,
  version: 7,
  eventTypes: sittingEventTypes,
  creates: ['ConveneMeeting'],
};

/** `procedure-<uuid>`. */
export const procedures: Aggregate<ProcedureState, ProcedureCommand, ProcedureEvent> = {
  category: 'procedure',
  decider: procedure,
  version: 4,
  eventTypes: procedureEventTypes,
  creates: ['OpenProcedure'],
};

/** `decision-<uuid>`. */
export const decisions: Aggregate<DecisionState, DecisionCommand, DecisionEvent> = {
  category: 'decision',
  decider: decision,
  version: 7,
  eventTypes: decisionEventTypes,
  creates: ['ProposeDecision', 'ReceiveProposal'],
  ofEffect: ['SignDecision', 'PublishDecision', 'DecideInUrgency', 'IssueErratum'],
};

/** `routedefinition-<uuid>`. */
export const routeDefinitions: Aggregate<
  RouteDefinitionState,
  RouteDefinitionCommand,
  RouteDefinitionEvent
> = {
  category: 'routedefinition',
  decider: routeDefinition,
  version: 1,
  eventTypes: routeDefinitionEventTypes,
  creates: ['DefineRoute'],
};

/** `route-<uuid>`. */
export const routes: Aggregate<RouteState, RouteCommand, RouteEvent> = {
  category: 'route',
  decider: route,
  version: 1,
  eventTypes: routeEventTypes,
  creates: ['StartRoute'],
};

/** `register-<uuid of the board>-decision-<year>`. */
export const registers: Aggregate<RegisterState, RegisterCommand, RegisterEvent> = {
  category: 'register',
  decider: register,
  version: 1,
  eventTypes: registerEventTypes,
  creates: [],
  derived: true,
};
