import { Clock, CommandIndex, commandOf, CommandRequest, dayOf } from '@tavolo/command';
import { derivedId, Instance, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Aggregate, AnyEvent, Answer, Asked, Envelope, InstanceFacts } from '@tavolo/command';
import { MemoryEventStore, START } from '@tavolo/event-store';
import type { JsonObject, NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Command, Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { Checkpoints, CommandSender, RunningProcesses } from '@tavolo/process';
import type { ProcessDefinition, SystemCommand } from '@tavolo/process';

class MovedClock extends Clock {
  at = '2030-01-01T12:00:00.000Z' as Instant;
  now(): Instant {
    return this.at;
  }
}

const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;

class RomanInstance extends Instance {
  readonly facts: InstanceFacts = {
    ...{ id: '00000000-0000-4000-8000-00000000000a' as Uuid, zone: 'Europe/Rome', demo: false },
    ...{ name: 'Regione', founder: person, organisation: null },
  };
}

class EmptyIndex extends CommandIndex {
  position() {
    return START;
  }
  find() {
    return Promise.resolve(null);
  }
}

class KeptCheckpoints extends Checkpoints {
  readonly #kept = new Map<string, Parameters<Checkpoints['put']>[1]>();
  get(name: string) {
    return Promise.resolve(this.#kept.get(name) ?? null);
  }
  put(...[name, position]: Parameters<Checkpoints['put']>) {
    this.#kept.set(name, position);
    return Promise.resolve();
  }
}

type Fact = Readonly<{ type: string; data: object }>;

/**
 * One aggregate and its processes on a log in memory, under a clock that a test moves. Commands
 * need no grounds here: those of timers have none.
 */
export class TimedHouse<S, C extends Command<string, object>, E extends AnyEvent> {
  readonly store = new MemoryEventStore();
  readonly clock = new MovedClock();
  /** What failed in a process that was no rule. */
  readonly troubles: unknown[] = [];
  readonly #instance = new RomanInstance();
  readonly #checkpoints = new KeptCheckpoints();
  readonly transactions = new StoreTransactions({
    ...{ store: this.store, clock: this.clock, instance: this.#instance },
    ...{ index: new EmptyIndex(), snapshots: new NoSnapshots() },
  });
  readonly #definitions: readonly ProcessDefinition<unknown>[];
  #running: RunningProcesses | null = null;
  #facts = 0;

  constructor(
    private readonly aggregate: Aggregate<S, C, E>,
    ...definitions: readonly ProcessDefinition<unknown>[]
  ) {
    this.#definitions = definitions;
  }

  /** Starts the processes, or starts them again. */
  start(): void {
    const { store, clock } = this;
    const send = (command: SystemCommand) => this.#receive(command);
    const sender = new (class extends CommandSender {
      send = send;
    })();
    this.#running = new RunningProcesses(this.#definitions, {
      ...{ store, clock, sender, instance: this.#instance, checkpoints: this.#checkpoints },
      trouble: ({ error }) => this.troubles.push(error),
      sleep: (_ms, signal) =>
        new Promise((resume) => {
          signal.addEventListener('abort', () => resume(), { once: true });
        }),
    });
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = null;
  }

  /** Facts that happened, whoever decided on them. */
  async says(stream: string, ...facts: readonly Fact[]): Promise<void> {
    const before = (await this.types(stream)).length;
    const expected = before === 0 ? 'noStream' : before - 1;
    await this.store.append(
      stream,
      facts.map((fact) => this.#eventOf(fact)),
      { expected },
    );
    await this.rest();
  }

  /** Moves the clock, and waits until all has happened that is due by then. */
  async walkTo(at: string): Promise<void> {
    this.clock.at = at as Instant;
    await this.rest();
  }

  /** Waits until the processes have nothing left to do, where they run. */
  async rest(): Promise<void> {
    await this.#running?.settled();
  }

  async events(stream: string): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) found.push(event);
    return found;
  }

  async types(stream: string): Promise<string[]> {
    return (await this.events(stream)).map(({ type }) => type);
  }

  /** The timers of a process that fired, as whether they were late. */
  async fired(stream: string): Promise<readonly boolean[]> {
    const events = await this.events(stream);
    return events.filter(({ type }) => type === 'TimerFired').map(({ data }) => data.late === true);
  }

  #eventOf({ type, data }: Fact): NewEvent {
    this.#facts += 1;
    const id = derivedId(this.#instance.facts.id, 'fact', this.#facts);
    const commandHash = '0'.repeat(64) as Sha256;
    const meta = {
      ...{ recordedAt: this.clock.now(), salt: '00'.repeat(16), commandId: id, commandHash },
      ...{ correlationId: id, actor: { personRef: person } },
      auth: { issuer: 'test', assurance: 'none' },
    };
    return { id, type, schema: 1, data: data as JsonObject, meta };
  }

  #receive({ actor, target, type, data, aggregate: _, ...about }: SystemCommand): Promise<Answer> {
    const at = this.clock.now();
    const envelope: Envelope = {
      ...{ ...about, commandHash: '0'.repeat(64) as Sha256, by: actor },
      auth: { issuer: 'test', assurance: 'none' },
      ...{ at, today: dayOf(at, this.#instance.facts.zone), basis: [] },
    };
    const request = new AnyRequest<C>(target, { type, data } as unknown as Asked<C>, envelope);
    return this.transactions.run(this.aggregate, request, () => ({
      command: commandOf<CommandRequest<C>>(request),
    }));
  }
}

class AnyRequest<C extends Command<string, object>> extends CommandRequest<C> {}
