import type { Instance } from '@tavolo/command';
import type { EventStore } from '@tavolo/event-store';
import type { PrivateStore } from '@tavolo/private-store';
import type { PrivatePlace } from '../config/private-settings.js';
import { UnusableData } from './unusable-data.js';

const HISTORY = 'the log beside it has a history';

type Log = Readonly<{ store: Pick<EventStore, 'readAll'>; instance: Instance }>;

/**
 * Opens the private store that belongs to the log: names, texts and documents of another
 * instance would be shown as its own, and keyed hashes would no longer meet. A new one is begun
 * only beside a log that holds nothing but its founding. @throws UnusableData
 */
export async function openBound(place: PrivatePlace, log: Log): Promise<PrivateStore> {
  const isNew = await holdsOnlyItsFounding(log);
  if (!isNew && !place.isThere) throw notOfThisLog(place, `is not there, and ${HISTORY}`);
  const privateStore = await place.open();
  try {
    const { id } = log.instance.facts;
    const bound = await privateStore.instanceId();
    if (bound === null && !isNew) throw notOfThisLog(place, `is an empty, new one, and ${HISTORY}`);
    if (bound !== null && bound !== id) throw notOfThisLog(place, 'belongs to another instance');
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

function notOfThisLog({ name }: PrivatePlace, what: string): UnusableData {
  return new UnusableData(`${name} ${what}: restore the one that belongs to this log.`);
}
