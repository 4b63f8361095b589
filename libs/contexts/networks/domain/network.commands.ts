import type { Command, LocalDate } from '@tavolo/kernel';
import type { PartnerId, PartnerKind, Representation } from '@tavolo/partners';
import type { PlanId, PlanStatus } from '@tavolo/plans';
import type { MandatoryCategory } from '@tavolo/programmes';
import type { MemberRole, NetworkId, NetworkLevel, Source } from '../contract/index.js';
import type {
  AgreementGround,
  ChangeGround,
  Changing,
  LaterNetworkCommand,
  PartnerGround,
  PlanLead,
  PresenceGround,
} from './network.later.commands.js';

export type { AgreementGround, PartnerGround, PlanLead } from './network.later.commands.js';

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
    /** The act of the authority, after the award (N-8). */
    approval?: string;
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
  Changing & {
    partner: PartnerId;
    grounds: { partner: PartnerGround | null; change?: ChangeGround };
  }
>;
/** Null where there is no such partner. `leadKinds` are those of the call of the plan. */
export type AssignRole = Command<
  'AssignRole',
  Changing & {
    partner: PartnerId;
    role: MemberRole;
    grounds: {
      partner: PartnerGround | null;
      planLead: PlanLead | null;
      leadKinds: readonly PartnerKind[];
      change?: ChangeGround;
      presence?: PresenceGround;
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
      agreement: AgreementGround | null;
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
  | ActivateNetwork
  | LaterNetworkCommand;
