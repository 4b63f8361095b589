import type { Cents, Command, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type {
  ActKind,
  BindingAgreement,
  IdentifierKind,
  PartnerId,
  PartnerKind,
  Source,
} from '../contract/index.js';
import type { LeavingCommand } from './partner.leaving.commands.js';

/** `heldBy`: who holds the tax code by now; the claim process keeps PA-1 in a race. */
export type RegisterPartner = Command<
  'RegisterPartner',
  {
    name: string;
    kind: PartnerKind;
    taxCode?: string;
    territory?: string;
    source?: Source;
    grounds: { taxCodeHmac: string | null; heldBy: PartnerId | null };
  }
>;
/** Of the claim process only. */
export type ConfirmRegistration = Command<'ConfirmRegistration', object>;
/** Of the claim process only. */
export type RefuseRegistration = Command<'RefuseRegistration', { heldBy: PartnerId }>;
/** What is left out stays as it is. */
export type UpdatePartnerDetails = Command<
  'UpdatePartnerDetails',
  { name?: string; territory?: string }
>;
export type ClassifyPartner = Command<'ClassifyPartner', { kind: PartnerKind }>;
/** All of them: who is not named is an owner no more. */
export type RecordBeneficialOwners = Command<
  'RecordBeneficialOwners',
  { owners: readonly PersonRef[] }
>;
/** Without `matter` it concerns every matter of the partner. The documents are the declaration. */
export type DeclareInterest = Command<
  'DeclareInterest',
  {
    person: PersonRef;
    matter?: string;
    grounds: { newId: string; documents: readonly Sha256[] };
  }
>;
/** Another value of the same kind takes the place of the one before. */
export type RecordIdentifier = Command<'RecordIdentifier', { kind: IdentifierKind; value: string }>;
/** The documents are those named with the command. */
export type SubmitEligibilityEvidence = Command<
  'SubmitEligibilityEvidence',
  { until: LocalDate; grounds: { documents: readonly Sha256[] } }
>;
/** Without `until` eligibility lasts as long as its evidence. */
export type VerifyEligibility = Command<
  'VerifyEligibility',
  { confirmed: boolean; until?: LocalDate }
>;
/** Of the eligibility timer only: the date has decided already, this records it. */
export type LapseEligibility = Command<'LapseEligibility', object>;
/** Without `until` it lasts until it is ended. */
export type AppointLegalRepresentative = Command<
  'AppointLegalRepresentative',
  { person: PersonRef; from: LocalDate; until?: LocalDate; grounds: { newId: string } }
>;
/** What binds a partner while nobody may be missing who acts for it (PA-4). */
type Bound = Readonly<{ agreements: readonly BindingAgreement[] }>;
/** `on` is the last day; a successor is appointed from the day after, with the same act. */
export type EndLegalRepresentation = Command<
  'EndLegalRepresentation',
  {
    representation: string;
    on: LocalDate;
    successor?: PersonRef;
    successorUntil?: LocalDate;
    grounds: Bound & Readonly<{ newId: string }>;
  }
>;
/** Without `maxCents` for any amount, without `until` until it is revoked. */
export type AuthoriseSignatory = Command<
  'AuthoriseSignatory',
  {
    person: PersonRef;
    acts: readonly ActKind[];
    maxCents?: Cents;
    from: LocalDate;
    until?: LocalDate;
    grounds: { newId: string };
  }
>;
/** `on` is the last day. */
export type RevokeSignatory = Command<'RevokeSignatory', { representation: string; on: LocalDate }>;
/** Of a timer only: the last day of the power has decided already, this records it. */
export type LapseRepresentation = Command<'LapseRepresentation', { representation: string }>;

/** Every command on a partner. */
export type PartnerCommand =
  | RegisterPartner
  | ConfirmRegistration
  | RefuseRegistration
  | UpdatePartnerDetails
  | ClassifyPartner
  | RecordBeneficialOwners
  | DeclareInterest
  | RecordIdentifier
  | SubmitEligibilityEvidence
  | VerifyEligibility
  | LapseEligibility
  | AppointLegalRepresentative
  | EndLegalRepresentation
  | AuthoriseSignatory
  | RevokeSignatory
  | LapseRepresentation
  | LeavingCommand;
