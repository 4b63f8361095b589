import type { CommandBus } from '@nestjs/cqrs';
import { Clock, CommandGateway, CommandIndex, commandOf, CommandRequest } from '@tavolo/command';
import { derivedId, Instance, Mandates, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Aggregate, AnyEvent, Answer, InstanceFacts } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { EventStore, JsonObject, NewEvent, Uuid } from '@tavolo/event-store';
import type { Command, Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import { OpenDoor } from './open-door.js';

const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const auth = { issuer: 'test', assurance: 'none' } as const;

class StillClock extends Clock {
  now(): Instant {
    return '2030-01-01T12:00:00.000Z' as Instant;
  }
}
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
const secrets = { secret: () => Promise.resolve('5e'.repeat(32)) } as unknown as PrivateStore;

type Fact = Readonly<{ type: string; data: object }>;
/** What a sender wants: a command with its grounds, or what it makes of the state it sees. */
export type Wish<S> = Given | ((state: S) => Given);
type Given = Readonly<{ type: string; data: object; by?: Readonly<{ person: PersonRef }> }>;

/**
 * Several servers on one log, each with its own door and its own caches, and several senders who
 * do not wait for each other. `turns` says how long each of their reads and appends waits, so
 * that a generator chooses who is faster.
 */
export class Replicas<S, C extends Command<string, object>, E extends AnyEvent> {
  readonly #replicas: readonly { gateway: CommandGateway; transactions: StoreTransactions }[];
  #commands = 0;
  #waits = 0;

  constructor(
    private readonly aggregate: Aggregate<S, C, E>,
    private readonly store: EventStore,
    private readonly turns: readonly number[],
  ) {
    this.#replicas = [0, 1].map(() => this.#replica());
  }

  /** Puts facts where the senders begin. */
  async begin(stream: string, facts: readonly Fact[]): Promise<void> {
    const events = facts.map(({ type, data }, index): NewEvent => {
      const id = derivedId(new RomanInstance().facts.id, stream, index);
      const meta = {
        ...{ recordedAt: new StillClock().now(), salt: '00'.repeat(16), commandId: id, auth },
        ...{ commandHash: '0'.repeat(64) as Sha256, correlationId: id },
        actor: { personRef: person },
      };
      return { id, type, schema: 1, data: data as JsonObject, meta };
    });
    await this.store.append(stream, events, { expected: 'noStream' });
  }

  /** Every sender gives its commands in their order, all senders at once. */
  async send(stream: string, senders: readonly (readonly Wish<S>[])[]): Promise<readonly Answer[]> {
    const answers = senders.map(async (wishes, nth) => {
      const given: Answer[] = [];
      for (const wish of wishes) given.push(await this.#give(stream, wish, nth));
      return given;
    });
    return (await Promise.all(answers)).flat();
  }

  /** The facts of the stream as the log has them, for a count of one's own. */
  async facts(stream: string): Promise<readonly E[]> {
    const found: E[] = [];
    for await (const { type, data } of this.store.readStream(stream)) {
      found.push({ type, data } as unknown as E);
    }
    return found;
  }

  async #give(stream: string, wish: Wish<S>, nth: number): Promise<Answer> {
    const replica = this.#replicas[nth % this.#replicas.length];
    if (!replica) throw new Error('there is no replica');
    const { gateway, transactions } = replica;
    const seen = await transactions.load(this.aggregate, stream);
    const state = seen ? seen.state : this.aggregate.decider.initial;
    const { type, data, by } = typeof wish === 'function' ? wish(state) : wish;
    this.#commands += 1;
    const commandId = derivedId(new RomanInstance().facts.id, 'command', this.#commands);
    const message = { aggregate: this.aggregate.category, type, target: stream };
    const sender = { person: by?.person ?? person, mandate: null, auth, system: true };
    return gateway.send({ ...message, data: data as JsonObject }, sender, { commandId });
  }

  #replica() {
    const [clock, instance] = [new StillClock(), new RomanInstance()];
    const parts = { index: new EmptyIndex(), snapshots: new NoSnapshots() };
    const transactions = new StoreTransactions({ store: this.#slow(), clock, instance, ...parts });
    const execute = (request: AnyRequest<C>) =>
      transactions.run(this.aggregate, request, () => ({
        command: commandOf<CommandRequest<C>>(request),
      }));
    const bus = { execute } as unknown as CommandBus;
    const gatekeeper = new OpenDoor();
    const others = { gatekeeper, mandates: new Mandates(), privateStore: secrets, transactions };
    const gateway = new CommandGateway({ bus, clock, instance, ...others });
    gateway.register(this.aggregate, AnyRequest<C>);
    return { gateway, transactions };
  }

  /** The same log, behind a network on which now one and now another is faster. */
  #slow(): EventStore {
    const append = async (...asked: Parameters<EventStore['append']>) => {
      await this.#wait();
      return await this.store.append(...asked);
    };
    return new Proxy(this.store, {
      get: (target, key) => {
        if (key === 'append') return append;
        const found: unknown = Reflect.get(target, key, target);
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  }

  async #wait(): Promise<void> {
    const turns = this.turns[this.#waits % this.turns.length] ?? 0;
    this.#waits += 1;
    for (let n = 0; n < turns; n += 1) await Promise.resolve();
  }
}

class AnyRequest<C extends Command<string, object>> extends CommandRequest<C> {}
