import type { Cents } from '@tavolo/kernel';
import type { LineAmounts, PlanChangeStatus } from '../contract/index.js';
import type { PlanChangeEvent } from './plan.change.events.js';
import type { BudgetLine, Fold, OpenChange, PlanState } from './plan.state.js';

/** What a change has none of. */
const nothing = {
  lines: [],
  cents: 0 as Cents,
  end: null,
  decision: null,
  agreement: null,
  document: null,
} as const;

/** What changes of an approved plan change. */
export const changes: Fold<PlanChangeEvent> = {
  RemodulationDrafted: (_, { change: id, lines, movedCents: cents, draftedBy: by }) => ({
    change: { ...nothing, id, kind: 'remodulation', status: 'Drafted', by, lines, cents },
  }),
  RemodulationRequested: (state, { requestedBy: by }) => moved(state, { status: 'Requested', by }),
  RemodulationNotified: (state) => moved(state, { status: 'Notified' }),
  RemodulationUnderAssessment: (state) => moved(state, { status: 'UnderAssessment' }),
  RemodulationAuthorised: (state) => moved(state, { status: 'Authorised' }),
  RemodulationRefused: (state, { change }) => ended(state, change, 'Refused'),
  RemodulationWithdrawn: (state, { change }) => ended(state, change, 'Withdrawn'),
  RemodulationHeldBack: (state, { change }) => ended(state, change, 'HeldBack'),
  BudgetRemodulated: (state, { change, lines }) => ({
    ...ended(state, change, 'Applied'),
    lines: withLines(state, lines),
    notifiedCents: (state.change?.status === 'Notified'
      ? state.notifiedCents + state.change.cents
      : 0) as Cents,
  }),
  ExtensionRequested: (
    _,
    { change: id, kind, end, addedCents: cents, lines, requestedBy: by },
  ) => ({
    change: {
      ...{ ...nothing, id, status: 'Requested', by, lines, cents, end },
      kind: kind === 'costed' ? 'costedExtension' : 'noCostExtension',
    },
  }),
  ExtensionUnderAssessment: (state) => moved(state, { status: 'UnderAssessment' }),
  ExtensionAuthorised: (state, { decision, agreement }) =>
    moved(state, { status: 'Authorised', decision, agreement }),
  ExtensionRefused: (state, { change }) => ended(state, change, 'Refused'),
  NoCostExtensionGranted: (state, { change, end }) => ({
    ...ended(state, change, 'Applied'),
    head: state.head && { ...state.head, executionEnd: end },
  }),
  CostedExtensionGranted: (state, { change, end, lines }) => ({
    ...ended(state, change, 'Applied'),
    head: state.head && { ...state.head, executionEnd: end },
    lines: withLines(state, lines),
  }),
  RevocationOrdered: (_, { change: id, lines, cents, document, orderedBy: by }) => ({
    change: {
      ...{ ...nothing, id, kind: 'revocation', status: 'Authorised' },
      ...{ by, lines, cents, document },
    },
  }),
  RevocationHeldBack: (state, { change }) => ended(state, change, 'HeldBack'),
  FundingRevoked: (state, { change, extent, lines }) =>
    extent === 'total'
      ? { ...ended(state, state.change?.id ?? change, 'Withdrawn'), status: 'Revoked' }
      : { ...ended(state, change, 'Applied'), lines: withLines(state, lines) },
};

function moved({ change }: PlanState, to: Partial<OpenChange>): Partial<PlanState> {
  return { change: change && { ...change, ...to } };
}

function ended(
  { changes: before }: PlanState,
  change: string,
  status: PlanChangeStatus,
): Partial<PlanState> {
  return { change: null, changes: { ...before, [change]: status } };
}

/** The lines named have these amounts and shares from now on; a share of nothing is none. */
function withLines(
  { lines }: PlanState,
  amounts: readonly LineAmounts[],
): Readonly<Record<string, BudgetLine>> {
  const after = { ...lines };
  for (const { line, cents, shares } of amounts) {
    const before = after[line];
    const held = shares.filter((share) => share.cents > 0);
    if (before) {
      after[line] = {
        ...before,
        cents,
        shares: Object.fromEntries(held.map((share) => [share.partner, share.cents])),
      };
    }
  }
  return after;
}
