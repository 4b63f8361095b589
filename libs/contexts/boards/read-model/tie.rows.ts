import type { BrokenTie, TieToBreak } from '../domain/tie.events.js';
import type { TieRow } from './sitting.rows.js';

/** A tie as its vote closed on it. */
export function tieOf(tie: TieToBreak | undefined): TieRow | null {
  if (!tie) return null;
  return { rule: tie.rule, seat: tie.rule === 'chairSecond' ? tie.seat : null, broken: null };
}

type Ended = Readonly<{ tie: TieRow | null }>;

/** What broke it, and what the vote came to with that. */
export function withBroken<T extends Ended>(ended: T, data: BrokenTie) {
  const { by, outcome, trace, brokenAt } = data;
  const tie = ended.tie && { ...ended.tie, broken: { by, brokenAt } };
  return { ...ended, outcome, trace, tie };
}
