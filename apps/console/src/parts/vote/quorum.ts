import type { EnumOf } from '../../data/graphql.ts';

/** How many must be there, as a rulebook says it. */
export type QuorumRule = Readonly<{
  kind: EnumOf<'QuorumKind'>;
  n: number | null;
  num: number | null;
  den: number | null;
  strict: boolean | null;
  of: EnumOf<'QuorumWhole'> | null;
  categories: readonly Readonly<{ category: string; min: number }>[] | null;
}>;

/** A seat of the body as it is now. */
export type SeatNow = Readonly<{
  seat: string;
  category: string;
  /** Has a holder in office. */
  isFilled: boolean;
  /** Somebody sits for it. */
  isPresent: boolean;
  /** Out of the item by a conflict. */
  isRecused: boolean;
}>;

/** The quorum as it stands this moment. */
export type Meter = Readonly<{
  present: number;
  whole: number;
  needed: number;
  isReached: boolean;
  /** Categories with too few among them. */
  uncovered: readonly string[];
}>;

/**
 * The structural quorum as it would be found now (GB-2): recused seats never count as present. It
 * only shows; what counts is the check that the server makes of an item.
 */
export function meterOf(
  rule: QuorumRule,
  seats: readonly SeatNow[],
  { seatCount }: Readonly<{ seatCount: number }>,
): Meter {
  const here = seats.filter((one) => one.isFilled && one.isPresent && !one.isRecused);
  const uncovered = (rule.categories ?? [])
    .filter(({ category, min }) => here.filter((one) => one.category === category).length < min)
    .map(({ category }) => category);
  const { whole, needed } = askedFor(rule, seats, seatCount);
  const isReached = uncovered.length === 0 && here.length >= needed;
  return { present: here.length, whole, needed, isReached, uncovered };
}

function askedFor(rule: QuorumRule, seats: readonly SeatNow[], seatCount: number) {
  if (rule.kind === 'COUNT') return { whole: seatCount, needed: rule.n ?? 1 };
  const recused = seats.filter(({ isRecused }) => isRecused).length;
  const wholes = {
    SEATS: seatCount,
    SEATS_FILLED: seats.filter(({ isFilled }) => isFilled).length,
    SEATS_LESS_RECUSED: seatCount - recused,
  };
  const whole = wholes[rule.of ?? 'SEATS'];
  const { num, den, strict } = rule;
  return { whole, needed: Math.max(1, smallest(whole * (num ?? 1), den ?? 1, strict === true)) };
}

/** The smallest whole number that is at least, or more than, a fraction; in whole numbers. */
function smallest(product: number, den: number, isMore: boolean): number {
  const floor = Math.floor(product / den);
  return product % den === 0 && !isMore ? floor : floor + 1;
}
