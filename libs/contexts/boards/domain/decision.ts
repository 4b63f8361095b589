import { decisionStatuses } from '../contract/index.js';
import type { DecisionStatus } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type { DecisionAsked, DecisionCommand } from './decision.commands.js';
import { makeEffective, publish, sign } from './decision.effect.js';
import { endable, endBy } from './decision.ending.js';
import type { DecisionEvent } from './decision.events.js';
import { decideLater, fitsLater } from './decision.later.js';
import { amendProposal, attachOpinion, markReady, propose, withdraw } from './decision.proposal.js';
import { beforeSignature, bindToRoute, receive, releaseProposal } from './decision.route.js';
import { takeResult } from './decision.route.js';
import { decisionRules } from './decision.rules.js';
import { evolve, noDecision } from './decision.state.js';
import { approve, isOf, reject } from './decision.voted.js';
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
  // Also of what was rejected, withdrawn or ended: what it was may be known one day.
  DiscloseDecision: decisionStatuses,
  MarkReady: ['Proposed', 'UnderInstruction'],
  ScheduleDecision: ['ReadyForAgenda', 'Deferred'],
  DeferDecision: ['OnAgenda'],
  ApproveDecision: ['OnAgenda'],
  RejectDecision: ['OnAgenda'],
  ReceiveProposal: [],
  BindToRoute: beforeSignature,
  TakeRouteResult: [...beforeSignature, 'Rejected', 'Withdrawn'],
  ReleaseProposal: [
    ...beforeSignature,
    'Rejected',
    'Withdrawn',
    'Adopted',
    'Numbered',
    'Published',
    ...endable,
  ],
  SignDecision: ['Approved'],
  NumberDecision: ['Adopted'],
  // What is immediately enforceable has effect first, and is published afterwards (D-6).
  PublishDecision: ['Numbered', 'Effective', 'Implemented', 'Suspended'],
  MakeEffective: ['Numbered', 'Published', ...endable, 'Revoked', 'Annulled', 'Superseded'],
  SuspendEffects: ['Effective', 'Implemented'],
  RevokeDecision: endable,
  AnnulDecision: endable,
  SupersedeDecision: endable,
  ...fitsLater,
};

function decide(command: DecisionCommand, state: DecisionState): Decision<DecisionEvent> {
  if (command.type === 'ProposeDecision') return propose(command);
  if (command.type === 'ReceiveProposal') return receive(command);
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
    case 'DiscloseDecision':
      return disclose(command, state);
    case 'MarkReady':
      return markReady(command, state);
    case 'ScheduleDecision':
      return schedule(command, state);
    case 'DeferDecision':
      return defer(command, state);
    case 'ApproveDecision':
      return approve(command, state);
    case 'RejectDecision':
      return reject(command, state);
    case 'SignDecision':
      return sign(command, state);
    case 'NumberDecision':
      return accept({ type: 'DecisionNumbered', data: command.data });
    case 'PublishDecision':
      return publish(command, state);
    case 'SuspendEffects':
    case 'RevokeDecision':
    case 'AnnulDecision':
    case 'SupersedeDecision':
      return endBy(command);
    case 'BindToRoute':
      return bindToRoute(command, state);
    case 'TakeRouteResult':
      return takeResult(command, state);
    case 'ReleaseProposal':
      return releaseProposal(command, state);
    case 'MakeEffective':
      return makeEffective(command, state);
    default:
      return decideLater(command, state);
  }
}

/** From now on it is a matter as any other; what was read while it was not stays in the traces. */
function disclose(
  { by }: DecisionAsked<'DiscloseDecision'>,
  { confidential }: DecisionState,
): Decision<DecisionEvent> {
  if (!confidential) return refuse(decisionRules.NotConfidential);
  return accept({ type: 'DecisionDisclosed', data: { disclosedBy: by.person } });
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
  { data, by }: DecisionAsked<'DeferDecision'>,
  { vote, cameBy }: DecisionState,
): Decision<DecisionEvent> {
  if (!isOf(vote, data)) return refuse(decisionRules.OtherSitting);
  const deferred = { type: 'DecisionDeferred', data } as const;
  // No route waits for it any more: off the agenda it is withdrawn, as it would have been before.
  if (cameBy?.left !== true) return accept(deferred);
  return accept(deferred, { type: 'ProposalWithdrawn', data: { withdrawnBy: by.person } });
}
