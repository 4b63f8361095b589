import { setTimeout as after } from 'node:timers/promises';
import { LeasedProcesses, RunningProcesses } from '@tavolo/process';
import type { CommandSender, Processes, Trouble } from '@tavolo/process';
import { knowsEvent } from './known-events.js';
import { LeaseCheckpoints, processLeaseOf } from './lease-checkpoints.js';
import type { Stores } from './stores.js';

/** What process managers are and work with. */
export type AtWork = Readonly<{
  stores: Pick<Stores, 'clock' | 'instance' | 'leases' | 'replica' | 'store'>;
  processes: Processes;
  sender: CommandSender;
  trouble: (trouble: Trouble) => void;
  /** The private store did not answer when the lease was asked for. */
  noLease: (error: unknown) => void;
}>;

/**
 * The process managers of this replica, at work while it holds the lease. The lease is that of
 * the instance: how far they came in one log says nothing of another.
 */
export function processesUnderLease({
  stores: { store, clock, instance, leases, replica },
  processes,
  sender,
  trouble,
  noLease,
}: AtWork): LeasedProcesses {
  const name = processLeaseOf(instance.facts.id);
  const ports = {
    ...{ leases, name, holder: replica.name, patienceMs: replica.patienceMs },
    ...{ elapsedMs: () => performance.now(), sleep, trouble: noLease },
  };
  return new LeasedProcesses(ports, (epoch) => {
    const checkpoints = new LeaseCheckpoints({ leases, name, epoch }, store);
    return new RunningProcesses(processes.all, {
      ...{ store, clock, instance, sender, checkpoints, trouble },
      knows: knowsEvent,
    });
  });
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  // An abort ends the sleep; it is no error here.
  await after(ms, null, { signal }).catch(() => null);
}
