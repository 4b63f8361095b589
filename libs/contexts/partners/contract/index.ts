import type { Basis, Position } from '@tavolo/event-store';
import type { Cents, LocalDate, MandateRef, OrganisationId, PersonRef } from '@tavolo/kernel';

/** `partner-<uuid>`: the stream of an organisation, and its id everywhere. */
export type PartnerId = OrganisationId;

/** Every kind of organisation that a network may hold. */
export const partnerKinds = [
  'region',
  'municipality',
  'municipalUnion',
  'territorialArea',
  'province',
  'ministry',
  'authority',
  'firstCycleSchool',
  'upperSecondarySchool',
  'adultEducationCentre',
  'university',
  'healthAuthority',
  'thirdSector',
  'migrantAssociation',
  'socialPartner',
  'company',
  'other',
] as const;

/** What an organisation is; calls say which kinds may lead, and which must be present. */
export type PartnerKind = (typeof partnerKinds)[number];

/** Kinds that are public bodies: their acts need an approving act before they sign. */
export const publicBodyKinds = [
  'region',
  'municipality',
  'municipalUnion',
  'territorialArea',
  'province',
  'ministry',
  'authority',
  'firstCycleSchool',
  'upperSecondarySchool',
  'adultEducationCentre',
  'university',
  'healthAuthority',
] as const satisfies readonly PartnerKind[];

/** True for a kind that is a public body. */
export function isPublicBody(kind: PartnerKind): boolean {
  return (publicBodyKinds as readonly PartnerKind[]).includes(kind);
}

/** Where a datum comes from; absent for a user's own. */
export const sources = ['programme', 'public', 'synthetic'] as const;

/** Where a datum comes from: the programme's own presentation, a public text, or made up. */
export type Source = (typeof sources)[number];

/**
 * The states of a partner, in the order of its lifecycle; those from `Withdrawn` on are ends.
 * `Rejected` is a candidate that was refused, or a partner found to be a duplicate.
 */
export const partnerStatuses = [
  'Candidate',
  'Registered',
  'Eligible',
  'Suspended',
  'Withdrawing',
  'Withdrawn',
  'Excluded',
  'Succeeded',
  'Dissolved',
  'Rejected',
] as const;

/** Where a partner is in its lifecycle. */
export type PartnerStatus = (typeof partnerStatuses)[number];

/** How a partner ends. */
export type PartnerEnd = Extract<
  PartnerStatus,
  'Withdrawn' | 'Excluded' | 'Succeeded' | 'Dissolved' | 'Rejected'
>;

const ends: readonly PartnerStatus[] = [
  ...(['Withdrawn', 'Excluded', 'Succeeded', 'Dissolved', 'Rejected'] satisfies PartnerEnd[]),
];

/** True for a partner that is one no more, and never again. */
export function hasEnded(status: PartnerStatus): status is PartnerEnd {
  return ends.includes(status);
}

/** True for a partner that has begun and not ended: it can be acted for, and it owes reports. */
export function isLiving(status: PartnerStatus): boolean {
  return (['Registered', 'Eligible', 'Suspended', 'Withdrawing'] as PartnerStatus[]).includes(
    status,
  );
}

/** PA-2, PA-8: only an eligible partner takes on a commitment; whether still today its date says. */
export function mayCommit(status: PartnerStatus): boolean {
  return status === 'Eligible';
}

/** PA-8: a suspended partner is paid nothing; one that is leaving is paid what it is owed. */
export function mayBePaid(status: PartnerStatus): boolean {
  return isLiving(status) && status !== 'Suspended';
}

/** PA-3: a third-sector entity without its number on the register of the third sector. */
export function lacksRegisterNumber(kind: PartnerKind, registerNo: string | null): boolean {
  return kind === 'thirdSector' && registerNo === null;
}

/** Registers that give an organisation a number or code of its own, beside the tax code. */
export const identifierKinds = ['ipaCode', 'runtsNo', 'schoolCode', 'vat'] as const;

/** IPA code, number on the third-sector register, school code (codice meccanografico), VAT number. */
export type IdentifierKind = (typeof identifierKinds)[number];

/** Every kind of act that a signatory may be empowered for. */
export const actKinds = ['agreement', 'membership', 'plan', 'protocol'] as const;

/** A kind of act that binds a partner (PA-5). */
export type ActKind = (typeof actKinds)[number];

/** A power to act for a partner, from its own stream; `until` includes its last day. */
export type Representation = Readonly<{
  /** `partner-<uuid>#<representation>`. */
  mandate: MandateRef;
  person: PersonRef;
  kind: 'legalRepresentative' | 'signatory';
  /** A legal representative may give all acts, a signatory those named. */
  acts: 'all' | readonly ActKind[];
  /** The largest amount in cents it covers; null where there is no limit. */
  maxCents: Cents | null;
  from: LocalDate;
  until: LocalDate | null;
}>;

/** What another context may rely on about a partner, read from its own stream. */
export type PartnerStanding = Readonly<{
  id: PartnerId;
  kind: PartnerKind;
  status: PartnerStatus;
  isPublic: boolean;
  /** Last day of its eligibility; null where it was never confirmed (PA-2: compare the date). */
  eligibleUntil: LocalDate | null;
  /** Its number on the register of the third sector (PA-3); null where none is recorded. */
  registerNo: string | null;
  representations: readonly Representation[];
  /** Declared interests of persons in this partner; a null matter is any. */
  interests?: readonly DeclaredInterest[];
  /** Its exclusion is proposed and not decided: it takes on nothing meanwhile (PA-6, PA-7). */
  isExclusionOpen?: boolean;
  /** The organisation that stands in its place (PA-9), or that it is a duplicate of (PA-1). */
  successor?: PartnerId | null;
  basis: Basis;
}>;

/** An interest of a person in a partner, as to one matter (the id of a call, plan …) or any. */
export type DeclaredInterest = Readonly<{ person: PersonRef; matter: string | null }>;

/** What a partner still owes or is owed (PA-6), for its predecessors as well (PA-9); `basis` names the streams it was read from. */
export type OpenCommitments = Readonly<{
  openCents: Cents;
  unreportedAdvanceCents: Cents;
  basis: Basis | readonly Basis[];
}>;

/** Answers for the commitments of a partner; the context that keeps them implements it. */
export abstract class Commitments {
  /** Null where the partner never had any. */
  abstract openOf(partner: PartnerId): Promise<OpenCommitments | null>;
}

/** Streams in which a partner has a part, and where that was read. */
export type InvolvedIn = Readonly<{ streams: readonly string[]; basis: readonly Basis[] }>;

/** Where a partner and its predecessors have a part; `line` names them all (PA-9). */
export type InvolvedInLine = InvolvedIn & Readonly<{ line: readonly PartnerId[] }>;

/** The stream that keeps where a partner is involved: `involvement-<its uuid>`. */
export function involvementOf(partner: PartnerId): string {
  return partner.replace(/^partner-/u, 'involvement-');
}

/**
 * Which streams have to be asked about a partner. They are listed before they can bind it: a
 * budget when the partner gets a share, an agreement when it signs.
 */
export abstract class Involvements {
  /** Those of one category: `budget`, `agreement`, `network`, and `partner` for predecessors. */
  abstract of(partner: PartnerId, category: string): Promise<InvolvedIn>;

  /**
   * PA-9: those of the partner and of all in whose place it stands, directly or through another
   * one; `line` is all of these, the partner first. Each stream and each basis is named once.
   */
  async ofLine(partner: PartnerId, category: string): Promise<InvolvedInLine> {
    const line = [partner];
    const found: InvolvedIn[] = [];
    for (const one of line) {
      const before = await this.of(one, 'partner');
      line.push(...(before.streams as PartnerId[]).filter((each) => !line.includes(each)));
      found.push(await this.of(one, category), { ...before, streams: [] });
    }
    const basis = new Map(found.flatMap((one) => one.basis).map((each) => [each.stream, each]));
    const streams = new Set(found.flatMap((one) => one.streams));
    return { line, streams: [...streams], basis: [...basis.values()] };
  }
}

/** An agreement that binds a partner, up to its last day; null where it has none. */
export type BindingAgreement = Readonly<{ agreement: string; until: LocalDate | null }>;

/** Answers for the agreements of a partner; the context that keeps them implements it. */
export abstract class BindingAgreements {
  /** Those in force, suspended ones included, as their streams say (PA-4), of predecessors too (PA-9). */
  abstract of(
    partner: PartnerId,
  ): Promise<Readonly<{ agreements: readonly BindingAgreement[]; basis: readonly Basis[] }>>;
}

/** Answers for partners to other contexts. */
export abstract class Partners {
  /** Now, or at a position of the log; null where there is no such partner, or was none then. */
  abstract standing(id: PartnerId, upTo?: Position): Promise<PartnerStanding | null>;
}
