import { existsSync } from 'node:fs';
import type { Instance } from '@tavolo/command';
import type { EventStore } from '@tavolo/event-store';
import { SqlitePrivateStore } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import { UnusableData } from './unusable-data.js';

const HISTORY = 'the log beside it has a history';

type Log = Readonly<{
  store: Pick<EventStore, 'readAll'>;
  instance: Instance;
  durability?: 'FULL' | 'NORMAL';
}>;

/**
 * Opens the private store that belongs to the log: names, texts and documents of another
 * instance would be shown as its own, and keyed hashes would no longer meet. A new one is begun
 * only beside a log that holds nothing but its founding. @throws UnusableData
 */
export async function openBound(folder: string, log: Log): Promise<PrivateStore> {
  const isNew = await holdsOnlyItsFounding(log);
  if (!isNew && !existsSync(folder)) throw notOfThisLog(folder, `is not there, and ${HISTORY}`);
  const privateStore = await SqlitePrivateStore.open(folder, log.durability);
  try {
    const { id } = log.instance.facts;
    const bound = await privateStore.instanceId();
    if (bound === null && !isNew)
      throw notOfThisLog(folder, `is an empty, new one, and ${HISTORY}`);
    if (bound !== null && bound !== id) throw notOfThisLog(folder, 'belongs to another instance');
    await privateStore.bindTo(id);
    return privateStore;
  } catch (error) {
    await privateStore.close();
    throw error;
  }
}

async function holdsOnlyItsFounding({ store }: Log): Promise<boolean> {
  const first = await Array.fromAsync(store.readAll({ max: 2 }));
  return first.length < 2;
}

function notOfThisLog(folder: string, what: string): UnusableData {
  return new UnusableData(
    `The private folder ${folder} ${what}: restore the private folder that belongs to this log.`,
  );
}
