import { categoryOf } from '@tavolo/event-store';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';
import type { KnownEvents, Moment, Projection, ProjectionWork } from './projection.js';
import { enterEvent } from './sqlite/event-index.js';
import type { PassedOver, ReadModelFile } from './sqlite/read-model-file.js';
import { TemporalWriter } from './sqlite/temporal-writer.js';
import { ProjectionFailed } from './status.js';

/** How long a batch took to write, and each event of it with its command. */
export type News = Readonly<{
  tookMs: number;
  facts: readonly Readonly<{ id: Uuid; commandId: Uuid }>[];
}>;

/** What one transaction wrote: the moment it reached, and what a listener may want to read. */
export type Batch = Readonly<{
  moment: Moment;
  events: number;
  /** Where it came while the log was followed. */
  news?: News;
  /** Ids that got a new row or lost theirs, and the streams of the events. */
  ids: readonly string[];
}>;

const HOLD_BACK = 'INSERT INTO held_back VALUES (:stream) ON CONFLICT DO NOTHING';
const PASS_OVER = `INSERT INTO passed_over VALUES (:type, :schema, :position, 1)
  ON CONFLICT DO UPDATE SET events = events + 1`;

interface Wired {
  readonly projection: Projection;
  readonly categories: ReadonlySet<string> | null;
  readonly write: TemporalWriter;
}

/** Applies events to every projection, batch by batch, one transaction each. */
export class BatchWriter {
  readonly #file: ReadModelFile;
  readonly #knows: KnownEvents;
  readonly #wired: readonly Wired[];
  #moment: Moment;
  #latest: string;
  #passedOver: readonly PassedOver[];
  /** Streams with a fact that this program does not know: half a history makes no rows. */
  readonly #heldBack: Set<string>;

  constructor(file: ReadModelFile, { projections, knows }: ProjectionWork) {
    this.#file = file;
    this.#knows = knows ?? (() => true);
    this.#wired = wire(file, projections);
    this.#moment = file.moment();
    this.#latest = file.latest();
    this.#passedOver = file.passedOver();
    this.#heldBack = new Set(file.heldBack());
  }

  get moment(): Moment {
    return this.#moment;
  }

  passedOver(): readonly PassedOver[] {
    return this.#passedOver;
  }

  /**
   * Writes the events. When a projection can't apply one, what lies before it is written and
   * the failure handed back: whoever reads on sees everything up to the event, and nothing of it.
   * @throws StaleWriter
   */
  write(events: readonly RecordedEvent[]): {
    readonly written: Batch;
    readonly failure: ProjectionFailed | null;
  } {
    try {
      return { written: this.#commit(events), failure: null };
    } catch (error) {
      if (!(error instanceof ProjectionFailed)) throw error;
      const before = events.findIndex(({ position }) => position === error.position);
      return { written: this.#commit(events.slice(0, before)), failure: error };
    }
  }

  #commit(events: readonly RecordedEvent[]): Batch {
    const last = events.at(-1);
    if (!last) return { moment: this.#moment, events: 0, ids: [] };
    const reached: Moment = {
      ordinal: this.#moment.ordinal + events.length,
      position: last.position,
      eventId: last.id,
      recordedAt: last.meta.recordedAt,
    };
    const ids = new Set<string>();
    let latest = this.#latest;
    this.#file.advance(this.#moment, reached, () => {
      events.forEach((event, index) => {
        const ordinal = this.#moment.ordinal + index + 1;
        latest = this.#enter(event, { ordinal, latest });
        ids.add(event.stream);
        if (!this.#knows(event.type, event.schema)) this.#passOver(event);
        else if (!this.#heldBack.has(event.stream)) this.#apply(event, ordinal, ids);
      });
    });
    this.#moment = reached;
    this.#latest = latest;
    if (events.some(({ type, schema }) => !this.#knows(type, schema))) {
      this.#passedOver = this.#file.passedOver();
    }
    return { moment: reached, events: events.length, ids: [...ids] };
  }

  #enter(event: RecordedEvent, before: { ordinal: number; latest: string }): string {
    try {
      return enterEvent(this.#file.statements, event, before);
    } catch (error) {
      throw ProjectionFailed.at('The index of events', event, error);
    }
  }

  #passOver({ type, schema, position, stream }: RecordedEvent): void {
    this.#heldBack.add(stream);
    this.#file.statements.run(HOLD_BACK, { stream });
    this.#file.statements.run(PASS_OVER, { type, schema, position });
  }

  #apply(event: RecordedEvent, ordinal: number, ids: Set<string>): void {
    const category = categoryOf(event.stream);
    for (const { projection, categories, write } of this.#wired) {
      if (categories && !categories.has(category)) continue;
      write.ordinal = ordinal;
      write.touched.clear();
      try {
        projection.apply(event, write);
      } catch (error) {
        throw ProjectionFailed.at(projection.name, event, error);
      }
      write.touched.forEach((id) => ids.add(id));
    }
  }
}

function wire(file: ReadModelFile, projections: readonly Projection[]): readonly Wired[] {
  return projections.map((projection) => ({
    projection,
    categories: projection.categories.length === 0 ? null : new Set(projection.categories),
    write: new TemporalWriter(file.statements, projection.tables, projection.reads),
  }));
}

/**
 * @throws RangeError where two projections have a name, or a table, in common, or where one reads
 * a table that nobody before it writes.
 */
export function checkNames(projections: readonly Projection[]): void {
  const tables = projections.flatMap((projection) => projection.tables.map(({ name }) => name));
  for (const names of [projections.map(({ name }) => name), tables]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new RangeError(`${twice} is there twice`);
  }
  const written = new Set<string>();
  for (const { name, tables: own, reads = [] } of projections) {
    const missing = reads.find((table) => !written.has(table.name));
    if (missing) throw new RangeError(`${name} reads ${missing.name}, which is not written before`);
    own.forEach((table) => written.add(table.name));
  }
}
