import type { Sha256 } from '@tavolo/kernel';
import { seal, unseal } from '@tavolo/private-store';
import type { SeatId } from '../domain/board.events.js';
import { voteChoices } from '../domain/outcome.js';
import type { VoteChoice } from '../domain/outcome.js';

/**
 * A vote, whichever stream holds it: of a sitting there is one for each item, of a procedure one,
 * named by its decision.
 */
export type VoteRef = Readonly<{ stream: string; item: string; textSha256: Sha256 }>;

/** All choices are sealed at one length, or the length would tell them apart. */
const CHOICE_BYTES = 16;

/** A choice under the key of its vote; it opens for the same vote, text and seat only. */
export function sealedChoice(
  key: string,
  vote: VoteRef,
  { seat, choice }: Readonly<{ seat: SeatId; choice: VoteChoice }>,
): string {
  return seal(key, choice.padEnd(CHOICE_BYTES), about(vote, seat));
}

/** The choice; null where it was sealed under another key, for another vote, text or seat. */
export function choiceOf(
  key: string,
  vote: VoteRef,
  { seat, sealed }: Readonly<{ seat: SeatId; sealed: string }>,
): VoteChoice | null {
  const text = unseal(key, sealed, about(vote, seat))?.trimEnd();
  return voteChoices.find((choice) => choice === text) ?? null;
}

function about({ stream, item, textSha256 }: VoteRef, seat: SeatId): readonly string[] {
  return [stream, item, seat, textSha256];
}
