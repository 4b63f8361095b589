import { Readable } from 'node:stream';
import { Correlations, dayOf, derivedId, Mandates } from '@tavolo/command';
import { NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer, CommandRequest, Envelope } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Command, PersonRef, Sha256 } from '@tavolo/kernel';
import { MemoryPrivateStore } from '@tavolo/private-store';
import { Checkpoints, ClaimHandler, ClaimRequest, CommandSender } from '@tavolo/process';
import { ProcessRunner, StreamClaims } from '@tavolo/process';
import type { ProcessDefinition, SystemCommand } from '@tavolo/process';
import { AgreementGrounds } from '../application/agreement.grounds.js';
import { AgreementHandler } from '../application/agreement.handler.js';
import { AgreementRequest } from '../application/agreement.request.js';
import { StreamedAgreements } from '../application/agreements.js';
import { LedgerHandler, LedgerRequest } from '../application/ledger.handler.js';
import { EmptyIndex, KnownPartners, NoNetworks, NoPlans, OneDecision } from './fakes.js';
import { RomanInstance, StillClock } from './fakes.js';

interface Handler {
  execute(request: CommandRequest<Command<string, object>>): Promise<Answer>;
}
type RequestClass = new (
  target: string,
  asked: { type: string; data: object },
  envelope: Envelope,
) => CommandRequest<Command<string, object>>;

class NoCheckpoints extends Checkpoints {
  get(): Promise<null> {
    return Promise.resolve(null);
  }
  put(): Promise<void> {
    return Promise.resolve();
  }
}

/** The handlers and processes of this context on a log in memory, without the gateway. */
export class World {
  readonly store = new MemoryEventStore();
  readonly clock = new StillClock();
  readonly instance = new RomanInstance();
  readonly partners = new KnownPartners();
  readonly decisions = new OneDecision();
  readonly mandates = new Mandates();
  readonly privateStore = new MemoryPrivateStore();
  readonly agreements: StreamedAgreements;
  /** What failed in a process that was no rule. */
  readonly troubles: unknown[] = [];
  readonly #doors: Readonly<Record<string, readonly [RequestClass, Handler]>>;
  readonly #runners: { runner: ProcessRunner<unknown>; ended: Promise<void> }[] = [];
  #commands = 0;

  constructor() {
    const { store, clock, instance, partners, privateStore } = this;
    const parts = { index: new EmptyIndex(), snapshots: new NoSnapshots() };
    const transactions = new StoreTransactions({ store, clock, instance, ...parts });
    this.agreements = new StreamedAgreements(transactions);
    const grounds = new AgreementGrounds({
      ...{ claims: new StreamClaims(transactions), instance, partners, privateStore },
      decisions: this.decisions,
      mandates: this.mandates,
      ...{ networks: new NoNetworks(), plans: new NoPlans(), transactions },
    });
    const agreements = new AgreementHandler(transactions, grounds, new Correlations(store));
    const ledgers = new LedgerHandler(transactions);
    this.#doors = {
      agreement: [AgreementRequest as RequestClass, agreements],
      ledger: [LedgerRequest as RequestClass, ledgers],
      claim: [ClaimRequest as RequestClass, new ClaimHandler(transactions)],
    };
  }

  /** A person's command; a repeat names the number of the first. */
  command(
    target: string,
    asked: { type: string; data: object },
    about: Partial<Envelope> & { nth?: number } = {},
  ): Promise<Answer> {
    this.#commands += 1;
    const { nth = this.#commands, ...envelope } = about;
    const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
    const commandId = derivedId(this.instance.facts.id, 'command', nth);
    return this.#execute(
      { ...asked, target },
      { ...this.#envelope(commandId, person), ...envelope },
    );
  }

  upload(text: string, mediaType = 'application/pdf'): Promise<Sha256> {
    const content = Readable.from([Buffer.from(text)]);
    return this.privateStore
      .putDocument(content, { mediaType, maxBytes: 1_000_000 })
      .then(({ sha256 }) => sha256);
  }

  run(...definitions: readonly ProcessDefinition<unknown>[]): void {
    for (const definition of definitions) {
      const runner = this.#runner(definition);
      this.#runners.push({ runner, ended: runner.run() });
    }
  }

  /** Until every process has nothing left to do, that which its own commands led to included. */
  async settled(): Promise<void> {
    for (;;) {
      const head = await this.store.head();
      await Promise.all(this.#runners.map(({ runner }) => runner.settled()));
      if ((await this.store.head()) === head) return;
    }
  }

  async stop(): Promise<void> {
    for (const { runner } of this.#runners) runner.stop();
    await Promise.all(this.#runners.map(({ ended }) => ended));
  }

  async events(stream: string): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) found.push(event);
    return found;
  }

  async types(stream: string): Promise<string[]> {
    return (await this.events(stream)).map(({ type }) => type);
  }

  #runner(definition: ProcessDefinition<unknown>): ProcessRunner<unknown> {
    const { store, clock, instance } = this;
    const send = (command: SystemCommand) => this.#receive(command);
    const sender = new (class extends CommandSender {
      send = send;
    })();
    const trouble = ({ error }: { error: unknown }) => this.troubles.push(error);
    const checkpoints = new NoCheckpoints();
    return new ProcessRunner(definition, { store, sender, checkpoints, clock, instance, trouble });
  }

  #receive({ actor, commandId, causationId, correlationId, ...asked }: SystemCommand) {
    const envelope = this.#envelope(commandId, actor.person);
    return this.#execute(asked, { ...envelope, causationId, correlationId });
  }

  #execute(
    { target, type, data }: { target: string; type: string; data: object },
    envelope: Envelope,
  ): Promise<Answer> {
    const category = target.slice(0, target.indexOf('-'));
    const door = this.#doors[category];
    if (!door) throw new Error(`nobody handles commands of ${category}`);
    const [Request, handler] = door;
    return handler.execute(new Request(target, { type, data }, envelope));
  }

  #envelope(commandId: Uuid, person: PersonRef): Envelope {
    const at = this.clock.now();
    return {
      ...{ commandId, commandHash: '0'.repeat(64) as Sha256, correlationId: commandId },
      by: { person, mandate: null, organisation: null },
      auth: { issuer: 'test', assurance: 'none' },
      ...{ at, today: dayOf(at, this.instance.facts.zone), basis: [] },
    };
  }
}
