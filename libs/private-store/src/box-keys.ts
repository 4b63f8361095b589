import { UnusablePrivateStore } from './private-store.js';
import { markOf, newSealingKey, seal, sealNamed, unseal } from './seal.js';

/**
 * What the keys of ballot boxes are sealed under: 32 bytes in base64url. Of two the second is the
 * one of before, while its boxes are moved to the first.
 */
export type SealingKeys = readonly [current: string, before?: string];

/** What becomes of the boxes of a store by moving them to another key. */
export type Resealed = Readonly<{
  /** So many are sealed under the new key by this. */
  moved: number;
  /** So many no key opens: their votes are void when they are closed, and are held again. */
  lost: number;
}>;

/** A key of before there was any to seal it under: 32 bytes in base64url, and nothing around them. */
const BARE_CHARACTERS = newSealingKey().length;

/**
 * How keys of boxes lie in a store. Which key new ones are sealed under is said by a mark in the
 * store itself, so that every replica does it alike while some know a new one already: only
 * moving all boxes changes the mark.
 */
export class BoxKeys {
  /** Null where nothing seals them: files that nobody else reads. */
  constructor(private readonly keys: SealingKeys | null) {}

  /** What a store is marked with that is new, or moved: of the current key; null without one. */
  get mark(): string | null {
    return this.keys && markFor(this.keys[0]);
  }

  /** @throws UnusablePrivateStore for a store that is sealed under none of these keys */
  check(mark: string | null): void {
    if (mark === null || this.#keyOf(mark) !== undefined) return;
    throw new UnusablePrivateStore(
      'The ballot boxes are sealed under another key: write in TAVOLO_BALLOT_KEY the one that the other replicas have, and while it is being changed the one of before in TAVOLO_BALLOT_KEY_BEFORE.',
    );
  }

  /** A key for this box, as it lies in a store of this mark. @throws UnusablePrivateStore */
  made(box: string, mark: string | null): string {
    return this.#sealed(newSealingKey(), box, mark);
  }

  /** The key of a box; null where it was changed, or is sealed under none of ours. */
  open(kept: string, box: string): string | null {
    if (kept.length === BARE_CHARACTERS) return kept;
    const opened = this.#all.map((key) => unseal(key, kept, aboutOf(box)));
    return opened.find((key) => key !== null) ?? null;
  }

  /** The same key as it lies in a store that is moved to the current one; null where it is lost. */
  moved(kept: string, box: string): string | null {
    const key = this.open(kept, box);
    return key === null ? null : this.#sealed(key, box, this.mark);
  }

  get #all(): readonly string[] {
    const [current, before] = this.keys ?? [];
    return [current, before].filter((key) => key !== undefined);
  }

  #keyOf(mark: string): string | undefined {
    return this.#all.find((key) => markFor(key) === mark);
  }

  /** Under one key alone as it always was, which a replica of before reads too; under two named. */
  #sealed(key: string, box: string, mark: string | null): string {
    if (mark === null) return key;
    const under = this.#keyOf(mark);
    if (under === undefined) {
      this.check(mark);
      return key;
    }
    const about = aboutOf(box);
    return this.#all.length > 1 ? sealNamed(under, key, { about }) : seal(under, key, about);
  }
}

const aboutOf = (box: string): readonly string[] => ['key of a ballot box', box];
const markFor = (key: string): string => markOf(key, 'ballot boxes');
