import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, Meta, Position, RecordedEvent, Signal } from '@tavolo/event-store';
import { START } from '@tavolo/event-store';
import { BatchWriter } from './batch-writer.js';
import { defineTable } from './projection.js';
import type { EventSource, Projection, ProjectionWork, Writer } from './projection.js';
import { ReadModelFile } from './sqlite/read-model-file.js';
import { SqliteReadModel } from './sqlite/sqlite-read-model.js';

// What the specs of this folder share; nothing else imports it.

export interface Given {
  readonly stream?: string;
  readonly type?: string;
  readonly schema?: number;
  readonly data?: JsonObject;
  readonly meta?: Partial<Meta>;
}

/** `10000000-0000-4000-8000-<n>`, so that a test can name what it means. */
export function uuid(n: number): string {
  return `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export function eventAt(ordinal: number, given: Given = {}): RecordedEvent {
  const { stream = `thing-${uuid(1)}`, type = 'ThingSaid', schema = 1, data = {}, meta } = given;
  return {
    ...{ id: uuid(1000 + ordinal), stream, revision: ordinal - 1, type, schema, data },
    // With gaps, as the positions of a real store have.
    position: String(ordinal * 7).padStart(12, '0'),
    meta: {
      recordedAt: new Date(Date.UTC(2030, 0, 1) + ordinal * 1000).toISOString(),
      salt: '00',
      commandId: uuid(5000 + ordinal),
      commandHash: 'ab',
      correlationId: uuid(9),
      actor: { personRef: `person-${uuid(7)}` },
      auth: { issuer: 'test', assurance: 'none' },
      ...meta,
    },
  } as unknown as RecordedEvent;
}

/** A log in memory. `failures` are thrown, one a read, before anything is read. */
export class FakeLog implements EventSource {
  readonly failures: Error[] = [];
  events: RecordedEvent[] = [];
  #arrived: () => void = () => undefined;
  #arrival = this.#nextArrival();

  constructor(...given: readonly Given[]) {
    given.forEach((each) => this.append(each));
  }

  append(given: Given = {}): RecordedEvent {
    const event = eventAt(this.events.length + 1, given);
    this.events.push(event);
    this.#arrived();
    this.#arrival = this.#nextArrival();
    return event;
  }

  #nextArrival(): Promise<void> {
    return new Promise((resolve) => (this.#arrived = resolve));
  }

  async *readAll({ after = START, max = Infinity } = {}): AsyncGenerator<RecordedEvent> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    await Promise.resolve();
    const rest = this.events.filter(({ position }) => position > after);
    for (const event of rest.slice(0, max)) yield event;
  }

  async *subscribe({
    after = START,
    signal,
  }: {
    readonly after?: Position;
    readonly signal: AbortSignal;
  }): AsyncGenerator<Signal> {
    let last = after;
    while (!signal.aborted) {
      const arrival = this.#arrival;
      for await (const event of this.readAll({ after: last })) {
        last = event.position;
        yield { kind: 'event', event };
      }
      yield { kind: 'caughtUp' };
      await arrival;
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.events.at(-1)?.position ?? START);
  }
}

export interface Thing {
  readonly id: string;
  readonly name: string | null;
  readonly parent: string | null;
  readonly state: string;
}

export const things = defineTable<Thing>('thing', { columns: ['parent', 'state'], order: 'name' });

export type Act = { readonly put: Thing } | { readonly close: string };

/** Does what the events say: `{ acts: [...] }`. */
export const thingProjection: Projection = {
  name: 'things',
  version: 1,
  categories: ['thing'],
  tables: [things],
  apply({ data }, write: Writer) {
    for (const act of (data.acts ?? []) as unknown as readonly Act[]) {
      if ('put' in act) write.put(things, act.put);
      else write.close(things, act.close);
    }
  },
};

export function acting(...acts: readonly Act[]): Given {
  return { data: { acts } as unknown as JsonObject };
}

export function thing(id: string, about: Partial<Thing> = {}): Thing {
  return { id, name: id, parent: null, state: 'draft', ...about };
}

/** A folder for each test, removed after it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tavolo-projection-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A read model that has read these events, `batchSize` at a time. */
export function filled(
  path: string,
  events: readonly RecordedEvent[],
  { batchSize = 100, ...work }: Partial<ProjectionWork> = {},
): SqliteReadModel {
  const projections = work.projections ?? [thingProjection];
  const file = ReadModelFile.create(path, projections);
  const writer = new BatchWriter(file, { source: new FakeLog(), ...work, projections });
  for (let from = 0; from < events.length; from += batchSize) {
    const { failure } = writer.write(events.slice(from, from + batchSize));
    if (failure) throw failure;
  }
  file.close();
  return new SqliteReadModel(path);
}
