import { canonicalJson, normalised } from '@tavolo/kernel';
import type { PlanId } from '../contract/index.js';
import { contentOf } from '../domain/plan.content.js';
import type { PlanState } from '../domain/plan.state.js';

/**
 * The canonical text of a plan (RFC 8785, letters in NFC): the bytes that are consolidated, voted
 * on and approved. It names its plan, so that no other plan can have the same text.
 */
export function planText(plan: PlanId, state: PlanState): string {
  return canonicalJson(normalised({ ...contentOf(state), plan }));
}
