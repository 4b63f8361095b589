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
  readonly projection: string;
  readonly eventId: Uuid;
  readonly position: Position;

  constructor({ projection, eventId, position, message }: AppliedFailure, cause?: unknown) {
    super(message, { cause });
    this.projection = projection;
    this.eventId = eventId;
    this.position = position;
  }

  /** Of an event that a projection could not apply, and what it says of it. */
  static at(projection: string, event: RecordedEvent, cause: unknown): ProjectionFailed {
    const { id: eventId, type, position } = event;
    const message = `${projection} cannot apply ${type} ${eventId}: ${messageOf(cause)}`;
    return new ProjectionFailed({ projection, eventId, position, message }, cause);
  }
}

/** A failure at an event: all of it is known. */
export type AppliedFailure = {
  readonly [Part in keyof RunnerFailure]: NonNullable<RunnerFailure[Part]>;
};

/** What an error says of what went wrong, and of the event at which it did. */
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
