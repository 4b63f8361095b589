import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { START } from '../event-store.js';
import type { EventStore, Filter, Position, RecordedEvent } from '../event-store.js';
import { all, event, events, idsOf, Subject, uuid } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

type StreamOptions = NonNullable<Parameters<EventStore['readStream']>[1]>;

const STREAM_READS: readonly (readonly [StreamOptions, readonly number[]])[] = [
  [{}, [1, 2, 3, 4, 5]],
  [{ fromRevision: 2 }, [3, 4, 5]],
  [{ fromRevision: 1, max: 2 }, [2, 3]],
  [{ fromRevision: 5 }, []],
  [{ max: 0 }, []],
  [{ backwards: true }, [5, 4, 3, 2, 1]],
  [{ backwards: true, max: 1 }, [5]],
  [{ backwards: true, fromRevision: 2 }, [3, 2, 1]],
  [{ backwards: true, fromRevision: 9, max: 2 }, [5, 4]],
];

const FILTERS: readonly (readonly [Filter, readonly number[]])[] = [
  [{ categories: ['note'] }, [1, 3, 6]],
  [{ categories: ['pm_note', 'note'] }, [1, 2, 3, 6]],
  [{ categories: ['notes', 'nobody'] }, [4]],
  [{ categories: ['nobody'] }, []],
  [{ categories: [] }, []],
  [{ typePrefixes: ['Note'] }, [1, 2]],
  [{ typePrefixes: ['NoteWritten', 'Plan'] }, [1, 3, 4]],
  [{ typePrefixes: ['note'] }, []],
  [{ typePrefixes: ['Ö'] }, [6]],
];

export function describeStreamReads(factory: StoreFactory): void {
  describe('readStream', () => {
    const subject = new Subject(factory);

    it.each(STREAM_READS)('%j gives %j', async (options, numbers) => {
      await subject.store.append('note-1', events(5), { expected: 'noStream' });
      await subject.store.append('note-2', events(5, 6), { expected: 'noStream' });
      expect(await idsOf(subject.store.readStream('note-1', options))).toEqual(numbers.map(uuid));
    });

    it('gives nothing of a stream that is not there', async () => {
      await subject.store.append('note-1', events(1), { expected: 'noStream' });
      expect(await idsOf(subject.store.readStream('note-2'))).toEqual([]);
    });

    it('gives more than a page, in either direction', async () => {
      const { store } = subject;
      await store.append('note-1', events(700), { expected: 'noStream' });
      const ids = events(700).map(({ id }) => id);
      expect(await idsOf(store.readStream('note-1'))).toEqual(ids);
      expect(await idsOf(store.readStream('note-1', { max: 600 }))).toEqual(ids.slice(0, 600));
      expect(await idsOf(store.readStream('note-1', { backwards: true }))).toEqual(
        ids.toReversed(),
      );
    });
  });
}

export function describeLogReads(factory: StoreFactory): void {
  describe('readAll', () => {
    const subject = new Subject(factory);

    it('begins after a position and goes either way', async () => {
      const { store } = subject;
      const middle = await threeStreams(store);
      expect(await idsOf(store.readAll())).toEqual([1, 2, 3, 4].map(uuid));
      expect(await idsOf(store.readAll({ after: START, max: 2 }))).toEqual([1, 2].map(uuid));
      expect(await idsOf(store.readAll({ after: middle }))).toEqual([3, 4].map(uuid));
      expect(await idsOf(store.readAll({ backwards: true }))).toEqual([4, 3, 2, 1].map(uuid));
      expect(await idsOf(store.readAll({ after: middle, backwards: true }))).toEqual([uuid(1)]);
      expect(await idsOf(store.readAll({ after: START, backwards: true }))).toEqual([]);
      expect(await idsOf(store.readAll({ after: await store.head() }))).toEqual([]);
    });

    it('under concurrent appends never shows an event before all that lie below it', async () => {
      const { store } = subject;
      const writers = Array.from({ length: 20 }, (_, i) => write20(store, i));
      const seen: string[][] = [];
      const reading = readWhile(store, seen, Promise.all(writers));
      await reading;
      const whole = (await all(store.readAll())).map(placeOf);
      expect(whole).toEqual([...whole].sort());
      expect(whole).toHaveLength(400);
      for (const part of seen) expect(part).toEqual(whole.slice(0, part.length));
    });

    it('ends at the head: the start of an empty log, else its last event', async () => {
      const { store } = subject;
      expect(await store.head()).toBe(START);
      await threeStreams(store);
      const [last] = await all(store.readAll({ backwards: true, max: 1 }));
      expect(await store.head()).toBe(last?.position);
    });
  });
}

export function describeFilters(factory: StoreFactory): void {
  describe('a filter', () => {
    const subject = new Subject(factory);

    it.each(FILTERS)('of %j gives %j, in either direction', async (filter, numbers) => {
      const { store } = subject;
      await mixed(store);
      expect(await idsOf(store.readAll({ filter }))).toEqual(numbers.map(uuid));
      expect(await idsOf(store.readAll({ filter, backwards: true }))).toEqual(
        numbers.toReversed().map(uuid),
      );
      expect(await idsOf(store.readAll({ filter, max: 1 }))).toEqual(numbers.slice(0, 1).map(uuid));
    });

    it('of two categories gives more than a page in the order of the log', async () => {
      const { store } = subject;
      for (let i = 0; i < 12; i += 1) {
        const stream = `${['note', 'plan', 'call'][i % 3] ?? ''}-${String(i)}`;
        await store.append(stream, events(60, 100 * i), { expected: 'noStream' });
      }
      const wanted = (await all(store.readAll())).filter(
        ({ stream }) => !stream.startsWith('call'),
      );
      const filter = { categories: ['plan', 'note'] };
      expect(await all(store.readAll({ filter }))).toEqual(wanted);
      expect(await all(store.readAll({ filter, backwards: true }))).toEqual(wanted.toReversed());
    });
  });
}

async function threeStreams(store: EventStore): Promise<Position> {
  await store.append('note-1', [event(1)], { expected: 'noStream' });
  const { position } = await store.append('plan-1', [event(2)], { expected: 'noStream' });
  await store.append('note-1', [event(3)], { expected: 0 });
  await store.append('call-1', [event(4)], { expected: 'noStream' });
  return position;
}

async function mixed(store: EventStore): Promise<void> {
  const first = { expected: 'noStream' } as const;
  await store.append('note-1', [event(1, {}, 'NoteWritten')], first);
  await store.append('pm_note-note-1', [event(2, {}, 'Noted')], first);
  await store.append('note-notes-1', [event(3, {}, 'PlanWritten')], first);
  await store.append('notes-1', [event(4, {}, 'Planned')], first);
  await store.append('nota', [event(5, {}, 'Annotated')], first);
  await store.append('note-2', [event(6, {}, 'ÖPNV')], first);
}

async function write20(store: EventStore, writer: number): Promise<void> {
  for (let i = 0; i < 20; i += 2) {
    const expected = i === 0 ? 'noStream' : i - 1;
    const two = events(2, 1000 * (writer + 1) + i);
    await store.append(`note-${String(writer)}`, two, { expected });
  }
}

async function readWhile(store: EventStore, seen: string[][], work: Promise<unknown>) {
  let isDone = false;
  const done = work.then(() => (isDone = true));
  const isOver = () => isDone;
  while (!isOver()) {
    seen.push((await all(store.readAll())).map(placeOf));
    await breathe();
  }
  await done;
}

function placeOf({ position, stream, revision }: RecordedEvent): string {
  return `${position} ${stream} ${String(revision)}`;
}
