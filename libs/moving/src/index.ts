export { carryLog, compareLogs, NotTheSame, NotThisLog } from './carry.js';
export type { Carrying } from './carry.js';
export { DamagedDump, DumpFile, dumpOf } from './dump.js';
export { BrokenLog, fingerprintOf, lineOf } from './logged-event.js';
export type { Fingerprint, LoggedEvent, ReadableLog } from './logged-event.js';
