import type { BoardValues, Conduct } from '@tavolo/demo';

/** How many seats do this. */
export function countOf({ conduct }: BoardValues, what: Conduct): number {
  return conduct.filter((each) => each === what).length;
}

/** What the vote must come to, reckoned from the values and from nothing of the product. */
export function outcomeOf(values: BoardValues): 'APPROVED' | 'REJECTED' {
  const inFavour = countOf(values, 'for');
  const { num, den, strict, base } = values.rules;
  const left = inFavour * den;
  const right = baseOf(values)[base] * num;
  const reached = strict ? left > right : left >= right;
  return inFavour > 0 && (reached || chairBreaksTie(values)) ? 'APPROVED' : 'REJECTED';
}

function baseOf(values: BoardValues) {
  const seats = values.conduct.length;
  const either = countOf(values, 'for') + countOf(values, 'against');
  const out = values.rules.recusedLeaveBase ? 1 : 0;
  return {
    cast: either + countOf(values, 'abstain'),
    castLessAbstentions: either,
    present: seats - countOf(values, 'absent') - out,
    entitled: seats - out,
    seats: seats - out,
  };
}

/** Only where half the votes would do, not where heads are counted. */
function chairBreaksTie(values: BoardValues): boolean {
  const { rules, conduct } = values;
  const isTie = countOf(values, 'for') === countOf(values, 'against');
  const isHalf = rules.num * 2 === rules.den && !['entitled', 'seats'].includes(rules.base);
  return isTie && isHalf && rules.tie === 'chairDecides' && conduct[0] === 'for';
}
