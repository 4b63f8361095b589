/** States of the machine, not rules: the sender may give the same command again. */

/** Others wrote to the same stream until the command's deadline. Nothing was written. */
export class Busy extends Error {}

/** The store did not say in time whether it wrote. Send the same commandId again to learn it. */
export class OutcomeUnknown extends Error {}

/** The stream holds a fact of a newer version of the program; nothing is decided on half a history. */
export class UpgradePending extends Error {
  constructor(stream: string, type: string, schema: number) {
    super(`${stream} holds ${type} in shape ${String(schema)}, which this version cannot read`);
  }
}
