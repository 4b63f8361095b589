import type { RecordedEvent } from '@tavolo/event-store';
import type { AnyTable, HistoryWindow, Moment, Narrowing } from '@tavolo/projection';
import type { RequestContext } from './context.js';

/** Rows of one table, as they were found. */
export type FoundRows<Row> = Readonly<{ table: AnyTable; rows: readonly Row[]; at: Moment }>;

/**
 * What somebody who asks may read, by the policies of now, whatever moment is asked for. What is
 * not theirs to know is not there for them: no row, no count, no error.
 */
export abstract class Reading {
  /**
   * The rows that may be read, in their places, without the parts that may not; null in the place
   * of the others. What is confidential leaves a trace before it is given.
   */
  abstract shown<Row extends { readonly id: string }>(
    found: FoundRows<Row>,
    context: RequestContext,
  ): Promise<readonly (Row | null)[]>;

  /** What a list is narrowed to; null for a list in which nothing may be read. */
  abstract narrowing(table: AnyTable, context: RequestContext): Promise<Narrowing | null>;

  /** What of a history may be read; null where nothing of it may. */
  abstract ofHistory(
    object: string,
    at: Moment,
    context: RequestContext,
  ): Promise<Pick<HistoryWindow, 'notAbout' | 'notThese' | 'streams'> | null>;

  /** What of the events of the whole log may be read. */
  abstract ofLog(
    context: RequestContext,
  ): Promise<Pick<HistoryWindow, 'notAbout' | 'notThese' | 'streams'>>;

  /** Whether an event may be told; nothing of it is told yet, and nothing leaves a trace. */
  abstract mayTell(event: RecordedEvent, context: RequestContext): Promise<boolean>;

  /** Says that these events are about to be told: of what is confidential each leaves a trace. */
  abstract tells(
    events: readonly RecordedEvent[],
    at: Moment,
    context: RequestContext,
  ): Promise<void>;

  /** Whether an object is there for them at all: something of it is, or of what it belongs to. */
  abstract isThere(object: string, context: RequestContext): Promise<boolean>;

  /**
   * Whether they may ask why a person may or may not do something to an object, by the policies;
   * no person of a mandate that nobody holds, no object of what lies under nothing.
   */
  abstract mayKnowWhy(
    about: Readonly<{ person: string | null; object: string | null }>,
    context: RequestContext,
  ): Promise<boolean>;

  /** Whether everything of an object may be read, its history and its differences too. */
  abstract isOpen(object: string, context: RequestContext): Promise<boolean>;
}
