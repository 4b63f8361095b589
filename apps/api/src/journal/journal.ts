import type { Clock } from '@tavolo/command';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** How grave a line is; of a demo only what somebody must look at is written. */
export type Gravity = 'error' | 'info' | 'warn';

/** What happens at the door, each by the name that it has in the journal. */
export type Happening =
  | 'act.refused'
  | 'limit.reached'
  | 'login.accepted'
  | 'login.refused'
  | 'readModel.given'
  | 'request.refused'
  | 'secret.open'
  | 'server.started'
  | 'session.ended';

type Parts = Readonly<{
  /** Real time, on a demo too: of the machine, and no time of the body. */
  clock: Clock;
  least: Gravity;
  /** Standard output, unless told otherwise. */
  into?: DestinationStream;
}>;

/**
 * The journal of the server (giornale): one line of JSON for each thing that who runs it may have
 * to look into, with its time in UTC and the id of its request. Persons stand in it by reference.
 * No token, secret, name or text of theirs is ever handed to it; whatever is, JSON keeps it within
 * its line (ASVS 16.2 to 16.4). The log of governance is another.
 */
export class Journal {
  readonly #lines: Logger;

  constructor({ clock, least, into = pino.destination({ fd: 1, sync: true }) }: Parts) {
    const options = {
      ...{ level: least, base: null, messageKey: 'message', errorKey: 'error' },
      timestamp: () => `,"time":"${clock.now()}"`,
      formatters: { level: (level: string) => ({ level }) },
    };
    this.#lines = pino(options, into);
  }

  /** Writes down what happened, in closed words and references. */
  note(event: Happening, about: Readonly<Record<string, unknown>>): void {
    this.#lines.info({ event, ...about });
  }

  /** A line of a part of the server: a sentence, an error, or both. */
  say(gravity: Gravity, part: string, said: Error | object | string): void {
    if (said instanceof Error) this.#lines[gravity]({ part, error: said });
    else if (typeof said === 'string') this.#lines[gravity]({ part }, said);
    else this.#lines[gravity]({ part, ...said });
  }
}
