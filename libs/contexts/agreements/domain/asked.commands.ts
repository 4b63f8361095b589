import type { FoundingCommand } from './agreement.commands.js';
import type { AmendmentCommand } from './amendment.commands.js';
import type { LifecycleCommand } from './lifecycle.commands.js';
import type { RecordExistingAgreement } from './recording.commands.js';

/** Everything that can be asked of an agreement. */
export type AgreementCommand =
  | AmendmentCommand
  | FoundingCommand
  | LifecycleCommand
  | RecordExistingAgreement;
