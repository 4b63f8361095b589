import type { EventReader } from '@tavolo/event-store';
import { NotThisLog } from './carry.js';
import type { LoggedEvent } from './logged-event.js';

/** The name of the log that begins with this event; null where that names none. */
export type NameOfLog = (first: LoggedEvent) => string | null;

type Log = Pick<EventReader, 'readAll'>;

/** The name of a log by its first event; null for one that is empty, or names none. */
export async function nameOfLog(log: Log, nameOf: NameOfLog): Promise<string | null> {
  for await (const first of log.readAll({ max: 1 })) return nameOf(first);
  return null;
}

/**
 * What is to hold the log `name` is empty, or holds that one: of another it says both names before
 * anything is written, so that nobody takes a demo for what a body did. @throws NotThisLog
 */
export async function mustBeOneLog(
  name: string | null,
  target: Log,
  nameOf: NameOfLog,
): Promise<void> {
  const there = await nameOfLog(target, nameOf);
  if (there === null || there === name) return;
  throw new NotThisLog(
    `The target holds the log ${there}, and this is ${name ?? 'of no instance'}: nothing was changed. Name an empty place.`,
  );
}
