import {
  authority,
  awaits,
  end,
  organisation,
  person,
  process,
  waitingPart,
} from '@tavolo/waiting';
import type { Move, MoveCode, State, Who } from '@tavolo/waiting';
import type { PlanChangeStatus, PlanStatus } from '../contract/index.js';
import type { PlanChangeRow } from './plan-steps.rows.js';
import { planTable } from './plan.rows.js';
import type { PlanRow, TableRow } from './plan.rows.js';

const byLead = (move: MoveCode): State<PlanRow> =>
  awaits([move], (row) => [{ move, who: leadOf(row) }]);
const byAuthority = (move: MoveCode): State<PlanRow> =>
  awaits([move], () => [{ move, who: authority }]);

/** Whose move it is about a plan, from its co-design to its closing. */
export const planWaiting = waitingPart<PlanRow, PlanStatus>({
  name: 'plan',
  categories: ['plan'],
  table: planTable,
  statusOf: ({ status }) => status,
  states: {
    Initiated: awaits(['confirmInitiation'], () => [
      { move: 'confirmInitiation', who: process('initiation') },
    ]),
    CoProgramming: awaits(['appointOfficer', 'designPlan'], (row) => [
      ...appointment(row),
      { move: 'designPlan', who: officerOf(row) },
    ]),
    CoDesigning: awaits(
      ['closeTable', 'decideContribution', 'approveSessionMinutes', 'consolidateDraft'],
      coDesign,
    ),
    DraftConsolidated: byLead('validatePlan'),
    Validated: byLead('bringToDecision'),
    Adopted: byLead('submitPlan'),
    Submitted: byAuthority('appraisePlan'),
    UnderAppraisal: byAuthority('appraisePlan'),
    IntegrationRequested: awaits(['answerIntegration'], (row) =>
      row.integrations
        .filter(({ answer }) => answer === null)
        .map(({ id, due }) => ({
          ...{
            move: 'answerIntegration',
            who: leadOf(row),
            key: id,
            due: { on: due },
          },
        })),
    ),
    Approved: byLead('startExecution'),
    Rejected: end,
    ReserveListed: byAuthority('scrollReserveList'),
    InExecution: awaits(['completePlan', 'endIntervention', 'reachMilestone'], (row) => [
      {
        move: 'completePlan',
        who: leadOf(row),
        due: wholeDay(row.executionEnd),
      },
      ...interventions(row),
      ...milestones(row),
    ]),
    Suspended: byAuthority('resumePlan'),
    Completed: byLead('submitFinalReport'),
    FinallyReported: byAuthority('closePlan'),
    ...{ Closed: end, Revoked: end, InitiationRefused: end },
  },
  beside: {
    moves: ['followUpFinding', 'requestChange', 'assessChange', 'applyChange'],
    of: (row) => (isOver(row) ? [] : [...findings(row), ...row.changes.flatMap(ofChange(row))]),
  },
  place: ({ id: plan, title, titleEn }) => ({ plan, title, titleEn }),
});

/** The organisation that leads the plan, by somebody with the power for plans. */
function leadOf({ lead }: PlanRow): Who {
  return organisation(lead, 'plan');
}

/** The procedure officer, and until there is one the lead. */
function officerOf(row: PlanRow): Who {
  return row.officer === null ? leadOf(row) : person(row.officer);
}

function appointment(row: PlanRow): readonly Move[] {
  return row.officer === null ? [{ move: 'appointOfficer', who: leadOf(row) }] : [];
}

/** PL-4: tables closed, minutes approved, every contribution decided; then the draft. */
function coDesign(row: PlanRow): readonly Move[] {
  const open = row.tables.flatMap((table) => ofTable(row, table));
  if (open.length > 0) return open;
  return [{ move: 'consolidateDraft', who: officerOf(row) }];
}

function ofTable(row: PlanRow, { id, open, sessions, contributions }: TableRow): readonly Move[] {
  const undecided = contributions
    .filter(({ status }) => status === 'proposed')
    .map(({ id: key }): Move => ({
      move: 'decideContribution',
      who: officerOf(row),
      key,
    }));
  const unapproved = sessions
    .filter(({ approvedBy }) => approvedBy === null)
    .map(({ id: key }): Move => ({
      move: 'approveSessionMinutes',
      who: officerOf(row),
      key,
    }));
  const closing: readonly Move[] = open
    ? [{ move: 'closeTable', who: officerOf(row), key: id }]
    : [];
  return [...undecided, ...unapproved, ...closing];
}

/** PL-13: a plan is complete when every intervention is, and its partner answers for each. */
function interventions({ actions }: PlanRow): readonly Move[] {
  return actions
    .flatMap((action) => action.interventions)
    .filter((one) => one.endedOn === null && one.cancelledOn === null && one.owner !== null)
    .map(({ id, owner, end: until }) => ({
      ...{
        move: 'endIntervention',
        who: organisation(owner ?? '', 'plan'),
        key: id,
      },
      due: until === null ? null : wholeDay(until),
    }));
}

/** Nothing says that one was reached: it stands until the plan is complete. */
function milestones(row: PlanRow): readonly Move[] {
  return row.milestones.map(({ id, due }) => ({
    ...{
      move: 'reachMilestone',
      who: leadOf(row),
      key: id,
      due: wholeDay(due),
    },
  }));
}

/** A date is as exact as its source: a month or a year is no deadline, and none is invented. */
function wholeDay(date: string): { on: string } | null {
  return /^\d{4}-\d\d-\d\d$/u.test(date) ? { on: date } : null;
}

function findings(row: PlanRow): readonly Move[] {
  return row.findings
    .filter(({ followUp }) => followUp === null)
    .map(({ id }) => ({ move: 'followUpFinding', who: leadOf(row), key: id }));
}

/** The answer for each step of a change of an approved plan (PL-9, PL-10). */
const changeStates: Readonly<Record<PlanChangeStatus, ((row: PlanRow) => Move) | null>> = {
  Drafted: (row) => ({ move: 'requestChange', who: leadOf(row) }),
  Requested: () => ({ move: 'assessChange', who: authority }),
  UnderAssessment: () => ({ move: 'assessChange', who: authority }),
  Authorised: () => ({ move: 'applyChange', who: process('change') }),
  Notified: () => ({ move: 'applyChange', who: process('change') }),
  ...{ Applied: null, Refused: null, HeldBack: null, Withdrawn: null },
};

function ofChange(row: PlanRow): (change: PlanChangeRow) => readonly Move[] {
  return ({ id, status, endBefore }) => {
    const move = changeStates[status]?.(row);
    if (!move) return [];
    // PL-10: an extension is decided before the end that it moves.
    const due = endBefore === null ? null : wholeDay(endBefore);
    return [{ ...move, key: id, due }];
  };
}

function isOver({ status }: PlanRow): boolean {
  return ['Closed', 'Revoked', 'InitiationRefused', 'Rejected'].includes(status);
}
