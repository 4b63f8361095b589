import type { Sentence } from './outcome.sentences.js';
import { decided, resultStep } from './outcome.trace.js';
import type { Outcome, TraceStep } from './outcome.trace.js';
import type { BrokenTie, TieBreak, TieToBreak } from './tie.events.js';
import { sayOfTies } from './tie.sentences.js';

/** How a vote came out whose tie was broken. */
export type Broken = Pick<BrokenTie, 'outcome' | 'trace'>;

/**
 * What a vote comes to by what broke its tie, counted again: null where it was not tied, or not
 * for that: a draw where a second vote decides, a second vote of another seat.
 */
export function brokenBy({ tie, trace }: Outcome, by: TieBreak): Broken | null {
  return tie && fits(tie, by) ? broken(trace, by) : null;
}

/**
 * What the votes of this trace, which were equal, come to by what broke the tie (D-2): the same
 * draw or second vote gives the same, for ever.
 */
export function broken(trace: readonly TraceStep[], by: TieBreak): Broken {
  const before = trace.filter(({ step }) => step !== 'result');
  if (by.kind === 'postponement') {
    const put: TraceStep = { ...tieBreak(0, 0), ...sayOfTies.putOff() };
    return { outcome: 'postponed', trace: [...before, put, resultStep('postponed')] };
  }
  const holds = by.side === 'for';
  const outcome = decided(holds) as 'approved' | 'rejected';
  const { said, result } = sentencesOf(by);
  const last: TraceStep = { ...tieBreak(holds ? 1 : 0, holds ? 0 : 1), ...said };
  return { outcome, trace: [...before, last, { ...resultStep(outcome), ...result }] };
}

/** Whether it may break this tie; put off any tie may be. */
function fits(tie: TieToBreak, by: TieBreak): boolean {
  switch (by.kind) {
    case 'lot':
      return tie.rule === 'lot';
    case 'secondVote':
      return tie.rule === 'chairSecond' && tie.seat === by.seat;
    case 'postponement':
      return true;
  }
}

function tieBreak(inFavour: number, against: number) {
  return { step: 'tieBreak', numbers: { for: inFavour, against }, holds: inFavour > 0 } as const;
}

type Said = Readonly<{ said: Sentence; result: Sentence }>;

function sentencesOf({ kind, side }: Exclude<TieBreak, { kind: 'postponement' }>): Said {
  return kind === 'lot'
    ? { said: sayOfTies.drawn(side), result: sayOfTies.resultByLot(side) }
    : { said: sayOfTies.votedAgain(side), result: sayOfTies.resultBySecondVote(side) };
}
