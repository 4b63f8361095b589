/** Follows a log from a thread, without polling, and reports what it hears until event 4. */
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventReader } from '../src/index.ts';

const reader = SqliteEventReader.open(workerData, { pollMs: null });
parentPort.on('message', () => reader.wake());
const leaving = new globalThis.AbortController();
let count = 0;
for await (const signal of reader.subscribe({ signal: leaving.signal })) {
  if (signal.kind === 'caughtUp') parentPort.postMessage(`caughtUp after ${count}`);
  if (signal.kind !== 'event') continue;
  count += 1;
  if (count < 4) continue;
  parentPort.postMessage(`event ${count}`);
  leaving.abort();
}
reader.close();
parentPort.close();
