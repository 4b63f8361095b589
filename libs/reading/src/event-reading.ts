import type { EventStore, RecordedEvent } from '@tavolo/event-store';
import { mentionedIn } from '@tavolo/projection';
import type { HistoryWindow, ReadModel } from '@tavolo/projection';
import type { PartsRule } from './declaration.js';
import type { Reader } from './reader.js';
import { categoryOf } from './reading-book.js';
import type { ReadingBook } from './reading-book.js';

/** What events are kept to for somebody. */
export type EventsPart = Pick<HistoryWindow, 'notAbout' | 'notThese' | 'streams'>;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
/** Which of these streams are open to somebody. */
type Opens = (streams: readonly string[]) => Promise<ReadonlySet<string>>;

/** What of the events of open streams may be told: what is confidential is left out. */
export class EventReading {
  /** Every stream up to an ordinal. */
  readonly #streams = new Set<string>();
  #upTo = 0;
  /** Of the whole log: a reader stands as they do until the next event. */
  readonly #ofLog = new WeakMap<Reader, Map<boolean, Promise<EventsPart>>>();

  constructor(
    private readonly parts: Readonly<{
      book: ReadingBook;
      readModel: ReadModel;
      store: EventStore;
    }>,
  ) {}

  /** Nothing of any history is kept from them. */
  async isAllOpen(reader: Reader): Promise<boolean> {
    return (await reader.reach('read')) === 'everywhere' && (await reader.secrets()).size === 0;
  }

  /** Of these streams, which are open. */
  async ofStreams(streams: readonly string[], hidden: ReadonlySet<string>): Promise<EventsPart> {
    if (hidden.size === 0) return { streams };
    return { streams, notAbout: [...hidden], notThese: await this.#eventsAbout(hidden, streams) };
  }

  /** Of the whole log; worked out once for a reader. */
  ofLog(reader: Reader, isReasoned: boolean, opens: Opens): Promise<EventsPart> {
    const known = this.#ofLog.get(reader) ?? new Map<boolean, Promise<EventsPart>>();
    this.#ofLog.set(reader, known);
    const found = known.get(isReasoned) ?? this.#found(reader, isReasoned, opens);
    known.set(isReasoned, found);
    found.catch(() => known.delete(isReasoned)); // What failed is tried again.
    return found;
  }

  async #found(reader: Reader, isReasoned: boolean, opens: Opens): Promise<EventsPart> {
    if (await this.isAllOpen(reader)) return {};
    const open = await opens(await this.#allStreams());
    return await this.ofStreams([...open], await reader.hidden(isReasoned));
  }

  /** Only what came since the last time is looked for in the log. */
  async #allStreams(): Promise<readonly string[]> {
    const { readModel } = this.parts;
    const { ordinal } = readModel.now();
    for (const stream of await readModel.streamsAfter(this.#upTo)) this.#streams.add(stream);
    this.#upTo = Math.max(this.#upTo, ordinal);
    return [...this.#streams];
  }

  /** Whether an event of an open stream is about a hidden matter. */
  async isHidden(event: RecordedEvent, hidden: ReadonlySet<string>): Promise<boolean> {
    if (hidden.size === 0) return false;
    if (
      mentionedIn(event)
        .values()
        .some((id) => hidden.has(id))
    )
      return true;
    return (await this.#eventsAbout(hidden, [event.stream])).includes(event.id);
  }

  /** Events that name a part of an object which is about a hidden matter: they say no more of it. */
  async #eventsAbout(
    hidden: ReadonlySet<string>,
    streams: readonly string[],
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for (const [category, group] of Map.groupBy(streams, categoryOf)) {
      const rule = this.parts.book.ofCategory(category);
      if (!rule?.parts) continue;
      const { readModel } = this.parts;
      const rows = await readModel.byIds<Row>(rule.table, group, readModel.now());
      for (const row of rows.values()) {
        const keys = hiddenKeys(row, rule.parts, hidden);
        if (keys.size > 0) found.push(...(await this.#eventsNaming(row.id, rule.parts.key, keys)));
      }
    }
    return found;
  }

  async #eventsNaming(
    stream: string,
    key: string,
    keys: ReadonlySet<unknown>,
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const { id, data } of this.parts.store.readStream(stream)) {
      if (keys.has(data[key])) found.push(id);
    }
    return found;
  }
}

function hiddenKeys(
  row: Row,
  { field, key, matter }: PartsRule,
  hidden: ReadonlySet<string>,
): ReadonlySet<unknown> {
  const list = row[field] as readonly Row[];
  return new Set(list.filter((part) => hidden.has(String(part[matter]))).map((part) => part[key]));
}
