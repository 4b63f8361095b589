import type { Change, Moment, ReadModel } from '@tavolo/projection';

/**
 * For a subscription: the present moment at once, then each one at which something of interest
 * changed. Leaving stops it at once; no generator, whose `return` would wait for the next change.
 */
export function momentsWhere(
  readModel: ReadModel,
  isOfInterest: (change: Change) => boolean | Promise<boolean>,
): AsyncIterableIterator<Moment> {
  const changes = readModel.changes();
  let unread: Moment | null = readModel.now();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(): Promise<IteratorResult<Moment>> {
      if (unread) {
        const value = unread;
        unread = null;
        return { value, done: false };
      }
      for (;;) {
        const change = await changes.next();
        if (change.done) return { value: undefined, done: true };
        if (await isOfInterest(change.value)) return { value: change.value.moment, done: false };
      }
    },
    async return(): Promise<IteratorResult<Moment>> {
      await changes.return?.();
      return { value: undefined, done: true };
    },
  };
}
