import type { DecisionStatus } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type { DecisionAsked, DecisionCommand } from './decision.commands.js';
import { makeEffective, publish, sign } from './decision.effect.js';
import { endable, endBy } from './decision.ending.js';
import type { DecisionEvent, VoteRef } from './decision.events.js';
import { amendProposal, attachOpinion, markReady, propose, withdraw } from './decision.proposal.js';
import { decisionRules } from './decision.rules.js';
import { evolve, noDecision } from './decision.state.js';
import type { DecisionState } from './decision.state.js';

/** The decision: from its proposal over the vote on it to its effect. */
export const decision = {
  initial: noDecision,
  decide,
  evolve,
  isContent: ({ type }) => type === 'ProposalAmended',
} satisfies Decider<DecisionState, DecisionCommand, DecisionEvent>;

/** The states in which a command fits. */
const fits: Readonly<Record<DecisionCommand['type'], readonly DecisionStatus[]>> = {
  ProposeDecision: [],
  AttachOpinion: ['Proposed', 'UnderInstruction'],
  AmendProposal: ['Proposed', 'UnderInstruction', 'ReadyForAgenda', 'Deferred'],
  WithdrawProposal: ['Proposed', 'UnderInstruction', 'ReadyForAgenda', 'Deferred'],
  MarkReady: ['Proposed', 'UnderInstruction'],
  ScheduleDecision: ['ReadyForAgenda', 'Deferred'],
  DeferDecision: ['OnAgenda'],
  ApproveDecision: ['OnAgenda'],
  RejectDecision: ['OnAgenda'],
  SignDecision: ['Approved'],
  NumberDecision: ['Adopted'],
  PublishDecision: ['Numbered'],
  MakeEffective: ['Published'],
  SuspendEffects: ['Effective'],
  RevokeDecision: endable,
  AnnulDecision: endable,
  SupersedeDecision: endable,
};

function decide(command: DecisionCommand, state: DecisionState): Decision<DecisionEvent> {
  if (command.type === 'ProposeDecision') return propose(command);
  const { status } = state;
  if (status === null || !fits[command.type].includes(status)) {
    return refuse(decisionRules.WrongState, { status });
  }
  switch (command.type) {
    case 'AttachOpinion':
      return attachOpinion(command, state);
    case 'AmendProposal':
      return amendProposal(command, state);
    case 'WithdrawProposal':
      return withdraw(command, state);
    case 'MarkReady':
      return markReady(command, state);
    case 'ScheduleDecision':
      return schedule(command, state);
    case 'DeferDecision':
      return defer(command, state);
    case 'ApproveDecision':
    case 'RejectDecision':
      return voted(command, state);
    case 'SignDecision':
      return sign(command, state);
    case 'NumberDecision':
      return accept({ type: 'DecisionNumbered', data: command.data });
    case 'PublishDecision':
      return publish(command);
    case 'SuspendEffects':
    case 'RevokeDecision':
    case 'AnnulDecision':
    case 'SupersedeDecision':
      return endBy(command);
    case 'MakeEffective':
      return makeEffective(command, state);
  }
}

/** On the agenda of a sitting; a procedure votes at once and names the text that it froze. */
function schedule(
  { data: { textSha256: frozen, ...vote } }: DecisionAsked<'ScheduleDecision'>,
  { textSha256 }: DecisionState,
): Decision<DecisionEvent> {
  const moved = frozen !== undefined && frozen !== textSha256;
  if (moved) return refuse(decisionRules.OtherText, { textSha256 });
  return accept({ type: 'DecisionScheduled', data: vote });
}

function defer(
  { data }: DecisionAsked<'DeferDecision'>,
  { vote }: DecisionState,
): Decision<DecisionEvent> {
  if (!isOf(vote, data)) return refuse(decisionRules.OtherSitting);
  return accept({ type: 'DecisionDeferred', data });
}

/** D-2: the result of the vote on exactly this text, in the sitting or procedure it was put to. */
function voted(
  { type, data }: DecisionAsked<'ApproveDecision' | 'RejectDecision'>,
  { vote, textSha256 }: DecisionState,
): Decision<DecisionEvent> {
  const { textSha256: votedOn, ...result } = data;
  if (!isOf(vote, data)) return refuse(decisionRules.OtherSitting);
  if (votedOn !== textSha256) return refuse(decisionRules.OtherText, { textSha256 });
  return type === 'ApproveDecision'
    ? accept({ type: 'DecisionApproved', data: result })
    : accept({ type: 'DecisionRejected', data: result });
}

function isOf(vote: VoteRef | null, named: VoteRef): boolean {
  if (!vote) return false;
  if ('procedure' in vote) return 'procedure' in named && vote.procedure === named.procedure;
  return !('procedure' in named) && vote.sitting === named.sitting && vote.item === named.item;
}
