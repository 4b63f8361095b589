import type { LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type {
  BoardId,
  DecisionId,
  RouteDefinitionId,
  RouteResult,
  StageId,
} from '../../contract/index.js';
import type { FrozenStage, InStage, RouteEvent, StageOutcome } from './route.events.js';

/** Where a body stands in a stage; `voted`: for it, by a decision that has no effect yet. */
export type PlaceStatus = 'waiting' | 'voted' | 'yes' | 'no' | 'silent' | 'lapsed' | 'objected';

/** A body that a stage asks. */
export type Place = Readonly<{
  board: BoardId;
  decision: DecisionId | null;
  status: PlaceStatus;
  until: LocalDate | null;
  escalated: boolean;
}>;

/** A stage of one round, open or over. */
export type Run = InStage &
  Readonly<{
    textSha256: Sha256;
    places: readonly Place[];
    /** The body that is to be asked in the place of others. */
    escalatesTo: BoardId | null;
    outcome: StageOutcome | 'returned' | null; // Null while it is open.
  }>;

/** The states of a route. */
export type RouteStatus = 'SettingOut' | 'UnderWay' | 'WithOrigin' | 'Ended';

/** A route in flight, as far as decisions on it read it. */
export type RouteState = Readonly<{
  status: RouteStatus | null; // Null until started.
  definition: RouteDefinitionId;
  version: number;
  board: BoardId;
  decision: DecisionId;
  textSha256: Sha256;
  title: string;
  motivation: Sha256;
  legalBasis: readonly string[];
  binding: boolean;
  stages: readonly FrozenStage[];
  proposer: PersonRef | null;
  round: number;
  /** The stage that is to open next; null while one is open. */
  next: StageId | null;
  /** While it is with the origin: the stage that it came back from, and why. */
  returned: Readonly<{ stage: StageId; restart: StageId; objections: boolean }> | null;
  /** The last one is open, or nothing is. */
  runs: readonly Run[];
  /** Decisions of bodies that count for nothing or moved the route: each is taken in once. */
  taken: readonly DecisionId[];
  result: RouteResult | null;
}>;

/** Before it starts. */
export const noRoute: RouteState = {
  status: null,
  definition: '' as RouteDefinitionId,
  version: 0,
  board: '' as BoardId,
  decision: '' as DecisionId,
  textSha256: '' as Sha256,
  title: '',
  motivation: '' as Sha256,
  legalBasis: [],
  binding: false,
  stages: [],
  proposer: null,
  round: 0,
  next: null,
  returned: null,
  runs: [],
  taken: [],
  result: null,
};

/** The stage that is open now. */
export function openRun({ runs }: RouteState): Run | null {
  const last = runs.at(-1);
  return last?.outcome === null ? last : null;
}

/** The rules of a stage, as the route froze them. */
export function stageOf({ stages }: RouteState, name: StageId): FrozenStage | null {
  return stages.find(({ stage }) => stage === name) ?? null;
}

/** The stage that follows one; null after the last. */
export function stageAfter({ stages }: RouteState, name: StageId): StageId | null {
  return stages[stages.findIndex(({ stage }) => stage === name) + 1]?.stage ?? null;
}

/** Where a new text begins again after a stage, as the definition says. */
export function restartOf({ stages }: RouteState, name: StageId): StageId {
  const rules = stages.find(({ stage }) => stage === name);
  return rules?.restart === 'first' ? (stages[0]?.stage ?? name) : name;
}

/** What a fact changes. */
export function evolve(state: RouteState, event: RouteEvent): RouteState {
  return { ...state, ...changeOf(state, event) };
}

function changeOf(state: RouteState, { type, data }: RouteEvent): Partial<RouteState> {
  switch (type) {
    case 'RouteStarted':
      return { status: 'SettingOut', ...data, round: 1, next: data.stages[0]?.stage ?? null };
    case 'RouteStageOpened':
      return opened(state, data);
    case 'RouteBodyAsked':
      return asked(state, data);
    case 'RouteVoteTaken':
      return placed(state, data.board, 'voted');
    case 'RouteAnswered':
      return placed(state, data.board, data.answer);
    case 'RouteSilenceNoted':
      return placed(state, data.board, 'silent');
    case 'RoutePlaceLapsed':
      return placed(state, data.board, 'lapsed');
    case 'RouteObjectionLodged':
      return { ...placed(state, data.board, 'objected'), taken: [...state.taken, data.decision] };
    case 'RouteStageEscalated':
      return onRun(state, (run) => ({ ...run, escalatesTo: data.to }));
    case 'RouteStageEnded':
      return { ...onRun(state, (run) => ({ ...run, outcome: data.outcome })), next: data.next };
    case 'RouteReturned':
      return wentBack(state, data);
    case 'RouteResubmitted':
      return resubmitted(data);
    case 'RouteEnded':
      return { ...closed(state), status: 'Ended', next: null, result: data.result };
    case 'RouteAnswerVoid':
      return { taken: [...state.taken, data.decision] };
    case 'RouteBodyReleased': // For readers, and for who takes the proposal away.
      return {};
  }
}

type DataOf<Type extends RouteEvent['type']> = Extract<RouteEvent, { type: Type }>['data'];

function opened({ runs }: RouteState, data: DataOf<'RouteStageOpened'>): Partial<RouteState> {
  const { stage, round, textSha256 } = data;
  const run: Run = { stage, round, textSha256, places: [], escalatesTo: null, outcome: null };
  return { status: 'UnderWay', next: null, runs: [...runs, run] };
}

function asked(state: RouteState, data: DataOf<'RouteBodyAsked'>): Partial<RouteState> {
  const { board, decision, until, escalated = false } = data;
  const place: Place = { board, decision, until, escalated, status: 'waiting' };
  return onRun(state, (run) => ({ ...run, places: [...run.places, place] }));
}

/** A body that was asked twice in a stage is asked as the higher one: the last place is it. */
function placed(state: RouteState, board: BoardId, status: PlaceStatus): Partial<RouteState> {
  return onRun(state, (run) => {
    const at = run.places.findLastIndex((place) => place.board === board);
    const places = run.places.map((place, i) => (i === at ? { ...place, status } : place));
    return { ...run, places };
  });
}

function onRun({ runs }: RouteState, change: (run: Run) => Run): Partial<RouteState> {
  return { runs: runs.map((run, i) => (i === runs.length - 1 ? change(run) : run)) };
}

function closed(state: RouteState): Partial<RouteState> {
  return openRun(state) ? onRun(state, (run) => ({ ...run, outcome: 'returned' })) : {};
}

function wentBack(state: RouteState, data: DataOf<'RouteReturned'>): Partial<RouteState> {
  const { to, stage, cause, restart, nextRound: round } = data;
  const taken = data.by ? [...state.taken, data.by.decision] : state.taken;
  const over = { ...closed(state), round, taken };
  if (to !== 'origin') return { ...over, next: restart };
  const returned = { stage, restart, objections: cause === 'objections' };
  return { ...over, status: 'WithOrigin', next: null, returned };
}

function resubmitted(data: DataOf<'RouteResubmitted'>): Partial<RouteState> {
  const { decision, textSha256, title, motivation, proposer, stage } = data;
  const about = { decision, textSha256, title, motivation, proposer };
  return { ...about, status: 'SettingOut', next: stage, returned: null };
}
