import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type {
  ApplyRevocation,
  HoldBackRevocation,
  PlanRevocationCommand,
  RevokeFunding,
} from './plan.change.commands.js';
import { changeIn, mayChange, openChange, shifts, wellFormed } from './plan.change.checks.js';
import { changeRules } from './plan.change.rules.js';
import { inState } from './plan.checks.js';
import type { Decide } from './plan.checks.js';
import type { PlanEvent } from './plan.events.js';
import { totalOf } from './plan.state.js';
import type { PlanState } from './plan.state.js';

/** Funding that is taken back, in part or whole. */
export const revocation: Decide<PlanRevocationCommand> = {
  RevokeFunding: revoke,
  ApplyRevocation: apply,
  HoldBackRevocation: holdBack,
};

const onIts = { kinds: ['revocation'], allowed: ['Authorised'] } as const;

/** Whole, it ends the plan; in part, the budget is asked first, since money may be bound (PL-8). */
function revoke({ data, by }: RevokeFunding, state: PlanState): Decision<PlanEvent> {
  const { grounds, extent, lines, document } = data;
  const change = grounds.newId;
  if (extent === 'total') {
    return (
      inState(state, 'Approved', 'InExecution', 'Suspended', 'Completed', 'FinallyReported') ??
      accept({
        type: 'FundingRevoked',
        data: { change, extent, cents: totalOf(state), lines: [], document },
      })
    );
  }
  const kept = mayChange(state) ?? wellFormed(state, lines);
  if (kept) return kept;
  const { gained, lost } = shifts(state, lines);
  if (gained > 0 || lost === 0) return refuse(changeRules.NothingRevoked);
  return accept({
    type: 'RevocationOrdered',
    data: { change, lines, cents: lost, document, orderedBy: by.person },
  });
}

function apply({ data: { change } }: ApplyRevocation, state: PlanState): Decision<PlanEvent> {
  const kept = changeIn(state, change, onIts);
  if (kept) return kept;
  const { lines, cents, document } = openChange(state);
  if (document === null) return refuse(changeRules.ChangeUnknown, { change });
  return accept({
    type: 'FundingRevoked',
    data: { change, extent: 'partial', cents, lines, document },
  });
}

function holdBack({ data }: HoldBackRevocation, state: PlanState): Decision<PlanEvent> {
  return changeIn(state, data.change, onIts) ?? accept({ type: 'RevocationHeldBack', data });
}
