import type { AgreementId, AgreementKind, AgreementStatus } from '@tavolo/agreements';
import type { Command } from '@tavolo/kernel';
import type { PartnerId, PartnerKind, PartnerStatus } from '@tavolo/partners';
import type { LocalDate } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { MandatoryCategory } from '@tavolo/programmes';
import type {
  AwardChange,
  MemberRole,
  NetworkId,
  NetworkLevel,
  OpenObligations,
} from '../contract/index.js';
import type { MovedMember } from './network.later.events.js';

/** A partner as its own stream says. */
export type PartnerGround = Readonly<{
  kind: PartnerKind;
  status: PartnerStatus;
  eligibleUntil: LocalDate | null;
}>;

/** The lead of the plan, for PA-10; null where it is not known. */
export type PlanLead = Readonly<{ id: PartnerId; kind: PartnerKind }>;

/** An agreement as its own stream says. */
export type AgreementGround = Readonly<{
  kind: AgreementKind;
  status: AgreementStatus;
  network: NetworkId | null;
  inForceFrom: LocalDate | null;
  /** The version in force, 1 before any amendment; null while none is. */
  version: number | null;
}>;

/** The agreement that a change of members names, read for the network decided on (N-8). */
export type ChangeGround = Readonly<{ network: NetworkId; agreement: AgreementGround | null }>;

/** Who has to be in a network: mandatory categories, kinds of its members, leads nested in it. */
export type PresenceGround = Readonly<{
  categories: readonly MandatoryCategory[];
  partners: Readonly<Partial<Record<PartnerId, PartnerGround>>>;
  /** The leads of the networks nested in this one (N-5). */
  leadsBelow: readonly PartnerId[];
}>;

/** Of a change after the award: what authorises it, and the amendment (N-8). */
export type Changing = Readonly<{ change?: AwardChange }>;

export type RevokeInvitation = Command<'RevokeInvitation', { partner: PartnerId }>;
/** Of the timer only: the date has decided already, this records it. */
export type ExpireInvitation = Command<'ExpireInvitation', { partner: PartnerId }>;
/** `parentMembers` are the active members of the network above; null where there is none (N-5). */
export type ReplaceLead = Command<
  'ReplaceLead',
  Changing & {
    lead: PartnerId;
    formerRole: Exclude<MemberRole, 'lead'>;
    grounds: {
      partner: PartnerGround | null;
      planLead: PlanLead | null;
      leadKinds: readonly PartnerKind[];
      parentMembers: readonly PartnerId[] | null;
      change: ChangeGround;
      presence: PresenceGround;
    };
  }
>;
export type SuspendMember = Command<'SuspendMember', { partner: PartnerId }>;
/** Null where there is no such partner. */
export type ReinstateMember = Command<
  'ReinstateMember',
  { partner: PartnerId; grounds: { partner: PartnerGround | null } }
>;
/** Given for the organisation of the mandate. */
export type RequestExit = Command<'RequestExit', object>;
export type ReleaseMember = Command<
  'ReleaseMember',
  Changing & { partner: PartnerId; grounds: { change: ChangeGround; presence: PresenceGround } }
>;
export type ExpelMember = Command<
  'ExpelMember',
  Changing & { partner: PartnerId; grounds: { change: ChangeGround; presence: PresenceGround } }
>;
/** Of a process only: a partner that is in the network, or asked to be, as it stands by now (N-2). */
export type NotePartner = Command<
  'NotePartner',
  { partner: PartnerId; grounds: { partner: PartnerGround | null } }
>;
/** `agreement` is named by the process that follows it, never by a person. */
export type SuspendNetwork = Command<'SuspendNetwork', { agreement?: string }>;
/** The agreement by which it is active again: the one it was active by, or another one. */
export type ResumeNetwork = Command<
  'ResumeNetwork',
  { agreement: AgreementId; grounds: { network: NetworkId; agreement: AgreementGround | null } }
>;
export type StartDissolution = Command<'StartDissolution', object>;
/** What N-10 asks for, each from its own stream. */
export type DissolveNetwork = Command<'DissolveNetwork', { grounds: EndGround }>;
/** Null: the network has no agreement, or owes nothing that anybody knows of. */
export type EndGround = Readonly<{
  agreement: AgreementGround | null;
  obligations: Pick<OpenObligations, 'agreements' | 'openCents' | 'openReports'> | null;
  nested: readonly NetworkId[];
}>;
/** Of the process of a split only: the first fact of the network that comes out of it. */
export type FoundBySplit = Command<
  'FoundBySplit',
  {
    from: NetworkId;
    plan: PlanId;
    title: string;
    level: NetworkLevel;
    lead: PartnerId;
    members: readonly MovedMember[];
  }
>;
/** Of the process of a merger only. */
export type TakeOverMembers = Command<
  'TakeOverMembers',
  { from: NetworkId; members: readonly MovedMember[] }
>;
/** Of the process of a split only. */
export type HandOverMembers = Command<
  'HandOverMembers',
  { to: NetworkId; partners: readonly PartnerId[] }
>;
/** Of the process of a merger only. */
export type EndByMerger = Command<'EndByMerger', { into: NetworkId }>;

/** Commands on a network and its members after they were formed. */
export type LaterNetworkCommand =
  | RevokeInvitation
  | ExpireInvitation
  | ReplaceLead
  | SuspendMember
  | ReinstateMember
  | RequestExit
  | ReleaseMember
  | ExpelMember
  | NotePartner
  | SuspendNetwork
  | ResumeNetwork
  | StartDissolution
  | DissolveNetwork
  | FoundBySplit
  | TakeOverMembers
  | HandOverMembers
  | EndByMerger;
