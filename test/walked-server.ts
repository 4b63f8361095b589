import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FoundedInstance } from '@tavolo/access';
import type { TrustedIssuer } from '@tavolo/access';
import { derivedId, Mandates, SqliteSnapshots } from '@tavolo/command';
import { SqliteEventStore } from '@tavolo/event-store';
import type { EventStore, NewEvent, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { MemoryBallotBoxes, MemoryPrivateStore } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import { inlineWriter, startProjections } from '@tavolo/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configFrom } from '../apps/api/src/config/config.js';
import { DemoClock } from '../apps/api/src/demo/demo-clock.js';
import { doorOf } from '../apps/api/src/door/door.js';
import { projections } from '../apps/api/src/stores/projections.js';
import { createServer } from '../apps/api/src/server.js';
import { signingIn } from './identity.js';
import { quietJournal } from './quiet-journal.js';
import { PersonaIssuer } from './persona-issuer.js';

const FACTS = '00000000-0000-4000-8000-0000000000fa' as Uuid;

type Fact = Readonly<{ type: string; data: object }>;

interface Options {
  /** The log, which whoever made it closes; the embedded one without. */
  readonly log?: EventStore;
  /** What stands between the server and its log, for a test that breaks something there. */
  readonly between?: (store: EventStore) => EventStore;
  /** Where the log is read over gRPC; nowhere unless told. */
  readonly feedPort?: number;
}

/**
 * The whole server in this process, on the embedded store unless told otherwise, under a clock that a test walks
 * forward; it can be stopped and started again on what it left.
 */
export class WalkedServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  readonly clock = new DemoClock();
  readonly #ballotBoxes = new MemoryBallotBoxes();
  readonly #privateStore: PrivateStore = new MemoryPrivateStore();
  readonly #between: (store: EventStore) => EventStore;
  readonly #feedPort: number | null;
  readonly #log: EventStore | null;
  #app: NestFastifyApplication | null = null;
  #store: EventStore | null = null;
  #facts = 0;
  #issuer: PersonaIssuer | null = null;
  #url = '';

  private constructor({ log, between = (store) => store, feedPort = 0 }: Options) {
    this.#log = log ?? null;
    this.#feedPort = feedPort === 0 ? null : feedPort;
    this.#between = between;
  }

  static async start(options: Options = {}): Promise<WalkedServer> {
    const server = new WalkedServer(options);
    await server.start();
    return server;
  }

  get url(): string {
    return this.#url;
  }

  /** What runs, for what is asked of a part of it. @throws Error while it is stopped */
  get app(): NestFastifyApplication {
    if (!this.#app) throw new Error('the server is stopped');
    return this.#app;
  }

  /** Believes the tokens of another issuer, beside those of the demo. */
  trusts(issuer: TrustedIssuer): void {
    this.#issuer?.tokens.trust(issuer);
  }

  /** Listens on a free port, on the log as it was left. */
  async start(): Promise<void> {
    const { clock, folder: dataFolder } = this;
    const store = this.#between(
      this.#log ?? (await SqliteEventStore.open(join(dataFolder, 'log.db'))),
    );
    this.#store = store;
    const instance = new FoundedInstance();
    await instance.found(store, clock, { name: 'test', zone: 'Europe/Rome', demo: false });
    const mandates = new Mandates();
    mandates.register(instance);
    this.#issuer ??= await PersonaIssuer.start();
    const stores = {
      ...signingIn(this.#issuer.tokens, { privateStore: this.#privateStore, store }),
      ...{ dataFolder, store, clock, instance, mandates, privateStore: this.#privateStore },
      ballotBoxes: this.#ballotBoxes,
      snapshots: new SqliteSnapshots(join(dataFolder, 'snapshots.db')),
      projections: await startProjections({
        folder: join(dataFolder, 'read-model'),
        writer: inlineWriter({ projections, source: store }),
      }),
    };
    const config = configFrom({ TAVOLO_DATA: dataFolder, TAVOLO_ISSUER: 'https://issuer.example' });
    // Its people are the demo's, and so is its door: what is tested here is what lies behind.
    const door = doorOf({ demo: true });
    this.#app = await createServer(
      { ...config, door, feedPort: this.#feedPort },
      stores,
      quietJournal(),
    );
    await this.#app.listen(0, '127.0.0.1');
    this.#url = await this.#app.getUrl();
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  /** Puts facts where they would be by now: what it takes a long story to come to. */
  async says(stream: string, ...facts: readonly Fact[]): Promise<void> {
    const events = facts.map(({ type, data }) => {
      this.#facts += 1;
      const commandId = derivedId(FACTS, stream, type, this.#facts);
      const meta = {
        ...{ recordedAt: this.clock.now(), salt: '0'.repeat(32), commandId },
        ...{ correlationId: commandId, commandHash: '0'.repeat(64) },
        ...{ actor: { personRef: 'system:test' }, auth: { issuer: 'test', assurance: 'none' } },
      };
      return { id: commandId, type, schema: 1, data, meta } as unknown as NewEvent;
    });
    await this.#store?.append(stream, events, { expected: 'any' });
  }

  /** Stops, lets time pass while nobody is there, and starts. */
  async sleepUntil(at: string): Promise<void> {
    await this.stop();
    this.walkTo(at);
    await this.start();
  }

  walkTo(at: string): void {
    this.clock.walkTo(at as Instant);
  }

  async forget(): Promise<void> {
    await this.stop();
    this.#issuer?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
