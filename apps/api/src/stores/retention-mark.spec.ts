import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, UnusableStore } from '@tavolo/event-store';
import type { NewEvent, Position, Uuid } from '@tavolo/event-store';
import { checkRetention } from './retention-mark.js';

class Watched extends MemoryEventStore {
  since: Position | undefined;

  override shortened(after?: Position): ReturnType<MemoryEventStore['shortened']> {
    this.since = after;
    return super.shortened();
  }
}

let folder: string;
let store: Watched;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  store = new Watched();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await store.close();
});

const noted: NewEvent = {
  ...{ id: '00000000-0000-4000-8000-000000000001' as Uuid, type: 'Noted', schema: 1 },
  ...{ data: {}, meta: {} as NewEvent['meta'] },
};
const mark = () => readFileSync(join(folder, 'retention-mark.json'), 'utf8');
/** From which position the log was looked at; undefined is the beginning. */
async function lookedFrom(): Promise<Position | undefined> {
  await checkRetention(store, folder);
  return store.since;
}

describe('the mark up to which the log was looked at', () => {
  it('is kept in the data folder, and looked on from', async () => {
    expect(await lookedFrom()).toBeUndefined();
    const { position } = await store.append('note-1', [noted], { expected: 'noStream' });
    expect(await lookedFrom()).toBeUndefined();
    expect(await lookedFrom()).toBe(position);
  });

  it.each(['', '{', 'null', '{"stream":"note-1"}', '{"stream":"note-9","revision":0}'])(
    'is as if it were not there where it is %p',
    async (text) => {
      await store.append('note-1', [noted], { expected: 'noStream' });
      writeFileSync(join(folder, 'retention-mark.json'), text);
      expect(await lookedFrom()).toBeUndefined();
      expect(JSON.parse(mark())).toMatchObject({ stream: 'note-1', id: noted.id });
    },
  );

  it('stays where it was when the log is refused', async () => {
    await store.append('note-1', [noted], { expected: 'noStream' });
    await checkRetention(store, folder);
    const before = mark();
    await store.append('note-1', [noted], { expected: 0 });
    await store.setStreamMeta('note-1', { maxCount: 5 });
    await expect(checkRetention(store, folder)).rejects.toThrow(UnusableStore);
    expect(mark()).toBe(before);
  });
});
