import { accept, entry, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import { inState, isNew, onText } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type { PlanEvent } from './plan.events.js';
import { planRules } from './plan.rules.js';
import type { PlanState } from './plan.state.js';
import type {
  CloseCoProgramming,
  EndorsePlan,
  PlanDesignCommand,
  RecordNeed,
  ReopenTable,
} from './plan.step.commands.js';
import { stepRules } from './plan.step.rules.js';

/** Co-programming, tables that sit again, and the partners who stand behind a version. */
export const design: Decide<PlanDesignCommand> = {
  RecordNeed: recordNeed,
  CloseCoProgramming: closeCoProgramming,
  ReopenTable: reopen,
  EndorsePlan: endorse,
};

function recordNeed({ data }: RecordNeed, state: PlanState): Decision<PlanEvent> {
  const { grounds, ...about } = data;
  const need = grounds.newId;
  return (
    programming(state) ??
    isNew(state.needs, need) ??
    accept({ type: 'NeedRecorded', data: { ...about, need } })
  );
}

function closeCoProgramming({ data }: CloseCoProgramming, state: PlanState): Decision<PlanEvent> {
  const kept = programming(state);
  if (kept) return kept;
  if (Object.keys(state.needs).length === 0) return refuse(stepRules.NoNeedRecorded);
  return accept({ type: 'CoProgrammingConcluded', data });
}

function programming(state: PlanState): Check {
  if (state.isProgrammed) return refuse(stepRules.CoProgrammingConcludedAlready);
  return inState(state, 'CoProgramming');
}

/** PL-4 asks for closed tables: what was validated with all of them closed is a draft again. */
function reopen({ data }: ReopenTable, state: PlanState): Decision<PlanEvent> {
  const { table } = data;
  const stands = entry(state.tables, table);
  const kept = inState(state, 'CoDesigning', 'DraftConsolidated', 'Validated', 'InExecution');
  if (kept) return kept;
  if (!stands) return refuse(planRules.TableUnknown, { table });
  if (stands === 'open') return refuse(stepRules.TableNotClosed, { table });
  const reopened = { type: 'CoDesignTableReopened', data: { table } } as const;
  if (state.status !== 'Validated' || !state.frozen) return accept(reopened);
  const { version } = state.frozen;
  return accept(reopened, { type: 'PlanDraftSuperseded', data: { version } });
}

function endorse({ data, by }: EndorsePlan, state: PlanState): Decision<PlanEvent> {
  const { sha256, grounds } = data;
  const { frozen } = state;
  const kept = inState(state, 'DraftConsolidated', 'Validated') ?? onText(state, sha256);
  if (kept || !frozen) return kept ?? refuse(planRules.WrongState, { status: '-' });
  const { partner } = grounds;
  if (!partner) return refuse(stepRules.ActsForNobody);
  return (
    mayEndorse(partner, by.mandate) ??
    takesPart(state, partner.id) ??
    (state.endorsedBy.includes(partner.id) ? refuse(stepRules.EndorsedAlready) : null) ??
    accept({
      type: 'PlanEndorsed',
      data: { partner: partner.id, version: frozen.version, sha256, endorsedBy: by.person },
    })
  );
}

/** PA-2, PA-5: an eligible partner, by somebody whose power covers acts on plans. */
function mayEndorse(
  { status, representations }: NonNullable<EndorsePlan['data']['grounds']['partner']>,
  mandate: EndorsePlan['by']['mandate'],
): Check {
  if (status !== 'Eligible') return refuse(stepRules.EndorserNotEligible, { status });
  const acts = representations.find((one) => one.mandate === mandate)?.acts ?? [];
  const isCovered = acts === 'all' || acts.includes('plan');
  return isCovered ? null : refuse(stepRules.EndorserWithoutPower);
}

function takesPart({ head, lines, interventions, attended }: PlanState, partner: PartnerId): Check {
  const isIn =
    head?.lead === partner ||
    attended.includes(partner) ||
    Object.values(lines).some(({ shares }) => entry(shares, partner) !== null) ||
    Object.values(interventions).some(({ owner }) => owner?.partner === partner);
  return isIn ? null : refuse(stepRules.EndorserTakesNoPart);
}
