import type { PersonRef } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { Sessions } from '../session/sessions.js';
import { ClosedLogins } from './closed-logins.js';

/** What a closing does beside the log. */
@Injectable()
export class KeptOut {
  constructor(
    private readonly closed: ClosedLogins,
    private readonly sessions: Sessions,
  ) {}

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
