import { accept, entry, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { ContributionId, SessionId, TableId } from '../contract/index.js';
import { byAnother, happened, inState, isNew } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type {
  AcceptContribution,
  ApproveSessionMinutes,
  CloseTable,
  HoldSession,
  OpenTable,
  PlanTableCommand,
  ProposeContribution,
  RejectContribution,
} from './plan.commands.js';
import type { PlanTableEvent } from './plan.events.js';
import { planRules } from './plan.rules.js';
import type { PlanState } from './plan.state.js';

/** The work at the tables. */
export const coDesign: Decide<PlanTableCommand> = {
  OpenTable: openTable,
  HoldSession: holdSession,
  ApproveSessionMinutes: approveMinutes,
  ProposeContribution: proposeContribution,
  AcceptContribution: (command, state) => decideContribution(command, state),
  RejectContribution: (command, state) => decideContribution(command, state),
  CloseTable: closeTable,
};

function openTable({ data }: OpenTable, state: PlanState): Decision<PlanTableEvent> {
  const { grounds, ...about } = data;
  const table = grounds.newId as TableId;
  return (
    inState(state, 'CoProgramming', 'CoDesigning', 'DraftConsolidated') ??
    isNew(state.tables, table) ??
    accept({ type: 'CoDesignTableOpened', data: { ...about, table } })
  );
}

function holdSession(command: HoldSession, state: PlanState): Decision<PlanTableEvent> {
  const { grounds, ...held } = command.data;
  const session = grounds.newId as SessionId;
  const [partner] = grounds.unknown;
  return (
    atTheTables(state) ??
    isOpen(state, held.table) ??
    isNew(state.sessions, session) ??
    happened(held.heldOn, command.today) ??
    (partner === undefined ? null : refuse(planRules.PartnerUnknown, { partner })) ??
    accept({
      type: 'CoDesignSessionHeld',
      data: { ...held, session, recordedBy: command.by.person },
    })
  );
}

function approveMinutes(
  command: ApproveSessionMinutes,
  state: PlanState,
): Decision<PlanTableEvent> {
  const { session, minutes } = command.data;
  const held = entry(state.sessions, session);
  if (!held) return refuse(planRules.SessionUnknown, { session });
  if (held.approved) return refuse(planRules.MinutesStand, { session });
  if (held.minutes !== minutes) return refuse(planRules.OtherMinutes, { recorded: held.minutes });
  return (
    atTheTables(state) ??
    byAnother(held.recordedBy, command) ??
    accept({
      type: 'CoDesignMinutesApproved',
      data: { session, minutes, approvedBy: command.by.person },
    })
  );
}

function proposeContribution(
  { data, by }: ProposeContribution,
  state: PlanState,
): Decision<PlanTableEvent> {
  const { grounds, ...proposal } = data;
  const { on } = proposal;
  const isThere = entry(state.sections, on) ?? entry(state.actions, on);
  const contribution = grounds.newId as ContributionId;
  return (
    atTheTables(state) ??
    isOpen(state, proposal.table) ??
    isNew(state.contributions, contribution) ??
    (isThere ? null : refuse(planRules.ContributionSubjectUnknown, { on })) ??
    hasParagraph(state, proposal) ??
    accept({
      type: 'ContributionProposed',
      data: { ...proposal, contribution, proposedBy: by.person },
    })
  );
}

/** paragraphs are parted by an empty line, and counted from 1. */
function hasParagraph(
  { sections }: PlanState,
  { on, paragraph }: Pick<ProposeContribution['data'], 'on' | 'paragraph'>,
): Check {
  if (paragraph === undefined) return null;
  const count = entry(sections, on)?.text.split(/\n\s*\n/u).length ?? 0;
  const isThere = paragraph >= 1 && paragraph <= count;
  return isThere ? null : refuse(planRules.ParagraphUnknown, { on, paragraph });
}

/** PL-4 wants the reason, X-5 another person than the one who proposed it. */
function decideContribution(
  command: AcceptContribution | RejectContribution,
  state: PlanState,
): Decision<PlanTableEvent> {
  const { contribution, grounds } = command.data;
  const proposed = entry(state.contributions, contribution);
  if (!proposed) return refuse(planRules.ContributionUnknown, { contribution });
  const kept =
    atTheTables(state) ??
    (proposed.decided ? refuse(planRules.ContributionDecided, { contribution }) : null) ??
    byAnother(proposed.proposedBy, command);
  if (kept) return kept;
  if (grounds.reason === null) return refuse(planRules.ContributionReasonMissing);
  const data = { contribution, reason: grounds.reason };
  if (command.type === 'AcceptContribution') return accept({ type: 'ContributionAccepted', data });
  return accept({ type: 'ContributionRejected', data });
}

function closeTable({ data }: CloseTable, state: PlanState): Decision<PlanTableEvent> {
  return (
    atTheTables(state) ?? isOpen(state, data.table) ?? accept({ type: 'CoDesignTableClosed', data })
  );
}

/**
 * Tables work until the plan is validated; an edit of a validated one opens it again. In
 * execution a table that was reopened works out changes.
 */
function atTheTables(state: PlanState): Check {
  return inState(state, 'CoDesigning', 'DraftConsolidated', 'InExecution');
}

function isOpen({ tables }: PlanState, table: TableId): Check {
  const stands = entry(tables, table);
  if (!stands) return refuse(planRules.TableUnknown, { table });
  return stands === 'open' ? null : refuse(planRules.TableClosed, { table });
}
