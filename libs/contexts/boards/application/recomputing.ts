import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import type { Rulebook } from '../contract/index.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { recomputed, recomputedProcedure } from '../domain/recomputation.js';
import type { Recomputation } from '../domain/recomputation.js';
import type { OpenedBallot } from '../domain/sitting.ballot.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { openedWith } from './vote-boxes.js';

/** Counts votes again from the log itself, not from a read model. */
@Injectable()
export class Recomputing {
  constructor(private readonly store: EventStore) {}

  /** From the facts up to a position; null where that vote had not closed by then. */
  async vote(
    { sitting, item }: Readonly<{ sitting: string; item: string }>,
    upTo: Position,
    rulebook?: Rulebook,
  ): Promise<Recomputation | null> {
    const events = (await this.#facts(sitting, upTo)) as SittingEvent[];
    const unsealed = unsealedIn(events, sitting, item);
    return recomputed(events, item, { another: rulebook, unsealed });
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

/** What the published key of a hidden vote opens; null where it does not open all, or is none. */
function unsealedIn(
  events: readonly SittingEvent[],
  stream: string,
  item: string,
): readonly OpenedBallot[] | null {
  let sealed: readonly Sealed[] = [];
  for (const event of events.filter(({ data }) => 'item' in data && data.item === item)) {
    const { type, data } = event;
    if (type === 'VoteOpened') sealed = [];
    if (type === 'VoteCast') sealed = [...sealed, ...sealedIn(data)];
    if (type !== 'VoteClosed' || data.question !== undefined || data.key === undefined) continue;
    const { textSha256 } = data;
    return openedWith(data.key, { stream, item, textSha256 }, sealed);
  }
  return null;
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
