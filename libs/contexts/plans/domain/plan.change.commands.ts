import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { DecisionId, DecisionStanding } from '@tavolo/boards';
import type { Cents, Command, PartialDate, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { BudgetStanding, CallStanding } from '@tavolo/programmes';
import type { LineAmounts } from '../contract/index.js';

// Grounds are put there by the handler, never by the sender.

type Lines = Readonly<{ lines: readonly LineAmounts[] }>;
/** Who stands in the place of partners of the plan (PA-9); read where a share goes to another. */
type Heirs = Readonly<{ heirs?: readonly PartnerId[] }>;
type OnChange<Type extends string, Data = object> = Command<Type, Data & { change: string }>;

/** Works out a shift between lines and shares; each line named with its whole new amount. */
export type DraftRemodulation = Command<
  'DraftRemodulation',
  Lines & { grounds: Heirs & { newId: string; budget: BudgetStanding | null } }
>;
/** Puts the draft to the authority; under the threshold of the call that is a notice. */
export type RequestRemodulation = OnChange<
  'RequestRemodulation',
  { grounds: { call: CallStanding | null; budget: BudgetStanding | null } }
>;
/** Begins to examine a remodulation. */
export type AssessRemodulation = OnChange<'AssessRemodulation'>;
/** Allows it (PL-9). */
export type AuthoriseRemodulation = OnChange<'AuthoriseRemodulation', { document: Sha256 }>;
/** Does not allow it. */
export type RefuseRemodulation = OnChange<'RefuseRemodulation', { document: Sha256 }>;
/** Gives up a remodulation that nobody examines yet. */
export type WithdrawRemodulation = OnChange<'WithdrawRemodulation'>;
/** Of a process: the budget has the new lines. */
export type ApplyRemodulation = OnChange<'ApplyRemodulation'>;
/** Of a process: the budget kept them out. */
export type HoldBackRemodulation = OnChange<'HoldBackRemodulation', { rule: string; code: string }>;

/** Asks for a later end; a costed one for more money too, laid on these lines. */
export type RequestExtension = Command<
  'RequestExtension',
  Lines & {
    kind: 'costed' | 'noCost';
    end: PartialDate;
    addedCents: Cents;
    grounds: Heirs & { newId: string; call: CallStanding | null };
  }
>;
/** Begins to examine an extension. */
export type AssessExtension = OnChange<'AssessExtension'>;
/** Gives a costed extension its funding decision, and names the agreement to be amended. */
export type AuthoriseExtension = OnChange<
  'AuthoriseExtension',
  {
    decision: DecisionId;
    agreement: AgreementId;
    grounds: {
      decision: DecisionStanding | null;
      agreement: AgreementStanding | null;
      plan: string;
    };
  }
>;
/** Does not grant it. */
export type RefuseExtension = OnChange<'RefuseExtension', { document: Sha256 }>;
/** Grants a later end by an effective decision. */
export type GrantNoCostExtension = OnChange<
  'GrantNoCostExtension',
  { decision: DecisionId; grounds: { decision: DecisionStanding | null; plan: string } }
>;
/** Grants a costed extension, once decision, amendment and increase are there (PL-10). */
export type GrantCostedExtension = OnChange<
  'GrantCostedExtension',
  {
    grounds: {
      decision: DecisionStanding | null;
      agreement: AgreementStanding | null;
      call: CallStanding | null;
      plan: string;
    };
  }
>;

/** Takes funding back: whole, or in part by lower amounts of these lines. */
export type RevokeFunding = Command<
  'RevokeFunding',
  Lines & {
    extent: 'partial' | 'total';
    document: Sha256;
    grounds: { newId: string };
  }
>;
/** Of a process: the budget has the lower lines. */
export type ApplyRevocation = OnChange<'ApplyRevocation'>;
/** Of a process: the budget kept them out. */
export type HoldBackRevocation = OnChange<'HoldBackRevocation', { rule: string; code: string }>;

/** Commands on shifts between lines. */
export type PlanRemodulationCommand =
  | DraftRemodulation
  | RequestRemodulation
  | AssessRemodulation
  | AuthoriseRemodulation
  | RefuseRemodulation
  | WithdrawRemodulation
  | ApplyRemodulation
  | HoldBackRemodulation;

/** Commands on extensions. */
export type PlanExtensionCommand =
  | RequestExtension
  | AssessExtension
  | AuthoriseExtension
  | RefuseExtension
  | GrantNoCostExtension
  | GrantCostedExtension;

/** Commands on the taking back of funding. */
export type PlanRevocationCommand = RevokeFunding | ApplyRevocation | HoldBackRevocation;

/** Every command by which an approved plan changes. */
export type PlanChangeCommand =
  | PlanRemodulationCommand
  | PlanExtensionCommand
  | PlanRevocationCommand;
