import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ReplicaSettings } from '../config/replica-settings.js';

/** This server among those that share a log and a private store. */
export type Replica = Readonly<{
  /** The same after a restart, and of no other that runs at the same time. */
  name: string;
}> &
  Pick<ReplicaSettings, 'patienceMs'>;

/**
 * Named by its machine and its data folder, which one server uses at a time: a folder that was
 * copied to make another replica gives that one another name.
 */
export function replicaNameOf(dataFolder: string): string {
  const place = createHash('sha256').update(realpathSync(dataFolder)).digest('hex');
  return `${hostname()}-${place.slice(0, 8)}`;
}
