import { dayOf } from '@tavolo/command';
import type { Instant } from '@tavolo/kernel';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { BoardId, DecisionId } from '../contract/index.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import { registerOf } from '../domain/register.js';

/** The board whose register gives the number. */
type Numbering = Readonly<{ board: BoardId | null }>;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/**
 * A signed decision takes the next number of its board's register of the year (D-5). The year
 * is that of the append: a register of last year refuses, and the one of today is asked.
 * `zone` is that of the body, known once the server has started.
 */
export function numberingProcess(zone: () => string): ProcessDefinition<Numbering> {
  return {
    name: 'decisionNumbering',
    categories: ['decision'],
    initial: { board: null },
    keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('decision-'.length) : null),
    react: (state, input) =>
      input.kind === 'event' ? onFact(state, input.event, zone()) : onAnswer(state, input),
  };
}

const heard = new Set<string>([
  'DecisionProposed',
  'DecisionSigned',
  'DecisionNumbered',
] satisfies readonly DecisionEvent['type'][]);

function onFact(state: Numbering, event: ProcessEvent, zone: string): Reaction<Numbering> {
  const { type, data } = event as unknown as DecisionEvent;
  if (type === 'DecisionProposed') return { state: { board: data.board } };
  if (type === 'DecisionNumbered') return { state, done: true };
  const year = yearOf(event.recordedAt, zone);
  return { state, commands: taking(state, event.stream as DecisionId, year) };
}

function onAnswer(state: Numbering, answer: Answered): Reaction<Numbering> {
  const { command, outcome } = answer;
  if (command.type !== 'TakeNumber') return { state };
  const { decision } = command.data as { decision: DecisionId };
  if (outcome === 'accepted') {
    const { number = null, year = null } = answer.result;
    const data = { number, year, register: command.target };
    const target = decision;
    return { state, commands: [{ ...numberCommand, target, data }] };
  }
  const { current } = answer.refusal.details;
  if (answer.refusal.code !== 'YearOver' || typeof current !== 'number') return { state };
  return { state, commands: taking(state, decision, current) };
}

const numberCommand = {
  name: 'NumberDecision',
  aggregate: 'decision',
  type: 'NumberDecision',
} as const;

function taking(
  { board }: Numbering,
  decision: DecisionId,
  year: number,
): readonly ProcessCommand[] {
  if (board === null) return []; // Proposed before it was signed, in the same stream.
  const target = registerOf(board, year);
  const data = { year, decision };
  return [{ name: 'TakeNumber', aggregate: 'register', target, type: 'TakeNumber', data }];
}

function yearOf(at: Instant, zone: string): number {
  return Number(dayOf(at, zone).slice(0, 4));
}
