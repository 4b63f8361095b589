import { derivedId } from '@tavolo/command';
import type { Instance, Rehearsal } from '@tavolo/command';
import type { RecordedEvent } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessInput } from './definition.js';
import { processEvent } from './instance-state.js';
import type { CommandSender } from './ports.js';
import { systemActor } from './reaction-events.js';

/** A process that goes round in a rehearsal is stopped here. */
const MAX_STEPS = 1_000;

type Playing = Readonly<{ definition: ProcessDefinition<unknown>; key: string }>;

/**
 * What processes would do about the facts of a rehearsal: their reactions are pure, so they are
 * played in memory, each from its beginning. Timers never come due in a rehearsal.
 */
export class RehearsedProcesses {
  readonly #states = new Map<string, unknown>();
  #steps = 0;

  constructor(
    private readonly definitions: readonly ProcessDefinition<unknown>[],
    private readonly ports: Readonly<{ sender: CommandSender; instance: Instance }>,
  ) {}

  /** Plays until nothing follows any more; inside the rehearsal, so that it stays one. */
  async settle(rehearsal: Rehearsal): Promise<void> {
    this.#steps = 0;
    for (;;) {
      const facts = rehearsal.takeFacts();
      if (facts.length === 0) return;
      for (const fact of facts) await this.#tell(fact);
    }
  }

  async #tell(fact: RecordedEvent): Promise<void> {
    const event = processEvent(fact);
    const category = fact.stream.slice(0, fact.stream.indexOf('-'));
    for (const definition of this.definitions) {
      if (!definition.categories.includes(category)) continue;
      const key = definition.keyOf(event);
      if (key !== null) await this.#react({ definition, key }, { kind: 'event', event }, fact);
    }
  }

  async #react(playing: Playing, input: ProcessInput, cause: RecordedEvent): Promise<void> {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) return;
    const { definition, key } = playing;
    const name = `${definition.name} ${key}`;
    const before = this.#states.has(name) ? this.#states.get(name) : definition.initial;
    const { state, commands = [] } = definition.react(before, input);
    this.#states.set(name, state);
    for (const command of commands) await this.#send(playing, command, cause);
  }

  async #send(playing: Playing, command: ProcessCommand, cause: RecordedEvent): Promise<void> {
    const { definition } = playing;
    const { aggregate, target, type, data, name } = command;
    const { id } = this.ports.instance.facts;
    const answer = await this.ports.sender.send({
      ...{ aggregate, target, type, data },
      commandId: derivedId(id, cause.id, definition.name, name, this.#steps),
      causationId: cause.id,
      correlationId: cause.meta.correlationId,
      actor: { person: systemActor(definition.name), mandate: null, organisation: null },
    });
    const said =
      answer.outcome === 'refused'
        ? ({ kind: 'answer', command, outcome: 'refused', refusal: answer.refusal } as const)
        : ({ kind: 'answer', command, outcome: 'accepted', result: answer.result } as const);
    await this.#react(playing, said, cause);
  }
}
