import { Mutations, personOf } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PolicyBook } from '../policy/policy-book.js';
import type { Policy } from '../policy/policy-text.js';
import { Realm } from '../policy/realm.js';
import { INSTANCE_STREAM } from '../instance.js';
import { POLICY_STREAM } from './activation.js';
import { Policies } from './policies.js';
import type { Version } from './policies.js';
import { ActivatePoliciesInput, PoliciesActivatedResult } from './policies.types.js';
import { PolicyVersion } from './policies.types.js';
import type { AccessPolicy } from './policies.types.js';

/** Which policies are active, which were, and which wait for an administrator. */
@Resolver()
export class PoliciesResolver implements OnModuleInit {
  constructor(
    private readonly policies: Policies,
    private readonly mutations: Mutations,
    private readonly realm: Realm,
  ) {}

  onModuleInit(): void {
    this.realm.governs({
      ...{ category: 'policy', acts: { ActivatePolicies: 'activate' } },
      place: () => Promise.resolve({ above: [INSTANCE_STREAM], basis: null }),
    });
  }

  @Query(() => [PolicyVersion], {
    description:
      'Every version of the policies that was active, the earliest first, and last what waits to be; whatever the moment.',
  })
  async policyVersions(@Context() { locale }: RequestContext): Promise<readonly PolicyVersion[]> {
    const versions = await this.policies.versions();
    return versions.map((version) => this.#shown(version, locale));
  }

  @Mutation(() => PoliciesActivatedResult, {
    description: 'Lets the policies in the folder of this server be the active ones.',
  })
  activatePolicies(
    @Args('input') input: ActivatePoliciesInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const about = { aggregate: 'policy', type: 'ActivatePolicies', target: POLICY_STREAM };
    return this.mutations.send({ ...about, field: 'version', input }, context);
  }

  #shown({ text, hash, activatedAt, activatedBy }: Version, locale: 'en' | 'it'): PolicyVersion {
    const { schema, files } = text;
    const active = hash === this.policies.active.book.hash;
    return {
      ...{ hash, active, activatedAt, schema, files },
      activatedBy: activatedBy === null ? null : personOf(activatedBy),
      policies: new PolicyBook(text).all.map((policy) => shownPolicy(policy, locale)),
    };
  }
}

/** A policy in the language of the reader. */
export function shownPolicy(policy: Policy, locale: 'en' | 'it'): AccessPolicy {
  const { id, forbids, actions } = policy;
  return { id, sentence: policy[locale], forbids, actions };
}
