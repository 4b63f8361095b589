import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { Following } from '../following.js';
import { CedarAuthorizer } from '../policy/cedar-authorizer.js';
import type { Alarm } from '../policy/cedar-authorizer.js';
import { MemoAuthorizer } from '../policy/memo-authorizer.js';
import { PolicyBook } from '../policy/policy-book.js';
import { policyHash } from '../policy/policy-text.js';
import type { PolicyText } from '../policy/policy-text.js';
import { Authorizer } from '../policy/question.js';
import type { Question, Verdict } from '../policy/question.js';
import type { PolicyActivated } from './activation.events.js';
import { activations, POLICY_STREAM } from './activation.js';

/** Policies that can be asked, with their words. */
export type Held = Readonly<{ book: PolicyBook; authorizer: Authorizer }>;

/** Policies with when they became active, and by whom; null for those that never did. */
export type Version = Readonly<{
  text: PolicyText;
  hash: Sha256;
  activatedAt: Instant | null;
  activatedBy: PersonRef | null;
}>;

/** Asks the policies that are active at the time of the question. */
class ActiveAuthorizer extends Authorizer {
  constructor(private readonly active: () => Authorizer) {
    super();
  }

  get hash(): Sha256 {
    return this.active().hash;
  }

  decide(question: Question): Verdict {
    return this.active().decide(question);
  }
}

/**
 * The policies by which this server decides: those of the last activation in the log, and until
 * there is one those of its folder. What the folder holds beside them waits for an administrator.
 */
export class Policies implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** What the folder holds. */
  readonly offered: Held;
  /** For whoever asks whether something is allowed: always by the active ones. */
  readonly authorizer: Authorizer;
  readonly #byHash = new Map<string, Held>();
  readonly #following: Following;
  #active: Held;

  private constructor(
    private readonly store: EventStore,
    text: PolicyText,
    private readonly alarm: Alarm,
  ) {
    this.offered = this.#held(text);
    this.#active = this.offered;
    this.authorizer = new ActiveAuthorizer(() => this.#active.authorizer);
    this.#following = new Following(store, activations.category, () => this.reload());
  }

  /** @throws BadPolicies where the folder or the log holds policies that are not valid */
  static async open(store: EventStore, text: PolicyText, alarm: Alarm): Promise<Policies> {
    const policies = new Policies(store, text, alarm);
    await policies.reload();
    return policies;
  }

  get active(): Held {
    return this.#active;
  }

  /**
   * Goes by whatever is activated from now on, at this server or at another, until it is shut
   * down: what one replica lets happen the others do. @throws StoreUnavailable at first
   */
  onApplicationBootstrap(): Promise<void> {
    return this.#following.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#following.close();
  }

  /** Goes by the last activation from now on. */
  async reload(): Promise<void> {
    const last = (await this.versions()).findLast(({ activatedAt }) => activatedAt !== null);
    if (last) this.#active = this.#held(last.text);
  }

  /** Every version that was active, the earliest first, and last what waits to be. */
  async versions(): Promise<readonly Version[]> {
    const found: Version[] = [];
    for await (const { data } of this.store.readStream(POLICY_STREAM)) {
      const { hash, schema, files, ...by } = data as unknown as PolicyActivated['data'];
      const { activatedAt, activatedBy } = by;
      found.push({ text: { schema, files }, hash, activatedAt, activatedBy });
    }
    const { text, hash } = this.offered.book;
    if (found.at(-1)?.hash === hash) return found;
    return [...found, { text, hash, activatedAt: null, activatedBy: null }];
  }

  /** The version active at an instant: of before the first activation the earliest is known. */
  async at(instant: Instant): Promise<Held> {
    const versions = await this.versions();
    const activated = versions.filter(({ activatedAt }) => activatedAt !== null);
    const active = activated.findLast(({ activatedAt }) => (activatedAt ?? '') <= instant);
    const version = active ?? activated[0];
    return version ? this.#held(version.text) : this.#active;
  }

  /** One text is checked once: strict validation is the dearest part of it. */
  #held(text: PolicyText): Held {
    const hash = policyHash(text);
    const known = this.#byHash.get(hash);
    if (known) return known;
    const book = new PolicyBook(text);
    const authorizer = new MemoAuthorizer(new CedarAuthorizer(book, this.alarm));
    const held = { book, authorizer };
    this.#byHash.set(hash, held);
    return held;
  }
}
