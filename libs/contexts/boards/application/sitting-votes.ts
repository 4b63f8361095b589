import { Busy } from '@tavolo/command';
import type { Answer, Discretion, Transactions } from '@tavolo/command';
import { hasBox } from '../domain/ballot.js';
import { ballotRules } from '../domain/ballot.rules.js';
import type { BoxFound } from '../domain/sitting.ballot.js';
import type { SittingCommand } from '../domain/sitting.commands.js';
import type { SittingState } from '../domain/sitting.state.js';
import { sittings } from './aggregates.js';
import type { SittingRequest } from './requests.js';
import type { VoteBoxes } from './vote-boxes.js';

type Ports = Readonly<{ transactions: Transactions; boxes: VoteBoxes }>;
type Named = Readonly<{ stream: string; item: string }>;

/** The vote of an item, with what names it; null where it was not opened. */
export function voteOf(state: SittingState, { stream, item: id }: Named) {
  const item = state.items.find((one) => one.id === id);
  if (!item?.vote) return null;
  const { textSha256, status, vote } = item;
  return { ref: { stream, item: id, textSha256 }, isOpen: status === 'VoteOpen', vote };
}

/**
 * Of the commands on a sitting, a hidden or secret vote keeps its choice to itself: its hash
 * holds a mark under the key of the vote, and a reason, norms or documents are kept out (D-3).
 */
export function discretionOf({ transactions, boxes }: Ports): Discretion {
  return async ({ type, target, data }, _sender, about) => {
    const { item, choice } = data;
    if (type !== 'CastVote' || target === null) return null;
    if (typeof item !== 'string' || typeof choice !== 'string') return null;
    const loaded = await transactions.load(sittings, target);
    const named = { stream: target, item };
    const found = loaded && voteOf(loaded.state, named);
    if (!found || found.vote.form === 'named') return null;
    const { commandId: _id, correlationId: _chain, causationId: _cause, ...said } = about;
    const refusal = { ...ballotRules.GroundsDisclose, details: {} };
    const mark = await boxes.mark(named, { choice, published: found.vote.key });
    const isSaid = Object.keys(said).length > 0;
    return { data: { ...data, choice: mark }, refusal: isSaid ? refusal : null };
  };
}

/** A box outlives its vote only where a server died in between: then it is destroyed here. */
export async function destroyBoxesOfEndedVotes({ transactions, boxes }: Ports): Promise<void> {
  for (const named of await boxes.all()) await destroyIfEnded({ transactions, boxes }, named);
}

/** Destroys the box of a vote that has ended, or that can no longer be opened. */
export async function destroyIfEnded({ transactions, boxes }: Ports, named: Named): Promise<void> {
  const { state } = (await transactions.load(sittings, named.stream)) ?? {};
  if (state && hasEnded(state, named)) await boxes.destroy(named);
}

function hasEnded(state: SittingState, named: Named): boolean {
  const found = voteOf(state, named);
  if (found) return !found.isOpen;
  return state.status !== 'Opened' && state.status !== 'InSession';
}

const mayEnd = new Set<string>([
  ...(['CloseVote', 'VoidVote', 'CloseMeeting'] satisfies readonly SittingCommand['type'][]),
]);

/** One command that may close a vote: shuts its box for the count, and sees to it afterwards. */
export class Closing {
  #reopen: (() => Promise<void>) | null = null;

  constructor(
    private readonly ports: Ports,
    private readonly request: SittingRequest,
  ) {}

  /** What a vote that is open and not named has in its box; on each attempt, the last one stands. */
  async shut(state: SittingState): Promise<BoxFound> {
    this.#reopen = null;
    const open = voteOf(state, this.#named());
    if (!open?.isOpen || !hasBox(open.vote.form)) return {};
    const { reopen, ...found } = await this.ports.boxes.shut(open.ref, open.vote.sealed);
    this.#reopen = reopen;
    return found;
  }

  /**
   * The box of a vote that did not close is opened again, that of one that ended is destroyed.
   * Where nobody can say whether the closing was written it stays shut until somebody closes
   * again: a paper laid into it could be one that the count has missed.
   */
  async during(run: () => Promise<Answer>): Promise<Answer> {
    const { type } = this.request.asked;
    if (!mayEnd.has(type)) return await run();
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
    const { target } = this.request;
    const mine = (await this.ports.boxes.all()).filter(({ stream }) => stream === target);
    for (const named of mine) await destroyIfEnded(this.ports, named);
  }

  #named(): Named {
    const { target, asked } = this.request;
    return { stream: target, item: 'item' in asked.data ? asked.data.item : '' };
  }
}
