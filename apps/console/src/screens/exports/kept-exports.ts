import { withoutExpired } from './export-job.ts';
import type { ExportJob } from './export-job.ts';

const NAME = 'tavolo.exports';
const TABLE = 'exports';

/** Exports of a person that this browser keeps, the newest first; files whose time is over are gone. */
export async function keptExports(person: string, now = new Date()): Promise<readonly ExportJob[]> {
  const all = (await inTable('readonly', (table) => table.getAll())) as readonly ExportJob[];
  const own = all.filter((job) => job.person === person).map((job) => withoutExpired(job, now));
  for (const job of own) if (!all.includes(job)) await keepExport(job);
  return own.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** One of them; null where this browser does not keep it for this person. */
export async function keptExport(person: string, id: string): Promise<ExportJob | null> {
  return (await keptExports(person)).find((job) => job.id === id) ?? null;
}

/** Keeps one as it is now. */
export async function keepExport(job: ExportJob): Promise<void> {
  await inTable('readwrite', (table) => table.put(job));
}

/** Forgets all of a person, files and all: who signs out leaves nothing to who comes next. */
export async function forgetExports(person: string): Promise<void> {
  try {
    for (const { id } of await keptExports(person)) {
      await inTable('readwrite', (table) => table.delete(id));
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

async function inTable(
  mode: IDBTransactionMode,
  act: (table: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const db = await opened();
  try {
    return await answerOf(act(db.transaction(TABLE, mode).objectStore(TABLE)));
  } finally {
    db.close();
  }
}

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(TABLE, { keyPath: 'id' });
  });
  return (await answerOf(request)) as IDBDatabase;
}

function answerOf(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('the browser keeps nothing'));
    });
  });
}
