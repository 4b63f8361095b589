import type { Answer } from '@tavolo/command';
import { dayOf, derivedId } from '@tavolo/command';
import { WrongExpectedRevision } from '@tavolo/event-store';
import type { NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { LocalDate } from '@tavolo/kernel';
import type { TimedInput, TimedProcess, TimedReaction } from './definition.js';
import { answerTo, processEvent, ProcessStates, unanswered, without } from './instance-state.js';
import type { GivenCommand, ProcessState, Said } from './instance-state.js';
import type { RunnerPorts, Step } from './ports.js';
import type { ProcessManagerEvent } from './process.events.js';
import { consequences, newEvents, systemActor } from './reaction-events.js';
import type { Cause } from './reaction-events.js';
import type { Steady } from './steady.js';
import { cancelled, isLate, timerFacts } from './timers.js';
import type { OpenTimer } from './timers.js';

/** The work on the instances of one process manager: facts and timers in, commands out, answers in. */
export class InstanceWork<State> {
  readonly #states: ProcessStates<State>;

  constructor(
    private readonly definition: TimedProcess<State>,
    private readonly ports: RunnerPorts,
    private readonly steady: Steady,
  ) {
    this.#states = new ProcessStates(definition, ports.store, ports.knows);
  }

  /** Takes up one fact, unless it was taken before or the process is at its end. */
  async take(stream: string, recorded: RecordedEvent): Promise<void> {
    const event = processEvent(recorded);
    const { id, revision, type } = event;
    const from = event.stream;
    await this.#untilAppended({ step: 'take', stream }, (instance) => {
      if (instance.finished || (instance.taken.get(from) ?? -1) >= revision) return null;
      return this.#reacted(instance, {
        input: { kind: 'event', event },
        head: { type: 'ProcessReacted', data: { source: { stream: from, revision, id, type } } },
        inputKey: `event:${id}`,
        causationId: id,
        correlationId: recorded.meta.correlationId,
        basis: [{ stream: from, revision }],
      });
    });
  }

  /**
   * Fires one timer, unless it was fired or cancelled before. `failed` hears of everything that
   * makes it take longer.
   */
  async fire(stream: string, id: Uuid, failed: (error: unknown) => void): Promise<void> {
    await this.#untilAppended({ step: 'fire', stream, failed }, (instance) => {
      const timer = instance.timers.get(id);
      if (!timer) return null;
      const { name, dueAt, causationId, correlationId } = timer;
      const late = isLate(dueAt, this.ports.clock.now());
      return this.#reacted(
        { ...instance, timers: without(instance.timers, id) },
        {
          input: { kind: 'timer', timer: { name, dueAt } },
          head: { type: 'TimerFired', data: { id, late } },
          inputKey: `timer:${id}`,
          basis: [],
          ...{ causationId, correlationId, ...this.#effectOf(timer) },
        },
      );
    });
  }

  /** Sends what has no answer yet, one after another; answers are inputs and may give more. */
  async dispatch(stream: string): Promise<void> {
    for (;;) {
      const instance = await this.steady.attempt('read', () => this.#states.load(stream));
      const [next] = unanswered(instance);
      if (!next) return;
      const answer = await this.steady.attempt('send', () => this.#send(next));
      await this.#record(stream, next, answer);
    }
  }

  #send({ id, command, causationId, correlationId, effectiveOn }: GivenCommand): Promise<Answer> {
    const { aggregate, target, type, data } = command;
    const person = systemActor(this.definition.name);
    return this.ports.sender.send({
      aggregate,
      target,
      type,
      data,
      commandId: derivedId(this.ports.instance.facts.id, id, command.name),
      causationId,
      correlationId,
      ...(effectiveOn !== undefined && { effectiveOn }),
      actor: { person, mandate: null, organisation: null },
    });
  }

  async #record(stream: string, given: GivenCommand, answer: Answer): Promise<void> {
    const { id, causationId, correlationId } = given;
    const said = saidOf(answer);
    await this.#untilAppended({ step: 'answer', stream }, (instance) => {
      const known = instance.answers.get(id);
      // A refusal leaves no trace, so another runner's sending may have been accepted later:
      // that acceptance has left facts and is recorded after the refusal, never the reverse.
      if (known === 'accepted' || known === said.outcome) return null;
      return this.#reacted(instance, {
        input: answerTo(instance, id, said),
        head: headOf(id, said),
        inputKey: `answer:${id}:${said.outcome}`,
        causationId,
        correlationId,
        basis: answer.outcome === 'accepted' ? [basisOf(answer)] : [],
      });
    });
  }

  #reacted(instance: ProcessState<State>, { input, head, ...cause }: Taking): readonly NewEvent[] {
    const subject = input.kind === 'event' ? input.event.stream : instance.subject;
    const reaction = this.definition.react(instance.state, input);
    const timers = this.#timersOf(instance, reaction, cause.inputKey);
    const facts = [head, ...consequences(reaction, { subject, input, timers })];
    const { name: process } = this.definition;
    const policy = this.ports.sender.policyOf(systemActor(process));
    return newEvents(
      facts,
      { ...cause, process, stream: instance.stream, policy },
      { instance: this.ports.instance.facts.id, now: this.ports.clock.now() },
    );
  }

  #timersOf(
    { stream, timers, finished }: ProcessState<State>,
    reaction: TimedReaction<State>,
    inputKey: string,
  ): readonly ProcessManagerEvent[] {
    if (finished || reaction.done === true) return cancelled(timers.values());
    const { id, zone } = this.ports.instance.facts;
    const idOf = (index: number) => derivedId(id, stream, inputKey, 'timer', index);
    return timerFacts(reaction.timers ?? [], { open: timers.values(), zone, idOf });
  }

  /** A timer has its effect from the day on which it was due, however late it fires. */
  #effectOf({ dueAt }: OpenTimer): { effectiveOn?: LocalDate } {
    const { zone } = this.ports.instance.facts;
    const effectiveOn = dayOf(dueAt, zone);
    return effectiveOn === dayOf(this.ports.clock.now(), zone) ? {} : { effectiveOn };
  }

  /**
   * Decides on the newest state until the append lands or nothing is left to append. An append
   * of unknown outcome is repeated with the same bytes at the same revision: nothing is decided
   * anew before the store has said success or conflict.
   */
  async #untilAppended(
    { step, stream, failed }: Appending,
    decide: (instance: ProcessState<State>) => readonly NewEvent[] | null,
  ): Promise<void> {
    for (;;) {
      const { revision, events } = await this.steady.attempt(
        'read',
        async () => {
          const instance = await this.#states.load(stream);
          return { revision: instance.revision, events: decide(instance) };
        },
        failed,
      );
      if (!events) return;
      const append = () => this.#landed(stream, revision, events);
      if (await this.steady.attempt(step, append, failed)) return;
    }
  }

  /** False: another runner was faster. */
  async #landed(stream: string, revision: number, events: readonly NewEvent[]): Promise<boolean> {
    const expected = revision < 0 ? 'noStream' : revision;
    try {
      await this.ports.store.append(stream, events, { expected });
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return false;
      throw error;
    }
  }
}

type Appending = Readonly<{ step: Step; stream: string; failed?: (error: unknown) => void }>;

type Taking = Readonly<{ input: TimedInput; head: ProcessManagerEvent }> &
  Omit<Cause, 'policy' | 'process' | 'stream'>;

function saidOf(answer: Answer): Said {
  if (answer.outcome === 'refused') return answer;
  const { outcome, result } = answer;
  return { outcome, result };
}

function headOf(command: GivenCommand['id'], said: Said): ProcessManagerEvent {
  return said.outcome === 'accepted'
    ? { type: 'ProcessCommandAccepted', data: { command, result: said.result } }
    : { type: 'ProcessCommandRefused', data: { command, refusal: said.refusal } };
}

/** The facts that the accepted command left. */
function basisOf({ receipt }: Extract<Answer, { outcome: 'accepted' }>) {
  const { stream, revision } = receipt;
  return { stream, revision };
}
