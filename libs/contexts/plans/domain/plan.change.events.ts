import type { Cents, Message, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { LineAmounts } from '../contract/index.js';

// Event names and fields are the storage format: a new shape is a higher schema number.

type Change<Type extends string, Data = object> = Message<Type, Data & { change: string }>;

/** A shift between lines and shares was worked out; the total stays (PL-9). */
export type RemodulationDrafted = Change<
  'RemodulationDrafted',
  {
    lines: readonly LineAmounts[];
    /** Σ of what shares gain, which is Σ of what others lose. */
    movedCents: Cents;
    draftedBy: PersonRef;
  }
>;
/** The draft is put to the authority. `above`: the call's threshold asks for an authorisation. */
export type RemodulationRequested = Change<
  'RemodulationRequested',
  { above: boolean; requestedBy: PersonRef }
>;
/** Under the threshold: the authority knows of it, and need not authorise it (PL-9). */
export type RemodulationNotified = Change<
  'RemodulationNotified',
  { lines: readonly LineAmounts[] }
>;
/** The authority has begun to examine it. */
export type RemodulationUnderAssessment = Change<'RemodulationUnderAssessment'>;
/** The authority allows it, by this act. */
export type RemodulationAuthorised = Change<
  'RemodulationAuthorised',
  { lines: readonly LineAmounts[]; document: Sha256 }
>;
/** The authority does not allow it; its reasons are in the document. */
export type RemodulationRefused = Change<'RemodulationRefused', { document: Sha256 }>;
/** It was given up before anybody examined it. */
export type RemodulationWithdrawn = Change<'RemodulationWithdrawn'>;
/** The budget kept it out: more is committed by now than it would leave. `code` says which rule. */
export type RemodulationHeldBack = Change<'RemodulationHeldBack', { rule: string; code: string }>;
/** The lines have these amounts from now on, and no commitment is above them. */
export type BudgetRemodulated = Change<'BudgetRemodulated', { lines: readonly LineAmounts[] }>;

/** A later end was asked for; `costed` with more money too, laid on these lines. */
export type ExtensionRequested = Change<
  'ExtensionRequested',
  {
    kind: 'costed' | 'noCost';
    end: PartialDate;
    addedCents: Cents;
    lines: readonly LineAmounts[];
    requestedBy: PersonRef;
  }
>;
/** The authority has begun to examine it. */
export type ExtensionUnderAssessment = Change<'ExtensionUnderAssessment'>;
/**
 * A costed extension has its funding decision. It stays pending until the agreement is amended
 * and the assignment increased (PL-10).
 */
export type ExtensionAuthorised = Change<
  'ExtensionAuthorised',
  {
    decision: string;
    agreement: string;
    addedCents: Cents;
    end: PartialDate;
    /** What the whole is to come to, and who gains how much; absent, persons see to both acts. */
    call?: string;
    totalCents?: Cents;
    shares?: readonly Readonly<{ partner: PartnerId; addedCents: Cents }>[];
  }
>;
/** The authority does not grant it; its reasons are in the document. */
export type ExtensionRefused = Change<'ExtensionRefused', { document: Sha256 }>;
/** A later end, and nothing else (PL-10). */
export type NoCostExtensionGranted = Change<
  'NoCostExtensionGranted',
  { decision: string; end: PartialDate }
>;
/** A later end and more money: decision, amendment and increase are all there (PL-10). */
export type CostedExtensionGranted = Change<
  'CostedExtensionGranted',
  {
    decision: string;
    agreement: string;
    end: PartialDate;
    addedCents: Cents;
    lines: readonly LineAmounts[];
  }
>;

/** A part of the funding is to be taken back, from these lines; the budget is asked first. */
export type RevocationOrdered = Change<
  'RevocationOrdered',
  { lines: readonly LineAmounts[]; cents: Cents; document: Sha256; orderedBy: PersonRef }
>;
/** More is committed than the revocation would leave: it has to be decommitted first (PL-8). */
export type RevocationHeldBack = Change<'RevocationHeldBack', { rule: string; code: string }>;
/** Funding was taken back, in part from these lines, or whole: then the plan has ended. */
export type FundingRevoked = Change<
  'FundingRevoked',
  { extent: 'partial' | 'total'; cents: Cents; lines: readonly LineAmounts[]; document: Sha256 }
>;

/** Facts by which an approved plan changes; each is a difference to the baseline (PL-14). */
export type PlanChangeEvent =
  | RemodulationDrafted
  | RemodulationRequested
  | RemodulationNotified
  | RemodulationUnderAssessment
  | RemodulationAuthorised
  | RemodulationRefused
  | RemodulationWithdrawn
  | RemodulationHeldBack
  | BudgetRemodulated
  | ExtensionRequested
  | ExtensionUnderAssessment
  | ExtensionAuthorised
  | ExtensionRefused
  | NoCostExtensionGranted
  | CostedExtensionGranted
  | RevocationOrdered
  | RevocationHeldBack
  | FundingRevoked;
