import type { Command, LocalDate } from '@tavolo/kernel';
import type { AgreementKind, AgreementStatus } from '@tavolo/agreements';
import type { PartnerId, PartnerKind, PartnerStatus, Representation } from '@tavolo/partners';
import type { PlanId, PlanStatus } from '@tavolo/plans';
import type { MandatoryCategory } from '@tavolo/programmes';
import type { MemberRole, NetworkId, NetworkLevel, Source } from '../contract/index.js';

/** A partner as its own stream says. */
export type PartnerGround = Readonly<{
  kind: PartnerKind;
  status: PartnerStatus;
  eligibleUntil: LocalDate | null;
}>;

/** The lead of the plan, for PA-10; null where it is not known. */
export type PlanLead = Readonly<{ id: PartnerId; kind: PartnerKind }>;

/** Null where there is no such plan or partner. `leadKinds` are those of the plan's call. */
export type ProposeNetwork = Command<
  'ProposeNetwork',
  {
    plan: PlanId;
    title: string;
    titleEn?: string;
    level: NetworkLevel;
    lead: PartnerId;
    source?: Source;
    grounds: {
      plan: { status: PlanStatus; leadKinds: readonly PartnerKind[] } | null;
      planLead: PlanLead | null;
      partner: PartnerGround | null;
    };
  }
>;
/** Null where there is no such partner; `until` is the last day for an answer. */
export type InviteMember = Command<
  'InviteMember',
  {
    partner: PartnerId;
    role: Exclude<MemberRole, 'lead'>;
    until: LocalDate;
    grounds: { partner: PartnerGround | null; planLead: PlanLead | null };
  }
>;
/** Given for the organisation of the mandate; `power` is what that mandate empowers for. */
export type AcceptInvitation = Command<
  'AcceptInvitation',
  { grounds: { power: Pick<Representation, 'acts'> | null } }
>;
/** Given for the organisation of the mandate; `power` is what that mandate empowers for. */
export type DeclineInvitation = Command<
  'DeclineInvitation',
  { grounds: { power: Pick<Representation, 'acts'> | null } }
>;
/** Null where there is no such partner. */
export type AdmitMember = Command<
  'AdmitMember',
  { partner: PartnerId; grounds: { partner: PartnerGround | null } }
>;
/** Null where there is no such partner. `leadKinds` are those of the call of the plan. */
export type AssignRole = Command<
  'AssignRole',
  {
    partner: PartnerId;
    role: MemberRole;
    grounds: {
      partner: PartnerGround | null;
      planLead: PlanLead | null;
      leadKinds: readonly PartnerKind[];
    };
  }
>;
/** `partners` are those of all active members. */
export type ConstituteNetwork = Command<
  'ConstituteNetwork',
  {
    grounds: {
      categories: readonly MandatoryCategory[];
      partners: Readonly<Partial<Record<PartnerId, PartnerGround>>>;
    };
  }
>;
/** Of the process that follows the network's agreement only. */
export type ActivateNetwork = Command<
  'ActivateNetwork',
  {
    agreement: string;
    grounds: {
      network: NetworkId;
      agreement: {
        kind: AgreementKind;
        status: AgreementStatus;
        network: NetworkId | null;
        inForceFrom: LocalDate | null;
      } | null;
    };
  }
>;

/** Every command on a network. */
export type NetworkCommand =
  | ProposeNetwork
  | InviteMember
  | AcceptInvitation
  | DeclineInvitation
  | AdmitMember
  | AssignRole
  | ConstituteNetwork
  | ActivateNetwork;
