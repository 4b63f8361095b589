import type { Cents, Command, LocalDate, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementId, AgreementKind } from '../contract/index.js';
import type { ParentGround, PartyGround } from './agreement.commands.js';
import type { PartyRole, ProtocolEntry, SignatureLevel, Source } from './agreement.events.js';
import type { ChecklistTopic } from './checklist.js';
import type { ApprovalElsewhere, WaivableRule } from './recording.events.js';

/** A party as it is reported: its share, its approving act, its signature. */
export type ReportedParty = Readonly<{
  partner: PartnerId;
  shareCents: Cents;
  role: PartyRole;
  approval?: ApprovalElsewhere;
  /** Without it the agreement is not complete. */
  signature?: Readonly<{
    signatory: PersonRef;
    /** One of the signatory's mandates; without it the one that covers the act. */
    mandate?: MandateRef;
    level: SignatureLevel;
    signedOn: LocalDate;
    container?: Sha256;
    report?: Sha256;
  }>;
}>;

/** What is known of a party in its own stream. */
export type RecordedPartyGround = PartyGround & Readonly<{ isPublic: boolean }>;

/** Records an agreement that was signed elsewhere, with all that is reported of it. */
export type RecordExistingAgreement = Command<
  'RecordExistingAgreement',
  ProtocolEntry & {
    kind: AgreementKind;
    title: string;
    titleEn?: string;
    network?: NetworkId;
    plan?: PlanId;
    parent?: AgreementId;
    totalCents: Cents;
    start: LocalDate;
    end: LocalDate;
    textSha256: Sha256;
    covers?: readonly ChecklistTopic[];
    parties: readonly ReportedParty[];
    conditions?: readonly Readonly<{ title: string; metOn: LocalDate; document: Sha256 }>[];
    publicationRequired?: boolean;
    publication?: Readonly<{ publishedOn: LocalDate; place: string; reference: string }>;
    noticeDays?: number;
    source?: Source;
    earlierEffectBy?: string;
    waivers?: readonly Readonly<{ rule: WaivableRule; act: Sha256 }>[];
    grounds: {
      /** The first object named that does not exist. */
      missing: string | null;
      parentKind: AgreementKind | null;
      parent: ParentGround | null;
      /** Media type of the text. */
      mediaType: string;
      /** Who has the protocol number by now. */
      heldBy: string | null;
      /** From when it has effect, as the command says; null where it does not say. */
      effectiveOn: LocalDate | null;
      /** One for each party, in their order. */
      parties: readonly RecordedPartyGround[];
      /** Under what kind of mandate the actor acts: `founder`, `legalRepresentative` … */
      role: string | null;
      /** One new id for each condition. */
      newIds: readonly string[];
    };
  }
>;
