import { parseArgs } from 'node:util';
import { startEmulatedLog } from '../libs/event-store/test/emulated-log.js';

// npm run emulator: EventStoreDB as the emulator of the tests speaks for it, in a process of its
// own. It prints its connection string, and keeps its events in the folder that it is given.

/** @throws TypeError for what it does not know */
function folderIn(words: readonly string[]): string | undefined {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  if (positionals.length > 1) throw new TypeError('name one folder at most');
  return positionals[0];
}

try {
  const folder = folderIn(process.argv.slice(2));
  const { emulator, close } = await startEmulatedLog({ folder });
  console.log(emulator.connectionString);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
} catch (error) {
  console.error(`emulator: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
