import { describe, expect, it } from '@jest/globals';
import { NotCanonical } from '@tavolo/kernel';
import { AppendTooLarge, InvalidAppend, MAX_APPEND_BYTES } from '../event-store.js';
import { StoreUnavailable, WrongExpectedRevision } from '../event-store.js';
import type { ExpectedRevision, JsonObject, NewEvent, Uuid } from '../event-store.js';
import { all, event, events, idsOf, Subject, uuid } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

const cycle: Record<string, unknown> = {};
cycle.itself = cycle;

const UNWRITABLE: readonly (readonly [string, unknown])[] = [
  ['a BigInt', { value: 1n }],
  ['a cycle', cycle],
  ['undefined in a list', { value: [undefined] }],
  ['half a character', { value: 'a\ud800' }],
  ['half a character in a name', { 'a\udc00': 1 }],
  ['a fraction', { value: 0.5 }],
  ['no number', { value: Number.NaN }],
  ['an integer beyond 2^53-1', { value: 2 ** 53 }],
  ['a Date', { value: new Date(0) }],
];

const MISUSES: readonly (readonly [string, string, readonly NewEvent[], ExpectedRevision])[] = [
  ['no event', 'note-1', [], 'noStream'],
  ['no name', '', events(1), 'noStream'],
  ['a system name', '$note-1', events(1), 'noStream'],
  ['a $ within the name', 'note-$1', events(1), 'noStream'],
  ['a control character in the name', 'note-\u0000', events(1), 'noStream'],
  ['half a character in the name', 'note-\ud800', events(1), 'noStream'],
  ['an id that is no UUID', 'note-1', [{ ...event(1), id: 'one' as Uuid }], 'noStream'],
  ['no type', 'note-1', [{ ...event(1), type: '' }], 'noStream'],
  ['schema 0', 'note-1', [{ ...event(1), schema: 0 }], 'noStream'],
  ['a list for data', 'note-1', [event(1, [] as unknown as JsonObject)], 'noStream'],
  ['a negative revision', 'note-1', events(1), -1],
  ['half a revision', 'note-1', events(1), 0.5],
];

export function describeAppends(factory: StoreFactory): void {
  describe('append', () => {
    const subject = new Subject(factory);

    it('gives back what was written, and the place of its last event', async () => {
      const { store } = subject;
      const data = { text: 'perché no? 🏛', list: [1, null, true], absent: undefined, nested: {} };
      const written = [event(1), event(2, data, 'Remarked')];
      const appended = await store.append('note-1', written, { expected: 'noStream' });
      const [first, last] = await all(store.readStream('note-1'));
      expect(first).toEqual({
        ...event(1),
        stream: 'note-1',
        revision: 0,
        position: first?.position,
      });
      expect(last).toStrictEqual({
        ...event(2, { text: data.text, list: data.list, nested: {} }, 'Remarked'),
        stream: 'note-1',
        ...appended,
      });
      expect(appended.revision).toBe(1);
    });

    it('keeps what it was given, whatever becomes of the objects', async () => {
      const { store } = subject;
      const data = { text: 'as given' };
      const appending = store.append('note-1', [event(1, data)], { expected: 'noStream' });
      data.text = 'changed by the writer';
      await appending;
      const [read] = await all(store.readStream('note-1'));
      if (read !== undefined) Object.assign(read.data, { text: 'changed by a reader' });
      const [again] = await all(store.readStream('note-1'));
      expect(again?.data).toEqual({ text: 'as given' });
    });

    it('writes all events or none', async () => {
      const { store } = subject;
      await store.append('note-1', events(3), { expected: 'noStream' });
      const late = store.append('note-1', events(3, 4), { expected: 'noStream' });
      await expect(late).rejects.toThrow(WrongExpectedRevision);
      expect(await idsOf(store.readAll())).toEqual([uuid(1), uuid(2), uuid(3)]);
    });

    it('refuses one without failing its neighbours', async () => {
      const { store } = subject;
      await store.append('note-0', events(1), { expected: 'noStream' });
      const streams = Array.from({ length: 30 }, (_, i) => `note-${String(i)}`);
      const sent = streams.map((stream, i) =>
        store.append(stream, events(2, 10 * (i + 1)), { expected: i % 3 === 0 ? 5 : 'noStream' }),
      );
      const results = await Promise.allSettled(sent);
      expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
        streams.map((_, i) => i % 3 !== 0),
      );
      expect(await all(store.readAll())).toHaveLength(1 + 2 * 20);
    });
  });
}

export function describeAppendsAtTheEdge(factory: StoreFactory): void {
  describe('append, at the edge,', () => {
    const subject = new Subject(factory);

    it('takes long names and names in any script', async () => {
      const { store } = subject;
      const names = [
        `note-${'n'.repeat(1000)}`,
        'note-Bozen/Bolzano 🏔',
        'nota',
        'note--',
        'note-é',
      ];
      for (const [i, name] of names.entries()) {
        await store.append(name, [event(i)], { expected: 'noStream' });
      }
      const recorded = await all(store.readAll({ filter: { categories: ['note'] } }));
      expect(recorded.map(({ stream }) => stream)).toEqual(names.filter((name) => name !== 'nota'));
      expect(await idsOf(store.readStream('nota'))).toEqual([uuid(2)]);
    });

    it('keeps the order of the log when the clock goes backwards', async () => {
      const { store } = subject;
      await store.append('note-1', [event(1)], { expected: 'noStream' });
      subject.at -= 3_600_000;
      await store.append('note-1', [event(2)], { expected: 0 });
      expect(await idsOf(store.readStream('note-1'))).toEqual([uuid(1), uuid(2)]);
      expect(await idsOf(store.readAll())).toEqual([uuid(1), uuid(2)]);
    });

    it('that was given up before it began writes nothing', async () => {
      const { store } = subject;
      const signal = AbortSignal.abort();
      const append = store.append('note-1', events(1), { expected: 'noStream', signal });
      await expect(append).rejects.toThrow(StoreUnavailable);
      const { signal: idle } = new AbortController();
      await store.append('note-2', events(1), { expected: 'noStream', signal: idle });
      expect((await all(store.readAll())).map(({ stream }) => stream)).toEqual(['note-2']);
    });

    it('is refused once the store is closed, and so is reading', async () => {
      const { store } = subject;
      await store.append('note-1', events(1), { expected: 'noStream' });
      await store.close();
      await store.close();
      const append = store.append('note-1', events(1), { expected: 'noStream' });
      await expect(append).rejects.toThrow(StoreUnavailable);
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
      await expect(all(store.readAll())).rejects.toThrow(StoreUnavailable);
    });
  });
}

export function describeRefusedContent(factory: StoreFactory): void {
  describe('content', () => {
    const subject = new Subject(factory);

    it.each(UNWRITABLE)('%s is refused, in data and in meta', async (_, value) => {
      const { store } = subject;
      const asData = { ...event(1), data: value as JsonObject };
      const asMeta = { ...event(1), meta: { ...event(1).meta, result: value as JsonObject } };
      for (const attempt of [asData, asMeta]) {
        const append = store.append('note-1', [event(2), attempt], { expected: 'noStream' });
        await expect(append).rejects.toThrow(NotCanonical);
      }
      expect(await all(store.readAll())).toEqual([]);
    });

    it.each(MISUSES)('%s is refused', async (...[, stream, attempt, expected]) => {
      await expect(subject.store.append(stream, attempt, { expected })).rejects.toThrow(
        InvalidAppend,
      );
      expect(await all(subject.store.readAll())).toEqual([]);
    });

    it.each([
      ['one event', 1, 'x'],
      ['several events', 4, 'x'],
      ['letters of two bytes', 2, 'è'],
    ])('of at most 1,000,000 bytes passes, one more does not: %s', async (_, count, letter) => {
      const { store } = subject;
      const full = filling(count, letter);
      const over = full.map((one, i) => (i === 0 ? longer(one) : one));
      const tooLarge = store.append('note-1', over, { expected: 'noStream' });
      await expect(tooLarge).rejects.toEqual(new AppendTooLarge(MAX_APPEND_BYTES + 1));
      await store.append('note-1', full, { expected: 'noStream' });
      expect(await all(store.readStream('note-1'))).toEqual(
        full.map((one) => expect.objectContaining({ id: one.id, data: one.data })),
      );
    });
  });
}

/** Events whose data and meta are MAX_APPEND_BYTES bytes together. */
function filling(count: number, letter: string): NewEvent[] {
  const empty = Array.from({ length: count }, (_, i) => event(i + 1, { text: '' }));
  const left = MAX_APPEND_BYTES - empty.reduce((sum, one) => sum + bytesOf(one), 0);
  const each = Math.floor(left / count / Buffer.byteLength(letter));
  const rest = left - each * count * Buffer.byteLength(letter);
  return empty.map((one, i) =>
    withText(one, letter.repeat(each) + (i === 0 ? 'x'.repeat(rest) : '')),
  );
}

function bytesOf({ data, meta }: NewEvent): number {
  return Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(meta));
}

const withText = (one: NewEvent, text: string): NewEvent => ({ ...one, data: { text } });

function longer(one: NewEvent): NewEvent {
  const { text } = one.data as { text: string };
  return withText(one, `x${text}`);
}
