import type { DecisionId } from '@tavolo/boards';
import type { Cents, Command, LocalDate, Sha256 } from '@tavolo/kernel';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { AmendmentChange } from './amendment.events.js';

/** What an amendment is to change; whether a newcomer is an administration its stream says. */
export type ProposedChange = Omit<AmendmentChange, 'join'> &
  Readonly<{
    join?: readonly Omit<NonNullable<AmendmentChange['join']>[number], 'publicBody'>[];
  }>;

/** The newcomers, in the order of `join`; null for one that does not exist. */
export type JoiningGround = readonly (Pick<PartnerStanding, 'isPublic'> | null)[];

/** Founds the draft of a new version. */
export type ProposeAmendment = Command<
  'ProposeAmendment',
  {
    amends: number;
    change: ProposedChange;
    decision?: DecisionId;
    grounds: { newId: string; joining: JoiningGround };
  }
>;
/**
 * Of a process: a costed extension of the plan was decided on (PL-10, A-13). Founds the draft of a
 * later end and higher shares.
 */
export type ProposeExtension = Command<
  'ProposeExtension',
  {
    end: LocalDate;
    shares: readonly Readonly<{ partner: PartnerId; addedCents: Cents }>[];
    decision: DecisionId;
    grounds: { newId: string };
  }
>;
/** Edits the draft: the whole change in the place of the former. */
export type ReviseAmendment = Command<
  'ReviseAmendment',
  {
    amendment: string;
    change: ProposedChange;
    decision?: DecisionId;
    grounds: { joining: JoiningGround };
  }
>;
/** Records a party’s approving act on the amendment. */
export type ApproveAmendment = Command<
  'ApproveAmendment',
  {
    amendment: string;
    party: PartnerId;
    textSha256: Sha256;
    act: Sha256;
    date: LocalDate;
    body: string;
  }
>;
/** Gives an amendment up; the version in force stays. */
export type WithdrawAmendment = Command<'WithdrawAmendment', { amendment: string }>;

/** What can be asked of amendments alone. */
export type AmendmentCommand =
  | ApproveAmendment
  | ProposeAmendment
  | ProposeExtension
  | ReviseAmendment
  | WithdrawAmendment;
