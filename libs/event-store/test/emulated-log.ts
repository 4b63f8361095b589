import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '../src/index.js';
import { Emulator } from './emulator/emulator.js';
import type { Faults } from './emulator/faults.js';

/** EventStoreDB as the emulator speaks for it, and the embedded log that it keeps its events in. */
export interface EmulatedLog {
  readonly emulator: Emulator;
  readonly engine: SqliteEventStore;
  /** Stops it; a folder that was made for it is removed. */
  readonly close: () => Promise<void>;
}

type Keeping = Readonly<{ folder?: string | undefined; faults?: Faults }>;

/** Starts one on a free port, on what a folder holds; on nothing, in a folder of its own, without. */
export async function startEmulatedLog(keeping: Keeping = {}): Promise<EmulatedLog> {
  const folder = keeping.folder ?? mkdtempSync(join(tmpdir(), 'tavolo-emulator-'));
  // What survives the death of this process is enough: nobody cuts its power.
  const engine = await SqliteEventStore.open(join(folder, 'events.db'), { synchronous: 'NORMAL' });
  const emulator = await new Emulator(engine, keeping.faults).start();
  return {
    ...{ emulator, engine },
    async close() {
      emulator.stop();
      await engine.close();
      if (keeping.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
}
