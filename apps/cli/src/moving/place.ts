import { join } from 'node:path';
import { SqliteEventReader, SqliteEventStore } from '@tavolo/event-store';
import type { EventReader, EventStore } from '@tavolo/event-store';
import { BadConfig } from '../../../api/src/config/bad-config.js';
import { logSettingsOf } from '../../../api/src/config/log-settings.js';
import type { LogSettings } from '../../../api/src/config/log-settings.js';
import { secretOf } from '../../../api/src/config/secret-settings.js';
import { badOption } from '../problem.js';

/** Where a log lies: in a data folder, or on a server. */
export type Place = Readonly<{
  /** As it is named to who runs the command, without a password. */
  name: string;
  /** The data folder, of an embedded log. */
  folder: string | null;
  log: LogSettings;
}>;

export const PLACE = 'sqlite:<data folder>, or the esdb://… address of a server';

type Asked = Readonly<{ option: string; text: string; namespace?: string | undefined }>;

/** `sqlite:<folder>` or `esdb://…`; `esdb:` alone is the address in TAVOLO_EVENTSTOREDB. @throws Problem */
export function placeOf({ option, text, namespace }: Asked): Place {
  const folder = /^sqlite:(?<folder>.+)$/u.exec(text)?.groups?.folder;
  if (folder !== undefined) {
    return embedded(folder);
  }
  const address = text === 'esdb:' ? addressInSettings() : text;
  if (address === undefined || !/^esdb(?:\+discover)?:\/\/./u.test(address)) {
    throw badOption(`${option} is ${text}: write ${PLACE}.`);
  }
  const begins = namespace ?? process.env.TAVOLO_EVENTSTOREDB_NAMESPACE ?? '';
  const settings = {
    ...{ TAVOLO_EVENTSTOREDB: address, TAVOLO_EVENTSTOREDB_NAMESPACE: begins },
  };
  return { name: nameOf(address, begins), folder: null, log: logIn(settings) };
}

/** Where the settings say that the log lies. @throws Problem */
export function placeOfSettings(): Place {
  const folder = process.env.TAVOLO_DATA ?? 'data';
  const text = addressInSettings();
  return text === undefined ? embedded(folder) : placeOf({ option: 'TAVOLO_EVENTSTOREDB', text });
}

function addressInSettings(): string | undefined {
  return secretOf(process.env, 'TAVOLO_EVENTSTOREDB')?.();
}

function embedded(folder: string): Place {
  return { name: folder, folder, log: { kind: 'embedded', file: join(folder, 'log.db') } };
}

/** To fill it: what is answered survives the end of the process, and once it is closed the loss of power. */
export async function openToFill({ log }: Place): Promise<EventStore> {
  if (log.kind === 'embedded') {
    return await SqliteEventStore.open(log.file, { synchronous: 'NORMAL' });
  }
  return await onServer(log);
}

/** To read it beside whoever writes. */
export async function openToRead({
  log,
}: Place): Promise<EventReader & { readonly close: () => unknown }> {
  if (log.kind === 'embedded') return SqliteEventReader.open(log.file, { pollMs: null });
  return await onServer(log);
}

async function onServer(log: LogSettings & { kind: 'eventstoredb' }): Promise<EventStore> {
  const { EventStoreDbEventStore } = await import('@tavolo/event-store/eventstoredb');
  const store = new EventStoreDbEventStore(log);
  try {
    await store.head();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function logIn(settings: NodeJS.ProcessEnv): LogSettings {
  try {
    return logSettingsOf(settings, '');
  } catch (error) {
    throw error instanceof BadConfig ? badOption(error.message) : error;
  }
}

/** User and password stay out of what is printed. */
function nameOf(address: string, namespace: string): string {
  const [, hosts = ''] = /^esdb(?:\+discover)?:\/\/(?:[^@]*@)?([^/?]*)/u.exec(address) ?? [];
  return namespace === '' ? `EventStoreDB (${hosts})` : `EventStoreDB (${hosts}, ${namespace}*)`;
}
