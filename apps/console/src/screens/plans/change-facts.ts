import type { Plan } from './compared.ts';

/** A change of a plan as its page asks for it. */
export type PlanChange = Plan['changes'][number];

/** How a remodulation stands against the threshold of its call (PL-9). */
export type Weight = Readonly<{
  /** Moved by it, and by the notices that count with it, as a share of the plan. */
  share: number;
  /** What went by notice before, and counts with it, in cents. */
  noticed: bigint;
  /** Of the call, in percent; null where it fixes none. */
  threshold: number | null;
  /** It needs an authorisation first: a notice does not do. */
  isAbove: boolean;
}>;

type Counted = Pick<PlanChange, 'amount' | 'document' | 'id' | 'kind' | 'status'>;

const NOTICED: readonly Counted['status'][] = ['APPLIED', 'NOTIFIED'];
const PERCENT = 100n;

/**
 * How much a remodulation moves, with what went by notice since the last that was authorised: many
 * small ones do not pass by the threshold (PL-9). `changes` stand in the order in which they began.
 */
export function weightOf(
  id: string,
  {
    changes,
    total,
    threshold,
  }: Readonly<{ changes: readonly Counted[]; total: bigint; threshold: number | null }>,
): Weight {
  const place = changes.findIndex((one) => one.id === id);
  const cents = BigInt(changes[place]?.amount.cents ?? 0);
  const noticed = noticedBefore(changes.slice(0, Math.max(0, place)));
  const moved = cents + noticed;
  return {
    share: total === 0n ? 0 : Number(moved) / Number(total),
    ...{ noticed, threshold },
    isAbove: threshold === null || moved * PERCENT > BigInt(threshold) * total,
  };
}

/** What was moved by notice alone since the last authorisation; one that was authorised has its act. */
function noticedBefore(before: readonly Counted[]): bigint {
  const moved = before.filter((one) => one.kind === 'REMODULATION' && NOTICED.includes(one.status));
  const last = moved.findLastIndex(({ document }) => document !== null);
  return moved.slice(last + 1).reduce((sum, { amount }) => sum + BigInt(amount.cents), 0n);
}

/** A line as it was and as it is to be; its name as the plan has it. */
export type ChangedLine = Readonly<{ id: string; name: string; before: bigint; after: bigint }>;

/** The lines of a change, by their names; one that the plan no longer has stands by its id. */
export function linesOf(
  { lines }: Pick<PlanChange, 'lines'>,
  { actions }: Pick<Plan, 'actions'>,
): readonly ChangedLine[] {
  const names = new Map(
    actions.flatMap(({ title, budgetLines }) =>
      budgetLines.map(({ id, category }) => [id, `${category} · ${title}`]),
    ),
  );
  return lines.map(({ id, before, after }) => ({
    ...{ id, name: names.get(id) ?? id },
    ...{ before: BigInt(before.cents), after: BigInt(after.cents) },
  }));
}
