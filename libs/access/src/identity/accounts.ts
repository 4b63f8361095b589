import { createHmac } from 'node:crypto';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import type { Credential } from './claim-mapping.js';

/** How an issuer names somebody, for ever. */
export type Login = Pick<Credential, 'issuer' | 'subject'>;

/** Whose a login is. */
export abstract class Accounts {
  /** Null where the login was bound to nobody. */
  abstract holderOf(login: Login): Promise<PersonRef | null>;
  /** Whether any login was bound to the person. */
  abstract hasLogin(person: PersonRef): Promise<boolean>;
  /** Whether the person has a login to sign in with, as long as it is not closed. */
  abstract maySignIn(person: PersonRef): Promise<boolean>;
  /** Answers whose the login is: the person's, or an earlier one's, with whom it stays. */
  abstract bind(login: Login, person: PersonRef): Promise<PersonRef>;
  /** Stands for the login in the log: it tells one from another and names none. */
  abstract markOf(login: Login): Promise<Sha256>;
}

/**
 * Bound once, in the private store, by an act of a person: never by likeness of names. The store
 * keeps a keyed hash: whoever reads it does not learn how an issuer names somebody.
 */
export class BoundAccounts extends Accounts {
  constructor(private readonly privateStore: PrivateStore) {
    super();
  }

  async holderOf(login: Login): Promise<PersonRef | null> {
    return await this.privateStore.accountHolder(await this.#hashed('account', login));
  }

  hasLogin(person: PersonRef): Promise<boolean> {
    return this.privateStore.hasAccount(person);
  }

  maySignIn(person: PersonRef): Promise<boolean> {
    return this.hasLogin(person);
  }

  async bind(login: Login, person: PersonRef): Promise<PersonRef> {
    return await this.privateStore.bindAccount(await this.#hashed('account', login), person);
  }

  async markOf(login: Login): Promise<Sha256> {
    return (await this.#hashed('mark', login)) as Sha256;
  }

  /** The mark in the log is another than the account in the store: the two are not put together. */
  async #hashed(what: 'account' | 'mark', { issuer, subject }: Login): Promise<string> {
    const key = Buffer.from(await this.privateStore.secret('accounts'), 'hex');
    const named = what === 'mark' ? [what, issuer, subject] : [issuer, subject];
    return createHmac('sha256', key).update(JSON.stringify(named)).digest('hex');
  }
}

const PERSON = /^person-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Of a demo, whose own issuer names people by their references; no other issuer may. */
export class DemoAccounts extends BoundAccounts {
  override async holderOf(login: Login): Promise<PersonRef | null> {
    const { subject } = login;
    return PERSON.test(subject) ? (subject as PersonRef) : await super.holderOf(login);
  }

  override async maySignIn(person: PersonRef): Promise<boolean> {
    return PERSON.test(person) || (await super.maySignIn(person));
  }
}
