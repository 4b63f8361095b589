import { CommandRequest } from '@tavolo/command';
import type { Aggregate } from '@tavolo/command';
import type { PlanCommand } from '../domain/plan.commands.js';
import type { PlanEvent } from '../domain/plan.events.js';
import { planEventTypes } from '../domain/plan.fold.js';
import { plan } from '../domain/plan.js';
import type { PlanState } from '../domain/plan.state.js';

/** `plan-<uuid>`. */
export const plans: Aggregate<PlanState, PlanCommand, PlanEvent> = {
  category: 'plan',
  decider: plan,
  version: 3,
  eventTypes: planEventTypes,
  creates: ['InitiatePlan'],
  ofEffect: [
    ...(['SubmitPlan', 'ApprovePlan', 'StartExecution', 'CompletePlan'] as const),
    ...(['EndorsePlan', 'RejectPlan', 'ReserveListPlan', 'RequestIntegration'] as const),
    ...([
      'SuspendPlan',
      'ResumePlan',
      'CorrectIndicatorValue',
      'SubmitFinalReport',
      'CancelIntervention',
    ] as const),
    ...(['ClosePlan', 'RequestRemodulation', 'AuthoriseRemodulation'] as const),
    ...(['RefuseRemodulation', 'RequestExtension', 'AuthoriseExtension'] as const),
    ...(['RefuseExtension', 'GrantNoCostExtension', 'RevokeFunding'] as const),
  ],
};

/** A command on its way to the handler of plans. */
export class PlanRequest extends CommandRequest<PlanCommand> {}
