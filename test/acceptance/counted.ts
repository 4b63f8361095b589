import type { BoardValues, Conduct } from '@tavolo/demo';

/** How many seats do this. */
export function countOf({ conduct }: BoardValues, what: Conduct): number {
  return conduct.filter((each) => each === what).length;
}

/** What the vote must come to, reckoned from the values and from nothing of the product. */
export function outcomeOf(values: BoardValues): 'APPROVED' | 'REJECTED' {
  const { conduct, rules } = values;
  const inFavour = countOf(values, 'for');
  const against = countOf(values, 'against');
  const cast = inFavour + against + countOf(values, 'abstain');
  const out = rules.recusedLeaveBase ? 1 : 0;
  const bases = {
    cast,
    castLessAbstentions: inFavour + against,
    present: conduct.length - countOf(values, 'absent') - out,
    entitled: conduct.length - out,
    seats: conduct.length - out,
  };
  const left = inFavour * rules.den;
  const right = bases[rules.base] * rules.num;
  const reached = inFavour > 0 && (rules.strict ? left > right : left >= right);
  // A tie is broken only where half the votes would do, not where heads are counted.
  const isHalf = rules.num * 2 === rules.den && !['entitled', 'seats'].includes(rules.base);
  const isTie = isHalf && inFavour === against && inFavour > 0;
  const chairFor = rules.tie === 'chairDecides' && conduct[0] === 'for';
  return reached || (isTie && chairFor) ? 'APPROVED' : 'REJECTED';
}
