import { CommandBus } from '@nestjs/cqrs';
import {
  Accounts,
  AnsweredServices,
  Authenticator,
  Authorizer,
  ClosedLogins,
} from '@tavolo/access';
import { LoginDemands, Policies, PolicyGatekeeper } from '@tavolo/access';
import { readPolicies, Realm, Sessions, WeightGuard } from '@tavolo/access';
import { Clock, CommandGateway, CommandIndex, CommandQueue } from '@tavolo/command';
import { Instance, Mandates } from '@tavolo/command';
import { Correlations, StoreTransactions, Transactions } from '@tavolo/command';
import type { OnRefused } from '@tavolo/command';
import { EventStore } from '@tavolo/event-store';
import { Machine } from '@tavolo/operations';
import { BallotBoxes, PrivateStore } from '@tavolo/private-store';
import type { PersonRef } from '@tavolo/kernel';
import { claim, ClaimRequest, CommandSender, Processes } from '@tavolo/process';
import type { LeasedProcesses } from '@tavolo/process';
import { ReadModel } from '@tavolo/projection';
import { Openness } from '@tavolo/reading';
import { Global, Inject, Logger, Module } from '@nestjs/common';
import type {
  BeforeApplicationShutdown,
  DynamicModule,
  OnApplicationBootstrap,
  Provider,
} from '@nestjs/common';
import { DemoClock } from '../demo/demo-clock.js';
import type { Door } from '../door/door.js';
import { currentRequest } from '../door/request-ids.js';
import { GatewaySender } from './gateway-sender.js';
import { RequestContexts } from '../graphql/request-contexts.js';
import type { Journal } from '../journal/journal.js';
import type { Metrics } from '../operations/metrics.js';
import { StoresMachine } from '../operations/stores-machine.js';
import type { Traces } from '../operations/traces.js';
import { processesUnderLease } from './processes-under-lease.js';
import { ReadModelCommandIndex } from './read-model-command-index.js';
import { rehearsing } from '../rehearsals/rehearsing-private-store.js';
import { SessionSockets } from '../sign-in/session-sockets.js';
import { closeStores } from './stores.js';
import type { Stores } from './stores.js';

const STORES = Symbol('stores');

type WatchedStores = Stores & Readonly<{ metrics: Metrics; answered: AnsweredServices }>;
type Said = Readonly<{
  door: Pick<Door, 'commandsAtOnce' | 'isReadByAll'>;
  journal: Journal;
  metrics: Metrics;
  traces?: Pick<Traces, 'around'> | null | undefined;
}>;
type Asked = readonly [LoginDemands, Policies, Realm];
const logger = new Logger('processes');

/** Gives every module the stores, the door for commands, and sets the processes going. */
@Global()
@Module({})
export class StoresModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #running: LeasedProcesses | null = null;

  constructor(
    @Inject(STORES) private readonly stores: WatchedStores,
    private readonly processes: Processes,
    private readonly sender: CommandSender,
  ) {}

  static with(stores: Stores, { door, journal, metrics, traces }: Said): DynamicModule {
    const { isReadByAll } = door;
    const queue = new CommandQueue(door.commandsAtOnce);
    metrics.queue = queue;
    const { store, projections, clock, instance, mandates } = stores;
    const privateStore = rehearsing(stores.privateStore);
    const answered = new AnsweredServices(store);
    return {
      module: StoresModule,
      providers: [
        { provide: STORES, useValue: { ...stores, metrics, answered } },
        { provide: EventStore, useValue: store },
        { provide: PrivateStore, useValue: privateStore },
        { provide: BallotBoxes, useValue: stores.ballotBoxes },
        { provide: ReadModel, useValue: projections.readModel },
        { provide: Clock, useValue: clock },
        { provide: Machine, useValue: new StoresMachine({ ...stores, metrics }) },
        { provide: Instance, useValue: instance },
        { provide: Mandates, useValue: mandates },
        ...loginsOf(stores),
        { provide: Policies, useFactory: () => policiesOf(store) },
        { provide: Authorizer, inject: [Policies], useFactory: authorizerOf },
        { provide: Openness, useValue: { isReadByAll } },
        { provide: Realm, useFactory: () => new Realm() },
        ...[LoginDemands, Correlations, RequestContexts],
        { provide: CommandIndex, useClass: ReadModelCommandIndex },
        { provide: CommandSender, useClass: GatewaySender },
        {
          provide: StoreTransactions,
          inject: [CommandIndex],
          useFactory: (index: CommandIndex) => transactionsOver({ ...stores, answered }, index),
        },
        { provide: Transactions, useExisting: StoreTransactions },
        {
          provide: CommandGateway,
          inject: [CommandBus, StoreTransactions, LoginDemands, Policies, Realm],
          useFactory: (bus: CommandBus, transactions: StoreTransactions, ...asked: Asked) => {
            const [demands, policies, realm] = asked;
            const guard = new WeightGuard(demands);
            const gatekeeper = gatekeeperOf(policies, realm);
            const parts = { bus, clock, gatekeeper, guard, instance, mandates, privateStore };
            return gatewayOf({ ...parts, transactions, queue }, { journal, metrics, traces });
          },
        },
      ],
      exports: [
        ...[EventStore, PrivateStore, BallotBoxes, ReadModel, Clock, Instance, Machine, Mandates],
        ...[Authorizer, CommandGateway, CommandSender, Correlations, Openness, Policies, Realm],
        ...[
          Accounts,
          ClosedLogins,
          LoginDemands,
          RequestContexts,
          Sessions,
          SessionSockets,
          Transactions,
        ],
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    const { answered, clock, closed, metrics } = this.stores;
    await Promise.all([closed.follow(), answered.follow()]);
    const running = processesUnderLease({
      ...{ stores: this.stores, processes: this.processes, sender: this.sender },
      trouble: (trouble) => {
        metrics.failed(trouble);
        const { process, step, attempt, error } = trouble;
        logger.warn({ process, step, attempt, error });
      },
      noLease: (error) => {
        logger.warn({ lease: 'processes', error });
      },
    });
    this.#running = running;
    metrics.processes = running;
    // Real time needs no word: timers sleep until they are due.
    if (clock instanceof DemoClock) clock.onMove(() => running.wake());
  }

  /** Resolves when no process and no timer has anything left to do. */
  async settled(): Promise<void> {
    await this.#running?.settled();
  }

  /** Processes first, for they write; then the stores. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#running?.stop();
    await this.stores.answered.close();
    await closeStores(this.stores);
  }
}

/** Who signs in, whose a login is, and what ends it. */
function loginsOf({ authenticator, closed, signIn }: Stores): readonly Provider[] {
  const { accounts, sessions } = signIn.parts;
  return [
    { provide: Authenticator, useValue: authenticator },
    { provide: Accounts, useValue: accounts },
    { provide: ClosedLogins, useValue: closed },
    { provide: Sessions, useValue: sessions },
    { provide: SessionSockets, useValue: new SessionSockets(sessions, closed) },
  ];
}

/** The policies that this server goes by; it does not start on others than valid ones. */
async function policiesOf(store: EventStore): Promise<Policies> {
  const log = new Logger('policies');
  const policies = await Policies.open(store, readPolicies(), (trouble, { action, resource }) => {
    log.error({ trouble, action, resource: resource.id });
  });
  const { active, offered } = policies;
  const waiting = offered.book.hash;
  if (active.book.hash !== waiting) {
    log.warn(
      `The policies in policies/ are not the active ones. An administrator reads them and activates them: npx tavolo policies --activate ${waiting}`,
    );
  }
  return policies;
}

/** Who was kept out of what, by which rule: of its content nothing. */
function noteRefusal(journal: Journal): OnRefused {
  return ({ message, sender, refusal }) => {
    const { aggregate = null, type = null, target = null } = message ?? {};
    const { rule, code } = refusal;
    journal.note('act.refused', {
      ...{ ...currentRequest(), person: sender.person, mandate: sender.mandate },
      ...{ aggregate, type, target, rule, code },
    });
  };
}

function gatewayOf(
  parts: ConstructorParameters<typeof CommandGateway>[0],
  { journal, metrics, traces }: Pick<Said, 'journal' | 'metrics' | 'traces'>,
): CommandGateway {
  const answered: Metrics['answered'] = (...told) => metrics.answered(...told);
  const watched = { answered, ...(traces && { around: traces.around }) };
  const gateway = new CommandGateway({ ...parts, ...watched, onRefused: noteRefusal(journal) });
  gateway.register(claim, ClaimRequest);
  return gateway;
}

function authorizerOf({ authorizer }: Policies): Authorizer {
  return authorizer;
}

function gatekeeperOf(policies: Policies, realm: Realm): PolicyGatekeeper {
  const active = () => policies.active;
  return new PolicyGatekeeper({ active, offered: () => policies.offered, realm });
}

function transactionsOver(
  stores: Omit<WatchedStores, 'metrics'>,
  index: CommandIndex,
): StoreTransactions {
  const { store, clock, instance, snapshots, projections, answered } = stores;
  const onAppend = () => {
    projections.wake();
  };
  const keptOut = (person: PersonRef) => stores.closed.refusalOf(person);
  const countedWith = (person: PersonRef) => answered.countedWith(person);
  const log = { store, clock, instance, index, snapshots };
  return new StoreTransactions({ ...log, onAppend, keptOut, countedWith });
}
