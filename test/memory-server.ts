import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FoundedInstance } from '@tavolo/access';
import type { TrustedIssuer } from '@tavolo/access';
import { Mandates, SqliteSnapshots, SystemClock } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { EventStore } from '@tavolo/event-store';
import { MemoryBallotBoxes, MemoryPrivateStore } from '@tavolo/private-store';
import { inlineWriter, startProjections } from '@tavolo/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configFrom } from '../apps/api/src/config/config.js';
import type { Door } from '../apps/api/src/door/door.js';
import { projections } from '../apps/api/src/stores/projections.js';
import type { Journal } from '../apps/api/src/journal/journal.js';
import { createServer } from '../apps/api/src/server.js';
import { testIdentity } from './identity.js';
import { quietJournal } from './quiet-journal.js';

interface On {
  /** Where it writes what happens. */
  readonly journal?: Journal;
  /** In memory, where none is given. */
  readonly store?: EventStore;
  /** Issuers that it believes beside that of `bearer`. */
  readonly trusted?: readonly TrustedIssuer[];
}

/**
 * The server in this process, on a log in memory: for what needs no process of its own. `env` are
 * settings beside those that it needs; `door` is how far it stands open, where not as always.
 */
export async function memoryServer(
  env: NodeJS.ProcessEnv = {},
  door: Partial<Door> = {},
  { journal = quietJournal(), store = new MemoryEventStore(), trusted = [] }: On = {},
): Promise<NestFastifyApplication> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  const clock = new SystemClock();
  const instance = new FoundedInstance();
  await instance.found(store, clock, { name: 'test', zone: 'Europe/Rome', demo: false });
  const mandates = new Mandates();
  mandates.register(instance);
  const privateStore = new MemoryPrivateStore();
  const identity = await testIdentity(privateStore, store);
  for (const each of trusted) identity.tokens.trust(each);
  const stores = {
    ...{ dataFolder, store, clock, instance, mandates },
    ...identity,
    privateStore,
    ballotBoxes: new MemoryBallotBoxes(),
    snapshots: new SqliteSnapshots(':memory:'),
    projections: await startProjections({
      folder: join(dataFolder, 'read-model'),
      writer: inlineWriter({ projections, source: store }),
    }),
  };
  const issuer = 'https://issuer.example';
  const config = configFrom({ ...env, TAVOLO_DATA: dataFolder, TAVOLO_ISSUER: issuer });
  return await createServer({ ...config, door: { ...config.door, ...door } }, stores, journal);
}
