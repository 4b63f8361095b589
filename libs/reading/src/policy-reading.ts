import { levels } from '@tavolo/access';
import type { ReadAction } from '@tavolo/access';
import type { EventStore, RecordedEvent } from '@tavolo/event-store';
import { Reading } from '@tavolo/graphql';
import type { FoundRows, RequestContext } from '@tavolo/graphql';
import { mentionedIn } from '@tavolo/projection';
import type { AnyTable, Moment, Narrowing, ReadModel } from '@tavolo/projection';
import type { PartsRule, RowRule } from './declaration.js';
import { EventReading } from './event-reading.js';
import type { EventsPart } from './event-reading.js';
import { isWithin } from './reach.js';
import type { Reach } from './reach.js';
import { categoryOf } from './reading-book.js';
import type { ReadingBook } from './reading-book.js';
import type { Readers } from './readers.js';
import type { Looked, Traces } from './traces.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Everything that is read passes here, and the policies say of it what they say today. */
export class PolicyReading extends Reading {
  readonly #events: EventReading;

  constructor(
    private readonly parts: Readonly<{
      book: ReadingBook;
      readers: Readers;
      readModel: ReadModel;
      store: EventStore;
      traces: Traces;
    }>,
  ) {
    super();
    this.#events = new EventReading(parts);
  }

  async shown<R extends { readonly id: string }>(
    { table, rows, at }: FoundRows<R>,
    context: RequestContext,
  ): Promise<readonly (R | null)[]> {
    const rule = this.parts.book.ofTable(table);
    const reader = await this.parts.readers.of(context.sender);
    const reach = await reader.reach(rule.action);
    const hidden = await reader.hidden(isReasoned(context));
    const shown = rows.map((row) =>
      isShown(rule, row, { reach, hidden }) ? withoutHidden(row, rule.parts, hidden) : null,
    );
    const matters = shown.flatMap((row) => (row ? mattersOf(row, rule) : []));
    await this.#traced(matters, at, context);
    return shown;
  }

  /** Of these, what is confidential leaves a trace. */
  async #traced(matters: readonly string[], at: Moment, context: RequestContext): Promise<void> {
    const reader = await this.parts.readers.of(context.sender);
    const secrets = await reader.secrets();
    if (secrets.size === 0) return;
    const looked: Looked[] = [];
    for (const object of new Set(matters)) {
      const whose = secrets.get(object);
      const grant = whose && (await reader.grantFor(whose, isReasoned(context)));
      const scope = whose?.[0] ?? null;
      if (grant) looked.push({ kind: 'confidential', object, scope, grant, at });
    }
    await this.parts.traces.keep(looked, context);
  }

  /** An auditor looks at something as it was: that leaves a trace, confidential or not. */
  async looksBack(object: string, at: Moment, context: RequestContext): Promise<void> {
    const grant = (await this.parts.readers.of(context.sender)).audits;
    if (grant)
      await this.parts.traces.keep([{ kind: 'past', object, scope: null, grant, at }], context);
  }

  async narrowing(table: AnyTable, context: RequestContext): Promise<Narrowing | null> {
    const { action, at, published, matters } = this.parts.book.ofTable(table);
    const reader = await this.parts.readers.of(context.sender);
    const reach = await reader.reach(action);
    const hidden = await reader.hidden(isReasoned(context));
    if (reach !== 'everywhere' && reach.size === 0 && published === undefined) return null;
    return {
      ...(reach !== 'everywhere' && {
        within: {
          ...{ fields: at, values: [...reach] },
          ...(published !== undefined && { orIf: published }),
        },
      }),
      ...(matters && hidden.size > 0 && { without: { fields: matters, values: [...hidden] } }),
    };
  }

  async isOpen(object: string, context: RequestContext): Promise<boolean> {
    const open = await this.#open([object], context);
    return open.has(object);
  }

  async isThere(object: string, context: RequestContext): Promise<boolean> {
    if (levels.includes(object)) return true;
    const { book, readModel } = this.parts;
    const id = book.ownerOf(object) ?? object;
    const table = book.ofCategory(categoryOf(id))?.table;
    if (!table) return await this.isOpen(object, context);
    const at = readModel.now();
    const rows = [...(await readModel.byIds<Row>(table, [id], at)).values()];
    const [shown = null] = await this.shown({ table, rows, at }, context);
    return shown !== null;
  }

  async mayKnowWhy(
    { person, object }: Readonly<{ person: string | null; object: string | null }>,
    context: RequestContext,
  ): Promise<boolean> {
    if (await this.may('readReasons', [person, object], context)) return true;
    return object !== null && (await this.#open([object], context, 'readReasons')).has(object);
  }

  /** Whether a document may be given: who asks is worked out where a confidential matter names it. */
  async isOpenDocument(sha256: string, asking: () => Promise<RequestContext>): Promise<boolean> {
    const whose = (await this.parts.readers.secretDocuments()).get(sha256);
    if (!whose) return true;
    const context = await asking();
    const reader = await this.parts.readers.of(context.sender);
    const grant = await reader.grantFor(whose, isReasoned(context));
    if (!grant) return false;
    const scope = whose[0] ?? null;
    const looked = {
      kind: 'confidential',
      object: sha256,
      scope,
      grant,
      at: context.moment,
    } as const;
    await this.parts.traces.keep([looked], context);
    return true;
  }

  /** Whether the policies answer an action for one of these scopes. */
  async may(
    action: ReadAction,
    scopes: readonly unknown[],
    context: RequestContext,
  ): Promise<boolean> {
    const reader = await this.parts.readers.of(context.sender);
    return isWithin(await reader.reach(action), scopes);
  }

  async ofHistory(object: string, at: Moment, context: RequestContext): Promise<EventsPart | null> {
    if (!(await this.isOpen(object, context))) return null;
    const reader = await this.parts.readers.of(context.sender);
    if (await this.#events.isAllOpen(reader)) return {};
    const all = await this.parts.readModel.streamsAbout(object, at);
    const streams = [...(await this.#open(all, context))];
    await this.#traced(streams, at, context);
    return await this.#events.ofStreams(streams, await reader.hidden(isReasoned(context)));
  }

  async ofLog(context: RequestContext): Promise<EventsPart> {
    const reader = await this.parts.readers.of(context.sender);
    const opens = (streams: readonly string[]) => this.#open(streams, context);
    return await this.#events.ofLog(reader, isReasoned(context), opens);
  }

  async tells(
    events: readonly RecordedEvent[],
    at: Moment,
    context: RequestContext,
  ): Promise<void> {
    const named = events.flatMap((event) => [...mentionedIn(event)]);
    await this.#traced(named, at, context);
  }

  /**
   * Whether an event of the log may be told: where it would stand in a history of its stream. What
   * is confidential leaves a trace, one for each stream of a request.
   */
  async isOpenEvent(event: RecordedEvent, context: RequestContext): Promise<boolean> {
    if (!(await this.mayTell(event, context))) return false;
    await this.#traced([event.stream], context.moment, context);
    return true;
  }

  async mayTell(event: RecordedEvent, context: RequestContext): Promise<boolean> {
    if (!(await this.isOpen(event.stream, context))) return false;
    const reader = await this.parts.readers.of(context.sender);
    return !(await this.#events.isHidden(event, await reader.hidden(isReasoned(context))));
  }

  /** Those objects and streams of which everything may be read; or for which an action is answered. */
  async #open(
    ids: readonly string[],
    context: RequestContext,
    action: ReadAction = 'read',
  ): Promise<ReadonlySet<string>> {
    const reader = await this.parts.readers.of(context.sender);
    const reach = await reader.reach(action);
    const hidden = await reader.hidden(isReasoned(context));
    const open = new Set<string>();
    for (const [category, group] of Map.groupBy(ids, categoryOf)) {
      const rule = this.parts.book.ofCategory(category);
      const found = rule
        ? await this.#openRows(rule, group, { reach, hidden })
        : group.filter((id) => this.#isOpenStream(id, reach));
      for (const id of found) open.add(id);
    }
    return open;
  }

  async #openRows(rule: RowRule, ids: readonly string[], by: By): Promise<readonly string[]> {
    const rows = await this.parts.readModel.byIds<Row>(rule.table, ids, this.parts.readModel.now());
    const asked = { ...rule, published: undefined };
    return [...rows.values()].filter((row) => isShown(asked, row, by)).map(({ id }) => id);
  }

  /** What is kept beside an object is open with it; what belongs to none, to who reads everything. */
  #isOpenStream(stream: string, reach: Reach): boolean {
    const owner = this.parts.book.ownerOf(stream);
    return reach === 'everywhere' || (owner !== null && reach.has(owner));
  }
}

type By = Readonly<{ reach: Reach; hidden: ReadonlySet<string> }>;

/** Whether an auditor has said why they look at what is confidential. */
export function isReasoned({ reason }: Pick<RequestContext, 'reason'>): boolean {
  return reason !== null;
}

/** The one place that says of a row whether it is there for somebody; lists are cut by the same rule. */
export function isShown(
  { at, published, matters = [] }: Omit<RowRule, 'published'> & { published?: string | undefined },
  row: object,
  { reach, hidden }: By,
): boolean {
  const fields = row as Row;
  if (matters.some((field) => hidden.has(String(fields[field])))) return false;
  if (published !== undefined && fields[published] === true) return true;
  return isWithin(
    reach,
    at.map((field) => fields[field]),
  );
}

/** The matters that a row, or a part of it, is about. */
function mattersOf(row: object, { matters = [], parts }: RowRule): readonly string[] {
  const fields = row as Row;
  const own = matters.map((field) => String(fields[field]));
  const list = parts ? (fields[parts.field] as readonly Row[]) : [];
  return [...own, ...list.map((part) => String(part[parts?.matter ?? '']))];
}

function withoutHidden<R extends object>(
  row: R,
  parts: PartsRule | undefined,
  hidden: ReadonlySet<string>,
): R {
  if (!parts || hidden.size === 0) return row;
  const list = (row as unknown as Row)[parts.field] as readonly Row[];
  const kept = list.filter((part) => !hidden.has(String(part[parts.matter])));
  return kept.length === list.length ? row : { ...row, [parts.field]: kept };
}
