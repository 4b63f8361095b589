import type { JsonObject, Position } from '@tavolo/event-store';
import type { Uuid } from '@tavolo/event-store';
import type { PersonRef, Sha256 } from '@tavolo/kernel';

/** The first answer of a command, as its events keep it. */
export type Earlier = Readonly<{
  commandHash: Sha256;
  result: JsonObject;
  stream: string;
  /** Revision and position of the last event that it appended. */
  revision: number;
  position: Position;
  /** The first event that it appended. */
  eventId: Uuid;
}>;

/** Finds the first answer of a person's command by its id, for as long as the log lives. */
export abstract class CommandIndex {
  /** Up to where it has read the log. */
  abstract position(): Position;
  abstract find(person: PersonRef, commandId: Uuid): Promise<Earlier | null>;
}
