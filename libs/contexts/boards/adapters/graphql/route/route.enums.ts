import { enumOf } from '@tavolo/graphql';
import { routeMoves, routeResults, silenceMeanings, stageKinds } from '../../../contract/index.js';
import { returnCauses, voidCauses } from '../../../domain/route/route.events.js';
import { placeStatuses, routeStatuses, runOutcomes } from '../../../read-model/route/route.rows.js';

export const RouteStatusEnum = enumOf(
  'RouteStatus',
  routeStatuses,
  'State of a route (stato dell’iter): setting out, under way, back with its origin, ended.',
);
export const RouteResultEnum = enumOf(
  'RouteOutcome',
  routeResults,
  'How a route ended (esito dell’iter).',
);
export const StageKindEnum = enumOf(
  'RouteStageKind',
  stageKinds,
  'What a stage asks: an opinion (parere), a decision (deliberazione), objections only (opposizione).',
);
export const StageOutcomeEnum = enumOf(
  'RouteStageOutcome',
  runOutcomes,
  'What a stage came to (esito della fase).',
);
export const SilenceMeaningEnum = enumOf(
  'SilenceMeaning',
  silenceMeanings,
  'What silence means after the term (significato del silenzio): assent, refusal, on to another body, nothing.',
);
export const UnreachableEnum = enumOf(
  'RouteUnreachable',
  ['fails', 'escalates'],
  'What happens when too few bodies are left (numero irraggiungibile).',
);
export const RestartEnum = enumOf(
  'RouteRestart',
  ['first', 'here'],
  'Where a new text begins again (ripartenza): at the first stage, or at the one that sent it back.',
);
export const PlaceStatusEnum = enumOf(
  'RoutePlaceStatus',
  placeStatuses,
  'Where a body stands in a stage (posizione dell’organo).',
);
export const RouteMoveEnum = enumOf(
  'RouteMove',
  routeMoves,
  'An objection (opposizione), or a sending back (rinvio).',
);
export const ReturnCauseEnum = enumOf(
  'RouteReturnCause',
  returnCauses,
  'Why a matter went back (causa del rinvio).',
);
export const VoidCauseEnum = enumOf(
  'RouteVoidCause',
  voidCauses,
  'Why something that a body said does not count: after the term, on another text, the stage over.',
);
