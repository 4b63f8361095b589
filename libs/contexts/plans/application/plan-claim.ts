import { claimStream } from '@tavolo/process';
import type { CallId } from '@tavolo/programmes';

/** The stream that owns a region under a call (PL-1): whoever is first on it has the plan. */
export function planClaim({ call, regionCode }: { call: CallId; regionCode: string }): string {
  return claimStream('plan', `${call.replace(/^call-/u, '')}-${regionCode}`);
}
