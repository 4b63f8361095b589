import { seal, unseal } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import type { Attempt } from './relying-party.js';

/** A login on its way: what it must come back with, and where the browser goes then. */
export type UnderWay = Readonly<{
  attempt: Attempt;
  returnTo: string;
  /** The secret of a link that is to be used up by it. */
  invitation?: string;
}>;

const MINUTES_10 = 600_000;
/** What is sealed here opens nowhere else. */
const ABOUT = ['login'];

/**
 * Logins that are under way, each in its own browser, under seal: a login that was begun in one
 * browser cannot be finished in another, and the server remembers nothing of those who never
 * come back.
 */
export class LoginAttempts {
  #key: Promise<string> | null = null;

  constructor(
    private readonly privateStore: PrivateStore,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** How long a browser has. */
  readonly seconds = MINUTES_10 / 1_000;

  /** As the browser keeps it. */
  async seal(underWay: UnderWay): Promise<string> {
    const untilMs = this.now().getTime() + MINUTES_10;
    return seal(await this.#sealingKey(), JSON.stringify({ ...underWay, untilMs }), ABOUT);
  }

  /** Null where it was not sealed here, was changed, or took too long. */
  async open(sealed: string | null): Promise<UnderWay | null> {
    const text = sealed === null ? null : unseal(await this.#sealingKey(), sealed, ABOUT);
    if (text === null) return null;
    const { untilMs, ...underWay } = JSON.parse(text) as UnderWay & { readonly untilMs: number };
    return this.now().getTime() < untilMs ? underWay : null;
  }

  async #sealingKey(): Promise<string> {
    this.#key ??= this.privateStore.secret('login-attempts');
    return Buffer.from(await this.#key, 'hex').toString('base64url');
  }
}
