import type { ReadAction } from '@tavolo/access';
import type { MandateRef } from '@tavolo/kernel';
import { isWithin } from './reach.js';
import type { Reach } from './reach.js';
import type { Stance } from './standings.js';

/** Confidential matters, and all that is about one, by id: whose it is, the body first. */
export type Secrets = ReadonlyMap<string, readonly string[]>;

/** Under which mandate something confidential may be read. */
export type Grant = Readonly<{ mandate: MandateRef | null; kind: string }>;

type Parts = Readonly<{
  stances: readonly Stance[];
  reachOf: (stance: Stance, action: ReadAction) => Promise<Reach>;
  secrets: () => Promise<Secrets>;
}>;

/** Somebody who asks, as they stand at one moment: what was found once is not looked for again. */
export class Reader {
  readonly #parts: Parts;
  readonly #reaches = new Map<ReadAction, Promise<Reach>>();
  readonly #hidden = new Map<boolean, Promise<ReadonlySet<string>>>();
  #secrets: Promise<Secrets> | null = null;
  #grants: Promise<readonly (readonly [Grant, Reach])[]> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** By whatever mandate of theirs. */
  reach(action: ReadAction): Promise<Reach> {
    const known = this.#reaches.get(action);
    if (known) return known;
    const found = this.#together(action);
    this.#reaches.set(action, found);
    return found;
  }

  /** Everything that is confidential now, whoever may read it. */
  secrets(): Promise<Secrets> {
    return (this.#secrets ??= this.#parts.secrets());
  }

  /**
   * What of it is kept from them. An auditor is shown it once they have said why: `isReasoned`.
   */
  hidden(isReasoned: boolean): Promise<ReadonlySet<string>> {
    const found = this.#hidden.get(isReasoned) ?? this.#kept(isReasoned);
    this.#hidden.set(isReasoned, found);
    return found;
  }

  /** The mandate by which what is confidential of one of these may be read; null where by none. */
  async grantFor(whose: readonly string[], isReasoned: boolean): Promise<Grant | null> {
    const grants = await (this.#grants ??= this.#granted());
    const found = grants.find(
      ([{ kind }, reach]) => (isReasoned || kind !== 'auditor') && isWithin(reach, whose),
    );
    return found?.[0] ?? null;
  }

  /** The mandate under which they audit; null where they do not. */
  get audits(): Grant | null {
    const found = this.#parts.stances.find(({ standing }) => standing.mandate === 'auditor');
    return found ? { mandate: found.mandate, kind: 'auditor' } : null;
  }

  /** The mandate under which they administer; null where they do not. */
  get administers(): Grant | null {
    const kind = 'administrator';
    const found = this.#parts.stances.find(({ standing }) => standing.mandate === kind);
    return found ? { mandate: found.mandate, kind } : null;
  }

  async #kept(isReasoned: boolean): Promise<ReadonlySet<string>> {
    const secrets = await this.secrets();
    if (secrets.size === 0) return nothing;
    const hidden = [...secrets].map(
      async ([id, whose]) => [id, await this.grantFor(whose, isReasoned)] as const,
    );
    return new Set((await Promise.all(hidden)).flatMap(([id, grant]) => (grant ? [] : [id])));
  }

  async #together(action: ReadAction): Promise<Reach> {
    const { stances, reachOf } = this.#parts;
    const all = await Promise.all(stances.map((stance) => reachOf(stance, action)));
    const ids = new Set<string>();
    for (const reach of all) {
      if (reach === 'everywhere') return reach;
      for (const id of reach) ids.add(id);
    }
    return ids;
  }

  #granted(): Promise<readonly (readonly [Grant, Reach])[]> {
    const { stances, reachOf } = this.#parts;
    return Promise.all(
      stances.map(async (stance) => {
        const { mandate, standing } = stance;
        const reach = await reachOf(stance, 'readSecret');
        return [{ mandate, kind: standing.mandate }, reach] as const;
      }),
    );
  }
}

const nothing: ReadonlySet<string> = new Set();
