import type { Mandate } from '@tavolo/command';
import { isAdministrator } from '../policy/administrator.js';

/** Offices of a board that may bring in who holds a seat or an office of the same board. */
const presiding = ['chair', 'secretary', 'viceChair'];

/**
 * Whether who acts under a mandate may make a link for who holds another: their own, what they
 * gave, that of their organisation, of their board, of the service that they answer for; the
 * administrator any. A link in the wrong hands is a person, so nobody else makes one.
 */
export function mayInvite(by: Mandate, invited: Mandate): boolean {
  if (by.person === invited.person || isAdministrator(by)) return true;
  if (by.person === invited.givenBy || by.person === invited.responsible) return true;
  const isOfOrganisation = by.organisation !== null && by.organisation === invited.organisation;
  if (by.kind === 'legalRepresentative' && isOfOrganisation) return true;
  return presiding.includes(by.kind) && by.basis.stream === invited.basis.stream;
}
