import type { Decider, Decision } from '@tavolo/kernel';
import { appraisal } from './plan.appraisal.js';
import { coDesign } from './plan.co-design.js';
import type { Decide } from './plan.checks.js';
import type { PlanCommand } from './plan.commands.js';
import { course } from './plan.course.js';
import { composition } from './plan.composition.js';
import { design } from './plan.design.js';
import { draft } from './plan.draft.js';
import type { PlanEvent } from './plan.events.js';
import { execution } from './plan.execution.js';
import { extension } from './plan.extension.js';
import { evolve, isContent } from './plan.fold.js';
import { remodulation } from './plan.remodulation.js';
import { revocation } from './plan.revocation.js';
import { initialPlan } from './plan.state.js';
import type { PlanState } from './plan.state.js';

const decisions: Decide<PlanCommand> = {
  ...draft,
  ...composition,
  ...coDesign,
  ...execution,
  ...design,
  ...appraisal,
  ...course,
  ...remodulation,
  ...extension,
  ...revocation,
};

/** A plan, from its initiation to its closing: every rule PL-n on its way. */
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
