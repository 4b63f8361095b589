import { accept, refuse, sum } from '@tavolo/kernel';
import type { Cents, Command, Decider, Decision, LocalDate } from '@tavolo/kernel';
import type { AgreementId, AgreementStanding } from '../contract/index.js';
import type { ChildrenGround } from './agreement.commands.js';
import { takesChildren } from './agreement.steps.js';
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
    /** The version in force, held until the new one takes its place. */
    beside?: number;
    grounds: { parent: Pick<AgreementStanding, 'end' | 'status' | 'totalCents'> | null };
  }
>;
/** Gives back what is held for that version of a child’s text. */
export type ReleaseChild = Command<'ReleaseChild', { child: AgreementId; version: number }>;

/** Keeps of what is held for a closed child only what it used. */
export type SettleChild = Command<'SettleChild', { child: AgreementId; cents: Cents }>;

/** What a process asks of the ledger of a parent agreement; nobody else does. */
export type LedgerCommand = ReserveForChild | ReleaseChild | SettleChild;

type Hold = Readonly<{ version: number; cents: Cents; end: LocalDate | null }>;

/** What is held for each child: of its version in force, and of the one that is to follow. */
export type LedgerState = Readonly<Record<AgreementId, readonly Hold[]>>;

/** Of a closed child: freezings are counted from 1. */
const SETTLED = 0;

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
  'ChildSettled',
] as const satisfies readonly LedgerEvent['type'][];

/** What is left of a total, in cents, what is already held for this child apart. */
export function residual(total: Cents, held: LedgerState, child: AgreementId): Cents {
  const others = Object.entries(held).filter(([id]) => id !== child);
  return (total - sum(others.map(([, holds]) => largest(holds)))) as Cents;
}

/** What all children hold together, and the last day of the one that lasts longest. */
export function heldByChildren(held: LedgerState): ChildrenGround {
  const holds = Object.values(held);
  const ends = holds.flat().flatMap(({ end }) => end ?? []);
  return { heldCents: sum(holds.map(largest)), latestEnd: ends.toSorted().at(-1) ?? null };
}

/** Of two versions of a child the larger one counts, until one of them falls away. */
function largest(holds: readonly Hold[]): Cents {
  return Math.max(0, ...holds.map(({ cents }) => cents)) as Cents;
}

function decide(command: LedgerCommand, state: LedgerState): Decision<LedgerEvent> {
  switch (command.type) {
    case 'ReserveForChild':
      return reserve(command, state);
    case 'ReleaseChild':
      return release(command, state);
    case 'SettleChild':
      return settle(command, state);
  }
}

function reserve({ data }: ReserveForChild, state: LedgerState): Decision<LedgerEvent> {
  const { child, version, cents, end, beside, grounds } = data;
  const { parent } = grounds;
  if (parent === null) return refuse(rule.ParentUnknown);
  const { status, totalCents } = parent;
  if (!takesChildren(status)) {
    return refuse(rule.ParentNotSettled, { status });
  }
  if (holdOf(state, child, version)) return refuse(rule.AlreadyReserved, { child });
  const left = residual(totalCents, state, child);
  if (cents > left) return refuse(rule.OverResidual, { cents, residual: left });
  if (parent.end !== null && end > parent.end) {
    return refuse(rule.OutlastsParent, { end, parentEnd: parent.end });
  }
  const kept = beside === undefined ? {} : { beside };
  return accept({ type: 'ChildReserved', data: { child, version, cents, end, ...kept } });
}

/** Only that version: a text frozen anew meanwhile keeps its amount. */
function release({ data }: ReleaseChild, state: LedgerState): Decision<LedgerEvent> {
  const { child, version } = data;
  if (!holdOf(state, child, version)) return refuse(rule.NothingReserved, { child });
  return accept({ type: 'ChildReleased', data: { child, version } });
}

function settle({ data }: SettleChild, state: LedgerState): Decision<LedgerEvent> {
  const { child, cents } = data;
  const holds = state[child] ?? [];
  const isOpen = holds.some(({ version }) => version !== SETTLED);
  if (!isOpen) return refuse(rule.NothingReserved, { child });
  const held = largest(holds);
  if (cents > held) return refuse(rule.SettledOverReserved, { cents, held });
  return accept({ type: 'ChildSettled', data: { child, cents } });
}

function holdOf(state: LedgerState, child: AgreementId, version: number): Hold | undefined {
  return state[child]?.find((hold) => hold.version === version);
}

function evolve(state: LedgerState, { type, data }: LedgerEvent): LedgerState {
  const holds = state[data.child] ?? [];
  switch (type) {
    case 'ChildReserved': {
      const { version, cents, end, beside } = data;
      const kept = holds.filter((hold) => hold.version === beside);
      return { ...state, [data.child]: [...kept, { version, cents, end }] };
    }
    case 'ChildReleased':
      return without(
        state,
        data.child,
        holds.filter(({ version }) => version !== data.version),
      );
    case 'ChildSettled':
      return { ...state, [data.child]: [{ version: SETTLED, cents: data.cents, end: null }] };
  }
}

function without(state: LedgerState, child: AgreementId, left: readonly Hold[]): LedgerState {
  if (left.length > 0) return { ...state, [child]: left };
  return Object.fromEntries(Object.entries(state).filter(([id]) => id !== child));
}
