import { derivedId } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { MemoryEventStore, START } from '@tavolo/event-store';
import type {
  EventStore,
  JsonObject,
  Meta,
  NewEvent,
  Position,
  RecordedEvent,
  Uuid,
} from '@tavolo/event-store';
import type { Refusal, Sha256 } from '@tavolo/kernel';
import { ProcessRunner } from '../src/runner.js';
import { Checkpoints, CommandSender } from '../src/ports.js';
import type { ProcessDefinition } from '../src/definition.js';
import type { RunnerPorts, Step, SystemCommand, Trouble } from '../src/ports.js';
import { now, StillClock, TestInstance } from './fixed.js';

/** Thrown where a test ends a runner as a crash would. */
export class Killed extends Error {}

type Failure = Readonly<{ n: number; error: Error; when: 'after' | 'before' }>;

/** The surroundings of runners: a store, a door for commands, and what a test may do to both. */
export class World {
  readonly store: EventStore = new MemoryEventStore();
  readonly clock = new StillClock();
  readonly effects: string[] = [];
  readonly sent: SystemCommand[] = [];
  readonly troubles: Trouble[] = [];
  readonly pauses: number[] = [];
  readonly #answers = new Map<Uuid, Answer>();
  readonly #checkpoints = new Map<string, Position>();
  readonly #refused = new Set<string>();
  readonly #refusedOnce = new Set<string>();
  readonly #held: { when: 'after' | 'before'; promise: Promise<null> }[] = [];
  readonly #unsendable = new Set<string>();
  readonly #failures: Error[] = [];
  readonly #watchers: (() => void)[] = [];
  readonly #running: { runner: ProcessRunner<unknown>; ended: Promise<void> }[] = [];
  ports: RunnerPorts;
  #facts = 0;

  constructor() {
    const sender = new (class extends CommandSender {
      constructor(private readonly world: World) {
        super();
      }
      send(command: SystemCommand): Promise<Answer> {
        return this.world.#receive(command);
      }
    })(this);
    const checkpoints = new (class extends Checkpoints {
      constructor(private readonly kept: Map<string, Position>) {
        super();
      }
      get(name: string): Promise<Position | null> {
        return Promise.resolve(this.kept.get(name) ?? null);
      }
      put(name: string, position: Position): Promise<void> {
        this.kept.set(name, position);
        return Promise.resolve();
      }
    })(this.#checkpoints);
    this.ports = {
      store: this.store,
      sender,
      checkpoints,
      clock: this.clock,
      instance: new TestInstance(),
      trouble: (trouble) => this.troubles.push(trouble),
      pause: (ms) => {
        this.pauses.push(ms);
        return new Promise((resume) => setImmediate(resume));
      },
    };
  }

  /** Appends a fact as a person's command would have. */
  async say(stream: string, { type, data }: { type: string; data: JsonObject }, schema = 1) {
    const mine = await this.events(stream);
    this.#facts += 1;
    const id = derivedId(this.ports.instance.facts.id, 'fact', this.#facts);
    const event: NewEvent = { id, type, schema, data, meta: meta(id) };
    const expected = mine.length === 0 ? 'noStream' : mine.length - 1;
    await this.store.append(stream, [event], { expected });
    return event;
  }

  async events(stream: string): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) found.push(event);
    return found;
  }

  async types(stream: string): Promise<string[]> {
    return (await this.events(stream)).map(({ type }) => type);
  }

  runner(
    definition: ProcessDefinition<unknown>,
    beforeStep?: (step: Step) => void,
  ): ProcessRunner<unknown> {
    const ports = beforeStep ? { ...this.ports, beforeStep } : this.ports;
    return new ProcessRunner(definition, ports);
  }

  start(definition: ProcessDefinition<unknown>): ProcessRunner<unknown> {
    const runner = this.runner(definition);
    this.#running.push({ runner, ended: runner.run() });
    return runner;
  }

  async settle(definition: ProcessDefinition<unknown>): Promise<void> {
    await this.start(definition).settled();
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running.map(({ runner }) => runner.settled()));
  }

  async stop(): Promise<void> {
    const running = this.#running.splice(0);
    for (const { runner } of running) runner.stop();
    await Promise.all(running.map(({ ended }) => ended));
  }

  /** Runs until the nth step (from 0) and dies there; null when there were fewer steps. */
  async killAt(n: number, definition: ProcessDefinition<unknown>): Promise<Step | null> {
    let steps = 0;
    let at: Step | null = null;
    const runner = this.runner(definition, (step) => {
      if (at !== null || steps === n) {
        at ??= step;
        throw new Killed();
      }
      steps += 1;
    });
    const ended = runner.run().catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    await Promise.race([ended, runner.settled()]);
    runner.stop();
    await ended;
    return at;
  }

  /** Commands go through another door than the one a test has by itself. */
  through(send: (command: SystemCommand) => Promise<Answer>): void {
    const sender = new (class extends CommandSender {
      readonly send = send;
    })();
    this.ports = { ...this.ports, sender };
  }

  refuse(type: string): void {
    this.#refused.add(type);
  }

  /** Refuses the first command of this type, and accepts it when it is sent again. */
  refuseOnce(type: string): void {
    this.#refusedOnce.add(type);
  }

  /** The next sending waits, before or after it was decided, until the function returned is called. */
  hold(when: 'after' | 'before'): () => void {
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#held.push({ when, promise });
    return () => {
      resolve(null);
    };
  }

  failSending(errors: readonly Error[]): void {
    this.#failures.push(...errors);
  }

  /** The machine fails for every command to this stream. */
  neverSend(target: string): void {
    this.#unsendable.add(target);
  }

  /** The nth append of a process (from 0) fails once, before or after it was written. */
  failAppend({ n, error, when }: Failure): void {
    const append = this.store.append.bind(this.store);
    let appends = 0;
    this.store.append = async (stream, events, options) => {
      if (!stream.startsWith('pm_')) return await append(stream, events, options);
      const fails = appends === n;
      appends += 1;
      if (fails && when === 'before') throw error;
      const appended = await append(stream, events, options);
      if (fails) throw error;
      return appended;
    };
  }

  /** The next subscriptions end so often after one signal each, without an error. */
  dropSubscriptions(times: number): void {
    const subscribe = this.store.subscribe.bind(this.store);
    let left = times;
    this.store.subscribe = async function* (options) {
      for await (const signal of subscribe(options)) {
        yield signal;
        left -= 1;
        if (left >= 0) return;
      }
    };
  }

  checkpoint(name: string): Position | null {
    return this.#checkpoints.get(name) ?? null;
  }

  loseCheckpoints(): void {
    this.#checkpoints.clear();
  }

  /** Resolves when this effect was seen. */
  async effect(wanted: string): Promise<void> {
    while (!this.effects.includes(wanted)) {
      await new Promise<void>((resume) => this.#watchers.push(resume));
    }
  }

  /** Resolves when so many commands were sent. */
  async sending(count: number): Promise<void> {
    while (this.sent.length < count) {
      await new Promise<void>((resume) => this.#watchers.push(resume));
    }
  }

  /** As the gateway does: the same commandId gets its first answer; a refusal leaves no trace. */
  async #receive(command: SystemCommand): Promise<Answer> {
    this.sent.push(command);
    this.#seen();
    const hold = this.#held.shift();
    if (hold?.when === 'before') await hold.promise;
    const answer = this.#decide(command);
    if (hold?.when === 'after') await hold.promise;
    return answer;
  }

  #decide(command: SystemCommand): Answer {
    const failure = this.#failures.shift();
    if (failure) throw failure;
    const { commandId, type, target } = command;
    if (this.#unsendable.has(target)) throw new Error('nobody there');
    const earlier = this.#answers.get(commandId);
    if (earlier) return earlier;
    if (this.#refused.has(type) || this.#refusedOnce.delete(type))
      return { outcome: 'refused', refusal };
    const receipt = {
      ...{ commandId, stream: target, revision: this.effects.length },
      ...{ position: START, eventId: commandId, repeated: false },
    };
    const answer: Answer = { outcome: 'accepted', receipt, result: { id: target } };
    this.#answers.set(commandId, answer);
    this.effects.push(`${type} ${target}`);
    this.#seen();
    return answer;
  }

  #seen(): void {
    for (const resume of this.#watchers.splice(0)) resume();
  }
}

const refusal: Refusal = {
  rule: 'PL-4',
  code: 'TableOpen',
  it: 'Un tavolo è aperto: {table}.',
  en: 'A table is open: {table}.',
  details: { table: 'table-1' },
};

function meta(id: Uuid): Meta {
  return {
    recordedAt: now,
    salt: '00'.repeat(16),
    commandId: id,
    commandHash: '00'.repeat(32) as Sha256,
    correlationId: id,
    actor: {
      personRef: 'person-00000000-0000-4000-8000-000000000001' as Meta['actor']['personRef'],
    },
    auth: { issuer: 'test', assurance: 'low' },
  };
}
