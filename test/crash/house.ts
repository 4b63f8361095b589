import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AccessModule, FoundedInstance } from '@tavolo/access';
import { AgreementsModule } from '@tavolo/agreements/module';
import { BoardsModule } from '@tavolo/boards/module';
import { CommandGateway, derivedId, Mandates, SqliteSnapshots } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { SqliteEventStore } from '@tavolo/event-store';
import type { JsonObject, NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';
import { GraphqlTypesModule } from '@tavolo/graphql';
import type { Instant, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { NetworksModule } from '@tavolo/networks/module';
import { PartnersModule } from '@tavolo/partners/module';
import { PlansModule } from '@tavolo/plans/module';
import { MemoryBallotBoxes, SqliteLeases } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import { ProcessModule } from '@tavolo/process/module';
import { ProgrammesModule } from '@tavolo/programmes/module';
import { inlineWriter, startProjections } from '@tavolo/projection';
import { ReadingModule } from '@tavolo/reading';
import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { DemoClock } from '../../apps/api/src/demo/demo-clock.js';
import { projections } from '../../apps/api/src/stores/projections.js';
import { StoresModule } from '../../apps/api/src/stores/stores.module.js';
import { Metrics } from '../../apps/api/src/operations/metrics.js';
import type { Stores } from '../../apps/api/src/stores/stores.js';
import { testIdentity } from '../identity.js';
import { quietJournal } from '../quiet-journal.js';
import { DyingStore } from './dying-store.js';

/** Everything of the server but HTTP and the schema: door, handlers, processes, read models. */
@Module({})
class WithoutHttp {
  static with(stores: Stores): DynamicModule {
    const contexts = [PartnersModule, ProgrammesModule, PlansModule, NetworksModule];
    const kept = StoresModule.with(stores, {
      ...{ door: { isReadByAll: false, commandsAtOnce: 100 }, journal: quietJournal() },
      metrics: new Metrics(),
    });
    const imports = [CqrsModule.forRoot(), kept, GraphqlTypesModule, ReadingModule];
    const others = [ProcessModule, AccessModule, ...contexts, AgreementsModule, BoardsModule];
    return { module: WithoutHttp, imports: [...imports, ...others] };
  }
}

/** A fact that happened before the test begins. */
export type Fact = Readonly<{ type: string; data: object }>;
/** A command of a person, under an id of its own: a repeat is answered as the first was. */
export type Act = Readonly<{
  target: string;
  type: string;
  data: object;
  as: Readonly<{ person: PersonRef; mandate: MandateRef }>;
}>;

/**
 * A server on the embedded store that dies after so many appends, and is started again on what
 * it left, as often as it takes. Commands go through the gateway, as everybody's.
 */
export class House {
  readonly clock = new DemoClock();
  starts = 0;
  readonly #ballotBoxes = new MemoryBallotBoxes();
  #app: INestApplicationContext | null = null;
  #store: DyingStore | null = null;
  #instance = new FoundedInstance();

  constructor(
    readonly folder: string,
    private readonly privateStore: PrivateStore,
    private readonly appends: number,
  ) {}

  /** A copy of a folder, for another run from the same beginning. */
  static copyOf(folder: string): string {
    const copy = mkdtempSync(join(tmpdir(), 'tavolo-'));
    cpSync(folder, copy, { recursive: true });
    return copy;
  }

  async start(): Promise<void> {
    this.starts += 1;
    const { clock, folder: dataFolder, privateStore } = this;
    const inner = await SqliteEventStore.open(join(dataFolder, 'log.db'));
    this.#instance = new FoundedInstance();
    await this.#instance.found(inner, clock, { name: 'test', zone: 'Europe/Rome', demo: false });
    this.#store = new DyingStore(inner, this.appends);
    const { store } = this.#store;
    const mandates = new Mandates();
    mandates.register(this.#instance);
    const stores: Stores = {
      ...(await testIdentity(privateStore, store)),
      ...{ dataFolder, store, clock, instance: this.#instance, mandates, privateStore },
      ballotBoxes: this.#ballotBoxes,
      leases: SqliteLeases.open(dataFolder), // How far processes came, for the next start.
      snapshots: new SqliteSnapshots(join(dataFolder, 'snapshots.db')),
      projections: await startProjections({
        folder: join(dataFolder, 'read-model'),
        writer: inlineWriter({ projections, source: store }),
      }),
    };
    const module = WithoutHttp.with(stores);
    this.#app = await NestFactory.createApplicationContext(module, { logger: false });
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  async forget(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Puts facts where they would be by now; each has an id of its own. */
  async says(stream: string, facts: readonly Fact[]): Promise<void> {
    const events = facts.map((fact, index) => this.#eventOf(stream, fact, index));
    await this.#living.store.append(stream, events, { expected: 'noStream' });
  }

  /** Gives a command until it has its answer, over as many deaths as it takes. */
  async does({ target, type, data, as }: Act): Promise<Answer> {
    const sender = { ...as, auth };
    const commandId = derivedId(founding, 'act', target, type, JSON.stringify(data));
    const documents = [{ sha256: await this.#document }];
    const about = { commandId, reason: 'Proroga onerosa.', documents };
    const message = { aggregate: target.slice(0, target.indexOf('-')), target, type };
    for (;;) {
      await this.#revive();
      try {
        const gateway = this.#running.get(CommandGateway);
        return await gateway.send({ ...message, data: data as JsonObject }, sender, about);
      } catch (error) {
        if (!this.#living.isDead) throw error;
      }
    }
  }

  /** Waits for a fact that processes bring about, over as many deaths as it takes. */
  async sees(isIt: (event: RecordedEvent) => boolean): Promise<RecordedEvent> {
    for (;;) {
      await this.#revive();
      const { store, death } = this.#living;
      const over = new AbortController();
      void death.then(() => over.abort());
      for await (const heard of store.subscribe({ signal: over.signal })) {
        if (heard.kind !== 'event' || !isIt(heard.event)) continue;
        over.abort();
        return heard.event;
      }
    }
  }

  /** Every fact of the log. */
  async log(): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for await (const event of this.#living.store.readAll()) found.push(event);
    return found;
  }

  /** The log once nobody writes any more: it is as long after a while as it was before. */
  async atRest(): Promise<readonly RecordedEvent[]> {
    for (let last = -1; ;) {
      const found = await this.log();
      if (found.length === last) return found;
      last = found.length;
      await pause(300);
    }
  }

  async #revive(): Promise<void> {
    if (this.#store?.isDead !== true) return;
    await this.stop();
    await this.start();
  }

  get #living(): DyingStore {
    if (!this.#store) throw new Error('the house was not started');
    return this.#store;
  }

  get #running(): INestApplicationContext {
    if (!this.#app) throw new Error('the house was not started');
    return this.#app;
  }

  get #document(): Promise<Sha256> {
    return documentIn(this.privateStore);
  }

  #eventOf(stream: string, { type, data }: Fact, index: number): NewEvent {
    const id = derivedId(founding, 'fact', stream, index);
    const meta = {
      ...{ recordedAt: this.clock.now(), salt: '00'.repeat(16), commandId: id },
      ...{ commandHash: '0'.repeat(64) as Sha256, correlationId: id },
      ...{ actor: { personRef: this.#instance.facts.founder }, auth },
    };
    return { id, type, schema: 1, data: data as JsonObject, meta };
  }
}

const auth = { issuer: 'test', assurance: 'substantial' } as const;
const founding = '00000000-0000-4000-8000-00000000000a' as Uuid;

/** The one document that every act of a test names. */
export async function documentIn(privateStore: PrivateStore): Promise<Sha256> {
  const bytes = (async function* () {
    yield await Promise.resolve(Buffer.from('Atto della proroga onerosa.'));
  })();
  const about = { mediaType: 'application/pdf', maxBytes: 1_000 };
  return (await privateStore.putDocument(bytes, about)).sha256;
}

/** Of the beginning of every test here. */
export const BEGINS = '2030-01-12T09:00:00.000Z' as Instant;
