/** Facts that the specifications of a route share; no part of the product. */
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type {
  BoardId,
  DecisionId,
  RouteDefinitionId,
  RouteId,
  RouteRules,
  RouteStage,
} from '../../contract/index.js';
import type { Heard, OriginOnTable } from './route.commands.js';
import type { FrozenStage, RouteEvent } from './route.events.js';

export const route = 'route-1' as RouteId;
export const definition = 'routedefinition-1' as RouteDefinitionId;
export const origin = 'board-1' as BoardId;
export const matter = 'decision-1' as DecisionId;
export const text = 'a'.repeat(64) as Sha256;
export const otherText = 'b'.repeat(64) as Sha256;
export const reasons = 'c'.repeat(64) as Sha256;
export const proposer = 'person-7' as PersonRef;
export const chair = 'person-8' as PersonRef;
/** The day of asking, and the last day of a term of ten days. */
export const today = '2030-01-01' as LocalDate;
export const until = '2030-01-11' as LocalDate;
export const dayAfter = '2030-01-12' as LocalDate;
export const at = '2030-01-01T12:00:00.000Z' as Instant;

export const [a, b, c, higher] = ['board-a', 'board-b', 'board-c', 'board-h'] as [
  ...(readonly [BoardId, BoardId, BoardId, BoardId]),
];

/** The proposal that a body received in a stage. */
export function proposalOf(board: BoardId, stage = 's1', round = 1): DecisionId {
  return `decision-${board}-${stage}-${String(round)}` as DecisionId;
}

/** A stage that decides, by all of three bodies, within ten days, and may send back to the origin. */
export function stage(name = 's1', more: Partial<FrozenStage> = {}): FrozenStage {
  const boards = more.boards ?? [a, b, c];
  return {
    ...{ stage: name, title: `Fase ${name}`, titleEn: `Stage ${name}`, kind: 'decision' },
    ...{ asked: { kind: 'boards', boards }, boards, needed: null, binding: true, veto: false },
    ...{ days: 10, silence: 'refusal', escalatesTo: null, unreachable: 'fails' },
    ...{ sendBackTo: 'origin', restart: 'first', ...more },
  };
}

/** The same, as a definition holds it. */
export function ruled({ boards: _, ...rules }: FrozenStage): RouteStage {
  return rules;
}

export function rulesOf(...stages: readonly FrozenStage[]): RouteRules {
  return { openTo: null, binding: true, stages: stages.map(ruled) };
}

export function started(...stages: readonly FrozenStage[]) {
  const about = { definition, version: 1, board: origin, decision: matter, textSha256: text };
  const matters = { title: 'Piano', motivation: reasons, legalBasis: ['L. 241/1990'] };
  const data = { ...about, ...matters, binding: true, stages, proposer };
  return { type: 'RouteStarted', data } as const satisfies RouteEvent;
}

/** A stage opens and its bodies are asked. */
export function opened(frozen: FrozenStage, round = 1, textSha256 = text): RouteEvent[] {
  const { stage: name, boards, kind, days } = frozen;
  const last = days === null ? null : until;
  const about = { stage: name, round };
  const asked = boards.map((board): RouteEvent => {
    const decision = kind === 'objection' ? null : proposalOf(board, name, round);
    return { type: 'RouteBodyAsked', data: { ...about, until: last, board, decision } };
  });
  const data = { ...about, textSha256, openedOn: today, until: last };
  return [{ type: 'RouteStageOpened', data }, ...asked];
}

/** On its way, with its first stage open. */
export function flying(...stages: readonly FrozenStage[]): RouteEvent[] {
  const [first] = stages;
  return first ? [started(...stages), ...opened(first)] : [];
}

export function answered(board: BoardId, answer: 'yes' | 'no', name = 's1'): RouteEvent {
  const decision = proposalOf(board, name);
  const about = { stage: name, round: 1, board, decision, textSha256: text, spokenOn: today };
  return { type: 'RouteAnswered', data: { ...about, answer } };
}

export function silent(
  board: BoardId,
  meaning: 'assent' | 'refusal' | 'escalates' = 'refusal',
  name = 's1',
): RouteEvent {
  return { type: 'RouteSilenceNoted', data: { stage: name, round: 1, board, meaning, until } };
}

export function lapsed(board: BoardId, name = 's1'): RouteEvent {
  return { type: 'RoutePlaceLapsed', data: { stage: name, round: 1, board, lastDay: today } };
}

/** What a body's own decision says now. */
export function heard(board: BoardId, more: Partial<Heard> = {}): Heard {
  const decision = proposalOf(board);
  return {
    ...{ decision, board, status: 'Effective', subject: { kind: 'other' }, textSha256: text },
    ...{ motivation: reasons, call: { route, stage: 's1', round: 1 }, spokenOn: today, ...more },
  };
}

/** A body's own decision to object or to send back. */
export function moving(board: BoardId, move: 'object' | 'sendBack', more: Partial<Heard> = {}) {
  const subject = { kind: 'moveRoute', move, route, stage: 's1', round: 1 } as const;
  const decision = `decision-${board}-${move}` as DecisionId;
  return heard(board, { decision, subject, call: null, status: 'Approved', ...more });
}

/** The decision of origin, before its signature. */
export const originOnTable: OriginOnTable = {
  ...{ board: origin, level: 'local', status: 'ReadyForAgenda', textSha256: text },
  ...{ title: 'Piano', motivation: reasons, proposer, officers: [chair], boundTo: null },
  confidential: false,
};
