import { createHmac } from 'node:crypto';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { AccountBinding, HeldAccount, PrivateStore } from '@tavolo/private-store';
import type { Credential } from './claim-mapping.js';

/** How an issuer names somebody, for ever. */
export type Login = Pick<Credential, 'issuer' | 'subject'>;

/** To whom a login is bound, and whether only as the first one. */
export type Bound = Omit<AccountBinding, 'account'>;

/** How often the logins of somebody were discarded, as far as this process has read the log. */
export interface Discarded {
  generationOf(person: PersonRef): number;
}

/** Whose a login is. */
export abstract class Accounts {
  /** Null where the login was bound to nobody, or was discarded since. */
  abstract holderOf(login: Login): Promise<PersonRef | null>;
  /** Whose it is, or was before it was discarded; null where it was bound to nobody. */
  abstract heldAs(login: Login): Promise<HeldAccount | null>;
  /** Whether any login of this generation, or a later one, was bound to the person. */
  abstract hasLogin(held: HeldAccount): Promise<boolean>;
  /** Whether the person has such a login to sign in with, as long as it is not closed. */
  abstract maySignIn(held: HeldAccount): Promise<boolean>;
  /**
   * Answers whose the login is: the person's, or an earlier one's, with whom it stays. Null, and
   * nothing is bound, where it was to be the person's first and another one is.
   */
  abstract bind(login: Login, to: Bound): Promise<HeldAccount | null>;
  /**
   * Stand for the login in the log: they tell one from another and name none. The newest first, and
   * those by which the log may know it from before the key was renewed.
   */
  abstract marksOf(login: Login): Promise<readonly [newest: Sha256, ...before: Sha256[]]>;
}

/**
 * Bound once, in the private store, by an act of a person: never by likeness of names. The store
 * keeps a keyed hash: whoever reads it does not learn how an issuer names somebody.
 */
export class BoundAccounts extends Accounts {
  constructor(
    private readonly privateStore: PrivateStore,
    protected readonly discarded: Discarded,
  ) {
    super();
  }

  async holderOf(login: Login): Promise<PersonRef | null> {
    const held = await this.heldAs(login);
    if (!held) return null;
    return held.generation < this.discarded.generationOf(held.person) ? null : held.person;
  }

  async heldAs(login: Login): Promise<HeldAccount | null> {
    const [newest, ...before] = await this.#keys();
    const account = hashed('account', login, newest);
    const holder = await this.privateStore.accountHolder(account);
    return holder ?? (await this.#moved(login, before, account));
  }

  hasLogin(held: HeldAccount): Promise<boolean> {
    return this.privateStore.hasAccount(held);
  }

  maySignIn(held: HeldAccount): Promise<boolean> {
    return this.hasLogin(held);
  }

  async bind(login: Login, to: Bound): Promise<HeldAccount | null> {
    const holder = await this.heldAs(login); // It may lie under a key of before.
    if (holder) return holder;
    const [newest] = await this.#keys();
    return await this.privateStore.bindAccount({
      ...to,
      account: hashed('account', login, newest),
    });
  }

  async marksOf(login: Login): Promise<readonly [Sha256, ...Sha256[]]> {
    const [newest, ...before] = await this.#keys();
    const markUnder = (key: string) => hashed('mark', login, key) as Sha256;
    return [markUnder(newest), ...before.map(markUnder)];
  }

  #keys(): Promise<readonly [newest: string, ...before: string[]]> {
    return this.privateStore.secrets('accounts');
  }

  /** Whose it was under a key of before; from now on it lies under the newest. */
  async #moved(
    login: Login,
    before: readonly string[],
    account: string,
  ): Promise<HeldAccount | null> {
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
  override async heldAs(login: Login): Promise<HeldAccount | null> {
    const { subject } = login;
    if (!PERSON.test(subject)) return await super.heldAs(login);
    return { person: subject as PersonRef, generation: 0 };
  }

  override async maySignIn(held: HeldAccount): Promise<boolean> {
    const isPersona = held.generation === 0 && PERSON.test(held.person);
    return isPersona || (await super.maySignIn(held));
  }
}
