import { Busy } from '@tavolo/command';
import type { Answer, Circumstances, Discreet } from '@tavolo/command';
import type { BallotForm } from '../contract/index.js';
import type { Refusal } from '@tavolo/kernel';
import { hasBox } from '../domain/ballot.js';
import { ballotRules } from '../domain/ballot.rules.js';
import type { BoxFound } from '../domain/sitting.ballot.js';
import type { SealedBallot } from '../domain/vote.state.js';
import type { VoteRef } from './sealed-ballot.js';
import type { VoteBoxes } from './vote-boxes.js';

/** What names a vote, whichever stream holds it. */
export type Named = Pick<VoteRef, 'item' | 'stream'>;

/** A vote as its stream holds it, with all that its box is asked with. */
export type HeldVote = Readonly<{
  ref: VoteRef;
  isOpen: boolean;
  form: BallotForm;
  /** Of a hidden one: everything that was sealed, in its order. */
  sealed: readonly Pick<SealedBallot, 'person' | 'sealed' | 'seat'>[];
  /** Of a hidden one that has closed. */
  key: string | null;
}>;

type Boxes = Readonly<{ boxes: VoteBoxes }>;
type Casting = Readonly<{ data: Discreet['data']; choice: string; about: Circumstances }>;

/**
 * A hidden or secret vote keeps its choice to itself: in the hash of its command stands a mark
 * under the key of the vote, and a reason, norms or documents are kept out (D-3). Null of a named
 * one, which has nothing to keep.
 */
export async function discreetly(
  { boxes }: Boxes,
  { form, key, ref }: HeldVote,
  { data, choice, about }: Casting,
): Promise<Discreet | null> {
  if (form === 'named') return null;
  const { commandId: _id, correlationId: _chain, causationId: _cause, ...said } = about;
  const refusal: Refusal = { ...ballotRules.GroundsDisclose, details: {} };
  const mark = await boxes.mark(ref, { choice, published: key });
  const isSaid = Object.keys(said).length > 0;
  return { data: { ...data, choice: mark }, refusal: isSaid ? refusal : null };
}

/** How a command that may end votes sees to their boxes. */
type Ending = Readonly<{
  /** Of this stream. */
  stream: string;
  /** Whether the command can end one. */
  mayEnd: boolean;
  destroyIfEnded: (named: Named) => Promise<void>;
}>;

/** One command that may close a vote: shuts its box for the count, and sees to it afterwards. */
export class Closing {
  #reopen: (() => Promise<void>) | null = null;

  constructor(
    private readonly ports: Boxes,
    private readonly ending: Ending,
  ) {}

  /** What a vote that is open and not named has in its box; on each attempt, the last one stands. */
  async shut(vote: HeldVote | null): Promise<BoxFound> {
    this.#reopen = null;
    if (!vote?.isOpen || !hasBox(vote.form)) return {};
    const { reopen, ...found } = await this.ports.boxes.shut(vote.ref, vote.sealed);
    this.#reopen = reopen;
    return found;
  }

  /**
   * The box of a vote that did not close is opened again, that of one that ended is destroyed.
   * Where nobody can say whether the closing was written it stays shut until somebody closes
   * again: a paper laid into it could be one that the count has missed.
   */
  async during(run: () => Promise<Answer>): Promise<Answer> {
    if (!this.ending.mayEnd) return await run();
    try {
      const answer = await run();
      if (answer.outcome === 'refused') await this.#reopen?.();
      await this.#destroy();
      return answer;
    } catch (error) {
      if (error instanceof Busy) await this.#reopen?.();
      throw error;
    }
  }

  /** Of whatever vote of this stream has ended: a sitting that closes may void one (GB-6). */
  async #destroy(): Promise<void> {
    const { stream, destroyIfEnded } = this.ending;
    const mine = (await this.ports.boxes.all()).filter((one) => one.stream === stream);
    for (const named of mine) await destroyIfEnded(named);
  }
}
