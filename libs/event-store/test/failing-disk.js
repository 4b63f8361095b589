/**
 * Appends three times to a disk that fails for the second one (the caller arranges that), and
 * prints what came of each. Argument: file of the log.
 */
import { writeSync } from 'node:fs';
import { SqliteEventStore } from '../src/index.ts';

const store = await SqliteEventStore.open(process.argv[2]);
for (const number of [1, 2, 3]) {
  const id = `00000000-0000-4000-8000-00000000000${number}`;
  const event = { id, type: 'Noted', schema: 1, data: { number }, meta: {} };
  const outcome = await store.append(`note-${number}`, [event], { expected: 'noStream' }).then(
    () => 'written',
    (error) => error.constructor.name,
  );
  writeSync(1, `${outcome}\n`);
}
await store.close();
