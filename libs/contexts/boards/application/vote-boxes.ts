import { randomUUID } from 'node:crypto';
import type { Answer, Envelope } from '@tavolo/command';
import { commonRules } from '@tavolo/command';
import type { EventStore, RecordedEvent } from '@tavolo/event-store';
import type { PersonRef, Refusal } from '@tavolo/kernel';
import { markOf } from '@tavolo/private-store';
import type { BallotBox, BallotBoxes, BallotPaper } from '@tavolo/private-store';
import type { SeatId } from '../domain/board.events.js';
import type { VoteChoice } from '../domain/outcome.js';
import type { BoxFound, CastGround, OpenedBallot } from '../domain/sitting.ballot.js';
import { choiceOf, sealedChoice } from './sealed-ballot.js';
import type { VoteRef } from './sealed-ballot.js';

/** What somebody casts. */
export type Cast = Readonly<{ seat: SeatId; choice: VoteChoice }>;

/** What a paper is decided on, or the answer to a command that was given before. */
type PaperGround =
  | { readonly ground: CastGround; readonly lay: (() => Promise<Answer | null>) | null }
  | { readonly answer: Answer }
  | { readonly refusal: Refusal };

/**
 * The ballot boxes of votes that are hidden or secret, for whichever stream holds the vote. It
 * seals, opens, counts out and destroys; whether a vote may be cast or closed is the decider's.
 */
export class VoteBoxes {
  constructor(
    private readonly boxes: BallotBoxes,
    private readonly store: EventStore,
  ) {}

  /** D-1: who laid the paper of a secret vote that lies under a seat. */
  async lies(vote: VoteRef, seat: SeatId): Promise<CastGround> {
    const papers = (await this.boxes.find(nameOf(vote)))?.papers ?? [];
    const lies = papers.find((one) => one.seat === seat)?.person ?? null;
    return { ballot: { sealed: '', lies } };
  }

  /** Before the vote opens, so that one that is open without a box has lost it. */
  async make(vote: VoteRef): Promise<void> {
    await this.boxes.make(nameOf(vote));
  }

  /** The choice of a hidden vote as the log may keep it; null where the key is lost. */
  async sealed(vote: VoteRef, cast: Cast): Promise<CastGround> {
    const box = await this.boxes.find(nameOf(vote));
    if (!box) return { ballot: null };
    return { ballot: { sealed: sealedChoice(box.key, vote, cast), lies: null } };
  }

  /**
   * What a paper of a secret vote is decided on. The repeat of a command is known by the box
   * alone, as long as it stands: the log holds nothing of it.
   */
  async paper(vote: VoteRef, cast: Cast, envelope: Envelope): Promise<PaperGround> {
    const name = nameOf(vote);
    const box = await this.boxes.find(name);
    if (!box) return { ground: { ballot: null }, lay: null };
    const { by, commandId, commandHash } = envelope;
    const mine = box.papers.find((one) => one.person === by.person && one.commandId === commandId);
    if (mine?.commandHash === commandHash) {
      return { answer: await this.#answer(vote, envelope, true) };
    }
    if (mine) return { refusal: { ...commonRules.OtherInput, details: { commandId } } };
    const lies = box.papers.find(({ seat }) => seat === cast.seat);
    const sealed = sealedChoice(box.key, vote, cast);
    const paper = { seat: cast.seat, person: by.person, commandId, commandHash, sealed };
    const lay = () => this.#lay(vote, { paper, replaces: lies?.commandId ?? null }, envelope);
    return { ground: { ballot: { sealed, lies: lies?.person ?? null } }, lay };
  }

  /**
   * Shuts the box of a vote for counting. `reopen` lets it be voted in again where the vote does
   * not close; a box whose content does not open under its key is as good as lost.
   */
  async shut(
    vote: VoteRef,
    sealed: readonly Sealed[],
  ): Promise<BoxFound & Readonly<{ reopen: () => Promise<void> }>> {
    const [name, count] = [nameOf(vote), randomUUID()];
    const box = await this.boxes.shut(name, count);
    const found = box && openedWith(box.key, vote, [...sealed, ...box.papers]);
    return {
      box: box && found && { key: box.key, ballots: found },
      reopen: () => this.boxes.reopen(name, count),
    };
  }

  /** Once the vote has ended, however it did; again does nothing. */
  async destroy(vote: Pick<VoteRef, 'item' | 'stream'>): Promise<void> {
    await this.boxes.destroy(nameOf(vote));
  }

  /** Votes that have a box. */
  async all(): Promise<readonly Readonly<{ stream: string; item: string }>[]> {
    return (await this.boxes.all()).map((name) => {
      const [stream = '', item = ''] = name.split('/');
      return { stream, item };
    });
  }

  /**
   * What stands for a choice in the hash of its command: known again under the key of the vote,
   * and without that key not even guessed from the three that there are.
   */
  async mark(
    vote: Pick<VoteRef, 'item' | 'stream'>,
    { choice, published }: Readonly<{ choice: string; published: string | null }>,
  ): Promise<string> {
    const key = published ?? (await this.boxes.find(nameOf(vote)))?.key;
    return key === undefined ? '' : markOf(key, choice);
  }

  async #lay(
    vote: VoteRef,
    { paper, replaces }: Readonly<{ paper: BallotPaper; replaces: string | null }>,
    envelope: Envelope,
  ): Promise<Answer | null> {
    const put = await this.boxes.put(nameOf(vote), paper, replaces);
    return put === 'put' ? await this.#answer(vote, envelope, false) : null;
  }

  /** The receipt of a secret vote names the vote by its opening: nothing says when it was cast. */
  async #answer(vote: VoteRef, { commandId }: Envelope, repeated: boolean): Promise<Answer> {
    const { stream, item } = vote;
    const { revision, position, id: eventId } = await this.#openingOf(vote);
    const receipt = { commandId, stream, revision, position, eventId, repeated, vote: item };
    return { outcome: 'accepted', receipt, result: { id: stream } };
  }

  async #openingOf({ stream, item }: VoteRef): Promise<RecordedEvent> {
    for await (const event of this.store.readStream(stream, { backwards: true })) {
      if (event.type === 'VoteOpened' && event.data.item === item) return event;
      if (event.type === 'ProcedureOpened') return event;
    }
    throw new Error(`${stream} has no vote on ${item}`);
  }
}

function nameOf({ stream, item }: Pick<VoteRef, 'item' | 'stream'>): string {
  return `${stream}/${item}`;
}

type Sealed = Readonly<{ seat: SeatId; person: PersonRef; sealed: string }>;

/** Every ballot opened, or null where one does not open under this key. */
export function openedWith(
  key: string,
  vote: VoteRef,
  ballots: readonly Sealed[] | BallotBox['papers'],
): readonly OpenedBallot[] | null {
  const opened = ballots.flatMap(({ seat, person, sealed }) => {
    const choice = choiceOf(key, vote, { seat, sealed });
    return choice === null ? [] : [{ seat, person, choice }];
  });
  return opened.length === ballots.length ? opened : null;
}
