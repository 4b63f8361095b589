import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import type { Rulebook } from '../contract/index.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { recomputed, recomputedProcedure, recomputedQuestions } from '../domain/recomputation.js';
import type { QuestionRecomputation, Recomputation } from '../domain/recomputation.js';
import type { OpenedBallot } from '../domain/sitting.ballot.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { evolve, noSitting } from '../domain/sitting.state.js';
import { openedWith } from './vote-boxes.js';

/** Counts votes again from the log itself, not from a read model. */
@Injectable()
export class Recomputing {
  constructor(private readonly store: EventStore) {}

  /** From the facts up to a position; null where that vote had not closed by then. */
  async vote(
    { sitting, item }: OnItem,
    upTo: Position,
    rulebook?: Rulebook,
  ): Promise<Recomputation | null> {
    const events = (await this.#facts(sitting, upTo)) as SittingEvent[];
    const closing = events.findIndex(
      ({ type, data }) => type === 'VoteClosed' && data.item === item && !data.question,
    );
    const unsealed = unsealedAt(events, closing, { sitting, item });
    return recomputed(events, item, { another: rulebook, unsealed });
  }

  /** The same of every vote on a question beside it, where it stands on the agenda of a sitting. */
  async questions(
    decision: string,
    { sitting, upTo }: Readonly<{ sitting: string; upTo: Position }>,
    another?: Rulebook,
  ): Promise<readonly QuestionRecomputation[]> {
    const events = (await this.#facts(sitting, upTo)) as SittingEvent[];
    const state = events.reduce(evolve, noSitting);
    const items = state.items.filter((one) => one.decision === decision);
    return items.flatMap(({ id: item }) =>
      recomputedQuestions(events, item, {
        another,
        unsealedAt: (closing) => unsealedAt(events, closing, { sitting, item }),
      }),
    );
  }

  /** The same of a procedure; null where it had not closed by then, or was stopped. */
  async procedure(id: string, upTo: Position, rulebook?: Rulebook): Promise<Recomputation | null> {
    const events = (await this.#facts(id, upTo)) as ProcedureEvent[];
    return recomputedProcedure(events, { another: rulebook, unsealed: repliesIn(events, id) });
  }

  async #facts(stream: string, upTo: Position): Promise<unknown[]> {
    const events: unknown[] = [];
    for await (const recorded of this.store.readStream(stream)) {
      if (recorded.position > upTo) break;
      events.push(recorded);
    }
    return events;
  }
}

type OnItem = Readonly<{ sitting: string; item: string }>;

/**
 * What the key that a hidden vote published as it closed opens, of what was sealed since it was
 * opened; null where it does not open all, or there is none.
 */
function unsealedAt(
  events: readonly SittingEvent[],
  closing: number,
  { sitting: stream, item }: OnItem,
): readonly OpenedBallot[] | null {
  const closed = events[closing];
  if (closed?.type !== 'VoteClosed' || closed.data.key === undefined) return null;
  const { key, textSha256 } = closed.data;
  const before = events.slice(0, closing);
  const opening = before.findLastIndex(
    ({ type, data }) => type === 'VoteOpened' && data.item === item,
  );
  const sealed = before
    .slice(opening)
    .flatMap(({ type, data }) => (type === 'VoteCast' && data.item === item ? sealedIn(data) : []));
  return openedWith(key, { stream, item, textSha256 }, sealed);
}

/** The same of the answers of a hidden procedure, in the order they were given. */
function repliesIn(
  events: readonly ProcedureEvent[],
  stream: string,
): readonly OpenedBallot[] | null {
  let sealed: readonly Sealed[] = [];
  for (const { type, data } of events) {
    if (type === 'ReplyCast' || type === 'ReplyChanged') sealed = [...sealed, ...sealedIn(data)];
    if (type !== 'ProcedureClosed' || data.key === undefined) continue;
    const { key, decision: item, textSha256 } = data;
    return openedWith(key, { stream, item, textSha256 }, sealed);
  }
  return null;
}

type Sealed = Readonly<{ seat: string; person: PersonRef; sealed: string }>;
type Cast = Readonly<{ seat: string; person: PersonRef; sealed?: string }>;

function sealedIn({ seat, person, sealed }: Cast): readonly Sealed[] {
  return sealed === undefined ? [] : [{ seat, person, sealed }];
}
