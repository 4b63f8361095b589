import type { EnumOf } from '../../data/graphql.ts';

/** How a vote was spread, and who could have voted; counts of seats. */
export type Spread = Readonly<{
  for: number;
  against: number;
  abstain: number;
  recused: number;
  /** Seats that could vote (aventi diritto), recused ones too. */
  entitled: number;
  /** Seats that were there when it closed and not recused; null where nobody had to be there. */
  present: number | null;
  /** Votes in favour that were needed; null where heads alone do not say it. */
  needed: number | null;
  /** Seats needed for the quorum; null where it was not reckoned. */
  quorum: number | null;
}>;

/** What the bar is a picture of: all who are entitled, or who was there. */
export const bases = ['entitled', 'present'] as const;
export type Base = (typeof bases)[number];

/** One stretch of the bar. */
export type Segment = Readonly<{
  kind: 'abstain' | 'against' | 'for' | 'recused' | 'silent';
  count: number;
  /** From the left, and how wide, of 1. */
  from: number;
  width: number;
}>;

/** A vote bar, drawn: every length is a share of 1. */
export type Bar = Readonly<{
  whole: number;
  segments: readonly Segment[];
  threshold: number | null;
  quorum: number | null;
}>;

/**
 * The bar of a vote. Who left after voting has voted, so that votes may be more than who is there;
 * and a line may lie beyond all of them: the bar is then as long as the line asks for.
 */
export function barOf(spread: Spread, base: Base): Bar {
  const { for: inFavour, against, abstain, recused, needed, quorum } = spread;
  const voted = inFavour + against + abstain;
  const there = base === 'entitled' ? spread.entitled - recused : (spread.present ?? voted);
  const counts = [
    ['for', inFavour],
    ['against', against],
    ['abstain', abstain],
    ['silent', Math.max(0, there - voted)],
    ['recused', base === 'entitled' ? recused : 0],
  ] as const;
  const whole = counts.reduce((sum, [, count]) => sum + count, 0);
  const length = Math.max(1, whole, needed ?? 0, quorum ?? 0);
  let before = 0;
  const segments = counts.flatMap(([kind, count]): Segment[] => {
    const from = before / length;
    before += count;
    return count === 0 ? [] : [{ kind, count, from, width: count / length }];
  });
  const at = (line: number | null) => (line === null ? null : line / length);
  return { whole, segments, threshold: at(needed), quorum: at(quorum) };
}

/** A step of a trace, as the schema gives it. */
export type Step = Readonly<{
  step: EnumOf<'TraceStepKind'>;
  holds: boolean;
  numbers: readonly Readonly<{ name: string; value: number }>[];
}>;

/** What the rules say of how votes are reckoned, as far as a bar of heads can show it. */
export type Reckoned = Readonly<{
  majority: Readonly<{ unanimity: EnumOf<'Unanimity'> | null }>;
  weights: readonly object[] | null;
  weightedMajority: object | null;
}>;

/** A number of a step of a trace; null where it has none. */
export function numberIn(trace: readonly Step[], step: Step['step'], name: string): number | null {
  const found = trace.find((one) => one.step === step);
  return found?.numbers.find((one) => one.name === name)?.value ?? null;
}

/**
 * How many votes in favour the trace says were needed, where that is a count of heads: weights
 * alone are none, and unanimity without an objection asks for no number.
 */
export function neededIn(trace: readonly Step[], rules: Reckoned | null): number | null {
  if (rules?.majority.unanimity === 'NO_OBJECTION') return null;
  if (rules?.weights && !rules.weightedMajority) return null;
  return numberIn(trace, 'MAJORITY', 'needed');
}

/** A vote that was counted. */
export type Counted = Readonly<{
  tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
  trace: readonly Step[];
  rulebook: Reckoned | null;
  /** Seats that could vote; null where they are not known. */
  entitled: number | null;
}>;

/** The spread of a vote that was counted, from what its trace holds. */
export function spreadOf({ tally, trace, rulebook, entitled }: Counted): Spread {
  const voted = tally.for + tally.against + tally.abstain;
  const present = numberIn(trace, 'QUORUM', 'present');
  return {
    ...{ for: tally.for, against: tally.against, abstain: tally.abstain, recused: tally.recused },
    entitled: entitled ?? Math.max(voted, present ?? 0) + tally.recused,
    present: present === null ? null : Math.max(present, voted),
    needed: neededIn(trace, rulebook),
    quorum: numberIn(trace, 'QUORUM', 'needed'),
  };
}
