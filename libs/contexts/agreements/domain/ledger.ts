import { accept, refuse, sum } from '@tavolo/kernel';
import type { Cents, Command, Decider, Decision, LocalDate } from '@tavolo/kernel';
import type { AgreementId, AgreementStanding } from '../contract/index.js';
import { hasReached } from './agreement.steps.js';
import type { LedgerEvent } from './ledger.events.js';
import { ledgerRules as rule } from './ledger.rules.js';

/** Holds a part of the parent’s amount for a child’s frozen text. */
export type ReserveForChild = Command<
  'ReserveForChild',
  {
    child: AgreementId;
    /** Of the child's frozen text. */
    version: number;
    cents: Cents;
    end: LocalDate;
    grounds: { parent: Pick<AgreementStanding, 'end' | 'status' | 'totalCents'> | null };
  }
>;
/** Gives back what is held for that version of a child’s text. */
export type ReleaseChild = Command<'ReleaseChild', { child: AgreementId; version: number }>;

/** What a process asks of the ledger of a parent agreement; nobody else does. */
export type LedgerCommand = ReserveForChild | ReleaseChild;

/** What is held for each child. */
export type LedgerState = Readonly<
  Record<AgreementId, Readonly<{ version: number; cents: Cents }>>
>;

/** The one stream that decides how much of an agreement its children have taken. */
export const ledger = { initial: {}, decide, evolve } satisfies Decider<
  LedgerState,
  LedgerCommand,
  LedgerEvent
>;

/** Every type of fact of a ledger. */
export const ledgerEventTypes = [
  'ChildReserved',
  'ChildReleased',
] as const satisfies readonly LedgerEvent['type'][];

/** What is left of a total, in cents, what is already held for this child apart. */
export function residual(total: Cents, held: LedgerState, child: AgreementId): Cents {
  const others = Object.entries(held).filter(([id]) => id !== child);
  return (total - sum(others.map(([, { cents }]) => cents))) as Cents;
}

function decide(command: LedgerCommand, state: LedgerState): Decision<LedgerEvent> {
  return command.type === 'ReserveForChild' ? reserve(command, state) : release(command, state);
}

function reserve({ data }: ReserveForChild, state: LedgerState): Decision<LedgerEvent> {
  const { child, version, cents, end, grounds } = data;
  const { parent } = grounds;
  if (parent === null) return refuse(rule.ParentUnknown);
  const { status, totalCents } = parent;
  if (!hasReached(status, 'OpenForSignature')) {
    return refuse(rule.ParentNotSettled, { status });
  }
  if (state[child]?.version === version) return refuse(rule.AlreadyReserved, { child });
  const left = residual(totalCents, state, child);
  if (cents > left) return refuse(rule.OverResidual, { cents, residual: left });
  if (parent.end !== null && end > parent.end) {
    return refuse(rule.OutlastsParent, { end, parentEnd: parent.end });
  }
  return accept({ type: 'ChildReserved', data: { child, version, cents, end } });
}

/** Only that version: a text frozen anew meanwhile keeps its amount. */
function release({ data }: ReleaseChild, state: LedgerState): Decision<LedgerEvent> {
  const { child, version } = data;
  if (state[child]?.version !== version) return refuse(rule.NothingReserved, { child });
  return accept({ type: 'ChildReleased', data: { child, version } });
}

function evolve(state: LedgerState, { type, data }: LedgerEvent): LedgerState {
  if (type === 'ChildReserved') {
    const { version, cents } = data;
    return { ...state, [data.child]: { version, cents } };
  }
  return Object.fromEntries(Object.entries(state).filter(([child]) => child !== data.child));
}
