import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { KeptSessions } from '../kept-sessions.js';
import type { KeptSession } from '../kept-sessions.js';

/** Keeps sessions until the process ends. For tests. */
export class MemorySessions extends KeptSessions {
  readonly #sessions = new Map<string, KeptSession>();

  add(session: KeptSession): Promise<void> {
    this.#sessions.set(session.id, session);
    return Promise.resolve();
  }

  find(tokenSha256: Sha256): Promise<KeptSession | null> {
    const all = [...this.#sessions.values()];
    return Promise.resolve(all.find((session) => session.tokenSha256 === tokenSha256) ?? null);
  }

  touch(id: string, seenAt: Instant): Promise<void> {
    const session = this.#sessions.get(id);
    if (session) this.#sessions.set(id, { ...session, seenAt });
    return Promise.resolve();
  }

  of(person: PersonRef): Promise<readonly KeptSession[]> {
    const own = [...this.#sessions.values()].filter((session) => session.person === person);
    return Promise.resolve(own.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)));
  }

  remove(person: PersonRef, id: string): Promise<boolean> {
    const isOwn = this.#sessions.get(id)?.person === person;
    return Promise.resolve(isOwn && this.#sessions.delete(id));
  }

  removeOlder(than: Readonly<{ createdAt: Instant; seenAt: Instant }>): Promise<void> {
    for (const { id, createdAt, seenAt } of this.#sessions.values()) {
      if (createdAt < than.createdAt || seenAt < than.seenAt) this.#sessions.delete(id);
    }
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function placeOf({ createdAt, id }: KeptSession): string {
  return `${createdAt} ${id}`;
}
