import { UpgradePending } from '@tavolo/command';
import type { Basis, EventStore, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { LocalDate } from '@tavolo/kernel';
import type { ProcessCommand, ProcessEvent, ProcessInput, TimedProcess } from './definition.js';
import type { RunnerPorts } from './ports.js';
import type { ProcessManagerEvent, TimerScheduled } from './process.events.js';
import type { OpenTimer } from './timers.js';

/** A command with what its sending needs; `id` is that of its `ProcessCommandGiven`. */
export type GivenCommand = Readonly<{
  id: Uuid;
  command: ProcessCommand;
  causationId: Uuid;
  correlationId: Uuid;
  /** Of the late timer that led to it. */
  effectiveOn?: LocalDate;
}>;

/** One instance of a process manager, folded from its stream. */
export type ProcessState<State> = Readonly<{
  stream: string;
  /** -1 before its first event. */
  revision: number;
  state: State;
  /** Newest revision taken of each stream that it was told of: what lies below is not taken again. */
  taken: ReadonlyMap<string, number>;
  given: ReadonlyMap<Uuid, GivenCommand>;
  answers: ReadonlyMap<Uuid, 'accepted' | 'refused'>;
  /** Those that are open, by id. */
  timers: ReadonlyMap<Uuid, OpenTimer>;
  /** Stream of the newest fact taken; empty before the first. */
  subject: string;
  finished: boolean;
}>;

/** Commands without an answer, in the order in which they were given. */
export function unanswered<State>({ given, answers }: ProcessState<State>): GivenCommand[] {
  return [...given.values()].filter(({ id }) => !answers.has(id));
}

/** A recorded event as `react` may see it. */
export function processEvent(recorded: RecordedEvent): ProcessEvent {
  const { id, stream, revision, type, schema, data, meta } = recorded;
  return { id, stream, revision, type, schema, data, recordedAt: meta.recordedAt };
}

const newestSchemas: Readonly<Record<ProcessManagerEvent['type'], number>> = {
  ProcessReacted: 1,
  ProcessCommandGiven: 1,
  ProcessCommandAccepted: 1,
  ProcessCommandRefused: 1,
  ProcessBeganWaiting: 1,
  ProcessStopped: 1,
  ProcessFinished: 1,
  TimerScheduled: 1,
  TimerCancelled: 1,
  TimerFired: 1,
};

/** A newer version of the program writes what this one cannot read: half a history decides nothing. */
function unknown({ stream, type, schema }: RecordedEvent): UpgradePending {
  return new UpgradePending(stream, type, schema);
}

const MAX_CACHED = 1_000;

/**
 * Loads instances of one process manager. What was folded before is kept and only the tail of
 * the stream is read, so another runner's appends are seen.
 */
export class ProcessStates<State> {
  readonly #kept = new Map<string, ProcessState<State>>();

  constructor(
    private readonly definition: TimedProcess<State>,
    private readonly store: EventStore,
    private readonly knows: NonNullable<RunnerPorts['knows']> = () => true,
  ) {}

  async load(stream: string): Promise<ProcessState<State>> {
    let folded = this.#kept.get(stream) ?? this.#fresh(stream);
    for await (const event of this.store.readStream(stream, {
      fromRevision: folded.revision + 1,
    })) {
      folded = { ...(await this.#after(folded, event)), revision: event.revision };
    }
    this.#keep(folded);
    return folded;
  }

  #fresh(stream: string): ProcessState<State> {
    return {
      stream,
      revision: -1,
      state: this.definition.initial,
      taken: new Map(),
      given: new Map(),
      answers: new Map(),
      timers: new Map(),
      subject: '',
      finished: false,
    };
  }

  #keep(folded: ProcessState<State>): void {
    this.#kept.delete(folded.stream);
    this.#kept.set(folded.stream, folded);
    if (this.#kept.size <= MAX_CACHED) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }

  async #after(before: ProcessState<State>, event: RecordedEvent): Promise<ProcessState<State>> {
    if (!(event.type in newestSchemas)) throw unknown(event);
    const fact = event as unknown as ProcessManagerEvent;
    if (event.schema > newestSchemas[fact.type]) throw unknown(event);
    switch (fact.type) {
      case 'ProcessReacted':
        return this.#tookFact(before, await this.#sourceOf(fact.data.source));
      case 'ProcessCommandGiven':
        return withGiven(before, event, fact.data);
      case 'ProcessCommandAccepted':
        return this.#tookAnswer(before, fact.data.command, {
          outcome: 'accepted',
          result: fact.data.result,
        });
      case 'ProcessCommandRefused':
        return this.#tookAnswer(before, fact.data.command, {
          outcome: 'refused',
          refusal: fact.data.refusal,
        });
      case 'ProcessFinished':
        return { ...before, finished: true };
      case 'TimerScheduled':
        return withTimer(before, event, fact.data);
      case 'TimerCancelled':
        return { ...before, timers: without(before.timers, fact.data.id) };
      case 'TimerFired':
        return this.#tookTimer(before, fact.data.id);
      case 'ProcessBeganWaiting':
      case 'ProcessStopped':
        return before;
    }
  }

  #tookFact(before: ProcessState<State>, event: ProcessEvent): ProcessState<State> {
    const { state } = this.definition.react(before.state, { kind: 'event', event });
    const taken = new Map(before.taken).set(event.stream, event.revision);
    return { ...before, state, taken, subject: event.stream };
  }

  #tookAnswer(before: ProcessState<State>, id: Uuid, said: Said): ProcessState<State> {
    const input = answerTo(before, id, said);
    const { state } = this.definition.react(before.state, input);
    return { ...before, state, answers: new Map(before.answers).set(id, said.outcome) };
  }

  #tookTimer(before: ProcessState<State>, id: Uuid): ProcessState<State> {
    const fired = before.timers.get(id);
    if (!fired) throw new Error(`${before.stream} fired ${id}, which is no open timer of it`);
    const { name, dueAt } = fired;
    const timer = { name, dueAt };
    const { state } = this.definition.react(before.state, { kind: 'timer', timer });
    return { ...before, state, timers: without(before.timers, id) };
  }

  async #sourceOf({ stream, revision }: Basis): Promise<ProcessEvent> {
    for await (const event of this.store.readStream(stream, { fromRevision: revision, max: 1 })) {
      if (!this.knows(event.type, event.schema)) throw unknown(event);
      return processEvent(event);
    }
    throw new Error(`revision ${String(revision)} of ${stream} was taken up but cannot be read`);
  }
}

type AnswerInput = Extract<ProcessInput, { kind: 'answer' }>;
/** An answer without the command that it answers. */
export type Said = AnswerInput extends infer A
  ? A extends AnswerInput
    ? Omit<A, 'command' | 'kind'>
    : never
  : never;

/** The answer to a command of this instance, as an input. */
export function answerTo<State>(
  { given, stream }: ProcessState<State>,
  id: Uuid,
  said: Said,
): AnswerInput {
  const command = given.get(id)?.command;
  if (!command) throw new Error(`${stream} holds an answer to ${id}, which it never gave`);
  return { kind: 'answer', command, ...said };
}

function withGiven<State>(
  before: ProcessState<State>,
  { id, meta }: RecordedEvent,
  command: ProcessCommand,
): ProcessState<State> {
  const { correlationId, causationId = id, effectiveOn } = meta;
  const late = effectiveOn === undefined ? {} : { effectiveOn: effectiveOn as LocalDate };
  const one = { id, command, causationId, correlationId, ...late };
  return { ...before, given: new Map(before.given).set(id, one) };
}

function withTimer<State>(
  before: ProcessState<State>,
  { id: eventId, meta }: RecordedEvent,
  { id, name, dueAt }: TimerScheduled['data'],
): ProcessState<State> {
  const { correlationId, causationId = eventId } = meta;
  const timer = { id, name, dueAt, causationId, correlationId };
  return { ...before, timers: new Map(before.timers).set(id, timer) };
}

/** The timers but for one. */
export function without(
  timers: ProcessState<unknown>['timers'],
  id: Uuid,
): ProcessState<unknown>['timers'] {
  const left = new Map(timers);
  left.delete(id);
  return left;
}
