import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@tavolo/event-store';
import { createClient } from 'graphql-ws';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import type { EmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import { startPostgres } from '../../libs/private-store/test/postgres-server.js';
import { founderBy } from './founder.js';
import { real, startServer } from './server.js';
import type { RunningServer } from './server.js';
import { tavoloWith } from './tavolo.js';

/** Preloaded, it makes a server one of the version before. */
const OLDER = new URL('./older-version.mjs', import.meta.url).href;

/** So often a start is tried again on a machine that is too busy for it. */
const STARTS = 10;

/** One server of a fleet; its folder outlives it. */
export interface Member {
  readonly name: string;
  readonly folder: string;
  server: RunningServer | null;
  isFrozen: boolean;
}

type Asking = Readonly<{ headers?: Readonly<Record<string, string>>; patienceMs?: number }>;

type Beginning = Readonly<{ isOlder?: boolean; from?: Member }>;

type Readiness = Readonly<{ ready: boolean; position: string; passedOver: readonly object[] }>;

/** What a server knows of who runs the process managers. */
export type LeaseTold = Readonly<{ isHeld: boolean; epoch: number }>;

/**
 * Three servers of one machine: a log behind the emulator, one private folder for all, or one
 * PostgreSQL where TAVOLO_TEST_POSTGRES names it, and a folder of its own for each. Their lease
 * lasts a second.
 */
export class Fleet {
  readonly members: readonly Member[];
  readonly #parent = mkdtempSync(join(tmpdir(), 'tavolo-fleet-'));
  readonly #keys = join(this.#parent, 'keys.json');
  #emulated: EmulatedLog | null = null;
  #private: NodeJS.ProcessEnv = { TAVOLO_PRIVATE: join(this.#parent, 'private') };
  readonly #key = join(this.#parent, 'replica.key');
  #headers: Readonly<Record<string, string>> = {};

  constructor() {
    this.members = ['one', 'two', 'three'].map((name) => ({
      ...{ name, folder: join(this.#parent, name), server: null, isFrozen: false },
    }));
  }

  /** Where the emulator keeps its events. @throws Error before it was started */
  get engine(): EventStore {
    return this.#log.engine;
  }

  /** Founds the instance and starts all of them; the third is of the version before. */
  async start(): Promise<void> {
    this.#emulated = await startEmulatedLog();
    await this.#openPrivate();
    writeFileSync(this.#key, 'k'.repeat(43));
    this.#headers = await founderBy(this.#keys);
    const login = ['--issuer', 'https://issuer.example', '--subject', 'ada'];
    const init = ['init', '--name', 'Ente', ...login, '--data', join(this.#parent, 'init')];
    const { code, err } = await tavoloWith(this.#env(), ...init);
    if (code !== 0) throw new Error(`not founded: ${err}`);
    for (const member of this.members) await this.begin(member, { isOlder: member === this.older });
  }

  /** One of them, by a number from 0 to 1. */
  some(chance: number): Member {
    const chosen = this.members[Math.floor(chance * this.members.length)];
    if (!chosen) throw new RangeError(`${String(chance)} is not below 1`);
    return chosen;
  }

  /** The one that is not of this version yet. */
  get older(): Member {
    return this.some(0.99);
  }

  /** Starts it; of the version before, or with the read model of another. */
  async begin(member: Member, { isOlder = false, from }: Beginning = {}): Promise<void> {
    const { words = [], env: believed } = real(this.#keys);
    const version = isOlder ? { NODE_OPTIONS: `--import ${OLDER}` } : {};
    const taking = from?.server ? { TAVOLO_READ_MODEL_FROM: from.server.url } : {};
    const env = { ...this.#env(), ...believed, ...version, ...taking };
    member.server = await started({ folder: member.folder, words, env });
  }

  async end(member: Member, signal: NodeJS.Signals): Promise<void> {
    const { server } = member;
    member.server = null;
    await server?.stop(signal);
  }

  /** Nothing of it goes on for as long as this lasts, however slow the machine is. */
  async whileFrozen<T>(member: Member, work: () => Promise<T>): Promise<T> {
    member.server?.freeze();
    member.isFrozen = true;
    try {
      return await work();
    } finally {
      member.server?.thaw();
      member.isFrozen = false;
    }
  }

  /** Asks one of them in the name of who founded the instance; how long, is for who asks to say. */
  async ask(member: Member, query: string, asking: Asking = {}): Promise<Answer> {
    const { server } = member;
    if (!server) throw new Error('it does not run');
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers, ...asking.headers },
      body: JSON.stringify({ query }),
      // A machine that does other work too is slow, not wrong; one that is frozen says nothing.
      signal: AbortSignal.timeout(asking.patienceMs ?? 60_000),
    });
    const told = (await answer.json()) as Answer;
    const isBehind = told.errors?.[0]?.extensions.code === 'NOT_YET';
    return isBehind ? await this.ask(member, query, asking) : told;
  }

  /** What a subscription at this one says, first of how it stands and then of each change. */
  follow({ server }: Member, query: string): AsyncIterableIterator<unknown> {
    const url = `${server?.url.replace('http', 'ws') ?? ''}/graphql`;
    const client = createClient({ url, connectionParams: this.#headers, lazyCloseTimeout: 0 });
    return client.iterate({ query });
  }

  /** Who runs the process managers, by the word of this member. */
  async leaseTold({ server }: Member): Promise<LeaseTold> {
    const numbers = await (await fetch(`${server?.url ?? ''}/metrics`)).text();
    const [, held] = /^tavolo_lease_held (\d)$/mu.exec(numbers) ?? [];
    const [, epoch] = /^tavolo_lease_epoch\{.*\} (\d+)$/mu.exec(numbers) ?? [];
    return { isHeld: held === '1', epoch: Number(epoch) };
  }

  async readiness({ server }: Member): Promise<Readiness> {
    return (await (await fetch(`${server?.url ?? ''}/health/ready`)).json()) as Readiness;
  }

  /** The position that each has reached, once it has read the log to its end. */
  async positions(): Promise<readonly string[]> {
    return await Promise.all(this.members.map((member) => this.#positionOf(member)));
  }

  /** On a busy machine one that follows may need longer than the little time in which it tells. */
  async #positionOf(member: Member): Promise<string> {
    for (;;) {
      const { ready, position } = await this.readiness(member);
      if (ready) return position;
      await pause(100);
    }
  }

  /** The files that their read models lie in. */
  readModels(): readonly string[] {
    return this.members.map(({ folder }) => {
      const readModel = join(folder, 'read-model');
      return join(readModel, readFileSync(join(readModel, 'active'), 'utf8').trim());
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map((member) => this.end(member, 'SIGKILL')));
    await this.#emulated?.close();
    rmSync(this.#parent, { recursive: true, force: true });
  }

  get #log(): EmulatedLog {
    if (!this.#emulated) throw new Error('the fleet was not started');
    return this.#emulated;
  }

  #env(): NodeJS.ProcessEnv {
    return {
      ...{ TAVOLO_EVENTSTOREDB: this.#log.emulator.connectionString },
      ...{ ...this.#private, TAVOLO_LEASE_SECONDS: '1' },
      TAVOLO_REPLICA_KEY_FILE: this.#key,
    };
  }

  async #openPrivate(): Promise<void> {
    if (process.env.TAVOLO_TEST_POSTGRES === undefined) return;
    const postgres = await startPostgres();
    this.#private = {
      TAVOLO_POSTGRES: await postgres.newDatabase(),
      TAVOLO_POSTGRES_PASSING: await postgres.newDatabase(),
      TAVOLO_BALLOT_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
  }
}

/** As whatever keeps a server running does: again, where the log has not answered it in time. */
async function started(options: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  for (let left = STARTS; ; left -= 1) {
    try {
      return await startServer(options);
    } catch (error) {
      if (left === 0 || !String(error).includes('EventStoreDB does not answer')) throw error;
    }
  }
}

/** What GraphQL answered. */
export type Answer = Readonly<{
  data?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | null;
  errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}>;
