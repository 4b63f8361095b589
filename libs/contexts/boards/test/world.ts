import { Readable } from 'node:stream';
import { dayOf, derivedId, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer, CommandRequest, Envelope } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Command, PersonRef, Sha256 } from '@tavolo/kernel';
import { CommandSender, ProcessRunner } from '@tavolo/process';
import type { ProcessDefinition, SystemCommand } from '@tavolo/process';
import { BoardHandler } from '../application/board.handler.js';
import { DecisionHandler } from '../application/decision.handler.js';
import { StreamedDecisions } from '../application/decisions.js';
import { BoardsPorts } from '../application/ports.js';
import { Recomputing } from '../application/recomputing.js';
import { ProcedureHandler } from '../application/procedure.handler.js';
import { RegisterHandler } from '../application/register.handler.js';
import {
  BoardRequest,
  DecisionRequest,
  ProcedureRequest,
  RegisterRequest,
  RouteDefinitionRequest,
  RouteRequest,
  SittingRequest,
} from '../application/requests.js';
import { RouteDefinitionHandler } from '../application/route/definition.handler.js';
import { RouteHandler } from '../application/route/route.handler.js';
import { SeatMandates } from '../application/seat-mandates.js';
import { SittingRecords } from '../application/sitting-records.js';
import { SittingHandler } from '../application/sitting.handler.js';
import { MemoryBallotBoxes, MemoryPrivateStore } from '@tavolo/private-store';
import { VoteBoxes } from '../application/vote-boxes.js';
import { EmptyIndex, KnownAgreements, KnownPlans, NoCheckpoints, NoNetworks } from './fakes.js';
import { NamedBodies, NoPartners, RomanInstance, StillClock } from './fakes.js';

interface Handler {
  execute(request: CommandRequest<Command<string, object>>): Promise<Answer>;
}
type RequestClass = new (
  target: string,
  asked: { type: string; data: object },
  envelope: Envelope,
) => CommandRequest<Command<string, object>>;

/** The handlers and processes of this context on a log in memory, without the gateway. */
export class World {
  readonly store: MemoryEventStore;
  readonly clock = new StillClock();
  readonly instance = new RomanInstance();
  readonly plans = new KnownPlans();
  readonly agreements = new KnownAgreements();
  readonly ballotBoxes: MemoryBallotBoxes;
  readonly ports: BoardsPorts['ports'];
  readonly bodies = new NamedBodies();
  readonly decisions: StreamedDecisions;
  readonly mandates: SeatMandates;
  readonly recomputing: Recomputing;
  /** What failed in a process that was no rule. */
  readonly troubles: unknown[] = [];
  readonly #documents = new MemoryPrivateStore();
  readonly #doors: Readonly<Record<string, readonly [RequestClass, Handler]>>;
  readonly #runners: { runner: ProcessRunner<unknown>; ended: Promise<void> }[] = [];
  #commands = 0;

  /** On a log of its own, or as another server on that of a world. */
  constructor(on?: World) {
    this.store = on?.store ?? new MemoryEventStore();
    this.ballotBoxes = on?.ballotBoxes ?? new MemoryBallotBoxes();
    this.recomputing = new Recomputing(this.store);
    const { store, clock, instance, agreements, plans } = this;
    const parts = { index: new EmptyIndex(), snapshots: new NoSnapshots() };
    const transactions = new StoreTransactions({ store, clock, instance, ...parts });
    this.decisions = new StreamedDecisions(transactions);
    this.mandates = new SeatMandates(transactions);
    const context = new BoardsPorts({
      ...{ instance, agreements, plans, transactions, privateStore: this.#documents },
      ...{ networks: new NoNetworks(), partners: new NoPartners() },
      boxes: new VoteBoxes(this.ballotBoxes, store),
      records: new SittingRecords(store),
    });
    this.ports = context.ports;
    this.#doors = {
      board: [BoardRequest as RequestClass, new BoardHandler(context)],
      sitting: [SittingRequest as RequestClass, new SittingHandler(context)],
      decision: [DecisionRequest as RequestClass, new DecisionHandler(context)],
      procedure: [ProcedureRequest as RequestClass, new ProcedureHandler(context)],
      route: [RouteRequest as RequestClass, new RouteHandler(context, this.bodies)],
      routedefinition: [
        RouteDefinitionRequest as RequestClass,
        new RouteDefinitionHandler(context),
      ],
      register: [RegisterRequest as RequestClass, new RegisterHandler(transactions)],
    };
  }

  /** Another server on the same log and the same boxes, at the same time. */
  replica(): World {
    const other = new World(this);
    other.clock.at = this.clock.at;
    return other;
  }

  /** A person's command on a stream. */
  command(
    target: string,
    asked: { type: string; data?: object },
    about: Partial<Envelope> & { person?: PersonRef } = {},
  ): Promise<Answer> {
    this.#commands += 1;
    const { person = this.instance.facts.founder, ...more } = about;
    const commandId = derivedId(this.instance.facts.id, 'command', this.#commands);
    const envelope = { ...this.#envelope(commandId, person), ...more };
    return this.#execute({ data: {}, ...asked, target }, envelope);
  }

  async upload(text: string): Promise<Sha256> {
    const content = Readable.from([Buffer.from(text)]);
    const about = { mediaType: 'application/pdf', maxBytes: 1_000_000 };
    return (await this.#documents.putDocument(content, about)).sha256;
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
