import type { RebuildOptions, Rebuilt, RunnerStatus } from '@tavolo/projection';

/** How far somebody who reads the log is behind it; counted up to a thousand events. */
export type Behind = Readonly<{ reader: string; events: number; seconds: number }>;

/** A process, and how many of its matters are still to be taken up. */
export type Queue = Readonly<{ process: string; open: number }>;

/** How the machine is, as operators ask it. */
export type MachineState = Readonly<{
  status: RunnerStatus;
  projections: readonly Readonly<{ name: string; version: number }>[];
  behind: readonly Behind[];
  queues: readonly Queue[];
}>;

/** What operators see and do of this server: what runs it says how. */
export abstract class Machine {
  /** @throws StoreUnavailable */
  abstract state(): Promise<MachineState>;

  /** Builds the read model anew beside the one in use. */
  abstract rebuild(options: RebuildOptions): Promise<Rebuilt>;
}
