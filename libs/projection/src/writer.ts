import type { Batch } from './batch-writer.js';
import type { Moment } from './projection.js';
import type { Comparison } from './sqlite/compare.js';
import type { RunnerStatus } from './status.js';

/** What a writer tells while it writes. */
export type WriterNotice =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'status'; readonly status: RunnerStatus };

/**
 * Writes one read-model file, on this thread or on another one: `open` or `create` first, then
 * the rest. One writer belongs to one file for its whole life.
 */
export interface ReadModelWriter {
  /** Takes the file over; the reason why it must be built anew where it can't be. @throws ReadModelTooNew */
  open(path: string): Promise<string | null>;
  /** What this program writes: two that say the same can go on with each other's files. */
  layout(): Promise<string>;
  /** Begins a new file. */
  create(path: string): Promise<void>;
  /** Reads up to a head of the log taken now, or until `halt`. @throws ProjectionFailed */
  catchUp(): Promise<Moment>;
  /** Compares what it wrote with another file, up to an ordinal that both have reached. */
  compareWith(path: string, ordinal: number): Promise<Comparison>;
  /** Begins to follow the log; what happens then is told. */
  follow(): Promise<void>;
  /** Stops catching up and following; `follow` goes on from there. */
  halt(): Promise<void>;
  /** Hints that something was appended. */
  wake(): void;
  close(): Promise<void>;
}

/** Makes a writer that tells `listener` what it does. */
export type WriterFactory = (listener: (notice: WriterNotice) => void) => ReadModelWriter;
