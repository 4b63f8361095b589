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

/** Whether a mandate is a power to act for an organisation. */
export function isPower({ kind }: Mandate): boolean {
  return powers.includes(kind);
}

/** What a mandate is to the policies: the founder is the first administrator. */
export function kindOf({ kind }: Mandate): string {
  return kind === 'founder' ? 'administrator' : kind;
}

/** The roles that an office or an appointment gives, and where; none of a power. */
export function officeRoles({ kind, ref, scope }: Mandate): Standing['at'] {
  const granted = kind === 'founder' ? ['administrator' as const] : appointments[kind];
  const where = granted ? (scope ?? INSTANCE_STREAM) : ref.slice(0, ref.indexOf('#'));
  return Object.fromEntries(
    (granted ?? offices[kind] ?? []).map((role) => [role, [where]] as const),
  );
}

/** The roles that a power gives whatever it is asked about. */
export function powerRoles(
  { kind, organisation }: Mandate,
  acts: Pick<Place, 'isAuthority'>,
): Standing['at'] {
  if (organisation === null) return {};
  return {
    ...{ partner: [INSTANCE_STREAM], representative: [organisation] },
    ...(acts.isAuthority === true && { authority: [INSTANCE_STREAM] }),
    ...(kind === 'legalRepresentative' && { legalRepresentative: [organisation] }),
  };
}

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
  const said = { mandate: kindOf(mandate), forOneself };
  if (!isPower(mandate)) return { standing: { ...said, at: officeRoles(mandate) }, basis: [] };
  const { at, basis } = ofOrganisation(mandate, around, acts);
  return { standing: { ...said, at }, basis };
}

function ofOrganisation(
  mandate: Mandate,
  { places }: Surroundings,
  acts: Place | null,
): { readonly at: Standing['at']; readonly basis: readonly Basis[] } {
  const { organisation } = mandate;
  if (organisation === null || !acts) return { at: {}, basis: [] };
  const having = (part: 'leads' | 'members' | 'parties') =>
    [...places].filter(([, place]) => place[part]?.includes(organisation) === true);
  const [leads, members, parties] = [having('leads'), having('members'), having('parties')];
  const open = [...places].filter(([, { openToPartners }]) => openToPartners === true);
  const ids = (found: readonly (readonly [string, Place])[]) => found.map(([id]) => id);
  const at: Standing['at'] = {
    ...{ lead: ids(leads), member: ids(members), party: ids([...parties, ...open]) },
    ...powerRoles(mandate, acts),
  };
  const read = [...leads, ...members, ...parties].map(([, { basis }]) => basis);
  return { at, basis: read.filter((basis) => basis !== null) };
}
