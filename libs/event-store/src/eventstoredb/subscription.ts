import { AccessDeniedError } from '@eventstore/db-client';
import type { AllStreamResolvedEvent, AllStreamSubscription } from '@eventstore/db-client';
import type { Position as LogPosition } from '@eventstore/db-client';
import { START, UnusableStore } from '../event-store.js';
import type { Filter, Position, Signal } from '../event-store.js';
import { matching } from '../filter.js';
import { unavailable } from './failures.js';
import { logPositionOf, positionOf } from './position.js';
import { recordedOf } from './shapes.js';

/** What the server says between events, put where it was said: into the same queue. */
type Marker =
  | { readonly marker: 'caughtUp' | 'fellBehind' }
  | { readonly marker: 'checkpoint'; readonly position: LogPosition };

type Item = AllStreamResolvedEvent | Marker;

/** Begins a subscription; the callback is called as a checkpoint is decoded. */
type Opening = (checkpoint: (position: LogPosition) => void) => AllStreamSubscription;

/** The server's side of a subscription. */
export interface Line {
  /** Everything of ours after a position; the callback is called as a checkpoint is decoded. */
  open(
    from: LogPosition | null,
    checkpoint: (position: LogPosition) => void,
  ): AllStreamSubscription;
  /** The port's name of a stream of the server; null for one that is not ours. */
  nameOf(stream: string): string | null;
  /** Waits before the n-th attempt to get back, or until the signal aborts. */
  pause(attempt: number, ending: AbortSignal): Promise<void>;
}

export type Wanted = Readonly<{
  after: Position;
  filter: Filter | undefined;
  ending: AbortSignal;
}>;

/**
 * A subscription that lasts. The client never resubscribes, and the server may end its side with
 * no error at all: an end of either kind is a drop, and the next one begins after the last position
 * that its reader has taken, however often it takes.
 */
export async function* signalsOf(
  line: Line,
  { after: from, filter, ending }: Wanted,
): AsyncGenerator<Signal, undefined> {
  const isEnding = () => ending.aborted;
  const progress = new Progress(from, filter, line);
  for (let attempt = 1; !isEnding(); attempt += 1) {
    for await (const signal of untilDropped(line, progress, ending)) {
      if (isEnding()) return;
      attempt = 0;
      yield signal;
    }
    if (isEnding()) return;
    yield* progress.dropped();
    await line.pause(attempt, ending);
  }
}

/** What one subscription of the server tells, for as long as it lasts, however it ends. */
async function* untilDropped(
  line: Line,
  progress: Progress,
  ending: AbortSignal,
): AsyncGenerator<Signal> {
  try {
    const open: Opening = (checkpoint) => line.open(logPositionOf(progress.at), checkpoint);
    for await (const [item, isLast] of itemsOf(open, ending)) {
      yield* progress.signalsOf(item, isLast);
    }
  } catch (error) {
    if (error instanceof AccessDeniedError) throw unavailable(error);
    // What is no event of ours stays what it is, however often it is read.
    if (error instanceof UnusableStore) throw error;
  }
}

/** Events and markers in the order of the server; `isLast` where nothing more waits. */
export async function* itemsOf(
  open: Opening,
  ending: AbortSignal,
): AsyncGenerator<readonly [Item, boolean], undefined> {
  const queue = open((position) => {
    queue.push({ marker: 'checkpoint', position } satisfies Marker);
  });
  // Said as they are decoded, while events before them still wait to be read.
  queue.on('caughtUp', () => void queue.push({ marker: 'caughtUp' } satisfies Marker));
  queue.on('fellBehind', () => void queue.push({ marker: 'fellBehind' } satisfies Marker));
  // An error that comes before the first `next` would have nobody to hear it.
  queue.on('error', (error: Error) => queue.destroy(error));
  const leave = () => void queue.destroy();
  ending.addEventListener('abort', leave, { once: true });
  try {
    for await (const item of queue as AsyncIterable<Item>) {
      yield [item, queue.readableLength === 0];
    }
  } finally {
    ending.removeEventListener('abort', leave);
    void queue.unsubscribe().catch(() => undefined);
  }
}

/** How far the reader has come, and what it was told about it. */
class Progress {
  at: Position;
  #told: Position;
  #isLive = false;
  readonly #isWanted: ReturnType<typeof matching>;

  constructor(
    from: Position,
    filter: Filter | undefined,
    private readonly line: Line,
  ) {
    this.#isWanted = matching(filter);
    this.at = from;
    this.#told = from;
  }

  *signalsOf(item: Item, isLast: boolean): Generator<Signal> {
    if ('marker' in item) yield* this.#marked(item);
    else yield* this.#event(item);
    if (isLast) yield* this.#checkpoint();
  }

  /** Until it is back, it is behind. */
  *dropped(): Generator<Signal> {
    if (!this.#isLive) return;
    this.#isLive = false;
    yield { kind: 'fellBehind' };
  }

  *#marked(item: Marker): Generator<Signal> {
    if (item.marker === 'checkpoint') {
      this.#reach(positionOf(item.position));
      return;
    }
    if (item.marker === 'fellBehind') {
      yield* this.dropped();
      return;
    }
    yield* this.#checkpoint();
    if (this.#isLive) return;
    this.#isLive = true;
    yield { kind: 'caughtUp' };
  }

  *#event({ event }: AllStreamResolvedEvent): Generator<Signal> {
    const stream = event ? this.line.nameOf(event.streamId) : null;
    if (!event || stream === null || isOfTheServer(event)) return;
    const position = positionOf(event.position);
    // After a resubscription the server may begin with what was there already.
    if (position <= this.at) return;
    this.at = position;
    if (!this.#isWanted({ stream, type: event.type })) return;
    this.#told = position;
    yield { kind: 'event', event: recordedOf(event, stream) };
  }

  /** All up to here was looked at: said when nothing more waits, and before `caughtUp`. */
  *#checkpoint(): Generator<Signal> {
    if (this.at === this.#told || this.at === START) return;
    this.#told = this.at;
    yield { kind: 'checkpoint', position: this.at };
  }

  /** A checkpoint of the server that lies behind (server issue 3697) says nothing new. */
  #reach(position: Position): void {
    if (position > this.at) this.at = position;
  }
}

/** The server writes into a stream that it closes for ever: its own event, not one of ours. */
export const isOfTheServer = ({ type }: Readonly<{ type: string }>): boolean =>
  type.startsWith('$');
