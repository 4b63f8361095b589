import { join } from 'node:path';
import { SqliteEventReader, SqliteEventStore, takeLock } from '@tavolo/event-store';
import type { EventReader, EventStore, EventStoreDbOptions } from '@tavolo/event-store';
import { BadConfig } from './bad-config.js';
import { secretOf } from './secret-settings.js';

/** Where the log lies: plain, so that the thread of the projections can be told too. */
export type LogSettings =
  | Readonly<{ kind: 'embedded'; file: string }>
  | Readonly<{ kind: 'eventstoredb' } & EventStoreDbOptions>;

const NAMESPACE = /^[a-z][a-z0-9.]*\.$/u;

/** The embedded log in the data folder, or EventStoreDB where its address is given. @throws BadConfig */
export function logSettingsOf(env: NodeJS.ProcessEnv, dataFolder: string): LogSettings {
  const { TAVOLO_EVENTSTOREDB_NAMESPACE: namespace = '' } = env;
  const connectionString = secretOf(env, 'TAVOLO_EVENTSTOREDB')?.();
  if (connectionString === undefined) return { kind: 'embedded', file: join(dataFolder, 'log.db') };
  if (namespace !== '' && !NAMESPACE.test(namespace)) {
    throw new BadConfig(
      `TAVOLO_EVENTSTOREDB_NAMESPACE is ${namespace}: write small letters, digits and dots, with a dot at the end, such as lombardia.`,
    );
  }
  return { kind: 'eventstoredb', connectionString, namespace };
}

/**
 * The log, to write it. The lock is that of the data folder: beside a log elsewhere, too, two
 * servers would write the same private store. @throws StoreInUse | UnusableStore | BadConfig
 */
export async function openLog(
  settings: LogSettings,
  { dataFolder, durability }: Readonly<{ dataFolder: string; durability: 'FULL' | 'NORMAL' }>,
): Promise<EventStore> {
  if (settings.kind === 'embedded') {
    return await SqliteEventStore.open(settings.file, { synchronous: durability });
  }
  const closed = takeLock(join(dataFolder, 'log.db'));
  try {
    const { EventStoreDbEventStore } = await eventStoreDb();
    const store = new EventStoreDbEventStore({ ...settings, closed });
    await store.head();
    return store;
  } catch (error) {
    closed();
    throw error;
  }
}

/** The log, to read it beside its writer. */
export async function logReaderOf(settings: LogSettings): Promise<EventReader> {
  if (settings.kind === 'embedded') return SqliteEventReader.open(settings.file);
  const { EventStoreDbEventStore } = await eventStoreDb();
  return new EventStoreDbEventStore(settings);
}

/** Loaded where it is used: the embedded log needs no gRPC. */
const eventStoreDb = () => import('@tavolo/event-store/eventstoredb');
