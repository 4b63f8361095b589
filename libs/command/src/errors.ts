import type { Uuid } from '@tavolo/event-store';

/** States of the machine, not rules: the sender may give the same command again. */

/** Others wrote to the same stream until the command's deadline. Nothing was written. */
export class Busy extends Error {}

/** More commands are under way than this process takes on. Nothing was written. */
export class TooManyCommands extends Error {}

/** The store did not say in time whether it wrote. Send the same commandId again to learn it. */
export class OutcomeUnknown extends Error {
  constructor(
    stream: string,
    readonly commandId: Uuid,
  ) {
    super(`whether ${commandId} was written to ${stream} is not known`);
  }
}

/** The stream holds a fact of a newer version of the program; nothing is decided on half a history. */
export class UpgradePending extends Error {
  constructor(stream: string, type: string, schema: number) {
    super(`${stream} holds ${type} in shape ${String(schema)}, which this version cannot read`);
  }
}
