import { createHmac } from 'node:crypto';
import type { PersonRef } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import type { Credential } from './claim-mapping.js';

/** How an issuer names somebody, for ever. */
export type Login = Pick<Credential, 'issuer' | 'subject'>;

/** Whose a login is. */
export interface Accounts {
  /** Null where the login was bound to nobody. */
  holderOf(login: Login): Promise<PersonRef | null>;
}

/**
 * Bound once, in the private store, by an act of a person: never by likeness of names. The store
 * keeps a keyed hash: whoever reads it does not learn how an issuer names somebody.
 */
export class BoundAccounts implements Accounts {
  constructor(private readonly privateStore: PrivateStore) {}

  async holderOf(login: Login): Promise<PersonRef | null> {
    return await this.privateStore.accountHolder(await this.#accountOf(login));
  }

  /** Answers whose the login is: the person's, or an earlier one's, with whom it stays. */
  async bind(login: Login, person: PersonRef): Promise<PersonRef> {
    return await this.privateStore.bindAccount(await this.#accountOf(login), person);
  }

  async #accountOf({ issuer, subject }: Login): Promise<string> {
    const key = Buffer.from(await this.privateStore.secret('accounts'), 'hex');
    return createHmac('sha256', key)
      .update(JSON.stringify([issuer, subject]))
      .digest('hex');
  }
}

const PERSON = /^person-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Of the demo, whose own issuer names people by their references; no other issuer may. */
export const demoAccounts: Accounts = {
  holderOf: ({ subject }) => Promise.resolve(PERSON.test(subject) ? (subject as PersonRef) : null),
};
