import type { Asked } from '@tavolo/command';
import type { Sha256 } from '@tavolo/kernel';
import type { DecisionCommand } from '../domain/decision.commands.js';

/** Every document that a command on a decision names beside those of its envelope. */
export function documentsOf({
  type,
  data,
}: Asked<DecisionCommand>): readonly (Sha256 | undefined)[] {
  switch (type) {
    case 'ProposeDecision':
    case 'AmendProposal':
      return [data.textSha256, data.motivation];
    case 'AttachOpinion':
    case 'PublishDecision':
    case 'SubmitConditionEvidence':
    case 'LodgeObjection':
      return [data.document];
    case 'VerifyCondition':
      return [data.document, data.rejection];
    case 'MarkReady':
      return [data.overruling];
    case 'SignDecision':
      return [data.container, data.report];
    case 'IssueErratum':
      return [data.document, data.textSha256, data.container, data.report];
    case 'DecideInUrgency':
      return [data.urgency];
    case 'ConfirmImplementation':
      return [data.evidence];
    default:
      return []; // It names none, or a process gives it, of facts that were checked before.
  }
}
