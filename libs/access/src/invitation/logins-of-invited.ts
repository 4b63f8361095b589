import { Transactions } from '@tavolo/command';
import type { Envelope } from '@tavolo/command';
import type { PersonRef } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { closing, CLOSING_STREAM, generationOf, isClosed } from '../closing/closing.js';
import { Accounts } from '../identity/accounts.js';
import { isService } from '../identity/service.js';
import { Sessions } from '../session/sessions.js';
import type { Coming } from './invitation.js';

/** What logins there are of who is invited, and how fresh that of who invites is. */
@Injectable()
export class LoginsOfInvited {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /**
   * By the log, for what lies in memory may lag. A service makes no link itself: who may invite it
   * gives it another program, whatever logins it has.
   */
  async of(person?: PersonRef): Promise<Coming> {
    if (person === undefined) return { hasLogin: false, isClosed: false };
    const found = await this.transactions.load(closing, CLOSING_STREAM);
    const state = found?.state ?? closing.decider.initial;
    const generation = generationOf(person, state);
    const hasLogin = !isService(person) && (await this.accounts.hasLogin({ person, generation }));
    return { hasLogin, isClosed: isClosed(person, state) };
  }

  /** Whether whoever acts has signed in a short time ago. */
  isFresh(auth: Envelope['auth']): boolean {
    return this.sessions.isFresh(auth);
  }
}
