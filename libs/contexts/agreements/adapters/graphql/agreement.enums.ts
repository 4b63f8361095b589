import { enumOf } from '@tavolo/graphql';
import { agreementKinds, agreementStatuses, terminationCauses } from '../../contract/index.js';
import { checklistTopics } from '../../domain/checklist.js';
import { waivableRules } from '../../domain/recording.events.js';

export const AgreementKindEnum = enumOf(
  'AgreementKind',
  agreementKinds,
  'What an agreement is (tipo di accordo), from the act of delegation to the adhesion letter.',
);
export const AgreementStatusEnum = enumOf(
  'AgreementStatus',
  agreementStatuses,
  'State of an agreement (stato dell’accordo), in the order of its lifecycle.',
);
export const PartyRoleEnum = enumOf(
  'AgreementPartyRole',
  ['authority', 'lead', 'partner', 'adhering'],
  'What a party does in an agreement (ruolo); a lead or an authority answers for all of it.',
);
export const PartyStatusEnum = enumOf(
  'AgreementPartyStatus',
  ['waiting', 'approved', 'signed'],
  'How far a party is with the frozen text: nothing yet, its act is recorded, it has signed.',
);
export const ChecklistTopicEnum = enumOf(
  'ChecklistTopic',
  checklistTopics,
  'Mandatory content of a grant (contenuto obbligatorio), rule A-9.',
);
export const TerminationCauseEnum = enumOf(
  'TerminationCause',
  terminationCauses,
  'Why an agreement ended early (causa): by notice, for breach, by consent of all, or with the one above it, which only a process says.',
);
export const WaivableRuleEnum = enumOf(
  'WaivableRule',
  waivableRules,
  'A rule that may be waived for an agreement signed elsewhere (regola derogabile), by its number.',
);
