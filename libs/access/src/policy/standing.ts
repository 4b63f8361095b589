import type { Mandate } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import { INSTANCE_STREAM } from '../instance.js';
import type { Role, Standing } from './question.js';
import type { Place, Surroundings } from './realm.js';

/** The roles of a mandate of a board, at the board. */
const offices: Readonly<Record<string, readonly Role[]>> = {
  alternate: ['seat'],
  chair: ['seat', 'chair'],
  seat: ['seat'],
  secretary: ['secretary'],
  viceChair: ['seat', 'chair'],
};
/** The roles of a mandate that names the scope it is held at. */
const appointments: Readonly<Record<string, readonly Role[]>> = {
  administrator: ['administrator'],
  auditor: ['auditor'],
  coordinator: ['coordinator'],
};
/** Powers to act for an organisation. */
const powers = ['legalRepresentative', 'service', 'signatory'];

/** What somebody is under a mandate, and which streams that was read from beside the mandate's. */
export type Stood = Readonly<{ standing: Standing; basis: readonly Basis[] }>;

/**
 * The roles of a mandate at an object and above it. An organisation has a part in an object as
 * the object's own stream says; a mandate of a kind that is not known here gives none.
 */
export function standingOf(
  mandate: Mandate,
  around: Surroundings,
  { forOneself, acts }: Readonly<{ forOneself: boolean; acts: Place | null }>,
): Stood {
  const { kind, ref, scope } = mandate;
  const said = { mandate: kind === 'founder' ? 'administrator' : kind, forOneself };
  if (powers.includes(kind)) {
    const { at, basis } = ofOrganisation(mandate, around, acts);
    return { standing: { ...said, at }, basis };
  }
  const granted = kind === 'founder' ? ['administrator' as const] : appointments[kind];
  const where = granted ? (scope ?? INSTANCE_STREAM) : ref.slice(0, ref.indexOf('#'));
  const held = (granted ?? offices[kind] ?? []).map((role) => [role, [where]] as const);
  return { standing: { ...said, at: Object.fromEntries(held) }, basis: [] };
}

function ofOrganisation(
  { kind, organisation }: Mandate,
  { places }: Surroundings,
  acts: Place | null,
): { readonly at: Standing['at']; readonly basis: readonly Basis[] } {
  if (organisation === null || !acts) return { at: {}, basis: [] };
  const having = (part: 'leads' | 'members' | 'parties') =>
    [...places].filter(([, place]) => place[part]?.includes(organisation) === true);
  const [leads, members, parties] = [having('leads'), having('members'), having('parties')];
  const open = [...places].filter(([, { openToPartners }]) => openToPartners === true);
  const ids = (found: readonly (readonly [string, Place])[]) => found.map(([id]) => id);
  const at: Standing['at'] = {
    ...{ lead: ids(leads), member: ids(members), party: ids([...parties, ...open]) },
    ...{ partner: [INSTANCE_STREAM], representative: [organisation] },
    ...(acts.isAuthority === true && { authority: [INSTANCE_STREAM] }),
    ...(kind === 'legalRepresentative' && { legalRepresentative: [organisation] }),
  };
  const read = [...leads, ...members, ...parties].map(([, { basis }]) => basis);
  return { at, basis: read.filter((basis) => basis !== null) };
}
