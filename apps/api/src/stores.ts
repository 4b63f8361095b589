import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FoundedInstance, OtherKindOfInstance } from '@tavolo/access';
import { Mandates, SqliteSnapshots, SystemClock } from '@tavolo/command';
import type { Clock } from '@tavolo/command';
import { SqliteEventStore, StoreInUse, UnusableStore } from '@tavolo/event-store';
import type { EventStore } from '@tavolo/event-store';
import { SqlitePrivateStore, UnusablePrivateStore } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import { ReadModelTooNew, startProjections, threadWriter } from '@tavolo/projection';
import type { Projections } from '@tavolo/projection';
import type { Config } from './config.js';
import { DemoClock } from './demo-clock.js';
import { isDemoLoaded, STORY_BEGINS } from './demo.js';

/** All that an instance keeps, opened; one folder holds it. */
export interface Stores {
  readonly dataFolder: string;
  readonly store: EventStore;
  readonly privateStore: PrivateStore;
  readonly projections: Projections;
  readonly snapshots: SqliteSnapshots;
  readonly clock: Clock;
  readonly instance: FoundedInstance;
  readonly mandates: Mandates;
}

/** The data folder cannot be used; the sentence says why and what to do. Nothing was changed. */
export class UnusableData extends Error {}

/** Opens the log first: it alone holds the lock, and nothing else is touched without it. */
export async function openStores(config: Config): Promise<Stores> {
  try {
    return await open(config);
  } catch (error) {
    const isExpected =
      error instanceof StoreInUse ||
      error instanceof UnusableStore ||
      error instanceof UnusablePrivateStore ||
      error instanceof OtherKindOfInstance ||
      error instanceof ReadModelTooNew;
    throw isExpected ? new UnusableData(error.message, { cause: error }) : error;
  }
}

async function open({ dataFolder, demo, zone, name }: Config): Promise<Stores> {
  const logFile = join(dataFolder, 'log.db');
  mkdirSync(dataFolder, { recursive: true });
  const store = await SqliteEventStore.open(logFile);
  try {
    const clock = demo ? await demoClock(store, dataFolder) : new SystemClock();
    const instance = new FoundedInstance();
    await instance.open(store, clock, { name, zone, demo });
    const privateStore = await SqlitePrivateStore.open(join(dataFolder, 'private'));
    await nameFounder(privateStore, instance);
    const projections = await startProjections({
      folder: join(dataFolder, 'read-model'),
      writer: threadWriter({
        module: new URL('./projection.worker.js', import.meta.url).href,
        settings: { logFile },
      }),
      report: (message) => console.log(message),
    });
    const snapshots = new SqliteSnapshots(join(dataFolder, 'snapshots.db'));
    const mandates = new Mandates();
    mandates.register(instance);
    return {
      ...{ dataFolder, store, privateStore, projections, snapshots },
      clock,
      instance,
      mandates,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The founder has a name as everybody, in the private store alone. */
async function nameFounder(privateStore: PrivateStore, { facts }: FoundedInstance): Promise<void> {
  const { founder } = facts;
  const known = await privateStore.names([founder]);
  if (!known.has(founder)) await privateStore.putName(founder, 'Fondatore · Founder');
}

/** While the demo is not loaded, its clock stands where the story has come to. */
async function demoClock(store: EventStore, dataFolder: string): Promise<DemoClock> {
  const clock = new DemoClock();
  if (isDemoLoaded(dataFolder)) return clock;
  clock.walkTo(STORY_BEGINS);
  for await (const { meta } of store.readAll({ backwards: true, max: 1 })) {
    clock.walkTo(meta.recordedAt);
  }
  return clock;
}

/** In the reverse order: what reads the log before the log. */
export async function closeStores(stores: Stores): Promise<void> {
  await stores.projections.close();
  await stores.privateStore.close();
  stores.snapshots.close();
  await stores.store.close();
}
