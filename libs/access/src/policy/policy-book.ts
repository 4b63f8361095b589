import type { Sha256 } from '@tavolo/kernel';
import { builtPolicies } from './built-policies.js';
import { BadPolicies, checkedPolicies, policyHash } from './policy-text.js';
import type { Policy, PolicyText } from './policy-text.js';
import type { Action } from './question.js';

/** The policies by name, to put an answer into words. */
export class PolicyBook {
  readonly hash: Sha256;
  readonly #byId: ReadonlyMap<string, Policy>;

  /** @throws BadPolicies */
  constructor(readonly text: PolicyText) {
    this.hash = policyHash(text);
    const policies = builtPolicies(this.hash) ?? checkedPolicies(text);
    this.#byId = new Map(policies.map((policy) => [policy.id, policy]));
  }

  get all(): readonly Policy[] {
    return [...this.#byId.values()];
  }

  named(ids: readonly string[]): readonly Policy[] {
    return ids.map((id) => {
      const policy = this.#byId.get(id);
      if (!policy) throw new BadPolicies(`there is no policy ${id}`);
      return policy;
    });
  }

  /** Which policies would let somebody do it. */
  permitting(action: Action): readonly Policy[] {
    return this.all.filter(({ forbids, actions }) => !forbids && actions.includes(action));
  }
}
