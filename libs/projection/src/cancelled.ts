/** The rebuild was cancelled; the read model in use is the one it was. */
export class RebuildCancelled extends Error {}

/** @throws RebuildCancelled once the signal has aborted */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new RebuildCancelled('the rebuild was cancelled');
}
