import type { PersonRef } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Sessions } from '../session/sessions.js';
import { ClosedLogins } from './closed-logins.js';

/** What a closing does beside the log. */
@Injectable()
export class KeptOut implements OnApplicationBootstrap {
  constructor(
    private readonly closed: ClosedLogins,
    private readonly sessions: Sessions,
  ) {}

  /** What came about here before another replica's word was heard must not outlive it. */
  onApplicationBootstrap(): void {
    this.closed.onClose((person) => {
      if (this.closed.isCurrent) void this.sessions.endAll(person).catch(() => undefined);
    });
  }

  /** From now on this process goes by what the log says of the person. */
  async takeEffect(person: PersonRef): Promise<void> {
    await this.closed.catchUp();
    await this.endSessions(person);
  }

  /** Of who is kept out, and of nobody else: a rehearsal closes nobody's logins. */
  async endSessions(person: PersonRef): Promise<void> {
    if (this.closed.has(person)) await this.sessions.endAll(person);
  }
}
