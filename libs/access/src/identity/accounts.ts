import { createHmac } from 'node:crypto';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { AccountBinding, PrivateStore } from '@tavolo/private-store';
import type { Credential } from './claim-mapping.js';

/** How an issuer names somebody, for ever. */
export type Login = Pick<Credential, 'issuer' | 'subject'>;

/** To whom a login is bound, and whether only as the first one. */
export type Bound = Pick<AccountBinding, 'isFirst' | 'person'>;

/** Whose a login is. */
export abstract class Accounts {
  /** Null where the login was bound to nobody. */
  abstract holderOf(login: Login): Promise<PersonRef | null>;
  /** Whether any login was bound to the person. */
  abstract hasLogin(person: PersonRef): Promise<boolean>;
  /** Whether the person has a login to sign in with, as long as it is not closed. */
  abstract maySignIn(person: PersonRef): Promise<boolean>;
  /**
   * Answers whose the login is: the person's, or an earlier one's, with whom it stays. Null, and
   * nothing is bound, where it was to be the person's first and another one is.
   */
  abstract bind(login: Login, to: Bound): Promise<PersonRef | null>;
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
    const [newest, ...before] = await this.#keys();
    const account = hashed('account', login, newest);
    const holder = await this.privateStore.accountHolder(account);
    return holder ?? (await this.#moved(login, before, account));
  }

  hasLogin(person: PersonRef): Promise<boolean> {
    return this.privateStore.hasAccount(person);
  }

  maySignIn(person: PersonRef): Promise<boolean> {
    return this.hasLogin(person);
  }

  async bind(login: Login, to: Bound): Promise<PersonRef | null> {
    const holder = await this.holderOf(login); // It may lie under a key of before.
    if (holder) return holder;
    const [newest] = await this.#keys();
    return await this.privateStore.bindAccount({
      ...to,
      account: hashed('account', login, newest),
    });
  }

  async markOf(login: Login): Promise<Sha256> {
    const [newest] = await this.#keys();
    return hashed('mark', login, newest) as Sha256;
  }

  #keys(): Promise<readonly [newest: string, ...before: string[]]> {
    return this.privateStore.secrets('accounts');
  }

  /** Whose it was under a key of before; from now on it lies under the newest. */
  async #moved(
    login: Login,
    before: readonly string[],
    account: string,
  ): Promise<PersonRef | null> {
    for (const key of before) {
      const earlier = hashed('account', login, key);
      const holder = await this.privateStore.accountHolder(earlier);
      if (!holder) continue;
      await this.privateStore.moveAccount(earlier, account);
      return holder;
    }
    return null;
  }
}

/** The mark in the log is another than the account in the store: the two are not put together. */
function hashed(what: 'account' | 'mark', { issuer, subject }: Login, key: string): string {
  const named = what === 'mark' ? [what, issuer, subject] : [issuer, subject];
  return createHmac('sha256', Buffer.from(key, 'hex')).update(JSON.stringify(named)).digest('hex');
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
