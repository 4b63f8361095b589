import type { Aggregate } from '@tavolo/command';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Sha256 } from '@tavolo/kernel';
import type { PolicyText } from '../policy/policy-text.js';
import type { PolicyActivated } from './activation.events.js';
import { activationRules } from './activation.rules.js';

/** One stream holds which policies were active, from when. */
export const POLICY_STREAM = 'policy-tavolo';

/** What this server has in its folder, and who wants it. */
export type Offered = Readonly<{
  hash: Sha256;
  text: PolicyText;
  isAdministrator: boolean;
}>;

/** Names the hash of what was read, for it is what the act is about. */
export type ActivatePolicies = Command<'ActivatePolicies', { hash: Sha256; grounds: Offered }>;

/** The policies that are active; null before the first activation. */
export type ActivationState = Readonly<{ active: Sha256 | null }>;

/** Policies change by an act of an administrator, in the log, and by nothing else. */
export const activationDecider: Decider<ActivationState, ActivatePolicies, PolicyActivated> = {
  initial: { active: null },
  decide({ data: { hash, grounds }, at, by }, { active: previous }) {
    const { hash: offered, text, isAdministrator } = grounds;
    if (!isAdministrator) return refuse(activationRules.AdministratorsActivate);
    if (hash !== offered) return refuse(activationRules.OtherPolicies, { hash, offered });
    if (hash === previous) return refuse(activationRules.PoliciesActiveAlready);
    const { schema, files } = text;
    const data = { hash, schema, files, previous, activatedBy: by.person, activatedAt: at };
    return accept({ type: 'PolicyActivated', data });
  },
  evolve: (_, { data }) => ({ active: data.hash }),
};

/** `policy-tavolo`. */
export const activations: Aggregate<ActivationState, ActivatePolicies, PolicyActivated> = {
  category: 'policy',
  decider: activationDecider,
  version: 1,
  eventTypes: ['PolicyActivated'],
  creates: [],
  derived: true,
};
