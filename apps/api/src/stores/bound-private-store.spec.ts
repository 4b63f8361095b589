import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FoundedInstance } from '@tavolo/access';
import { SystemClock } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import { openBound } from './bound-private-store.js';
import { privatePlaceOf } from '../config/private-settings.js';
import { UnusableData } from './unusable-data.js';

interface Log {
  readonly store: MemoryEventStore;
  readonly instance: FoundedInstance;
}

async function founded(): Promise<Log> {
  const [store, instance] = [new MemoryEventStore(), new FoundedInstance()];
  const founding = { name: 'test', zone: 'Europe/Rome', demo: false };
  await instance.found(store, new SystemClock(), founding);
  return { store, instance };
}

/** Gives the log a history. */
async function written({ store }: Log): Promise<void> {
  const [event] = await Array.fromAsync(store.readAll());
  if (!event) throw new Error('not founded');
  const { stream: _, revision: __, position: ___, ...again } = event;
  const id = '00000000-0000-4000-8000-000000000001' as typeof event.id;
  await store.append('note-1', [{ ...again, id }], { expected: 'noStream' });
}

describe('the private store at start', () => {
  let parent: string;
  let folder: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'tavolo-'));
    folder = join(parent, 'private');
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  const open = async (log: Log) => {
    const store = await openBound(
      privatePlaceOf({ kind: 'embedded', sealingKeys: null, folder }),
      log,
    );
    await store.close();
  };

  it('is begun with the log, and opened again beside it', async () => {
    const log = await founded();
    await open(log);
    await written(log);
    await expect(open(log)).resolves.toBeUndefined();
  });

  it('of another instance is refused, also by a log that is new', async () => {
    await open(await founded());
    const other = await founded();
    await expect(open(other)).rejects.toThrow(UnusableData);
    await written(other);
    await expect(open(other)).rejects.toThrow('restore the one that belongs');
  });

  it('that is missing beside a log with a history is asked for, and none is made', async () => {
    const log = await founded();
    await written(log);
    await expect(open(log)).rejects.toThrow(UnusableData);
    expect(existsSync(folder)).toBe(false);
  });

  it('that is a new one beside a log with a history is refused, each time', async () => {
    const log = await founded();
    await written(log);
    mkdirSync(folder);
    await expect(open(log)).rejects.toThrow('is an empty, new one');
    await expect(open(log)).rejects.toThrow('is an empty, new one');
  });
});
