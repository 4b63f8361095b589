/**
 * Appends until it is killed, or `limit` times, and prints a line for every acknowledgement.
 * Arguments: file of the log, name of the run, number of writers, limit for each writer, and
 * FULL or NORMAL.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { SqliteEventStore } from '../src/index.ts';

const [file, run, writers, limit, synchronous = 'FULL'] = process.argv.slice(2);
const store = await SqliteEventStore.open(file, { synchronous });

async function write(writer) {
  const stream = `note-${run}-${writer}`;
  let expected = 'noStream';
  for (let i = 0; i < Number(limit); i += 1) {
    const size = 1 + (i % 4);
    const events = Array.from({ length: size }, (_, part) => ({
      id: randomUUID(),
      type: 'Noted',
      schema: 1,
      data: { append: i, part, size, filler: 'x'.repeat(37 * (i % 90)) },
      meta: {},
    }));
    expected = (await store.append(stream, events, { expected })).revision;
    say(`${stream} ${i}\n`);
  }
}

/** A line at once, or, where the reader is slower than we, as soon as the pipe takes it. */
function say(line) {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)));
await store.close();
