import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import { Emulator } from '../../test/emulator/emulator.js';
import { event, events, idsOf, uuid } from '../contract/harness.contract.js';
import { StoreUnavailable, UnusableStore } from '../event-store.js';
import type { EventStore } from '../event-store.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { mustKeepAll } from '../retention.js';
import { Connection } from './connection.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

let engine: MemoryEventStore;
let server: Emulator;
let store: EventStore;
const opened: { close(): Promise<void> }[] = [];

function open(namespace: string): EventStore {
  const { connectionString } = server;
  const options = { connectionString, namespace, deadlineMs: 400, firstPauseMs: 1 };
  const adapter = new EventStoreDbEventStore(options);
  opened.push(adapter);
  return adapter;
}

beforeEach(async () => {
  engine = new MemoryEventStore();
  server = await new Emulator(engine).start();
  store = open('ours.');
  await store.append('note-1', events(2), { expected: 'noStream' });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  server.stop();
  await engine.close();
});

describe('what EventStoreDB was told to keep of its streams', () => {
  it('X-1: is read from where the last check ended, whatever the number of streams', async () => {
    const mark = await mustKeepAll(store, null);
    await store.setStreamMeta('note-1', { maxCount: 9 });
    const later = await store.append('note-2', [event(3)], { expected: 'noStream' });
    await store.tombstone('note-2', 0);
    expect(await store.shortened(mark?.position)).toHaveLength(2);
    expect(await store.shortened(later.position)).toEqual([{ stream: 'note-2', by: 'tombstoned' }]);
  });

  it('X-1: is read from the beginning where the mark is of another log', async () => {
    await store.setStreamMeta('note-1', { maxCount: 9 });
    const { position } = await store.append('note-2', [event(3)], { expected: 'noStream' });
    const mark = { stream: 'note-2', revision: 0, id: uuid(3), position };
    // Of this log: what was set before it was checked then.
    await expect(mustKeepAll(store, mark)).resolves.toEqual(mark);
    await expect(mustKeepAll(store, { ...mark, id: uuid(4) })).rejects.toThrow(UnusableStore);
    await expect(mustKeepAll(store, { ...mark, revision: 1 })).rejects.toThrow(UnusableStore);
  });

  it('is no matter of ours in the streams of others, nor when it is about rights', async () => {
    const other = open('theirs.');
    await other.append('note-1', [event(3)], { expected: 'noStream' });
    await other.setStreamMeta('note-1', { maxCount: 1 });
    await other.tombstone('note-1', 0);
    await setRaw('$$ours.note-1', { $acl: { $r: ['tavolo'] }, $cacheControl: 3, owner: 'x' });
    expect(await store.shortened()).toEqual([]);
    expect(await other.shortened()).toEqual([{ stream: 'note-1', by: 'tombstoned' }]);
    // The server writes its word into the closed stream: none of ours.
    expect(await idsOf(other.readAll())).toEqual([uuid(3)]);
  });

  it('X-1: may have cost events before it was taken back: a scavenge has passed', async () => {
    await store.setStreamMeta('note-1', { maxCount: 1 });
    await store.setStreamMeta('note-1', {});
    expect(await store.shortened()).toEqual([]);
    await engine.setStreamMeta('ours.note-1', { truncateBefore: 1 });
    expect(await store.shortened()).toEqual([{ stream: 'note-1', by: 'lost' }]);
    await expect(mustKeepAll(store, null)).rejects.toThrow('first events lost');
  });

  it('is not known while the server does not answer', async () => {
    server.stop();
    await expect(store.shortened()).rejects.toThrow(StoreUnavailable);
  });
});

async function setRaw(stream: string, data: object): Promise<void> {
  const client = new Connection({ connectionString: server.connectionString });
  opened.push(client);
  const metadata = jsonEvent({ type: '$metadata', data: { ...data } });
  await client.writing.appendToStream(stream, metadata, client.asWriter);
}
