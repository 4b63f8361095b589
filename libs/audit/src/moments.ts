import { Clock } from '@tavolo/command';
import { EventStore } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { MomentInput } from './moment.types.js';

const WAIT_MS = 2_000;
const SETTLED_MS = 10_000;

/** A moment as asked for, with what is to be said of it. */
export type Resolved = Readonly<{ moment: Moment; provisional: boolean }>;

/** Turns what a reader asks for into a moment of the log. */
@Injectable()
export class Moments {
  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * Waits until this replica has read up to a head taken after the question, so that two
   * replicas resolve alike. `path` is the argument. @throws GraphQLError BAD_USER_INPUT | NotYet
   */
  async resolve({ at, position, eventId }: MomentInput, path: string): Promise<Resolved> {
    const given = [at, position, eventId].filter((value) => typeof value === 'string');
    if (given.length !== 1) {
      throw badMoment(
        path,
        'Give one of at, position and eventId.',
        'Indicare uno solo tra at, position ed eventId.',
      );
    }
    await this.readModel.reach(await this.store.head(), WAIT_MS);
    if (typeof at === 'string') return await this.#at(at as Instant, path);
    const moment = await this.readModel.momentOf(
      typeof position === 'string'
        ? { position: position as Position }
        : { eventId: eventId ?? '' },
    );
    if (!moment) {
      throw badMoment(
        `${path}.${typeof position === 'string' ? 'position' : 'eventId'}`,
        'The log has no such position or event.',
        'Il registro non ha questa posizione o questo evento.',
      );
    }
    return { moment, provisional: false };
  }

  async #at(at: Instant, path: string): Promise<Resolved> {
    const now = this.clock.now();
    if (at > now) {
      throw badMoment(`${path}.at`, 'The moment lies in the future.', 'Il momento è nel futuro.');
    }
    const provisional = Date.parse(now) - Date.parse(at) < SETTLED_MS;
    return { moment: { ...(await this.readModel.momentAt(at)), askedAt: at }, provisional };
  }
}

function badMoment(path: string, en: string, it: string): GraphQLError {
  return new GraphQLError(en, {
    extensions: { code: 'BAD_USER_INPUT', fields: [{ path, en, it }] },
  });
}
