import type { Principal } from '../identity/authenticator.js';
import { CLOCK_TOLERANCE_S } from '../identity/token-verifier.js';

const MINUTE_MS = 60_000;

/** So old may the login be with which somebody ends other sessions, or binds another login. */
export const FRESH_MINUTES = 10;

/**
 * Whether a login is at most so many minutes old, in real time. An issuer that does not say when is
 * fresh for nothing; nor is one that speaks of a time to come, beyond what clocks differ.
 */
export function isFresh(
  { authenticatedAt = '' }: Pick<Principal['auth'], 'authenticatedAt'>,
  { minutes, now }: Readonly<{ minutes: number; now: Date }>,
): boolean {
  const ageMs = now.getTime() - Date.parse(authenticatedAt);
  return ageMs <= minutes * MINUTE_MS && ageMs >= -CLOCK_TOLERANCE_S * 1_000;
}
