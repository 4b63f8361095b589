import { startEmulatedLog } from '../libs/event-store/test/emulated-log.js';

// npm run emulator: EventStoreDB as the emulator of the tests speaks for it, in a process of its
// own. It prints its connection string, and keeps its events in the folder that it is given.

const [folder] = process.argv.slice(2);
const { emulator, close } = await startEmulatedLog({ folder });
console.log(emulator.connectionString);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
