import type {
  Condition,
  ConditionId,
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  ObjectionId,
  SignatureLevel,
  SittingId,
} from '../contract/index.js';
import type { Command, Instant, LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { Sha256 } from '@tavolo/kernel';
import type { Roll } from './roll.js';
import type { VoteTraceStep } from './vote.events.js';

/** A later decision that orders something of this one, read from its own stream. */
export type EndingDecision = Readonly<{
  status: DecisionStatus;
  subject: DecisionSubject;
  effectiveOn: LocalDate | null;
}>;

/** A condition as a proposer writes it; its id is given. */
export type ConditionAsked = Omit<Condition, 'id'>;

/** What a signature is recorded with. */
export type SignatureAsked = Readonly<{
  textSha256: Sha256;
  signatory: PersonRef;
  level: SignatureLevel;
  signedAt: Instant;
  container?: Sha256;
  report?: Sha256;
  /** The board on the day of signing. */
  grounds: { roll: Roll | null };
}>;

/** Given by a process, of a later decision read from its own stream. */
type ByLater = Readonly<{ by: DecisionId; grounds: { ending: EndingDecision | null } }>;

/** What can be asked of a decision beside its vote; what only a process says stands last. */
export type LaterCommand =
  | Command<'SubmitConditionEvidence', { condition: ConditionId; document: Sha256 }>
  | Command<
      'VerifyCondition',
      {
        condition: ConditionId;
        /** The evidence that was looked at. */
        document: Sha256;
        met: boolean;
        /** Why it is not met, as a document. */
        rejection?: Sha256;
        grounds: { roll: Roll | null };
      }
    >
  | Command<
      'DecideInUrgency',
      { textSha256: Sha256; urgency: Sha256; grounds: { roll: Roll | null } }
    >
  | Command<'IssueErratum', SignatureAsked & Readonly<{ document: Sha256; corrects: Sha256 }>>
  | Command<
      'AssignImplementation',
      {
        partner?: OrganisationId;
        office?: string;
        dueOn: LocalDate;
        grounds: { partnerKnown: boolean };
      }
    >
  | Command<'ConfirmImplementation', { evidence: Sha256 }>
  | Command<'LodgeObjection', { document: Sha256 }>
  | Command<'FailCondition', { condition: ConditionId }>
  | Command<'WaiveCondition', ByLater>
  | Command<'NoteFailure', ByLater>
  | Command<'ReconsiderDecision', ByLater>
  | Command<'AnswerObjection', ByLater>
  | Command<'RatifyDecision', { by: DecisionId; votedAt: Instant; grounds: { votedOn: LocalDate } }>
  | Command<
      'DeclareImmediatelyEnforceable',
      Readonly<{
        sitting: SittingId;
        item: string;
        tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
        trace: readonly VoteTraceStep[];
        closedAt: Instant;
        grounds: { declaredOn: LocalDate };
      }>
    >
  | Command<'RefuseRatification', { by: DecisionId }>
  | Command<
      'LapseUnratified',
      {
        /** Decisions that ask the body for the ratification. */
        asking: readonly DecisionId[];
        grounds: {
          /** One of them was voted for in time, and the fact of it is under way. */
          ratified: boolean;
        };
      }
    >;

/** One command, whole. */
export type LaterAsked<Type extends LaterCommand['type']> = Extract<LaterCommand, { type: Type }>;

/** The local id of an objection, as the next one. */
export function objectionId(n: number): ObjectionId {
  return `o${String(n)}` as ObjectionId;
}
