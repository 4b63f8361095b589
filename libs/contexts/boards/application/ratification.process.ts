import type { LocalDate } from '@tavolo/kernel';
import type { ProcessCommand, ProcessEvent, TimedProcess, TimedReaction } from '@tavolo/process';
import type { BoardId, DecisionId } from '../contract/index.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import type { SittingEvent } from '../domain/sitting.events.js';

/** What the chair decided alone: the decisions that ask for its ratification, and where it may come. */
type Urgent = Readonly<{
  decision: string;
  /** The last day for it; null: the first sitting convened after the act. */
  ratifyBy: LocalDate | null;
  asking: readonly string[];
  sittings: readonly string[];
}>;

/** Of one body: every act in urgency that it has not ratified. */
type Urgents = readonly Urgent[];

/**
 * What a chair decided alone is ratified by a vote of the body, at its next sitting or within
 * the days of the rulebook, or it lapses (D-10). A vote for it that was under way when its time
 * was over still counts: the decision itself looks.
 */
export const ratificationProcess: TimedProcess<Urgents> = {
  name: 'ratification',
  categories: ['decision', 'sitting'],
  initial: [],
  keyOf: (event) => boardOf(event)?.slice('board-'.length) ?? null,
  react: (state, input) => {
    if (input.kind === 'event') return onFact(state, input.event);
    if (input.kind === 'answer') return { state };
    const due = state.filter(({ decision }) => decision === input.timer.name);
    return { state, commands: due.map(lapsing) };
  },
};

const heard = new Set<string>([
  ...(['DecidedInUrgency', 'RatificationVoted', 'DecisionRatified', 'DecisionLapsed'] as const),
  ...(['DecisionProposed', 'MeetingConvened', 'MeetingClosed'] as const),
] satisfies readonly (DecisionEvent | SittingEvent)['type'][]);

/** The body that a fact is of; of proposals, only those that ask for a ratification. */
function boardOf({ type, data }: ProcessEvent): BoardId | null {
  const { board, subject } = data as { board?: BoardId; subject?: { kind: string } };
  if (!heard.has(type) || board === undefined) return null;
  return type === 'DecisionProposed' && subject?.kind !== 'ratify' ? null : board;
}

function onFact(state: Urgents, event: ProcessEvent): TimedReaction<Urgents> {
  const { type, data } = event as unknown as DecisionEvent | SittingEvent;
  const { stream } = event;
  switch (type) {
    case 'DecidedInUrgency':
      return decided(state, stream, data.ratifyBy);
    case 'DecisionProposed': {
      const { subject } = data;
      const act = subject.kind === 'ratify' ? subject.decision : null;
      return { state: state.map((one) => (one.decision === act ? asked(one, stream) : one)) };
    }
    case 'MeetingConvened':
      return {
        state: state.map((one) => ({ ...one, sittings: [...one.sittings, stream] })),
      };
    case 'MeetingClosed': {
      const over = state.filter(
        ({ ratifyBy, sittings }) => ratifyBy === null && sittings.includes(stream),
      );
      return { state, commands: over.map(lapsing) };
    }
    case 'RatificationVoted':
      return { state, commands: [voted(stream as DecisionId, data)] };
    default:
      return forgotten(state, stream);
  }
}

function decided(state: Urgents, decision: string, ratifyBy: LocalDate | null) {
  const act = { decision, ratifyBy, asking: [], sittings: [] };
  const next = { state: [...state, act] };
  return ratifyBy === null ? next : { ...next, timers: [{ schedule: decision, after: ratifyBy }] };
}

function asked(act: Urgent, by: string): Urgent {
  return { ...act, asking: [...act.asking, by] };
}

function forgotten(state: Urgents, stream: string): TimedReaction<Urgents> {
  const act = state.find(({ decision }) => decision === stream);
  const next = { state: state.filter((one) => one !== act) };
  return act && act.ratifyBy !== null ? { ...next, timers: [{ cancel: stream }] } : next;
}

/** Several acts of one body: each command has a name of its own. */
function lapsing({ decision: target, asking }: Urgent): ProcessCommand {
  const data = { asking };
  const name = `LapseUnratified ${target}`;
  return { name, aggregate: 'decision', target, type: 'LapseUnratified', data };
}

type RatificationVoted = Extract<DecisionEvent, { type: 'RatificationVoted' }>['data'];

function voted(by: DecisionId, { decision: target, ratified, votedAt }: RatificationVoted) {
  const type = ratified ? 'RatifyDecision' : 'RefuseRatification';
  const data = ratified ? { by, votedAt } : { by };
  return { name: `${type} ${target}`, aggregate: 'decision', target, type, data };
}
