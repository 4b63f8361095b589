import { existsSync, readFileSync } from 'node:fs';
import type { Sha256 } from '@tavolo/kernel';
import type { Policy } from './policy-text.js';

/** What `npm run build` has checked: beside the built modules, and nowhere for the source. */
const BUILT = new URL('../../../../checked-policies.json', import.meta.url);

/** The policies of one text, which `checkedPolicies` has answered when this was built. */
export type BuiltPolicies = Readonly<{ hash: Sha256; policies: readonly Policy[] }>;

/**
 * The policies of the text of that hash, where the build has checked this very text; null for any
 * other, which has to be checked. The check takes a sixth of a server's start.
 */
export function builtPolicies(hash: Sha256, built = BUILT): readonly Policy[] | null {
  if (!existsSync(built)) return null;
  const { hash: checked, policies } = JSON.parse(readFileSync(built, 'utf8')) as BuiltPolicies;
  return checked === hash ? policies : null;
}
