import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustKeepAll } from '@tavolo/event-store';
import type { EventStore, RetentionMark } from '@tavolo/event-store';

/**
 * Lets a log be used that keeps all of its events, and remembers in the data folder how far it was
 * looked at. A mark that is lost, makes no sense or is of another log costs a longer look.
 * @throws UnusableStore | StoreUnavailable
 */
export async function checkRetention(store: EventStore, dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'retention-mark.json');
  const mark = await mustKeepAll(store, await markIn(file));
  if (mark === null) return;
  await writeFile(`${file}.new`, JSON.stringify(mark));
  await rename(`${file}.new`, file);
}

async function markIn(file: string): Promise<RetentionMark | null> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Partial<RetentionMark> | null;
    const { stream, revision, id, position } = kept ?? {};
    if (!stream || revision === undefined || !id || !position) return null;
    return { stream, revision, id, position };
  } catch {
    return null;
  }
}
