import { randomBytes, randomUUID } from 'node:crypto';
import { Clock, derivedId, Instance } from '@tavolo/command';
import { rules } from '@tavolo/kernel';
import type { PersonRef, Refusal } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import type { CalendarLink } from '@tavolo/private-store';
import { Injectable } from '@nestjs/common';
import { hashOf } from './calendar-feed.js';

const TOKEN_BYTES = 32;

const linkRules = rules({
  SecretShownOnce: [
    'X-13',
    'Questo collegamento esiste già e il suo segreto si mostra una volta sola: revocarlo e crearne un altro con un nuovo commandId.',
    'This link was made already and its secret is shown once: revoke it and make another with a new commandId.',
  ],
  LinkUnknown: [
    'X-12',
    'Non esiste un proprio collegamento al calendario con id {id}.',
    'There is no calendar link of yours with the id {id}.',
  ],
});

/** Whose link it is to be. */
export type Wanted = Readonly<{
  person: PersonRef;
  commandId: string | undefined;
  language: 'en' | 'it';
}>;

/** Links to one's own calendar. They are in the private store alone: no fact is made of one. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly privateStore: PrivateStore,
    private readonly clock: Clock,
    private readonly instance: Instance,
  ) {}

  /** The oldest first. */
  of(person: PersonRef): Promise<readonly CalendarLink[]> {
    return this.privateStore.calendarLinks(person);
  }

  /** A new link with its secret, which is kept nowhere; the same commandId again is refused. */
  async create({
    person,
    commandId,
    language,
  }: Wanted): Promise<Refusal | { readonly link: CalendarLink; readonly token: string }> {
    const { id: instance } = this.instance.facts;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const key = commandId?.toLowerCase() ?? randomUUID();
    const link: CalendarLink = {
      id: derivedId(instance, person, key, 'calendar-link'),
      ...{ person, tokenSha256: hashOf(token), language, createdAt: this.clock.now() },
    };
    const isNew = await this.privateStore.addCalendarLink(link);
    return isNew ? { link, token } : { ...linkRules.SecretShownOnce, details: {} };
  }

  /** From then on it leads nowhere. Null where it is done. */
  async revoke(person: PersonRef, id: string): Promise<Refusal | null> {
    const isRemoved = await this.privateStore.removeCalendarLink(person, id);
    return isRemoved ? null : { ...linkRules.LinkUnknown, details: { id } };
  }
}
