import type { RecordedEvent } from '@tavolo/event-store';
import type { Moment, RebuildOptions, Rebuilt, Replay, RunnerStatus } from '@tavolo/projection';

/** How far somebody who reads the log is behind it; counted up to a thousand events. */
export type Behind = Readonly<{ reader: string; events: number; seconds: number }>;

/** A process, and how many of its matters are still to be taken up. */
export type Queue = Readonly<{ process: string; open: number }>;

/** A projection of the server, and the categories of the streams that it takes; none means all. */
export type Operated = Readonly<{ name: string; version: number; categories: readonly string[] }>;

/** How the machine is, as operators ask it. */
export type MachineState = Readonly<{
  status: RunnerStatus;
  projections: readonly Operated[];
  behind: readonly Behind[];
  queues: readonly Queue[];
}>;

/** What operators see and do of this server: what runs it says how. */
export abstract class Machine {
  /** @throws StoreUnavailable */
  abstract state(): Promise<MachineState>;

  /** The projections of this server, in the order in which they are applied. */
  abstract projections(): readonly Operated[];

  /** What a projection makes of an event that was read at a moment, worked out anew. */
  abstract replay(projection: string, event: RecordedEvent, at: Moment): Promise<Replay>;

  /** Builds the read model anew beside the one in use. */
  abstract rebuild(options: RebuildOptions): Promise<Rebuilt>;
}
