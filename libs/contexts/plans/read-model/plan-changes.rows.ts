import type { LineAmounts } from '../contract/index.js';
import type { PlanChangeEvent } from '../domain/plan.change.events.js';
import { changed } from './changed.js';
import type { Changes } from './changed.js';
import type { LineChangeRow, PlanChangeRow } from './plan-steps.rows.js';
import type { ActionRow, PlanRow } from './plan.rows.js';

type Named = Readonly<{ change: string }>;

/** What changes of an approved plan change in its row: the change itself, then what it applies. */
export const budgetChanges: Changes<PlanChangeEvent> = {
  RemodulationDrafted: (row, { change: id, lines, movedCents: cents, draftedBy }) => ({
    changes: [
      ...row.changes,
      begun(row, { id, kind: 'remodulation', cents, lines, by: draftedBy }),
    ],
  }),
  RemodulationRequested: (row, { change, requestedBy }) =>
    told(row, change, { status: 'Requested', requestedBy }),
  RemodulationNotified: (row, { change }) => told(row, change, { status: 'Notified' }),
  RemodulationUnderAssessment: (row, { change }) =>
    told(row, change, { status: 'UnderAssessment' }),
  RemodulationAuthorised: (row, { change, document }) =>
    told(row, change, { status: 'Authorised', document }),
  RemodulationRefused: (row, { change, document }) =>
    told(row, change, { status: 'Refused', document }),
  RemodulationWithdrawn: (row, { change }) => told(row, change, { status: 'Withdrawn' }),
  RemodulationHeldBack: heldBack,
  BudgetRemodulated: (row, { change, lines }) => ({
    ...told(row, change, { status: 'Applied' }),
    ...withLines(row, lines),
  }),
  ExtensionRequested: (row, { change: id, kind, end, addedCents: cents, lines, requestedBy }) => {
    const ofKind = kind === 'costed' ? 'costedExtension' : 'noCostExtension';
    const asked = begun(row, { id, kind: ofKind, cents, lines, by: requestedBy });
    return {
      changes: [
        ...row.changes,
        { ...asked, status: 'Requested', endBefore: row.executionEnd, end },
      ],
    };
  },
  ExtensionUnderAssessment: (row, { change }) => told(row, change, { status: 'UnderAssessment' }),
  ExtensionAuthorised: (row, { change, decision, agreement }) =>
    told(row, change, { status: 'Authorised', decision, agreement }),
  ExtensionRefused: (row, { change, document }) =>
    told(row, change, { status: 'Refused', document }),
  NoCostExtensionGranted: (row, { change, decision, end }) => ({
    ...told(row, change, { status: 'Applied', decision }),
    executionEnd: end,
  }),
  CostedExtensionGranted: (row, { change, end, lines }) => ({
    ...told(row, change, { status: 'Applied' }),
    ...withLines(row, lines),
    executionEnd: end,
  }),
  RevocationOrdered: (row, { change: id, lines, cents, document, orderedBy: by }) => ({
    changes: [
      ...row.changes,
      {
        ...begun(row, { id, kind: 'revocation', cents, lines, by }),
        status: 'Authorised',
        document,
      },
    ],
  }),
  RevocationHeldBack: heldBack,
  FundingRevoked: (row, { change, extent, lines }) =>
    extent === 'total'
      ? { status: 'Revoked', changes: row.changes.map(stopped) }
      : { ...told(row, change, { status: 'Applied' }), ...withLines(row, lines) },
};

interface Begun {
  readonly id: string;
  readonly kind: PlanChangeRow['kind'];
  readonly cents: number;
  readonly lines: readonly LineAmounts[];
  readonly by: string;
}

function begun(row: PlanRow, { id, kind, cents, lines, by: requestedBy }: Begun): PlanChangeRow {
  return {
    ...{ id, kind, status: 'Drafted', cents, requestedBy, endBefore: null, end: null },
    ...{ decision: null, agreement: null, document: null, heldBackBy: null },
    lines: lines.map((line) => difference(row, line)),
  };
}

/** PL-14: what the change takes from, and gives to, every share of a line. */
function difference(row: PlanRow, { line: id, cents, shares }: LineAmounts): LineChangeRow {
  const before = row.actions
    .flatMap(({ budgetLines }) => budgetLines)
    .find((line) => line.id === id);
  const had = new Map((before?.shares ?? []).map((share) => [share.id, share.cents]));
  const has = new Map(shares.map((share) => [share.partner as string, share.cents as number]));
  return {
    ...{ id, beforeCents: before?.cents ?? 0, afterCents: cents },
    shares: [...new Set([...had.keys(), ...has.keys()])].map((partner) => ({
      id: partner,
      beforeCents: had.get(partner) ?? 0,
      afterCents: has.get(partner) ?? 0,
    })),
  };
}

function told(
  { changes }: PlanRow,
  change: string,
  what: Partial<PlanChangeRow>,
): Pick<PlanRow, 'changes'> {
  return { changes: changed(changes, change, () => what) };
}

function heldBack(row: PlanRow, { change, rule, code }: Named & { rule: string; code: string }) {
  return told(row, change, { status: 'HeldBack', heldBackBy: `${rule} ${code}` });
}

/** A plan that lost its funding has no change on its way. */
function stopped(change: PlanChangeRow): PlanChangeRow {
  const ends: readonly string[] = ['Applied', 'Refused', 'HeldBack', 'Withdrawn'];
  return ends.includes(change.status) ? change : { ...change, status: 'Withdrawn' };
}

function withLines(
  { actions }: PlanRow,
  lines: readonly LineAmounts[],
): Pick<PlanRow, 'actions' | 'totalCents'> {
  const after = lines.reduce(oneLine, actions);
  const all = after.flatMap(({ budgetLines }) => budgetLines);
  return { actions: after, totalCents: all.reduce((total, { cents }) => total + cents, 0) };
}

function oneLine(
  actions: readonly ActionRow[],
  { line, cents, shares }: LineAmounts,
): readonly ActionRow[] {
  const held = shares.filter((share) => share.cents > 0);
  const amounts = {
    cents,
    shares: held.map((share) => ({ id: share.partner, cents: share.cents })),
  };
  return actions.map((action) => ({
    ...action,
    budgetLines: changed(action.budgetLines, line, () => amounts),
  }));
}
