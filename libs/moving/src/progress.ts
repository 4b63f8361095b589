import type { Position } from '@tavolo/event-store';
import type { Lease, Leases } from '@tavolo/private-store';

/** As it takes the lease, for a moment. */
const HOLDER = 'migrate';

/** Where the lease of the process managers lies, and by which name. */
export type ProcessLease = Readonly<{ leases: Leases; name: string }>;

/**
 * Takes along how far the process managers have come, at the positions of now. Without it they
 * would read the whole log again, and find done what they had done.
 */
export async function carryProgress(
  source: ProcessLease,
  target: Leases,
  at: (position: Position) => Position,
): Promise<void> {
  const { name } = source;
  const progress = await source.leases.progress(name);
  if (progress.size === 0) return;
  const held = await target.take(name, HOLDER, await target.find(name));
  if (held === null) return;
  for (const [worker, reached] of progress) {
    await target.keepProgress({ name, epoch: held.epoch }, worker, at(reached as Position));
  }
  await target.giveBack(name, held);
}

/** Whether its holder gave a sign of life between two looks. */
export function hasMoved(before: Lease | null, after: Lease | null): boolean {
  return before?.epoch !== after?.epoch || before?.beat !== after?.beat;
}
