import { StoreUnavailable } from '@tavolo/event-store';
import { PrivateStoreUnavailable } from '@tavolo/private-store';
import { Logger } from '@nestjs/common';

/** No more often than this: a store that is away is met by everybody. */
const SILENCE_MS = 60_000;
const FULL = /is full|ENOSPC|EDQUOT/u;

/** Tells whoever runs the server why a store cannot be used, and where the way out stands. */
export class StoreTrouble {
  #saidAt = -Infinity;

  constructor(
    private readonly say: (sentence: string) => void,
    private readonly elapsedMs: () => number,
  ) {}

  /** Of any other error nothing is said. */
  note(cause: unknown): void {
    const isOurs = cause instanceof StoreUnavailable || cause instanceof PrivateStoreUnavailable;
    if (!isOurs || this.elapsedMs() - this.#saidAt < SILENCE_MS) return;
    this.#saidAt = this.elapsedMs();
    const page = FULL.test(cause.message) ? 'disk-full' : 'store-away';
    this.say(`${cause.message} (docs/runbooks/${page}.md)`);
  }
}

const logger = new Logger('stores');

/** Of this server. */
export const storeTrouble = new StoreTrouble(
  (sentence) => logger.warn(sentence),
  () => performance.now(),
);
