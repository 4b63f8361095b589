import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection } from '@tavolo/projection';
import type { BudgetEvent } from '../domain/budget.events.js';

/** Money that is held, bound, or went to a pool, on one partner's share of one line. */
export type MovementRow = Readonly<{ id: string; line: string; partner: string; cents: number }>;

/** A commitment with what binds it. */
export type CommitmentRow = MovementRow & Readonly<{ agreement: string; decision: string }>;

/** What was decommitted, and where it went (B-10). */
export type PoolRow = MovementRow & Readonly<{ pool: 'call' | 'plan' | 'programme' }>;

/** What is bound of a plan's money, as it is read. */
export type BudgetRow = Readonly<{
  id: string;
  revision: number;
  plan: string;
  assignedCents: number | null;
  lines: readonly Readonly<{ id: string; cents: number }>[];
  reservations: readonly MovementRow[];
  commitments: readonly CommitmentRow[];
  decommitted: readonly PoolRow[];
  /** The whole funding of the plan was revoked. */
  revoked: boolean;
  /** What went back to the call because of that. */
  freedCents: number;
}>;

/** Every budget, by plan. */
export const budgetTable = defineTable<BudgetRow>('budget', { columns: ['plan'], order: 'plan' });

export const budgetProjection: Projection = {
  name: 'budget',
  version: 2,
  categories: ['budget'],
  tables: [budgetTable],
  apply(recorded, write) {
    const { stream, revision } = recorded;
    const row = write.get(budgetTable, stream) ?? empty(stream);
    const change = changesOf(recorded);
    if (change) write.put(budgetTable, { ...row, ...change(row), revision });
  },
};

/** An assignment may be the first that is known of a budget. */
function empty(id: string): BudgetRow {
  return {
    ...{ id, revision: 0, plan: id.replace(/^budget-/u, 'plan-'), assignedCents: null },
    ...{ lines: [], reservations: [], commitments: [], decommitted: [] },
    ...{ revoked: false, freedCents: 0 },
  };
}

type Change = (row: BudgetRow) => Partial<BudgetRow>;
type Changes = {
  readonly [T in BudgetEvent['type']]: (
    data: Extract<BudgetEvent, { type: T }>['data'],
    about: Readonly<{ id: string }>,
  ) => Change;
};

function changesOf(recorded: RecordedEvent): Change | null {
  const { type, data } = recorded as unknown as BudgetEvent;
  // A type of a later version of the house is passed over.
  if (!Object.hasOwn(changes, type)) return null;
  const change = changes[type] as (data: object, about: { id: string }) => Change;
  return change(data, recorded);
}

const changes: Changes = {
  BudgetOpened:
    ({ lines }) =>
    () => ({ lines: lines.map(({ line: id, cents }) => ({ id, cents })) }),
  BudgetLinesChanged:
    ({ lines }) =>
    (row) => ({
      lines: row.lines.map(({ id, cents }) => ({
        ...{ id, cents: lines.find(({ line }) => line === id)?.cents ?? cents },
      })),
    }),
  AssignmentRecorded:
    ({ cents: assignedCents }) =>
    () => ({ assignedCents }),
  FundsReserved:
    ({ reservation: id, line, partner, cents }) =>
    ({ reservations }) => ({ reservations: [...reservations, { id, line, partner, cents }] }),
  ReservationReleased:
    ({ reservation }) =>
    ({ reservations }) => ({ reservations: reservations.filter(({ id }) => id !== reservation) }),
  FundsCommitted:
    ({ commitment: id, reservation, line, partner, cents, agreement, decision }) =>
    ({ reservations, commitments }) => ({
      reservations: reservations.filter((one) => one.id !== reservation),
      commitments: [...commitments, { id, line, partner, cents, agreement, decision }],
    }),
  CommitmentAdjusted:
    ({ commitment, cents }) =>
    ({ commitments }) => ({
      commitments: commitments.map((one) => (one.id === commitment ? { ...one, cents } : one)),
    }),
  BudgetRevoked: () => () => ({ revoked: true, reservations: [] }),
  FundsFreed:
    ({ cents }) =>
    ({ freedCents }) => ({ freedCents: freedCents + cents }),
  FundsDecommitted:
    ({ commitment, cents, pool }, { id }) =>
    ({ commitments, decommitted }) => {
      const from = commitments.find((one) => one.id === commitment);
      if (!from) return {};
      const { line, partner } = from;
      const left = { ...from, cents: from.cents - cents };
      return {
        commitments: commitments.map((one) => (one.id === commitment ? left : one)),
        decommitted: [...decommitted, { id, line, partner, cents, pool }],
      };
    },
};
