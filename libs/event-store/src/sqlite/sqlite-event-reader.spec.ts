import { describe, expect, it } from '@jest/globals';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { freshFolder } from '../../test/folder.js';
import { scriptArguments } from '../../test/child.js';
import { event, events, heard, idsOf, isCaughtUp, isEvent } from '../contract/harness.contract.js';
import { until, uuid } from '../contract/harness.contract.js';
import { UnusableStore } from '../event-store.js';
import { SqliteEventReader } from './sqlite-event-reader.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describe('a reader beside the writer', () => {
  const path = freshFolder();

  it('follows the log when it is woken, without polling', async () => {
    const store = await SqliteEventStore.open(path());
    const reader = SqliteEventStore.openReader(path(), { pollMs: null });
    const leaving = new AbortController();
    const signals = reader.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
    await until(signals, isCaughtUp);
    const next = until(signals, isEvent(2));
    await store.append('note-1', events(2), { expected: 'noStream' });
    reader.wake();
    expect((await next).map(heard)).toEqual(['event 1', 'event 2']);
    leaving.abort();
    reader.close();
    await store.close();
  });

  it('follows the log by polling when nobody wakes it', async () => {
    const store = await SqliteEventStore.open(path());
    const reader = SqliteEventReader.open(path(), { pollMs: 1 });
    const { signal } = new AbortController();
    const signals = reader.subscribe({ signal })[Symbol.asyncIterator]();
    await until(signals, isCaughtUp);
    for (const number of [1, 2, 3]) {
      const next = until(signals, isEvent(number));
      await store.append(`note-${String(number)}`, [event(number)], { expected: 'noStream' });
      expect((await next).map(heard)).toEqual([`event ${String(number)}`]);
    }
    const ending = signals.next();
    reader.close();
    reader.close();
    expect((await ending).done).toBe(true);
    await store.close();
  });

  it('reads in another thread of the same process', async () => {
    const store = await SqliteEventStore.open(path());
    await store.append('note-1', events(3), { expected: 'noStream' });
    const [, hooks = '', script = ''] = scriptArguments('./reading.js', []);
    const thread = new Worker(script, { workerData: path(), execArgv: ['--import', hooks] });
    const exited = once(thread, 'exit');
    expect(await once(thread, 'message')).toEqual(['caughtUp after 3']);
    const answer = once(thread, 'message');
    await store.append('note-1', events(1, 4), { expected: 2 });
    thread.postMessage('wake');
    expect(await answer).toEqual(['event 4']);
    await exited;
    await store.close();
  });

  it('reads streams and the log without the lock, and the writer goes on', async () => {
    const store = await SqliteEventStore.open(path());
    await store.append('note-1', events(3), { expected: 'noStream' });
    const reader = SqliteEventReader.open(path(), { pollMs: null });
    expect(await idsOf(reader.readStream('note-1', { backwards: true, max: 1 }))).toEqual([
      uuid(3),
    ]);
    const reading = reader.readAll()[Symbol.asyncIterator]();
    await reading.next();
    await store.append('note-1', events(1, 4), { expected: 2 });
    expect(await reader.head()).toBe(await store.head());
    expect(await idsOf(reader.readAll({ filter: { typePrefixes: ['No'] } }))).toHaveLength(4);
    reader.close();
    await store.close();
  });

  it('opens nothing that is no log', () => {
    expect(() => SqliteEventReader.open(path())).toThrow(UnusableStore);
  });
});
