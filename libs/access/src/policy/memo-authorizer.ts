import type { Sha256 } from '@tavolo/kernel';
import { Authorizer, roles } from './question.js';
import type { Question, Verdict } from './question.js';

const KEPT = 10_000;

/**
 * Remembers decisions, never facts. The key holds all that a decision depends on, the policies
 * included, so nothing ever has to be taken out of it: where the facts changed, the key is another.
 */
export class MemoAuthorizer extends Authorizer {
  readonly hash: Sha256;
  readonly #inner: Authorizer;
  /** In the order in which they were decided, the oldest first, however often it was asked for. */
  readonly #known = new Map<string, Verdict>();

  constructor(inner: Authorizer) {
    super();
    this.#inner = inner;
    this.hash = inner.hash;
  }

  decide(question: Question): Verdict {
    const key = keyOf(this.hash, question);
    const known = this.#known.get(key);
    if (known) return known;
    const verdict = this.#inner.decide(question);
    // What could not be decided is asked again.
    if (verdict.trouble === null) this.#keep(key, verdict);
    return verdict;
  }

  #keep(key: string, verdict: Verdict): void {
    this.#known.set(key, verdict);
    if (this.#known.size <= KEPT) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

/**
 * All that a policy of the closed subset can ask of a question: which roles hold at the resource
 * or above it, not where. Two questions with one key have one answer (`policy.property.spec.ts`).
 */
export function keyOf(hash: Sha256, { principal, action, resource, standing }: Question): string {
  const { mandate, forOneself, at } = standing;
  const isAt = (id: string) => id === resource.id || resource.above.includes(id);
  const held = roles.filter((role) => at[role]?.some(isAt));
  return [hash, principal.type, action, mandate, String(forOneself), ...held].join(' ');
}
