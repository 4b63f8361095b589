import type { Rulebook } from '../contract/index.js';
import { standing, without } from './outcome.count.js';
import type { Count } from './outcome.count.js';
import { say } from './outcome.sentences.js';
import type { Sentence } from './outcome.sentences.js';
import { decided } from './outcome.trace.js';
import type { Reached, TraceStep } from './outcome.trace.js';
import { sayOfTies } from './tie.sentences.js';
import type { TieToBreak } from './vote.events.js';

/**
 * What the rule for ties makes of equal votes. With `chairDecides` the vote of the chair prevails
 * as it was cast, the vice chair's where the chair is absent or recused; with `lot` and
 * `chairSecond` it waits for what cannot be computed.
 */
export function tieOf(
  count: Count,
  rulebook: Rulebook,
  equal: number,
): Reached & Readonly<{ step: TraceStep }> {
  const tie = waitingIn(count, rulebook);
  if (tie) return { step: step(equal, sayOfTies.waits(tie.rule)), outcome: 'tied', tie };
  const presiding = presidingIn(count);
  if (isPostponed(rulebook, presiding)) {
    return { step: step(equal, say.postponed()), outcome: 'postponed' };
  }
  if (rulebook.tie === 'chairSecond') {
    return { step: step(equal, sayOfTies.unpresided()), outcome: 'rejected' };
  }
  const vote = standing(count).find(({ seat }) => seat === presiding)?.choice ?? null;
  const holds = rulebook.tie === 'chairDecides' && vote === 'for';
  return { step: step(equal, say.tie(rulebook.tie, vote), holds), outcome: decided(holds) };
}

function step(equal: number, sentence: Sentence, holds = false): TraceStep {
  return { step: 'tie', numbers: { equal }, holds, ...sentence };
}

/** A second vote is cast after the closing: only by who is still there to cast it. */
function waitingIn(count: Count, { tie }: Rulebook): TieToBreak | null {
  if (tie === 'lot') return { rule: tie };
  const seat = tie === 'chairSecond' ? presidingAmong(count, count.present) : null;
  return seat === null ? null : { rule: 'chairSecond', seat };
}

/** Who is there, or has voted before leaving. */
function presidingIn(count: Count): string | null {
  const voted = standing(count).map(({ seat }) => seat);
  return presidingAmong(count, [...count.present, ...voted]);
}

function presidingAmong(count: Count, seats: readonly string[]): string | null {
  const { chair, viceChair = null, recused } = count;
  const there = without(seats, recused);
  return [chair, viceChair].find((seat) => seat !== null && there.includes(seat)) ?? null;
}

/** A `chairSecond` that comes here waits for nobody. */
function isPostponed({ tie, tieUnpresided }: Rulebook, presiding: string | null): boolean {
  if (tie === 'postponed') return true;
  const unpresided = tie === 'chairSecond' || (tie === 'chairDecides' && presiding === null);
  return unpresided && tieUnpresided === 'postponed';
}
