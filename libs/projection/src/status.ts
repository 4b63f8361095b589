import type { Position, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Moment } from './projection.js';
import type { PassedOver } from './sqlite/read-model-file.js';

/**
 * `catchingUp` until the head of the log, then `live`; `retrying` while the log can't be read;
 * `failed` after a projection threw: nothing is written any more until the program is put right.
 */
export type RunnerState = 'catchingUp' | 'live' | 'retrying' | 'failed' | 'stopped';

/** What went wrong last. `projection` and event are null where the log could not be read. */
export type RunnerFailure = Readonly<{
  projection: string | null;
  eventId: Uuid | null;
  position: Position | null;
  message: string;
}>;

export type RunnerStatus = Readonly<{
  state: RunnerState;
  moment: Moment;
  passedOver: readonly PassedOver[];
  failure: RunnerFailure | null;
}>;

/** A projection could not apply an event; the read model stands just before it. */
export class ProjectionFailed extends Error {
  readonly eventId: Uuid;
  readonly position: Position;

  constructor(
    readonly projection: string,
    { id, type, position }: RecordedEvent,
    override readonly cause: unknown,
  ) {
    super(`${projection} cannot apply ${type} ${id}: ${messageOf(cause)}`);
    this.eventId = id;
    this.position = position;
  }
}

export function failureOf(error: unknown): RunnerFailure {
  const message = messageOf(error);
  if (!(error instanceof ProjectionFailed)) {
    return { projection: null, eventId: null, position: null, message };
  }
  const { projection, eventId, position } = error;
  return { projection, eventId, position, message };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
