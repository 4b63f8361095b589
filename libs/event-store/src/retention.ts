import { UnusableStore } from './event-store.js';
import type { EventStore, Position, ShortenedStream, Shortening, Uuid } from './event-store.js';
import type { StreamState } from './log.js';

/** An event of the log up to which no stream was shortened: it says which log that was, too. */
export type RetentionMark = Readonly<{
  stream: string;
  revision: number;
  id: Uuid;
  position: Position;
}>;

const NAMES: Readonly<Record<Shortening, string>> = {
  ...{ maxCount: '$maxCount', maxAge: '$maxAge', truncateBefore: '$tb' },
  deleted: 'cancellato · deleted',
  tombstoned: 'chiuso per sempre · closed for ever',
  lost: 'primi eventi perduti · first events lost',
};

const NAMED = 3;

/** By what a store that keeps it beside its events shows less of a stream. */
export function shorteningsOf({ state, meta }: Pick<StreamState, 'state' | 'meta'>): Shortening[] {
  const { maxCount, maxAgeSeconds, truncateBefore = 0 } = meta;
  const ways: readonly (readonly [Shortening, boolean])[] = [
    ['tombstoned', state === 'tombstoned'],
    ['deleted', state === 'deleted'],
    ['maxCount', maxCount !== undefined],
    ['maxAge', maxAgeSeconds !== undefined],
    ['truncateBefore', truncateBefore > 0],
  ];
  return ways.flatMap(([by, isSo]) => (isSo ? [by] : []));
}

/**
 * Nothing of the log may ever go: what was set to show less of a stream loses events with the next
 * scavenge. Reads what was set since the mark, or since ever where the mark is of another log, and
 * gives the mark of now; null for an empty log.
 * @throws UnusableStore naming the streams, and where the way out is written; StoreUnavailable
 */
export async function mustKeepAll(
  store: EventStore,
  mark: RetentionMark | null,
): Promise<RetentionMark | null> {
  // Taken before: what is set while the check goes on is read by this one or the next.
  const newest = await newestOf(store);
  const since = mark && (await isOf(store, mark)) ? mark.position : undefined;
  const shortened = await store.shortened(since);
  if (shortened.length > 0) throw new UnusableStore(sentenceOf(shortened));
  return newest;
}

async function newestOf(store: EventStore): Promise<RetentionMark | null> {
  for await (const event of store.readAll({ backwards: true, max: 1 })) {
    const { stream, revision, id, position } = event;
    return { stream, revision, id, position };
  }
  return null;
}

async function isOf(store: EventStore, { stream, revision, id, position }: RetentionMark) {
  for await (const found of store.readStream(stream, { fromRevision: revision, max: 1 })) {
    return found.id === id && found.position === position;
  }
  return false;
}

function sentenceOf(shortened: readonly ShortenedStream[]): string {
  const named = shortened.slice(0, NAMED).map(({ stream, by }) => `${stream} (${NAMES[by]})`);
  const more = shortened.length - named.length;
  const all = [...named, ...(more > 0 ? [`+${String(more)}`] : [])].join(', ');
  return [
    `il log perde eventi, o li perderà alla prossima pulizia: ${all}. Tavolo non parte su un log che non conserva tutto, e non ha cambiato nulla; la via d'uscita sta in docs/eventstoredb.md, «Nothing of the log may go».`,
    `the log loses events, or will with the next scavenge: ${all}. Tavolo does not start on a log that does not keep all, and has changed nothing; the way out stands in docs/eventstoredb.md, "Nothing of the log may go".`,
  ].join(' · ');
}
