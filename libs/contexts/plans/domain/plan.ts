import type { Decider, Decision } from '@tavolo/kernel';
import { coDesign } from './plan.co-design.js';
import type { Decide } from './plan.checks.js';
import type { PlanCommand } from './plan.commands.js';
import { composition } from './plan.composition.js';
import { draft } from './plan.draft.js';
import type { PlanEvent } from './plan.events.js';
import { execution } from './plan.execution.js';
import { evolve, isContent } from './plan.fold.js';
import { initialPlan } from './plan.state.js';
import type { PlanState } from './plan.state.js';

const decisions: Decide<PlanCommand> = { ...draft, ...composition, ...coDesign, ...execution };

/** A plan, from its initiation to its completion: every rule PL-n on its way. */
export const plan = { initial: initialPlan, decide, evolve, isContent } satisfies Decider<
  PlanState,
  PlanCommand,
  PlanEvent
>;

function decide(command: PlanCommand, state: PlanState): Decision<PlanEvent> {
  const decideOn = decisions[command.type] as (
    command: PlanCommand,
    state: PlanState,
  ) => Decision<PlanEvent>;
  return decideOn(command, state);
}
