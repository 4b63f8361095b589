import { createHash } from 'node:crypto';
import type { Clock, Instance } from '@tavolo/command';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import type { ReadModel } from '@tavolo/projection';
import { calendarOf } from './calendar.js';
import { Offices } from './offices.js';
import { PersonalMoves } from './personal-moves.js';

/** 256 random bits in the alphabet that a path can hold as it is. */
const TOKEN = /^[\w-]{43}$/u;

type Parts = Readonly<{
  readModel: ReadModel;
  privateStore: PrivateStore;
  clock: Clock;
  instance: Instance;
  /** Whether a matter is confidential, as it is now: no calendar shows it. */
  isSecret: () => Promise<(id: string) => boolean>;
  /** Whose logins are closed, whose links lead nowhere for as long. */
  closed: Readonly<{ has: (person: PersonRef) => boolean }>;
}>;

/** Gives a calendar to whoever has its link: the secret is all that is asked for. */
export class CalendarFeed {
  readonly #parts: Parts;
  readonly #offices: Offices;
  readonly #moves: PersonalMoves;

  constructor(parts: Parts) {
    const { readModel, clock, instance } = parts;
    this.#parts = parts;
    this.#offices = new Offices(readModel, clock, instance);
    this.#moves = new PersonalMoves(readModel, this.#offices);
  }

  /** The calendar as it is now; null for a secret that is unknown, revoked or none at all, or of who is kept out. */
  async read(token: string): Promise<string | null> {
    if (!TOKEN.test(token)) return null;
    const { privateStore, readModel, instance } = this.#parts;
    const link = await privateStore.calendarLinkBy(hashOf(token));
    if (!link || this.#parts.closed.has(link.person)) return null;
    const at = readModel.now();
    const [moves, terms] = await Promise.all([
      this.#moves.of(link.person, at),
      this.#offices.termsOf(link.person, at),
    ]);
    const isSecret = await this.#parts.isSecret();
    const shown = moves.filter(
      ({ row: { object, about } }) => !isSecret(object) && !(about !== null && isSecret(about)),
    );
    return calendarOf({ moves: shown, terms, instance: instance.facts, language: link.language });
  }
}

/** What is kept of a secret. */
export function hashOf(token: string): Sha256 {
  return createHash('sha256').update(token).digest('hex') as Sha256;
}
