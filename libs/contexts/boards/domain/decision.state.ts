import type { BoardId, DecisionStatus, DecisionSubject } from '../contract/index.js';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { causesToSitting } from './decision.events.js';
import type { DecisionEvent, VoteRef } from './decision.events.js';

/** A decision, as far as decisions on it and on its sitting read it. */
export type DecisionState = Readonly<{
  status: DecisionStatus | null; // Null until proposed.
  board: BoardId;
  title: string;
  motivation: Sha256;
  subject: DecisionSubject;
  textSha256: Sha256;
  proposer: PersonRef | null;
  spends: boolean;
  technical: 'positive' | 'negative' | null;
  accounting: 'positive' | 'negative' | null;
  /** The agenda or procedure that it is on, or was last on. */
  vote: VoteRef | null;
  approvedAt: Instant | null;
  /** `<n>/<year>` (D-5). */
  number: string | null;
  effectiveFrom: LocalDate | null;
}>;

/** Before the decision is proposed. */
export const noDecision: DecisionState = {
  status: null,
  board: '' as BoardId,
  title: '',
  motivation: '' as Sha256,
  subject: { kind: 'other' },
  textSha256: '' as Sha256,
  proposer: null,
  spends: false,
  technical: null,
  accounting: null,
  vote: null,
  approvedAt: null,
  number: null,
  effectiveFrom: null,
};

/** What a fact changes. */
export function evolve(state: DecisionState, event: DecisionEvent): DecisionState {
  return { ...state, ...changeOf(event) };
}

function changeOf({ type, data }: DecisionEvent): Partial<DecisionState> {
  switch (type) {
    case 'DecisionProposed': {
      const { spending, board, title, motivation, subject, textSha256, proposer } = data;
      const about = { board, title, motivation, subject, textSha256, proposer };
      return { status: 'Proposed', ...about, spends: spending !== null };
    }
    case 'TechnicalOpinionGiven':
      return { status: 'UnderInstruction', technical: data.opinion };
    case 'AccountingOpinionGiven':
      return { status: 'UnderInstruction', accounting: data.opinion };
    case 'ProposalAmended': {
      const { title, textSha256, motivation } = data;
      const again = { technical: null, accounting: null };
      return { status: 'Proposed', title, textSha256, motivation, ...again };
    }
    case 'ProposalWithdrawn':
      return { status: 'Withdrawn' };
    case 'DecisionReadyForAgenda':
      return { status: 'ReadyForAgenda' };
    case 'DecisionScheduled':
      return { status: 'OnAgenda', vote: voteRefOf(data) };
    case 'DecisionDeferred':
      return { status: causesToSitting.includes(data.cause) ? 'ReadyForAgenda' : 'Deferred' };
    case 'DecisionApproved':
      return { status: 'Approved', approvedAt: data.closedAt };
    case 'DecisionRejected':
      return { status: 'Rejected' };
    case 'DecisionSigned':
      return { status: 'Adopted' };
    case 'DecisionNumbered':
      return { status: 'Numbered', number: `${String(data.number)}/${String(data.year)}` };
    case 'DecisionPublished':
      return { status: 'Published', effectiveFrom: data.effectiveFrom };
    case 'DecisionBecameEffective':
      return { status: 'Effective' };
    case 'DecisionSuspended':
      return { status: 'Suspended' };
    case 'DecisionRevoked':
      return { status: 'Revoked' };
    case 'DecisionAnnulled':
      return { status: 'Annulled' };
    case 'DecisionSuperseded':
      return { status: 'Superseded' };
  }
}

/** Only what names the vote, of what was said of it. */
function voteRefOf(named: VoteRef): VoteRef {
  return 'procedure' in named
    ? { procedure: named.procedure }
    : { sitting: named.sitting, item: named.item };
}
