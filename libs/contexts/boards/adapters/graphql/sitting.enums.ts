import { serviceChannels } from '../../domain/sitting.service.events.js';
import { enumOf } from '@tavolo/graphql';
import { ballotForms } from '../../contract/index.js';
import { traceSteps, voteChoices, voteOutcomes } from '../../domain/outcome.js';
import { itemStatuses, sittingStatuses } from '../../domain/sitting.state.js';

export const SittingStatusEnum = enumOf(
  'SittingStatus',
  sittingStatuses,
  'State of a sitting (stato della seduta), in the order of its lifecycle.',
);
export const ItemStatusEnum = enumOf(
  'AgendaItemStatus',
  itemStatuses,
  'Where an item of the agenda is (stato del punto); tied: its votes are equal and it waits (parità).',
);
export const ConflictStatusEnum = enumOf(
  'ConflictStatus',
  ['Declared', 'Upheld', 'Dismissed', 'Recused'],
  'What became of a declared conflict of interest (stato del conflitto).',
);
export const QuorumCauseEnum = enumOf(
  'QuorumCause',
  ['absence', 'recusals'],
  'Why a quorum was not reached (causa): members missing, or members recused.',
);
export const VoteChoiceEnum = enumOf('VoteChoice', voteChoices, 'What a member votes (voto).');
export const BallotFormEnum = enumOf(
  'BallotForm',
  ballotForms,
  'How a vote is given (forma della votazione): named (palese); hidden until it is closed (a voto coperto); secret (segreta); secret on paper (segreta su scheda), rule D-3.',
);
export const VoteRecordingEnum = enumOf(
  'VoteRecording',
  ['showOfHands', 'rollCall'],
  'How the secretary takes the votes of those in the room (alzata di mano, appello nominale).',
);
export const VoteOutcomeEnum = enumOf(
  'VoteOutcome',
  voteOutcomes,
  'What a vote came to (esito); inquorate and postponed are no decision; tied (parità) is none yet.',
);
export const TraceStepKindEnum = enumOf(
  'TraceStepKind',
  traceSteps,
  'A step of how an outcome came about (passaggio).',
);
export const SatAsEnum = enumOf(
  'SatAs',
  ['holder', 'alternate', 'delegate'],
  'How somebody sits for a seat: as its holder, alternate (supplente) or by delegation (delega).',
);
export const SittingCallEnum = enumOf(
  'SittingCall',
  ['first', 'second'],
  'First or second call of a sitting (prima o seconda convocazione).',
);

export const ServiceChannelEnum = enumOf(
  'ServiceChannel',
  serviceChannels,
  'How a notice reaches a seat (mezzo): PEC, e-mail, by hand, portal, post, messenger.',
);

export const VoteQuestionKindEnum = enumOf(
  'VoteQuestionKind',
  ['defer', 'enforceability'],
  'A question beside a decision: to defer it (rinvio), or its immediate enforceability (immediata eseguibilità).',
);
